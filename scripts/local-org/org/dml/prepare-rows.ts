/** Turns the records of a save into rows, and refuses what is wrong with the whole call: null rows, the same id twice, trigger rows. */
import type { DmlRequest } from '../../library/host.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { isTriggerRecord } from './record-access.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

const VERB: Readonly<Record<DmlRequest['operation'], string>> = {
  insert: 'INSERT',
  update: 'UPDATE',
  upsert: 'UPSERT',
  delete: 'DELETE',
  undelete: 'UNDELETE',
};

export function prepareRows(services: SaveServices, request: DmlRequest): SaveRow[] {
  const rows = request.records.map((record, index) => makeRow(services, record, index));
  for (const object of new Set(rows.map((row) => row.record.object))) refuseObject(services, request, object);
  if (request.operation === 'upsert') resolveUpserts(services, request, rows);
  else if (request.operation !== 'insert') refuseRepeatedIds(services, rows);
  return rows;
}

function makeRow(services: SaveServices, record: SObjectRecord, index: number): SaveRow {
  if (record === null || record === undefined)
    throw services.exception('System.NullPointerException', 'Attempt to de-reference a null object');
  if (isTriggerRecord(record))
    throw services.exception('System.SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
  return { index, record, values: [], old: undefined, given: new Set(), id: idOf(record), errors: [] };
}

function idOf(record: SObjectRecord): string | null {
  const field = record.object.fieldByName.get('id');
  return field === undefined ? null : ((record.slots[field.index] as string | null | undefined) ?? null);
}

/** Custom metadata and views cannot be written by Apex DML. */
function refuseObject(services: SaveServices, request: DmlRequest, object: ObjectDescribe): void {
  if (object.kind === 'metadata')
    throw services.exception(
      'System.TypeException',
      `DML operation ${VERB[request.operation]} not allowed on ${object.name}`,
    );
  const { operation } = request;
  const allowed =
    operation === 'insert'
      ? object.isCreateable
      : operation === 'update'
        ? object.isUpdateable
        : operation === 'upsert'
          ? object.isCreateable || object.isUpdateable
          : operation === 'delete'
            ? object.isDeletable
            : object.isUndeletable;
  if (!allowed)
    throw services.exception('System.TypeException', `DML operation ${VERB[operation]} not allowed on ${object.name}`);
}

function refuseRepeatedIds(services: SaveServices, rows: readonly SaveRow[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (id === null) continue;
    if (seen.has(id)) throw services.exception('System.ListException', `Duplicate id in list: ${id}`);
    seen.add(id);
  }
}

function resolveUpserts(services: SaveServices, request: DmlRequest, rows: readonly SaveRow[]): void {
  const byObject = new Map<ObjectDescribe, SaveRow[]>();
  for (const row of rows) byObject.set(row.record.object, [...(byObject.get(row.record.object) ?? []), row]);
  for (const [object, group] of byObject) {
    const field =
      request.externalIdField === undefined ? undefined : object.fieldByName.get(request.externalIdField.toLowerCase());
    if (request.externalIdField !== undefined && field === undefined) {
      throw services.exception(
        'System.SObjectException',
        `Invalid field ${request.externalIdField} for ${object.name}`,
      );
    }
    if (field === undefined || field.name === 'Id') for (const row of group) row.isCreated = row.id === null;
    else resolveByKey(services, object, field, group);
  }
  refuseRepeatedIds(
    services,
    rows.filter((row) => row.isCreated !== true && request.externalIdField === undefined),
  );
}

/** An upsert does not see the recycle bin. The second row with a key of the same call fails. */
function resolveByKey(
  services: SaveServices,
  object: ObjectDescribe,
  field: FieldDescribe,
  rows: readonly SaveRow[],
): void {
  const { database } = services;
  const fold = (key: unknown): unknown => (typeof key === 'string' && !field.isCaseSensitive ? key.toLowerCase() : key);
  const values = rows
    .map((row) => row.record.slots[field.index])
    .filter((value) => value !== undefined && value !== null);
  const idsByKey = new Map<unknown, string[]>();
  for (const match of database.findByField(object, field, values)) {
    const key = fold(match.key);
    idsByKey.set(key, [...(idsByKey.get(key) ?? []), match.id]);
  }
  const seen = new Set<unknown>();
  for (const row of rows) {
    const value = row.record.slots[field.index];
    if (value === undefined || value === null) {
      row.isCreated = true;
      if (field.isRequired || field.isUnique) fail(row, rowErrors.missingKey(field.name));
      continue;
    }
    const key = fold(database.keyOf(field, value));
    if (seen.has(key)) fail(row, rowErrors.duplicateKeyInCall(field.name, String(value)));
    seen.add(key);
    const ids = idsByKey.get(key) ?? [];
    row.isCreated = ids.length === 0;
    if (ids.length > 1) fail(row, rowErrors.duplicateExternalId(field.name, ids.join(', ')));
    else row.id = ids[0] ?? null;
  }
}
