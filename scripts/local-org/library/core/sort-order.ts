/** The order that List.sort() gives: null first, then by value; records by name, objects by their compareTo. */
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { ApexEnumValue } from './apex-enum-value.ts';
import { ApexTime } from './apex-time.ts';
import { ApexDouble, Decimal, toDecimal } from './decimal.ts';
import { ListException } from './exceptions.ts';
import { SObjectRecord } from './sobject-record.ts';

export function compareForSort(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null || left === undefined) return -1;
  if (right === null || right === undefined) return 1;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (isComparable(left)) return left.compareTo(right);
  if (left instanceof SObjectRecord && right instanceof SObjectRecord) return compareRecords(left, right);
  return compareValues(left, right);
}

function isComparable(value: unknown): value is { compareTo(other: unknown): number } {
  return (
    typeof value === 'object' && value !== null && typeof (value as { compareTo?: unknown }).compareTo === 'function'
  );
}

function compareValues(left: unknown, right: unknown): number {
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.millis - right.millis;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.$ordinal - right.$ordinal;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  const isNumber = (v: unknown) =>
    typeof v === 'bigint' || typeof v === 'number' || v instanceof Decimal || v instanceof ApexDouble;
  // A list of anything: numbers before texts.
  if (isNumber(left) && typeof right === 'string') return -1;
  if (isNumber(right) && typeof left === 'string') return 1;
  if (isNumber(left) && isNumber(right)) return toDecimal(left).compare(toDecimal(right));
  throw new ListException('One or more of the items in this list is not Comparable.');
}

/** By the type's label, then the standard Name, then the other standard fields in alphabetical order, then custom ones. */
function compareRecords(left: SObjectRecord, right: SObjectRecord): number {
  if (left.object.name !== right.object.name) return left.object.label < right.object.label ? -1 : 1;
  const rank = (field: { isNameField: boolean; isCustom: boolean }): number =>
    field.isNameField ? 0 : field.isCustom ? 2 : 1;
  const fields = [...left.object.fields].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  for (const { index } of fields) {
    const a = left.slots[index] ?? null;
    const b = right.slots[index] ?? null;
    if (a === null && b === null) continue;
    if (a === null || b === null) return a === null ? -1 : 1;
    const order = compareForSort(a, b);
    if (order !== 0) return order;
  }
  return 0;
}
