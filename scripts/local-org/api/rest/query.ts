/** GET /query, /queryAll and the pages that follow; also /search. */
import { ApiError, type JsonRecord, type QueryAnswer } from '../../org/local-org.ts';
import { json, type DoorContext, type DoorRequest, type DoorResponse } from '../http.ts';

/** The platform's page, and the smallest that may be asked for (REST API Developer Guide, "Query Options Header"). */
const PAGE_SIZE = 2000;
const MINIMUM_PAGE_SIZE = 200;
const MAXIMUM_CURSORS = 50;

interface Cursor {
  readonly records: readonly JsonRecord[];
  readonly pageSize: number;
}

const cursors = new Map<string, Cursor>();

export async function query(context: DoorContext): Promise<DoorResponse> {
  return run(context, { allRows: false, tooling: false });
}

export async function queryAll(context: DoorContext): Promise<DoorResponse> {
  return run(context, { allRows: true, tooling: false });
}

export async function run(
  { org, session, request, parameters }: DoorContext,
  options: { readonly allRows: boolean; readonly tooling: boolean },
): Promise<DoorResponse> {
  const soql = request.query.get('q');
  if (soql === null) throw new ApiError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  const answer = await org.query(session, soql, options);
  if (request.query.get('columns') === 'true') return json(200, columnMetadata(answer));
  return json(200, firstPage(answer, org.newId('01g'), parameters.version ?? '', pageSize(request)));
}

export function nextPage({ parameters }: DoorContext): DoorResponse {
  const [locator = '', offsetText = ''] = (parameters.locator ?? '').split('-');
  const cursor = cursors.get(locator);
  if (cursor === undefined) throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return json(200, page(cursor, locator, Number(offsetText), parameters.version ?? ''));
}

export async function search({ org, session, request }: DoorContext): Promise<DoorResponse> {
  const sosl = request.query.get('q');
  if (sosl === null) throw new ApiError(400, 'MALFORMED_SEARCH', 'A search string has to be specified');
  return json(200, { searchRecords: await org.search(session, sosl) });
}

/** `Sforce-Query-Options: batchSize=200`. */
function pageSize(request: DoorRequest): number {
  const asked = /batchSize=(\d+)/i.exec(request.headers.get('sforce-query-options') ?? '')?.[1];
  return asked === undefined ? PAGE_SIZE : Math.min(PAGE_SIZE, Math.max(MINIMUM_PAGE_SIZE, Number(asked)));
}

function firstPage(answer: QueryAnswer, locator: string, version: string, pageSize: number): JsonRecord {
  if (answer.records.length <= pageSize) return { totalSize: answer.totalSize, done: true, records: answer.records };
  if (cursors.size >= MAXIMUM_CURSORS) cursors.delete(cursors.keys().next().value!);
  const cursor = { records: answer.records, pageSize };
  cursors.set(locator, cursor);
  return page(cursor, locator, 0, version);
}

function page(cursor: Cursor, locator: string, offset: number, version: string): JsonRecord {
  const end = offset + cursor.pageSize;
  const done = end >= cursor.records.length;
  const next = done ? {} : { nextRecordsUrl: `/services/data/${version}/query/${locator}-${end}` };
  return { totalSize: cursor.records.length, done, ...next, records: cursor.records.slice(offset, end) };
}

/** The CLI asks for the columns after every query with rows, to head its tables. */
function columnMetadata(answer: QueryAnswer): JsonRecord {
  return {
    columnMetadata: answer.columns,
    entityName: answer.entityName,
    groupBy: false,
    idSelected: true,
    keyPrefix: null,
  };
}
