/** SOQL and SOSL of running code: access, sharing, limits, and the exceptions of Apex. */
import { parseQuery, parseSearch } from '../../apex/index.ts';
import type { SoqlBind, SoqlQuery, SoslQuery } from '../../apex/ast.ts';
import { ApexList } from '../../library/core/apex-list.ts';
import type { AccessMode, CallSite } from '../../library/host.ts';
import { QueryError, countRows, runQuery, type QueryOptions } from '../../soql/index.ts';
import { runSearch } from '../../sosl/index.ts';
import { ApexSyntaxError } from '../../apex/index.ts';
import { QueryException } from '../../library/core/exceptions.ts';
import { accessModeOf, enforcesSharing } from '../access/permissions.ts';
import { LockTimeoutError } from './data-session.ts';
import { globalValue } from './formulas.ts';
import type { OrgEngine } from './org-engine.ts';

const MAXIMUM_CACHED_QUERIES = 500;
const parsed = new Map<string, SoqlQuery>();

type BindByIndex = (index: number) => unknown;
type BindByName = (name: string) => unknown;

export function query(
  engine: OrgEngine,
  soql: SoqlQuery,
  binds: BindByIndex,
  site: CallSite,
  accessMode?: AccessMode,
): ApexList {
  return run(engine, soql, (bind) => binds(bind.index!), site, accessMode);
}

export function queryText(
  engine: OrgEngine,
  text: string,
  binds: BindByName,
  site: CallSite,
  accessMode?: AccessMode,
): ApexList {
  return run(engine, parse(text), (bind) => binds(bindName(bind, text)), site, accessMode);
}

export function countQuery(
  engine: OrgEngine,
  soql: SoqlQuery | string,
  binds: (key: never) => unknown,
  site: CallSite,
  accessMode?: AccessMode,
): number {
  const isText = typeof soql === 'string';
  const tree = isText ? parse(soql) : soql;
  const bindOf = (bind: SoqlBind): unknown =>
    isText ? (binds as BindByName)(bindName(bind, soql)) : (binds as BindByIndex)(bind.index!);
  begin(engine, tree, site);
  return translated(engine, () => {
    const count = countRows(tree, optionsFor(engine, tree, bindOf, site, accessMode));
    engine.transaction.limits.add('QueryRows', 1);
    return count;
  });
}

export interface ApiQueryResult {
  readonly records: ApexList;
  readonly objectName: string;
  /** Of `SELECT COUNT() …`. */
  readonly count: number | undefined;
}

/** A query of the APIs: no binds, user mode unless the query says otherwise. */
export function queryWithOptions(
  engine: OrgEngine,
  tree: SoqlQuery,
  site: CallSite,
  more: { readonly allRows: boolean },
): ApiQueryResult {
  const options = { ...optionsFor(engine, tree, () => null, site, 'user'), allRows: more.allRows || tree.allRows };
  const objectName = engine.schema.object(tree.from[0]?.path.names.at(-1)?.name ?? '')?.name ?? '';
  if (isPlainCount(tree)) return { records: new ApexList(), objectName, count: countRows(tree, options) };
  return { records: runQuery(tree, options).records, objectName, count: undefined };
}

function isPlainCount(tree: SoqlQuery): boolean {
  const [item] = tree.select;
  return (
    tree.select.length === 1 &&
    item?.kind === 'SoqlSelectFunction' &&
    item.call.name.name.toLowerCase() === 'count' &&
    item.call.arguments.length === 0
  );
}

export function search(
  engine: OrgEngine,
  sosl: SoslQuery | string,
  binds: (key: never) => unknown,
  site: CallSite,
  accessMode?: AccessMode,
): ApexList {
  engine.transaction.limits.add('SoslQueries');
  const isText = typeof sosl === 'string';
  return translated(engine, () => {
    const tree = isText ? parseSearch(sosl) : sosl;
    const bindOf = (bind: SoqlBind): unknown =>
      isText ? (binds as BindByName)(bindName(bind, sosl)) : (binds as BindByIndex)(bind.index!);
    // In a test a search finds only what Test.setFixedSearchResults names.
    const fixed = engine.tests.isRunning ? (engine.transaction.fixedSearchResults ?? []) : undefined;
    return runSearch(tree, { ...baseOptions(engine, bindOf, site, accessMode), fixedIds: fixed });
  });
}

function run(
  engine: OrgEngine,
  tree: SoqlQuery,
  bindOf: (bind: SoqlBind) => unknown,
  site: CallSite,
  accessMode?: AccessMode,
): ApexList {
  begin(engine, tree, site);
  return translated(engine, () => {
    const result = runQuery(tree, optionsFor(engine, tree, bindOf, site, accessMode));
    const { limits } = engine.transaction;
    limits.add('QueryRows', Math.max(result.rowsRead, 0));
    limits.checkCpu();
    return result.records;
  });
}

/** Custom metadata is not counted as a query, unless long text areas are asked for (Apex Developer Guide, "Governor Limits"). */
function begin(engine: OrgEngine, tree: SoqlQuery, _site: CallSite): void {
  const name = tree.from[0]?.path.names.at(-1)?.name ?? '';
  if (!name.toLowerCase().endsWith('__mdt') || asksForLongText(engine, tree, name))
    engine.transaction.limits.add('Queries');
  for (const item of tree.select) if (item.kind === 'SoqlSubquery') engine.transaction.limits.add('AggregateQueries');
  if (!tree.for.includes('update')) return;
  try {
    engine.data.ensureWriting();
  } catch (error) {
    if (!(error instanceof LockTimeoutError)) throw error;
    throw new QueryException(
      'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
    );
  }
}

function asksForLongText(engine: OrgEngine, tree: SoqlQuery, name: string): boolean {
  const object = engine.schema.object(name);
  return tree.select.some((item) => {
    if (item.kind !== 'SoqlSelectField' || item.path.names.length !== 1) return false;
    const field = object?.fieldByName.get(item.path.names[0]!.name.toLowerCase());
    return field?.type === 'TEXTAREA' && field.length > 255;
  });
}

function optionsFor(
  engine: OrgEngine,
  tree: SoqlQuery,
  bindOf: (bind: SoqlBind) => unknown,
  site: CallSite,
  accessMode?: AccessMode,
): QueryOptions {
  const stated = tree.with?.kind === 'SoqlWithAccess' ? tree.with.mode : undefined;
  if (stated === 'security_enforced') {
    const { user } = engine.transaction;
    return {
      ...baseOptions(engine, bindOf, site, accessMode),
      canRead: canReadAs(engine, user),
      accessErrors: 'security-enforced',
    };
  }
  return baseOptions(
    engine,
    bindOf,
    site,
    stated === 'user_mode' ? 'user' : stated === 'system_mode' ? 'system' : accessMode,
  );
}

function canReadAs(engine: OrgEngine, user: OrgEngine['transaction']['user']): NonNullable<QueryOptions['canRead']> {
  return (object, field) =>
    field === undefined
      ? engine.permissions.canAccessObject(user, object, 'read')
      : engine.permissions.canAccessField(user, object, field, 'read');
}

function baseOptions(
  engine: OrgEngine,
  bindOf: (bind: SoqlBind) => unknown,
  site: CallSite,
  accessMode?: AccessMode,
): QueryOptions {
  const { user } = engine.transaction;
  const mode = accessModeOf(site, accessMode);
  return {
    database: engine.database,
    schema: engine.schema,
    binds: bindOf,
    user: { id: user.id, timeZone: user.timeZone, global: (name) => globalValue(engine, name) },
    now: engine.clock.now(),
    rowFilter: enforcesSharing(site, mode) ? (object) => engine.sharing.rowFilter(user, object) : undefined,
    canRead: mode === 'user' ? canReadAs(engine, user) : undefined,
    apiVersion: site.apiVersion,
    maximumRows: engine.transaction.limits.maximum('QueryRows') - engine.transaction.limits.get('QueryRows'),
  };
}

function parse(text: string): SoqlQuery {
  let tree = parsed.get(text);
  if (tree === undefined) {
    try {
      tree = parseQuery(text);
    } catch (error) {
      if (error instanceof ApexSyntaxError) throw new QueryException(error.message);
      throw error;
    }
    if (parsed.size >= MAXIMUM_CACHED_QUERIES) parsed.delete(parsed.keys().next().value!);
    parsed.set(text, tree);
  }
  return tree;
}

/** The text after the colon, as the library looks variables up. */
function bindName(bind: SoqlBind, text: string): string {
  return text.slice(bind.expression.start, bind.expression.end);
}

function translated<Result>(_engine: OrgEngine, body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof ApexSyntaxError) throw new QueryException(error.message);
    if (!(error instanceof QueryError)) throw error;
    const exception = new QueryException(error.message);
    throw exception;
  }
}
