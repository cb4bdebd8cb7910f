/** Many records at a time: /composite/sobjects (REST API Developer Guide, "Use sObject Collections"). */
import type { DmlRowResult } from '../../library/host.ts';
import { ApiError, type DmlCall, type JsonRecord } from '../../org/local-org.ts';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import { objectName } from './records.ts';

const MAXIMUM_RECORDS = 200;

export async function createMany(context: DoorContext): Promise<DoorResponse> {
  return save(context, 'insert');
}

export async function updateMany(context: DoorContext): Promise<DoorResponse> {
  return save(context, 'update');
}

export async function upsertMany(context: DoorContext): Promise<DoorResponse> {
  return save(context, 'upsert', context.parameters.field);
}

/** `?ids=…&fields=…`: null stands for a record that is not there. */
export async function readMany({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const list = (name: string): string[] => (request.query.get(name) ?? '').split(',').filter((item) => item !== '');
  const fields = list('fields');
  if (fields.length === 0) throw new ApiError(400, 'INVALID_INPUT', 'The "fields" parameter is required.');
  checkCount(list('ids').length);
  const records = [];
  for (const id of list('ids')) records.push(await recordOrNull(() => org.retrieve(session, object, id, fields)));
  return json(200, records);
}

async function recordOrNull(read: () => Promise<JsonRecord>): Promise<JsonRecord | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export async function deleteMany({ org, session, request }: DoorContext): Promise<DoorResponse> {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  checkCount(ids.length);
  const records = ids.map((id) => {
    const object = org.schema.objectByPrefix(id.slice(0, 3));
    if (object === undefined) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${id}`);
    return { Id: id, attributes: { type: object.name } };
  });
  const allOrNone = request.query.get('allOrNone') === 'true';
  return json(200, (await org.dml(session, { operation: 'delete', records, allOrNone })).map(row));
}

async function save(
  { org, session, request }: DoorContext,
  operation: DmlCall['operation'],
  externalIdField?: string,
): Promise<DoorResponse> {
  const body = jsonBody(request) as { allOrNone?: boolean; records?: Array<JsonRecord & { id?: string }> };
  if (!Array.isArray(body.records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The "records" array is required.');
  checkCount(body.records.length);
  const records = body.records.map(({ id, ...rest }) => (id === undefined ? rest : { ...rest, Id: id }));
  const results = await org.dml(session, { operation, records, allOrNone: body.allOrNone === true, externalIdField });
  return json(200, results.map(row));
}

function checkCount(count: number): void {
  if (count === 0) throw new ApiError(400, 'INVALID_INPUT', 'At least one record is required.');
  if (count > MAXIMUM_RECORDS) {
    throw new ApiError(
      400,
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAXIMUM_RECORDS} records into this call`,
    );
  }
}

export function row(result: DmlRowResult): JsonRecord {
  const created = result.isCreated === undefined ? {} : { created: result.isCreated };
  const id = result.id === null ? {} : { id: result.id };
  return { ...id, success: result.isSuccess, errors: result.errors, ...created };
}
