/** One record at a time: POST, GET, PATCH and DELETE of /sobjects/{object}/…, by id or by external id. */
import type { DmlRowResult } from '../../library/host.ts';
import { ApiError, type JsonRecord, type LocalOrg } from '../../org/local-org.ts';
import { json, jsonBody, noContent, type DoorContext, type DoorRequest, type DoorResponse } from '../http.ts';

export async function create({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const record = { ...recordBody(request), attributes: { type: object } };
  const [result] = await org.dml(session, { operation: 'insert', records: [record], allOrNone: true });
  refuse(result!);
  return json(201, { id: result!.id, success: true, errors: [] });
}

export async function read({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  return json(200, await org.retrieve(session, object, parameters.id!, fieldList(request)));
}

export async function update({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const record = { ...recordBody(request, 'Id'), Id: parameters.id, attributes: { type: object } };
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
  const { org, session, request, parameters } = context;
  const object = objectName(org, parameters.object!);
  const found = await idsOf(context, object);
  if (found.length > 1)
    return json(
      300,
      found.map((id) => recordUrl(context, object, id)),
    );
  return json(200, await org.retrieve(session, object, found[0]!, fieldList(request)));
}

export async function upsertByExternalId({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const field = externalIdField(org, object, parameters.field!);
  const record: JsonRecord = { ...recordBody(request, field), [field]: parameters.value, attributes: { type: object } };
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
  const found = await idsOf(context, object);
  if (found.length > 1)
    return json(
      300,
      found.map((id) => recordUrl(context, object, id)),
    );
  const record = { Id: found[0], attributes: { type: object } };
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

function fieldList(request: DoorRequest): string[] | undefined {
  return request.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim());
}

/** The record in a body. What the address says already may not be said again. */
function recordBody(request: DoorRequest, ...inAddress: readonly string[]): Record<string, unknown> {
  const body = jsonBody(request);
  if (Array.isArray(body))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'Can not deserialize SObject out of START_ARRAY token');
  const again = Object.keys(body).find((name) => inAddress.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (again !== undefined)
    throw new ApiError(400, 'INVALID_FIELD', `The ${again} field should not be specified in the sobject data.`);
  return body;
}

/** @returns the field's API name as declared. @throws ApiError 404 unless it is an external id or a lookup key. */
function externalIdField(org: LocalOrg, object: string, name: string): string {
  const field = org.schema.object(object)?.fieldByName.get(name.toLowerCase());
  if (field !== undefined && (field.isExternalId || field.isIdLookup)) return field.name;
  throw new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
}

/** Several records may share an external id that is not unique. @throws ApiError 404 when there is none. */
async function idsOf({ org, session, parameters }: DoorContext, object: string): Promise<string[]> {
  const field = externalIdField(org, object, parameters.field!);
  const value = parameters.value!.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const { records } = await org.query(session, `SELECT Id FROM ${object} WHERE ${field} = '${value}'`);
  if (records.length === 0) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return records.map((record) => String(record.Id));
}

function recordUrl({ parameters }: DoorContext, object: string, id: string): string {
  return `/services/data/${parameters.version}/sobjects/${object}/${id}`;
}

function refuse(result: DmlRowResult): void {
  if (result.isSuccess) return;
  const [error] = result.errors;
  const status = error!.statusCode === 'NOT_FOUND' || error!.statusCode === 'ENTITY_IS_DELETED' ? 404 : 400;
  throw new ApiError(status, error!.statusCode, error!.message, error!.fields);
}
