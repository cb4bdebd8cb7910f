/** POST /composite/tree/{object}: what `sf data import tree` sends. All records or none. */
import { ApiError, type JsonRecord } from '../../org/local-org.ts';
import { unsupported } from '../../unsupported.ts';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import { objectName } from './records.ts';

interface TreeRecord extends JsonRecord {
  readonly attributes?: { readonly type?: string; readonly referenceId?: string };
}

export async function importTree({ org, session, request, parameters }: DoorContext): Promise<DoorResponse> {
  const object = objectName(org, parameters.object!);
  const { records } = jsonBody(request) as { records?: TreeRecord[] };
  if (!Array.isArray(records) || records.length === 0)
    throw new ApiError(400, 'INVALID_INPUT', 'The "records" array is required.');
  const references = records.map((record) => record.attributes?.referenceId ?? '');
  if (records.some((record) => Object.values(record).some(isNested))) unsupported('nested records in /composite/tree');
  const rows = records.map(({ attributes, ...rest }) => ({
    ...rest,
    attributes: { type: attributes?.type ?? object },
  }));
  const results = await org.dml(session, { operation: 'insert', records: rows, allOrNone: true });
  if (results.every((result) => result.isSuccess)) {
    return json(201, {
      hasErrors: false,
      results: results.map((result, index) => ({ referenceId: references[index], id: result.id })),
    });
  }
  const failed = results.flatMap((result, index) =>
    result.isSuccess || result.errors[0]?.statusCode === 'ALL_OR_NONE_OPERATION_ROLLED_BACK'
      ? []
      : [{ referenceId: references[index], errors: result.errors }],
  );
  return json(400, { hasErrors: true, results: failed });
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'records' in value;
}
