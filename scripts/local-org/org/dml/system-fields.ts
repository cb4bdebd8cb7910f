/** What the platform itself writes into a row: owner, dates, users, names and auto-numbers. */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { Decimal } from '../../library/core/decimal.ts';
import type { OrgDatabase } from '../../database/index.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { SaveRow } from './save-row.ts';

export interface Stamp {
  /** Milliseconds; a stored datetime has whole seconds. */
  readonly now: number;
  readonly userId: string;
}

export function stampInsert(object: ObjectDescribe, row: SaveRow, stamp: Stamp): void {
  const at = wholeSeconds(stamp.now);
  set(object, row, 'CreatedDate', get(object, row, 'CreatedDate') ?? at);
  set(object, row, 'CreatedById', get(object, row, 'CreatedById') ?? stamp.userId);
  set(object, row, 'LastModifiedDate', get(object, row, 'LastModifiedDate') ?? at);
  set(object, row, 'LastModifiedById', get(object, row, 'LastModifiedById') ?? stamp.userId);
  set(object, row, 'SystemModstamp', at);
  set(object, row, 'IsDeleted', false);
}

export function stampUpdate(object: ObjectDescribe, row: SaveRow, stamp: Stamp): void {
  const at = wholeSeconds(stamp.now);
  set(object, row, 'LastModifiedDate', at);
  set(object, row, 'LastModifiedById', stamp.userId);
  set(object, row, 'SystemModstamp', at);
}

/** Gives the row its id, its auto-numbers, and its name where nobody gave one (the platform then uses the id). */
export function giveIdentity(database: OrgDatabase, object: ObjectDescribe, row: SaveRow): void {
  row.id = database.newId(object);
  set(object, row, 'Id', row.id);
  for (const field of object.fields) {
    if (field.isAutoNumber) row.values[field.index] = formatAutoNumber(field, database.nextAutoNumber(object, field));
    // Nothing to count or to add up yet.
    else if (/^(count|sum)$/i.test(field.summary?.operation ?? '')) row.values[field.index] = zeroOf(field);
  }
  const name = object.fieldByName.get('name');
  const isText = name !== undefined && name.isNameField && name.isCreateable && !name.isRequired && !name.isAutoNumber;
  if (isText && object.isCustom && (row.values[name.index] ?? null) === null) row.values[name.index] = row.id;
}

function zeroOf(field: FieldDescribe): unknown {
  return field.apexType === 'Integer' ? 0 : Decimal.ofInteger(0);
}

/** `L-{0000}` with 7 is `L-0007`; date parts are refused by metadata. */
export function formatAutoNumber(field: FieldDescribe, number: number): string {
  const format = field.displayFormat ?? '{0}';
  return format.replace(/\{(0+)\}/, (_all, zeros: string) => String(number).padStart(zeros.length, '0'));
}

function wholeSeconds(millis: number): ApexDatetime {
  return new ApexDatetime(Math.floor(millis / 1000) * 1000);
}

function get(object: ObjectDescribe, row: SaveRow, name: string): unknown {
  const field = object.fieldByName.get(name.toLowerCase());
  return field === undefined ? undefined : (row.values[field.index] ?? undefined);
}

function set(object: ObjectDescribe, row: SaveRow, name: string, value: unknown): void {
  const field = object.fieldByName.get(name.toLowerCase());
  if (field !== undefined) row.values[field.index] = value;
}
