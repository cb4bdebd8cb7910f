/** Runs a query: plan, SQL, rows, records; child lists by a second query keyed by the parents. */
import type { Identifier, SoqlOrderItem, SoqlQuery } from '../apex/ast.ts';
import { quote, type SqlRow } from '../database/connection.ts';
import { ApexList } from '../library/core/apex-list.ts';
import { sobjectType } from '../library/core/runtime-type.ts';
import type { SObjectRecord } from '../library/core/sobject-record.ts';
import type { ObjectDescribe } from '../metadata/schema.ts';
import { unsupported } from '../unsupported.ts';
import {
  aggregateColumn,
  columnIn,
  groupingSets,
  groupsOf,
  isAggregateQuery,
  resultColumns,
  resultObject,
  resultRecord,
} from './aggregates.ts';
import { conditionSql, rowConditions, type ConditionContext } from './conditions.ts';
import { functionColumn, isAggregateCall } from './functions.ts';
import { noSuchObject, noSuchRelationship, QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import { RecordShape } from './record-shape.ts';
import { collated, Scope, sortExpression } from './scope.ts';
import { useFunctions } from './sql-functions.ts';
import { Statement } from './statement.ts';
import { numberOf } from './values.ts';

export interface QueryRows {
  readonly records: ApexList;
  /** Rows that count against the limit: records, their child records, and rows that were aggregated. */
  readonly rowsRead: number;
}

/** A restriction that the planner adds itself: children of these parents. */
interface Keyed {
  readonly field: string;
  readonly ids: readonly string[];
}

/** Runs a query without COUNT(). @throws QueryError in the platform's words. */
export function runQuery(query: SoqlQuery, options: QueryOptions): QueryRows {
  const object = objectOf(query.from[0]!.path.names.at(-1)!, options);
  refuseUnsupported(query);
  return isAggregateQuery(query) ? runAggregate(query, object, options) : runPlain(query, object, options);
}

/** The answer to `SELECT COUNT() FROM …`. */
export function countRows(query: SoqlQuery, options: QueryOptions): number {
  refuseUnsupported(query);
  const context = open(query, objectOf(query.from[0]!.path.names.at(-1)!, options), options);
  const conditions = rowConditions(query, context);
  const limit = limitSql(query, context, undefined);
  const inner = `SELECT 1 FROM ${context.scope.fromClause()}${where(conditions)}${limit}`;
  return Number(execute(`SELECT count(*) FROM (${inner})`, context)[0]![0]);
}

function refuseUnsupported(query: SoqlQuery): void {
  if (query.with !== undefined && query.with.kind !== 'SoqlWithAccess')
    unsupported('WITH DATA CATEGORY and other filters in a query');
}

function objectOf(name: Identifier, options: QueryOptions): ObjectDescribe {
  const object = options.schema.object(name.name);
  if (object === undefined) throw noSuchObject(name.name, name.start);
  return object;
}

function open(query: SoqlQuery, object: ObjectDescribe, options: QueryOptions): ConditionContext {
  const statement = new Statement();
  const scope = new Scope(object, options, statement, []);
  scope.addNames(query);
  return { scope, options, statement };
}

function execute(sql: string, { options, scope, statement }: ConditionContext): SqlRow[] {
  useFunctions(options, scope.formulas);
  return options.database.connection.all(sql, ...statement.values);
}

// ------------------------------------------------------------------------------------------------ Plain queries

function runPlain(query: SoqlQuery, object: ObjectDescribe, options: QueryOptions): QueryRows {
  const { records, rows, shape } = selectRecords(query, object, options, undefined);
  let rowsRead = rows.length;
  for (const subquery of shape.subqueries) rowsRead += attachChildren(subquery, object, records, options);
  return { records: new ApexList(sobjectType(object.name), records), rowsRead };
}

interface Selected {
  readonly records: SObjectRecord[];
  readonly rows: SqlRow[];
  readonly shape: RecordShape;
}

function selectRecords(
  query: SoqlQuery,
  object: ObjectDescribe,
  options: QueryOptions,
  keyed: Keyed | undefined,
): Selected {
  const context = open(query, object, options);
  const shape = new RecordShape(query, context.scope, options, context.statement);
  const keyColumn = keyed === undefined ? [] : [`${context.scope.alias}.${quote(keyed.field)}`];
  const conditions = rowConditions(query, context);
  if (keyed !== undefined) conditions.push(`${keyColumn[0]} IN ${context.statement.bindList(keyed.ids)}`);
  const order = orderSql(query.orderBy, context);
  // Limits of child lists hold for each parent, so they are applied to the lists.
  const limit = keyed === undefined ? limitSql(query, context, options.maximumRows) : '';
  const columns = [...shape.columns, ...keyColumn];
  const rows = execute(
    `SELECT ${columns.join(', ')} FROM ${context.scope.fromClause()}${where(conditions)}${order}${limit}`,
    context,
  );
  return { records: rows.map((row) => shape.build(row)), rows, shape };
}

/** @returns the number of child rows read. */
function attachChildren(
  query: SoqlQuery,
  parent: ObjectDescribe,
  parents: readonly SObjectRecord[],
  options: QueryOptions,
): number {
  const name = query.from[0]!.path.names.at(-1)!;
  const relationship = parent.childRelationships.find((child) => child.name?.toLowerCase() === name.name.toLowerCase());
  if (relationship === undefined) throw noSuchRelationship(name.name, parent.name, name.start);
  const object = options.schema.object(relationship.childObject)!;
  if (isAggregateQuery(query))
    throw new QueryError('MALFORMED_QUERY', 'Aggregate functions are not allowed in a child query', query.start);
  const keyed = { field: relationship.field, ids: parents.map((record) => record.id!) };
  const { records, rows, shape } = selectRecords(query, object, options, keyed);
  let rowsRead = rows.length;
  for (const subquery of shape.subqueries) rowsRead += attachChildren(subquery, object, records, options);
  const byParent = new Map<string, SObjectRecord[]>();
  rows.forEach((row, at) => {
    const key = String(row.at(-1));
    const list = byParent.get(key);
    if (list === undefined) byParent.set(key, [records[at]!]);
    else list.push(records[at]!);
  });
  const offset = query.offset === undefined ? 0 : numberOf(query.offset, options, 'OFFSET');
  const limit = query.limit === undefined ? Number.POSITIVE_INFINITY : numberOf(query.limit, options, 'LIMIT');
  for (const record of parents) {
    const list = byParent.get(record.id!) ?? [];
    record.setChildList(relationship.name!, new ApexList(sobjectType(object.name), list.slice(offset, offset + limit)));
  }
  return rowsRead;
}

// -------------------------------------------------------------------------------------------- Aggregate queries

function runAggregate(query: SoqlQuery, object: ObjectDescribe, options: QueryOptions): QueryRows {
  const context = open(query, object, options);
  const { scope, statement } = context;
  const groups = groupsOf(query, scope, options, statement);
  const columns = resultColumns(query, scope, options, statement, groups);
  const conditions = where(rowConditions(query, context));
  const having = query.having === undefined ? '' : ` HAVING ${conditionSql(query.having, context)}`;
  const order = query.orderBy.map((item) => orderTerm(item, context));
  const parts = groupingSets(query.groupBy?.mode, groups).map((set) => {
    const sorted = order.map(({ sql, group }) => (groups.includes(group) && !set.includes(group) ? 'NULL' : sql));
    const select = [...columns.map((column) => columnIn(set, column)), 'count(*)', ...sorted].join(', ');
    const grouping = set.length === 0 ? '' : ` GROUP BY ${set.join(', ')}`;
    return `SELECT ${select} FROM ${scope.fromClause()}${conditions}${grouping}${having}`;
  });
  // Columns to sort by come last, and are named by their places: that holds for one set and for several.
  const places = order.map(({ direction }, at) => `${columns.length + 2 + at} ${direction}`);
  const orderBy = places.length === 0 ? '' : ` ORDER BY ${places.join(', ')}`;
  const rows = execute(`${parts.join(' UNION ALL ')}${orderBy}${limitSql(query, context, undefined)}`, context);
  const resultType = resultObject(columns, options);
  const records = rows.map((row) => resultRecord(resultType, columns, row));
  const rowsRead = rows.reduce((sum, row) => sum + Number(row[columns.length]), 0);
  return { records: new ApexList(sobjectType('AggregateResult'), records), rowsRead };
}

// ------------------------------------------------------------------------------------------------------ Clauses

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** Ties, and queries without an order, go by id, so that a run can be repeated. */
function orderSql(items: readonly SoqlOrderItem[], context: ConditionContext): string {
  const parts = items.map((item) => {
    const { sql, direction } = orderTerm(item, context);
    return `${sql} ${direction}`;
  });
  return ` ORDER BY ${[...parts, `${context.scope.alias}."Id"`].join(', ')}`;
}

interface OrderTerm {
  readonly sql: string;
  /** The same column as GROUP BY has it. */
  readonly group: string;
  readonly direction: string;
}

/** Nulls come first unless the query says otherwise, descending too (reference: contested for DESC, flagged for an org check). */
function orderTerm(item: SoqlOrderItem, { scope, options, statement }: ConditionContext): OrderTerm {
  const column =
    item.by.kind === 'SoqlFieldPath'
      ? scope.column(item.by.names)
      : isAggregateCall(item.by)
        ? aggregateColumn(item.by, scope)
        : functionColumn(item.by, scope, options, statement);
  if (item.by.kind === 'SoqlFieldPath' && !column.field.isSortable)
    throw new QueryError(
      'MALFORMED_QUERY',
      `field '${column.field.name}' can not be sorted in a query call`,
      item.start,
    );
  const nulls = item.nulls === 'last' ? 'LAST' : 'FIRST';
  const direction = `${item.descending ? 'DESC' : 'ASC'} NULLS ${nulls}`;
  return { sql: sortExpression(column), group: collated(column), direction };
}

/** Bound, not written: what is left of a limit differs with each query, and the text should not. */
function limitSql(query: SoqlQuery, { options, statement }: ConditionContext, maximumRows: number | undefined): string {
  const asked = query.limit === undefined ? undefined : numberOf(query.limit, options, 'LIMIT');
  const most = maximumRows === undefined ? undefined : Math.max(0, maximumRows) + 1;
  const limit = asked === undefined ? most : most === undefined ? asked : Math.min(asked, most);
  const offset = query.offset === undefined ? 0 : numberOf(query.offset, options, 'OFFSET');
  if (limit === undefined && offset === 0) return '';
  return ` LIMIT ${statement.bind(limit ?? -1)}${offset > 0 ? ` OFFSET ${statement.bind(offset)}` : ''}`;
}
