/** SOQL, SOSL and single records as the REST API answers them. */
import { ApexSyntaxError, parseQuery } from '../../apex/index.ts';
import type { SoqlQuery } from '../../apex/ast.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import { QueryError } from '../../soql/index.ts';
import { withPosition } from '../../soql/query-error.ts';
import { ApiError, type JsonRecord, type QueryAnswer, type Session } from '../local-org.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { queryWithOptions } from '../engine/queries.ts';
import { locationsAmong, withLocations, withParts } from './location-fields.ts';
import { columnsOf } from './query-columns.ts';
import { recordJson } from './record-json.ts';
import { API_SITE, userOf } from './request-world.ts';

export interface QueryRequestOptions {
  readonly allRows?: boolean;
  readonly tooling?: boolean;
}

export function answerQuery(
  engine: OrgEngine,
  session: Session,
  soql: string,
  options: QueryRequestOptions,
): QueryAnswer {
  const user = userOf(engine, session);
  const tree = parseOrRefuse(soql);
  return engine.runTransaction({ kind: 'api', user }, () => {
    try {
      const result = queryWithOptions(engine, tree, API_SITE, { allRows: options.allRows === true });
      const entityName = result.objectName;
      if (result.count !== undefined) return { totalSize: result.count, records: [], columns: [], entityName };
      const records = result.records.items.map((record) => recordJson(engine.schema, record as SObjectRecord, tree));
      return { totalSize: records.length, records, columns: columnsOf(engine.schema, tree), entityName };
    } catch (error) {
      throw queryRefusal(error, soql);
    }
  });
}

function parseOrRefuse(soql: string): SoqlQuery {
  try {
    return parseQuery(soql);
  } catch (error) {
    throw queryRefusal(error, soql);
  }
}

function queryRefusal(error: unknown, soql: string): unknown {
  if (error instanceof ApexSyntaxError) return new ApiError(400, 'MALFORMED_QUERY', error.message);
  if (error instanceof QueryError) return new ApiError(400, error.errorCode, withPosition(error, soql));
  return error;
}

export function answerSearch(engine: OrgEngine, session: Session, sosl: string): readonly JsonRecord[] {
  const user = userOf(engine, session);
  return engine.runTransaction({ kind: 'api', user }, () => {
    const lists = engine.host.search(sosl, (() => null) as never, API_SITE, 'user');
    return lists.items.flatMap((list) =>
      (list as { items: SObjectRecord[] }).items.map((record) => recordJson(engine.schema, record)),
    );
  });
}

export function retrieveRecord(
  engine: OrgEngine,
  session: Session,
  objectName: string,
  id: string,
  fields?: readonly string[],
): JsonRecord {
  const user = userOf(engine, session);
  const object = engine.schema.object(objectName);
  if (object === undefined) throw notFound();
  const readable = object.fields
    .filter((field) => engine.permissions.canAccessField(user, object, field, 'read'))
    .map((field) => field.name);
  const chosen = fields === undefined || fields.length === 0 ? readable : fields;
  if (!/^[A-Za-z0-9]{15,18}$/.test(id)) throw notFound();
  const locations = locationsAmong(object, chosen);
  const asked = withParts(chosen, locations);
  const names = asked.some((name) => name.toLowerCase() === 'id') ? asked : ['Id', ...asked];
  const answer = answerQuery(engine, session, `SELECT ${names.join(', ')} FROM ${object.name} WHERE Id = '${id}'`, {});
  const [record] = answer.records;
  if (record === undefined) throw notFound();
  return withLocations(record, chosen, locations);
}

function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
