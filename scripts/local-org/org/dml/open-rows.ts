/** Step one of a save: the given values over the loaded ones, with the platform's defaults for what was not given. */
import { ApexBlob } from '../../library/core/apex-blob.ts';
import { ApexDouble, Decimal } from '../../library/core/decimal.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { rowErrors } from './row-error.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';
import { standardDefaults } from './standard-behaviour.ts';

export function openInserts(services: SaveServices, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  const idIndex = object.fieldByName.get('id')!.index;
  for (const row of rows) {
    if ((row.record.slots[idIndex] ?? null) !== null) fail(row, rowErrors.idSpecified());
    takeGiven(services, object, row, (field) => field.isCreateable || isAuditField(field));
    applyDefaults(services, object, row);
  }
}

export function openUpdates(services: SaveServices, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  const ids = rows.map((row) => row.id).filter((id) => id !== null);
  const loaded = services.database.read(object, ids, { includeDeleted: true });
  const deletedIndex = object.fieldByName.get('isdeleted')?.index;
  for (const row of rows) {
    const old = row.id === null ? undefined : loaded.get(row.id);
    if (row.id === null) fail(row, rowErrors.idMissing());
    else if (old === undefined) fail(row, rowErrors.invalidCrossReference());
    else if (deletedIndex !== undefined && old[deletedIndex] === true) fail(row, rowErrors.deleted());
    if (!isAlive(row)) continue;
    row.old = nullFilled(object, old!);
    row.values = [...row.old];
    takeGiven(services, object, row, (field) => field.isUpdateable);
  }
}

/** A row for a trigger has no unknown field: what is not set is null. */
export function nullFilled(object: ObjectDescribe, values: readonly unknown[]): unknown[] {
  return Array.from({ length: object.fields.length }, (_unused, index) => values[index] ?? null);
}

function takeGiven(
  services: SaveServices,
  object: ObjectDescribe,
  row: SaveRow,
  isTaken: (field: FieldDescribe) => boolean,
): void {
  const given = new Set<number>();
  const slots = row.record.slots;
  if (row.old === undefined) row.values = new Array<unknown>(object.fields.length).fill(null);
  for (const field of object.fields) {
    const value = slots[field.index];
    if (value === undefined || !isTaken(field)) continue;
    given.add(field.index);
    row.values[field.index] = normalise(field, value);
  }
  resolveParents(services, object, row, given);
  for (const [index, value] of row.platformValues ?? []) {
    row.values[index] = value;
    given.add(index);
  }
  row.given = given;
}

/** `new Contact(Account = new Account(Key__c = 'x'))`: the lookup is found by the parent's external id. */
function resolveParents(services: SaveServices, object: ObjectDescribe, row: SaveRow, given: Set<number>): void {
  for (const [relationship, parent] of row.record.parents ?? []) {
    const lookup = object.parentByName.get(relationship.toLowerCase());
    if (lookup === undefined || parent === null || parent.isQueried || parent.id !== null || given.has(lookup.index))
      continue;
    const target = parent.object;
    const key = target.fields.find(
      (field) =>
        (field.isExternalId || field.isIdLookup) && field.name !== 'Id' && (parent.slots[field.index] ?? null) !== null,
    );
    if (key === undefined) continue;
    const value = parent.slots[key.index];
    const matches = services.database.findByField(target, key, [value]);
    if (matches.length === 1) {
      row.values[lookup.index] = matches[0]!.id;
      given.add(lookup.index);
    } else {
      const ids = matches.map((match) => match.id).join(', ');
      fail(
        row,
        matches.length === 0
          ? rowErrors.foreignKeyNotFound(key.name, String(value), target.name)
          : rowErrors.duplicateExternalId(key.name, ids),
      );
    }
  }
}

/** Text is trimmed and empty text is null, numbers take the field's type. */
export function normalise(field: FieldDescribe, value: unknown): unknown {
  if (value === null) return field.type === 'BOOLEAN' ? false : null;
  if (typeof value === 'string') {
    const trimmed =
      (field.type === 'TEXTAREA' && field.length > 255) || field.type === 'ENCRYPTEDSTRING'
        ? value.replace(/\s+$/, '')
        : value.trim();
    return trimmed === '' ? null : trimmed;
  }
  if (field.apexType === 'Decimal' && typeof value === 'number') return Decimal.ofInteger(value);
  if (field.apexType === 'Decimal' && typeof value === 'bigint') return Decimal.ofLong(value);
  if (field.apexType === 'Double' && value instanceof Decimal) return new ApexDouble(value.toNumber());
  if (value instanceof ApexBlob && value.bytes.length === 0) return null;
  return value;
}

export function normaliseAll(object: ObjectDescribe, row: SaveRow): void {
  for (const field of object.fields) {
    const value = row.values[field.index];
    if (value === undefined) row.values[field.index] = null;
    else if (value !== null) row.values[field.index] = normalise(field, value);
  }
}

function applyDefaults(services: SaveServices, object: ObjectDescribe, row: SaveRow): void {
  for (const field of object.fields) {
    if (row.given.has(field.index) || field.formula !== undefined) continue;
    const value = defaultOf(services, object, field);
    if (value !== undefined) row.values[field.index] = value;
  }
  const owner = object.fieldByName.get('ownerid');
  if (owner !== undefined && row.values[owner.index] === null) giveOwner(services, row, owner);
  standardDefaults(services, object, row);
}

function defaultOf(services: SaveServices, object: ObjectDescribe, field: FieldDescribe): unknown {
  if (field.type === 'PICKLIST' || field.type === 'MULTIPICKLIST') {
    const chosen = field.picklistValues.find((entry) => entry.isDefault && entry.isActive);
    if (chosen !== undefined) return chosen.value;
  }
  const value = field.defaultValue === undefined ? undefined : services.defaultValue(object, field);
  if (value !== undefined && value !== null) return normalise(field, value);
  return field.type === 'BOOLEAN' ? false : undefined;
}

/** A guest owns nothing (reference/platform.md §2): the site's default owner takes what it creates. */
function giveOwner(services: SaveServices, row: SaveRow, owner: FieldDescribe): void {
  const { user } = services.transaction;
  row.values[owner.index] = user.isGuest ? (services.guestOwnerId() ?? null) : user.id;
}

const AUDIT_FIELDS = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']);

/** An insert may bring audit fields only where the describe says so; Apex tests set them through Test.setCreatedDate. */
function isAuditField(field: FieldDescribe): boolean {
  return AUDIT_FIELDS.has(field.name) && field.isCreateable;
}
