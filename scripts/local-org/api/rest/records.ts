/** One record at a time: POST, GET, PATCH and DELETE of /sobjects/{object}/…, by id or by external id. */
import type { DmlRowResult } from '../../library/host.ts';
import { ApiError, type JsonRecord, type LocalOrg } from '../../org/local-org.ts';
import { json, jsonBody, noContent, type DoorContext, type DoorResponse } from '../http.ts';

export async function create({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const record = { ...jsonBody(request), attributes: { type: object } };
  const [result] = await org.dml(session, { operation: 'insert', records: [record], allOrNone: true });
  refuse(result!);
  return json(201, { id: result!.id, success: true, errors: [] });
}

export async function read({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const fields = request.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim());
  return json(200, await org.retrieve(session, object, parameters.id!, fields));
}

export async function update({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const record = { ...jsonBody(request), Id: parameters.id, attributes: { type: object } };
  const [result] = await org.dml(session, { operation: 'update', records: [record], allOrNone: true });
  refuse(result!);
  return noContent();
}

export async function remove({ org, session, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const record = { Id: parameters.id, attributes: { type: object } };
  const [result] = await org.dml(session, { operation: 'delete', records: [record], allOrNone: true });
  refuse(result!);
  return noContent();
}

export async function readByExternalId(context: DoorContext): Promise<DoorResponse> {
  const { org, session, parameters } = context;
  const object = objectName(org, parameters.object!);
  return json(200, await org.retrieve(session, object, await idOf(context, object)));
}

export async function upsertByExternalId({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const field = parameters.field!;
  const record: JsonRecord = { ...jsonBody(request), [field]: parameters.value, attributes: { type: object } };
  const [result] = await org.dml(session, {
    operation: 'upsert',
    records: [record],
    allOrNone: true,
    externalIdField: field,
  });
  refuse(result!);
  return json(result!.isCreated ? 201 : 200, { id: result!.id, success: true, errors: [], created: result!.isCreated });
}

export async function removeByExternalId(context: DoorContext): Promise<DoorResponse> {
  const { org, session, parameters } = context;
  const object = objectName(org, parameters.object!);
  const record = { Id: await idOf(context, object), attributes: { type: object } };
  const [result] = await org.dml(session, { operation: 'delete', records: [record], allOrNone: true });
  refuse(result!);
  return noContent();
}

/** @returns the object's API name as declared. @throws ApiError 404 NOT_FOUND, as the platform answers. */
export function objectName(org: LocalOrg, name: string): string {
  const describe = org.schema.object(name);
  if (describe === undefined) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return describe.name;
}

async function idOf({ org, session, parameters }: DoorContext, object: string): Promise<string> {
  const value = parameters.value!.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const { records } = await org.query(
    session,
    `SELECT Id FROM ${object} WHERE ${parameters.field} = '${value}' LIMIT 2`,
  );
  if (records.length !== 1)
    throw new ApiError(
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: ' + parameters.field,
    );
  return records[0]!.Id as string;
}

function refuse(result: DmlRowResult): void {
  if (result.isSuccess) return;
  const [error] = result.errors;
  const status = error!.statusCode === 'NOT_FOUND' || error!.statusCode === 'ENTITY_IS_DELETED' ? 404 : 400;
  throw new ApiError(status, error!.statusCode, error!.message, error!.fields);
}
