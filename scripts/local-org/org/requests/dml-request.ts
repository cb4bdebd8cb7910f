/** Saves asked for over the APIs: JSON records in, a result for each row out. */
import { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { DmlRequest, DmlRowResult } from '../../library/host.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { save as saveRecords } from '../dml/saves.ts';
import { rowErrors } from '../dml/row-error.ts';
import { FieldJsonError, valueFromJson } from '../engine/field-json.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';
import { ApiError, type DmlCall, type JsonRecord, type Session } from '../local-org.ts';
import { API_SITE, userOf } from './request-world.ts';

interface ReadRecord {
  readonly record: SObjectRecord;
  /** Fields that the user may see and not write. */
  readonly refused: readonly string[];
}

export function answerDml(engine: OrgEngine, session: Session, call: DmlCall): readonly DmlRowResult[] {
  const user = userOf(engine, session);
  return engine.runTransaction({ kind: 'api', user }, () => {
    const read = call.records.map((json) => readRecord(engine, user, json, call));
    const refused = read.map((item) => item.refused);
    const results = refused.some((fields) => fields.length > 0)
      ? refuseSome(engine, call, read)
      : save(
          engine,
          call,
          read.map((item) => item.record),
        );
    const failed = results.some((result) => !result.isSuccess);
    if (!call.allOrNone || !failed) return results;
    return results.map((result) =>
      result.errors.length > 0 ? result : { ...result, isSuccess: false, errors: [rowErrors.allOrNoneRolledBack()] },
    );
  });
}

function save(engine: OrgEngine, call: DmlCall, records: readonly SObjectRecord[]): DmlRowResult[] {
  const events = records.filter((record) => record.object.kind === 'event');
  if (events.length > 0 && call.operation === 'insert') return engine.host.publish(records, API_SITE);
  const request: DmlRequest = {
    operation: call.operation,
    records,
    allOrNone: call.allOrNone,
    accessMode: 'user',
    externalIdField: call.externalIdField,
    options: call.options,
  };
  return saveRecords(engine.host.saves, request, API_SITE, { answersRows: true });
}

/** Rows with fields that may not be written fail; with allOrNone that fails all. */
function refuseSome(engine: OrgEngine, call: DmlCall, read: readonly ReadRecord[]): DmlRowResult[] {
  const refusal = (fields: readonly string[]): DmlRowResult => ({
    id: null,
    isSuccess: false,
    errors: [rowErrors.notWritable(fields)],
  });
  if (call.allOrNone)
    return read.map(({ refused }) =>
      refused.length > 0 ? refusal(refused) : { id: null, isSuccess: false, errors: [] },
    );
  const good = read.filter(({ refused }) => refused.length === 0);
  const saved = save(
    engine,
    call,
    good.map(({ record }) => record),
  );
  return read.map((item) => (item.refused.length > 0 ? refusal(item.refused) : saved[good.indexOf(item)]!));
}

function readRecord(engine: OrgEngine, user: RunningUser, json: JsonRecord, call: DmlCall): ReadRecord {
  const type = (json.attributes as { type?: string } | undefined)?.type;
  const object = type === undefined ? undefined : engine.schema.object(type);
  if (object === undefined) throw new ApiError(400, 'INVALID_TYPE', `sObject type '${type ?? ''}' is not supported.`);
  const record = new SObjectRecord(object);
  const refused: string[] = [];
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    readField(engine, user, { object, record, call, refused }, name, value);
  }
  return { record, refused };
}

interface Reading {
  readonly object: ObjectDescribe;
  readonly record: SObjectRecord;
  readonly call: DmlCall;
  readonly refused: string[];
}

function readField(engine: OrgEngine, user: RunningUser, reading: Reading, name: string, value: unknown): void {
  const { object, record } = reading;
  const field = object.fieldByName.get(name.toLowerCase());
  if (field === undefined) return readParent(engine, user, reading, name, value);
  if (!engine.permissions.canAccessField(user, object, field, 'read')) throw noSuchColumn(name, object);
  if (field.name !== 'Id' && !isWritable(engine, user, object, field, reading.call)) {
    reading.refused.push(field.name);
    return;
  }
  try {
    record.slots[field.index] = valueFromJson(field, value);
  } catch (error) {
    if (error instanceof FieldJsonError) throw new ApiError(400, 'JSON_PARSER_ERROR', error.message);
    throw error;
  }
}

function isWritable(
  engine: OrgEngine,
  user: RunningUser,
  object: ObjectDescribe,
  field: FieldDescribe,
  call: DmlCall,
): boolean {
  const create = engine.permissions.canAccessField(user, object, field, 'create');
  const edit = engine.permissions.canAccessField(user, object, field, 'edit');
  return call.operation === 'insert' ? create : call.operation === 'update' ? edit : create || edit;
}

/** `"Account": {"Key__c": "x"}` names a parent by its external id. */
function readParent(
  engine: OrgEngine,
  user: RunningUser,
  { object, record, call }: Reading,
  name: string,
  value: unknown,
): void {
  const lookup = object.parentByName.get(name.toLowerCase());
  if (lookup === undefined || typeof value !== 'object' || value === null) throw noSuchColumn(name, object);
  const type = ((value as JsonRecord).attributes as { type?: string } | undefined)?.type ?? lookup.referenceTo[0];
  record.setParent(
    name,
    readRecord(engine, user, { ...(value as JsonRecord), attributes: { type } }, { ...call, operation: 'upsert' })
      .record,
  );
}

function noSuchColumn(name: string, object: ObjectDescribe): ApiError {
  return new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}
