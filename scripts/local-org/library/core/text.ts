/** How values of Apex read as text: String.valueOf, `+` with a String, System.debug, and toString of collections. */
import { ApexDatetime } from './apex-datetime.ts';
import type { ApexObject } from './apex-object.ts';

/** Salesforce shows no more elements of a collection than this. */
const SHOWN_ELEMENTS = 10;

/** Collections and objects being printed now: one that contains itself says so instead of recursing. */
const printing = new Set<object>();

/** String.valueOf: also what `+` appends. */
export function stringValueOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'null';
  if (value instanceof ApexDatetime) return value.toLocalString();
  return String(value);
}

/** An element within a list, set, map or object. */
function elementText(value: unknown): string {
  return value !== null && typeof value === 'object' && printing.has(value) ? '(already output)' : stringValueOf(value);
}

function guarded(owner: object, print: () => string): string {
  if (printing.has(owner)) return '(already output)';
  printing.add(owner);
  try {
    return print();
  } finally {
    printing.delete(owner);
  }
}

export function listText(owner: object, values: Iterable<unknown>, open: string, close: string): string {
  return guarded(owner, () => {
    const shown: string[] = [];
    for (const value of values) {
      if (shown.length === SHOWN_ELEMENTS) {
        shown.push('...');
        break;
      }
      shown.push(elementText(value));
    }
    return open + shown.join(', ') + close;
  });
}

export function mapText(owner: object, entries: Iterable<readonly [unknown, unknown]>): string {
  return guarded(owner, () => {
    const shown: string[] = [];
    for (const [key, value] of entries) {
      if (shown.length === SHOWN_ELEMENTS) {
        shown.push('...');
        break;
      }
      shown.push(`${elementText(key)}=${elementText(value)}`);
    }
    return `{${shown.join(', ')}}`;
  });
}

/** `Foo:[count=1, name=x]`, fields in declaration order. */
export function objectText(object: ApexObject): string {
  return guarded(object, () => {
    const fields = object.$type.fields.filter((field) => !field.isStatic && field.key in object);
    const values = object as unknown as Record<string, unknown>;
    const shown = fields.map((field) => `${field.name}=${elementText(values[field.key])}`);
    // An inner class goes by its own name alone here.
    const name = object.$type.getName();
    return `${name.slice(name.lastIndexOf('.') + 1)}:[${shown.join(', ')}]`;
  });
}

/** `Lead:{Id=00Q…, Name=…}` */
export function recordText(record: object, name: string, entries: Iterable<readonly [string, unknown]>): string {
  return guarded(record, () => {
    const shown: string[] = [];
    for (const [field, value] of entries) shown.push(`${field}=${elementText(value)}`);
    return `${name}:{${shown.join(', ')}}`;
  });
}
