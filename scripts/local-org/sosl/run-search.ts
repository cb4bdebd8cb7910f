/**
 * Runs a search: the words of every visible row's text fields are held against the term, then the rows that match are
 * queried as RETURNING says. There is no index and no relevance: rows come in the order of the query.
 */
import type {
  Identifier,
  SoqlCondition,
  SoqlLiteral,
  SoqlQuery,
  SoqlSelectItem,
  SoslQuery,
  SoslReturning,
  SoslWith,
} from '../apex/ast.ts';
import { ApexList } from '../library/core/apex-list.ts';
import { listType, SOBJECT_TYPE } from '../library/core/runtime-type.ts';
import type { SObjectRecord } from '../library/core/sobject-record.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';
import { runQuery, type QueryOptions } from '../soql/index.ts';
import { noSuchObject } from '../soql/query-error.ts';
import { bindValues, numberOf } from '../soql/values.ts';
import { unsupported } from '../unsupported.ts';
import { matchesTerm, parseTerm, wordsOf, type SearchTerm } from './search-term.ts';
import { isSearchable, searchedFields } from './searchable.ts';

export interface SearchOptions extends QueryOptions {
  /** Of Test.setFixedSearchResults: these rows match, whatever the term says. */
  readonly fixedIds?: readonly string[];
}

/** Rows of one search (SOSL Reference, "LIMIT"). */
const MAXIMUM_ROWS = 2000;
/** They say how the platform searches or shows what it has found, and change no row. */
const HARMLESS: ReadonlySet<string> = new Set(['spell_correction', 'metadata', 'user_mode', 'system_mode']);
const PLACE = { start: 0, end: 0 };

/** Runs a search. @returns one list of records for each object of RETURNING, in its order. */
export function runSearch(tree: SoslQuery, options: SearchOptions): ApexList {
  const search = { tree, options: optionsOf(tree, options), term: parseTerm(termText(tree, options)) };
  let rest = Math.min(MAXIMUM_ROWS, tree.limit === undefined ? MAXIMUM_ROWS : numberOf(tree.limit, options, 'LIMIT'));
  const lists: ApexList[] = [];
  for (const returning of tree.returning.length > 0 ? tree.returning : everything(options)) {
    const found = searchObject(search, returning);
    if (found.items.length > rest) found.items.length = rest;
    rest -= found.items.length;
    if (tree.returning.length > 0 || found.items.length > 0) lists.push(found);
  }
  return new ApexList(listType(SOBJECT_TYPE), lists);
}

interface Search {
  readonly tree: SoslQuery;
  readonly options: SearchOptions;
  readonly term: SearchTerm;
}

function termText({ find }: SoslQuery, options: SearchOptions): string {
  if (find.kind === 'SoqlLiteral') return find.value;
  const value = bindValues(find, options)[0];
  return typeof value === 'string' ? value : '';
}

/** Rows of a search do not count as rows of queries. */
function optionsOf(tree: SoslQuery, options: SearchOptions): SearchOptions {
  for (const clause of tree.with) refuseUnsupported(clause, options);
  const isSystemMode = tree.with.some((clause) => clause.name === 'system_mode');
  return { ...options, maximumRows: undefined, canRead: isSystemMode ? undefined : options.canRead };
}

function refuseUnsupported(clause: SoslWith, options: SearchOptions): void {
  if (!HARMLESS.has(clause.name)) unsupported(`WITH ${clause.name.toUpperCase()} in a search`);
  if (clause.name === 'user_mode' && options.canRead === undefined)
    unsupported('WITH USER_MODE in a search that runs in system mode');
}

function everything(options: SearchOptions): SoslReturning[] {
  const { canRead } = options;
  return options.schema.objects
    .filter((object) => isSearchable(object) && (canRead === undefined || canRead(object, undefined)))
    .map((object) => ({
      kind: 'SoslReturning',
      object: identifier(object.name),
      fields: [],
      listView: undefined,
      where: undefined,
      orderBy: [],
      limit: undefined,
      offset: undefined,
      ...PLACE,
    }));
}

function searchObject(search: Search, returning: SoslReturning): ApexList {
  if (returning.listView !== undefined) unsupported('USING ListView in a search');
  const { options } = search;
  const object = options.schema.object(returning.object.name);
  if (object === undefined) throw noSuchObject(returning.object.name, returning.object.start);
  const fixed = options.fixedIds?.filter((id) => id.startsWith(object.keyPrefix));
  const among = idsAre(fixed ?? matchingIds(search, object));
  const where: SoqlCondition =
    returning.where === undefined
      ? among
      : { kind: 'SoqlLogical', operator: 'and', operands: [among, returning.where], ...PLACE };
  const select = returning.fields.length === 0 ? [selected('Id')] : returning.fields;
  const { orderBy, limit, offset } = returning;
  return runQuery({ ...queryOf(returning.object, select), where, orderBy, limit, offset }, options).records;
}

/** Fields that the user may not read are not searched; which rows are visible is the query's affair. */
function matchingIds({ tree, options, term }: Search, object: ObjectDescribe): string[] {
  const fields = searchedFields(object, tree.group).filter((field) => options.canRead?.(object, field) ?? true);
  if (fields.length === 0) return [];
  const query = queryOf(identifier(object.name), [selected('Id'), ...fields.map((field) => selected(field.name))]);
  const { records } = runQuery(query, { ...options, canRead: undefined });
  return (records.items as SObjectRecord[])
    .filter((record) => matchesTerm(term, fieldWords(record, fields)))
    .map((record) => record.id!);
}

function fieldWords(record: SObjectRecord, fields: readonly FieldDescribe[]): string[][] {
  const lists: string[][] = [];
  for (const field of fields) {
    const value = record.slots[field.index];
    if (typeof value !== 'string') continue;
    lists.push(wordsOf(value));
    // A phone number is found by its digits too, however it is written.
    if (field.type === 'PHONE') lists.push([value.replace(/\D/g, '')]);
  }
  return lists;
}

// -------------------------------------------------------------------------------------------------- Pieces of trees

function identifier(name: string): Identifier {
  return { kind: 'Identifier', name, ...PLACE };
}

function selected(name: string): SoqlSelectItem {
  return {
    kind: 'SoqlSelectField',
    path: { kind: 'SoqlFieldPath', names: [identifier(name)], ...PLACE },
    alias: undefined,
    ...PLACE,
  };
}

function idsAre(ids: readonly string[]): SoqlCondition {
  const values = ids.map((value): SoqlLiteral => ({
    kind: 'SoqlLiteral',
    type: 'String',
    value,
    n: undefined,
    ...PLACE,
  }));
  const left = { kind: 'SoqlFieldPath' as const, names: [identifier('Id')], ...PLACE };
  return { kind: 'SoqlComparison', left, operator: 'in', right: { kind: 'SoqlList', values, ...PLACE }, ...PLACE };
}

function queryOf(object: Identifier, select: SoqlSelectItem[]): SoqlQuery {
  return {
    kind: 'SoqlQuery',
    select,
    from: [
      { kind: 'SoqlFrom', path: { kind: 'SoqlFieldPath', names: [object], ...PLACE }, alias: undefined, ...PLACE },
    ],
    scope: undefined,
    where: undefined,
    with: undefined,
    groupBy: undefined,
    having: undefined,
    orderBy: [],
    limit: undefined,
    offset: undefined,
    for: [],
    update: [],
    allRows: false,
    ...PLACE,
  };
}
