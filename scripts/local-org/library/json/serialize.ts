/** Turns values of Apex into JSON: JSON.serialize, and what JSONGenerator writes. */
import { ApexBlob } from '../core/apex-blob.ts';
import { ApexDate } from '../core/apex-date.ts';
import { ApexDatetime } from '../core/apex-datetime.ts';
import { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexException } from '../core/apex-exception.ts';
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { ApexObject } from '../core/apex-object.ts';
import { ApexSet } from '../core/apex-set.ts';
import { ApexTime } from '../core/apex-time.ts';
import { ApexDouble, Decimal } from '../core/decimal.ts';
import { JSONException } from '../core/exceptions.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { stringValueOf } from '../core/text.ts';
import { typeOf } from '../core/type-of.ts';
import { System_UUID } from '../system/UUID.ts';
import { JsonWriter, quoted } from './writer.ts';

const API_VERSION = '67.0';

export function serialize(value: unknown, isPretty: boolean, suppressNulls: boolean): string {
  const writer = new JsonWriter(isPretty);
  new Serializer(writer, suppressNulls).write(value);
  return writer.result();
}

/** Writes one value where the writer stands. */
export function writeValue(writer: JsonWriter, value: unknown, suppressNulls = false): void {
  new Serializer(writer, suppressNulls).write(value);
}

class Serializer {
  private readonly writer: JsonWriter;
  private readonly suppressNulls: boolean;
  private readonly open = new Set<object>();

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.writer = writer;
    this.suppressNulls = suppressNulls;
  }

  write(value: unknown): void {
    const simple = scalar(value);
    if (simple !== undefined) this.writer.raw(simple);
    else this.writeObject(value as object);
  }

  private writeObject(value: object): void {
    if (this.open.has(value)) throw new JSONException('Self-referential object cannot be serialized');
    this.open.add(value);
    if (value instanceof ApexList || value instanceof ApexSet) this.writeItems(value);
    else if (value instanceof ApexMap) this.writeMap(value);
    else if (value instanceof SObjectRecord) this.writeRecord(value);
    else if (value instanceof ApexObject) this.writeFields(value);
    else this.writePlain(value);
    this.open.delete(value);
  }

  private writeItems(items: Iterable<unknown>): void {
    this.writer.open(false);
    for (const item of items) this.write(item);
    this.writer.close();
  }

  private writeMap(map: ApexMap): void {
    this.writer.open(true);
    for (const [key, value] of map) {
      if (key === null) throw new JSONException('Null key for a Map not allowed in JSON');
      this.writer.name(stringValueOf(key));
      this.write(value);
    }
    this.writer.close();
  }

  private writeFields(object: ApexObject): void {
    this.writer.open(true);
    const values = object as unknown as Record<string, unknown>;
    for (const field of object.$type.fields) {
      if (field.isStatic || field.isTransient) continue;
      const value = values[field.key] ?? null;
      if (value === null && this.suppressNulls) continue;
      this.writer.name(field.name);
      this.write(value);
    }
    this.writer.close();
  }

  /** Objects of the library: those that say what they are in JSON. */
  private writePlain(value: object): void {
    if (value instanceof System_UUID) return this.write(value.toString());
    const fields = (value as { $json?(): ReadonlyArray<readonly [string, unknown]> }).$json?.();
    if (fields === undefined || value instanceof ApexException) {
      throw new JSONException(`Type unsupported in JSON: ${typeOf(value).getName()}`);
    }
    this.writer.open(true);
    for (const [name, item] of fields) {
      this.writer.name(name);
      this.write(item);
    }
    this.writer.close();
  }

  private writeRecord(record: SObjectRecord): void {
    this.writer.open(true);
    this.writer.name('attributes');
    this.writer.open(true);
    this.writer.name('type');
    this.writer.raw(quoted(record.object.name));
    if (record.id !== null) {
      this.writer.name('url');
      this.writer.raw(quoted(`/services/data/v${API_VERSION}/sobjects/${record.object.name}/${record.id}`));
    }
    this.writer.close();
    for (const [name, value] of record.populated()) {
      this.writer.name(name);
      if (value instanceof ApexDatetime) this.writer.raw(quoted(value.toIso().replace('Z', '+0000')));
      else if (value instanceof ApexList) this.writeChildren(value);
      else this.write(value);
    }
    this.writer.close();
  }

  private writeChildren(list: ApexList): void {
    this.writer.open(true);
    this.writer.name('totalSize');
    this.writer.raw(String(list.size()));
    this.writer.name('done');
    this.writer.raw('true');
    this.writer.name('records');
    this.writeItems(list);
    this.writer.close();
  }
}

/** The JSON of a value without parts; undefined for others. */
function scalar(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? 'null' : scalarObject(value);
  }
}

function scalarObject(value: object): string | undefined {
  if (value instanceof Decimal) return value.toPlainString();
  if (value instanceof ApexDouble) return Number.isFinite(value.value) ? value.toString() : quoted(value.toString());
  if (value instanceof ApexDate || value instanceof ApexTime || value instanceof ApexEnumValue)
    return quoted(value.toString());
  if (value instanceof ApexDatetime) return quoted(value.toIso());
  if (value instanceof ApexBlob) return quoted(Buffer.from(value.bytes).toString('base64'));
  return undefined;
}
