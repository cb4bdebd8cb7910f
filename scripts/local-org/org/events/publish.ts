/**
 * EventBus.publish: checks each event as a save would, and keeps it for its subscribers. PublishAfterCommit events are rows
 * of the transaction; PublishImmediately ones are written when it has ended, however it ended.
 */
import { randomUUID } from 'node:crypto';
import { accessModeOf } from '../access/permissions.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { AccessMode, CallSite, DmlError, DmlRowResult } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { normalise } from '../dml/open-rows.ts';
import { rowError } from '../dml/row-error.ts';
import type { SaveRow } from '../dml/save-row.ts';
import { validateFields } from '../dml/validate-fields.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { serialiseState } from '../jobs/job-state.ts';

export function publishEvents(
  engine: OrgEngine,
  events: readonly SObjectRecord[],
  site: CallSite,
  accessMode?: AccessMode,
): DmlRowResult[] {
  if (events.length === 0) return [];
  const { transaction } = engine;
  const isImmediate = events.some((event) => event.object.publishBehavior === 'PublishImmediately');
  transaction.limits.add(isImmediate ? 'PublishImmediateDML' : 'DmlStatements');
  if (!isImmediate) transaction.limits.add('DmlRows', events.length);
  const mode = accessModeOf(site, accessMode);
  return events.map((event) => publishOne(engine, event, mode));
}

function publishOne(engine: OrgEngine, event: SObjectRecord, mode: AccessMode): DmlRowResult {
  const { object } = event;
  if (object.kind !== 'event')
    throw engine.exception('System.UnexpectedException', `${object.name} is not a platform event.`);
  const uuid = randomUUID();
  const errors = errorsOf(engine, event, mode);
  if (errors.length > 0) return { id: null, isSuccess: false, errors };
  keep(engine, object, event, uuid);
  return {
    id: engine.database.newId({ ...object, keyPrefix: 'e00' }),
    isSuccess: true,
    errors: [{ statusCode: 'OPERATION_ENQUEUED', message: uuid, fields: [] }],
  };
}

function errorsOf(engine: OrgEngine, event: SObjectRecord, mode: AccessMode): readonly DmlError[] {
  const { object } = event;
  const { user } = engine.transaction;
  if (mode === 'user' && !engine.permissions.canAccessObject(user, object, 'create')) {
    return [rowError('INSUFFICIENT_ACCESS_OR_READONLY', `Access to entity '${object.name}' denied`)];
  }
  const row: SaveRow = {
    index: 0,
    record: event,
    values: new Array<unknown>(object.fields.length).fill(null),
    old: undefined,
    given: new Set(),
    id: null,
    errors: [],
  };
  for (const field of object.fields) {
    const value = event.slots[field.index];
    if (value !== undefined) row.values[field.index] = normalise(field, value);
    else if (field.defaultValue !== undefined)
      row.values[field.index] = engine.host.saves.defaultValue(object, field) ?? null;
    else if (field.type === 'BOOLEAN') row.values[field.index] = false;
  }
  validateFields(object, row, { isInsert: true, allowFieldTruncation: false });
  return row.errors;
}

function keep(engine: OrgEngine, object: ObjectDescribe, event: SObjectRecord, uuid: string): void {
  const { transaction } = engine;
  const copy = engine.newRecord(
    object,
    event.slots.map((value) => value ?? null),
  );
  for (const field of object.fields) {
    if ((copy.slots[field.index] ?? null) === null && field.defaultValue !== undefined)
      copy.slots[field.index] = engine.host.saves.defaultValue(object, field) ?? null;
    if (field.type === 'BOOLEAN' && (copy.slots[field.index] ?? null) === null) copy.slots[field.index] = false;
  }
  const stored = {
    object: object.name,
    uuid,
    state: serialiseState(copy),
    createdAt: engine.clock.now(),
    createdById: transaction.user.id,
  };
  if (object.publishBehavior === 'PublishImmediately') {
    transaction.afterEnd.push(() => void engine.stores.events.add(stored));
    return;
  }
  engine.data.ensureWriting();
  engine.stores.events.add(stored);
  transaction.hasUncommittedWork = true;
  transaction.addsWork = true;
}
