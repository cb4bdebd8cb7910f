/** Aggregate functions, and queries with GROUP BY: each row is an AggregateResult with a field for each alias. */
import type { Identifier, SoqlFunctionCall, SoqlQuery, SoqlSelectItem } from '../apex/ast.ts';
import { columnExpression, decodeValue } from '../database/value-codec.ts';
import type { SqlRow } from '../database/connection.ts';
import { ApexDouble } from '../library/core/decimal.ts';
import { SObjectRecord } from '../library/core/sobject-record.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';
import { functionColumn, functionName, isAggregateCall, pathOf } from './functions.ts';
import { QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import { collated, type Column, type Scope } from './scope.ts';
import type { Statement } from './statement.ts';

/** A column of the result: how it is selected, and what its value becomes. */
export interface ResultColumn {
  readonly name: string;
  readonly sql: string;
  readonly field: FieldDescribe;
  readonly decode: (value: SqlRow[number]) => unknown;
  /** A field that is grouped by, or the one that GROUPING() asks about: the group's SQL. */
  readonly group?: string;
  readonly isGrouping?: boolean;
}

export function isAggregateQuery(query: SoqlQuery): boolean {
  return (
    query.groupBy !== undefined ||
    query.select.some((item) => item.kind === 'SoqlSelectFunction' && isAggregateCall(item.call))
  );
}

/** An aggregate function as a column, for SELECT, HAVING and ORDER BY. */
export function aggregateColumn(call: SoqlFunctionCall, scope: Scope): Column {
  const name = functionName(call);
  if (name === 'COUNT' && call.arguments.length === 0)
    return {
      field: counting(scope.object.fieldByName.get('id')!),
      object: scope.object,
      sql: 'count(*)',
      needsCollation: false,
    };
  const column = scope.column(pathOf(call));
  const { field } = column;
  switch (name) {
    case 'GROUPING':
      return { ...column, field: counting(field), sql: '0', needsCollation: false };
    case 'COUNT':
      return { ...column, field: counting(field), sql: `count(${column.sql})`, needsCollation: false };
    case 'COUNT_DISTINCT':
      return { ...column, field: counting(field), sql: `count(DISTINCT ${collated(column)})`, needsCollation: false };
    case 'SUM':
      requireNumber(field, call);
      return {
        ...column,
        field: { ...field, type: 'DOUBLE', apexType: 'Decimal', precision: 18 },
        sql: `sum(${column.sql})`,
        needsCollation: false,
      };
    case 'AVG':
      requireNumber(field, call);
      // AVG is a real number: the scale of the column is taken out of it here.
      return {
        ...column,
        field: { ...field, type: 'DOUBLE', apexType: 'Double', scale: 0 },
        sql: `(avg(${column.sql}) / ${10 ** field.scale}.0)`,
        needsCollation: false,
      };
    default:
      return { ...column, sql: `${name.toLowerCase()}(${collated(column)})`, needsCollation: column.needsCollation };
  }
}

function counting(field: FieldDescribe): FieldDescribe {
  return { ...field, type: 'INTEGER', apexType: 'Integer', scale: 0, isFilterable: true };
}

function requireNumber(field: FieldDescribe, call: SoqlFunctionCall): void {
  if (['INTEGER', 'LONG', 'DOUBLE', 'CURRENCY', 'PERCENT'].includes(field.type)) return;
  throw new QueryError(
    'MALFORMED_QUERY',
    `field ${field.name} does not support aggregate operator ${functionName(call)}`,
    call.start,
  );
}

/** The columns of an aggregate query, with the aliases of the platform: `expr0` for a function without one. */
export function resultColumns(
  query: SoqlQuery,
  scope: Scope,
  options: QueryOptions,
  statement: Statement,
  groups: readonly string[],
): ResultColumn[] {
  let unnamed = 0;
  return query.select.map((item) => {
    if (item.kind === 'SoqlSelectField')
      return plainColumn(item.alias ?? item.path.names.at(-1)!, scope.column(item.path.names), groups, item);
    if (item.kind !== 'SoqlSelectFunction')
      throw new QueryError('MALFORMED_QUERY', 'Only fields and functions can be selected with GROUP BY', item.start);
    const name = item.alias?.name ?? `expr${unnamed++}`;
    const isAverage = functionName(item.call) === 'AVG';
    const column = isAggregateCall(item.call)
      ? aggregateColumn(item.call, scope)
      : functionColumn(item.call, scope, options, statement);
    return {
      name,
      sql: isAverage ? column.sql : columnExpression(column.field, column.sql),
      field: column.field,
      decode: (value) => (isAverage ? average(value) : decodeValue(column.field, value)),
      ...groupOf(item.call, column, scope, groups),
    };
  });
}

/** Date functions may be grouped by too; GROUPING() tells of a group whether the row leaves it out. */
function groupOf(
  call: SoqlFunctionCall,
  column: Column,
  scope: Scope,
  groups: readonly string[],
): Pick<ResultColumn, 'group' | 'isGrouping'> {
  if (functionName(call) === 'GROUPING') return { group: collated(scope.column(pathOf(call))), isGrouping: true };
  return groups.includes(collated(column)) ? { group: collated(column) } : {};
}

function plainColumn(name: Identifier, column: Column, groups: readonly string[], item: SoqlSelectItem): ResultColumn {
  if (!groups.includes(collated(column)))
    throw new QueryError('MALFORMED_QUERY', `Field must be grouped or aggregated: ${name.name}`, item.start);
  return {
    name: name.name,
    sql: columnExpression(column.field, column.sql),
    field: column.field,
    decode: (value) => decodeValue(column.field, value),
    group: collated(column),
  };
}

function average(value: SqlRow[number]): unknown {
  return value === null ? null : new ApexDouble(Number(value));
}

/** SQL of what the query groups by. */
export function groupsOf(query: SoqlQuery, scope: Scope, options: QueryOptions, statement: Statement): string[] {
  return (query.groupBy?.items ?? []).map((item) => {
    const column =
      item.kind === 'SoqlFieldPath' ? scope.column(item.names) : functionColumn(item, scope, options, statement);
    if (item.kind === 'SoqlFieldPath' && !column.field.isGroupable)
      throw new QueryError(
        'MALFORMED_QUERY',
        `field '${column.field.name}' can not be grouped in a query call`,
        item.start,
      );
    return collated(column);
  });
}

/** ROLLUP(a, b) groups by ab, a and nothing; CUBE(a, b) by ab, a, b and nothing. */
export function groupingSets(mode: 'plain' | 'rollup' | 'cube' | undefined, groups: readonly string[]): string[][] {
  if (mode === 'rollup') return [...groups, ''].map((_, dropped) => groups.slice(0, groups.length - dropped));
  if (mode !== 'cube') return [[...groups]];
  const all = Array.from({ length: 2 ** groups.length }, (_, mask) => mask);
  return all.map((mask) => groups.filter((_, at) => ((mask >> at) & 1) === 0));
}

/** A column as one grouping set has it: a group that it leaves out is null. */
export function columnIn(set: readonly string[], column: ResultColumn): string {
  if (column.group === undefined) return column.sql;
  const isIn = set.includes(column.group);
  if (column.isGrouping === true) return isIn ? '0' : '1';
  return isIn ? column.sql : 'NULL';
}

/** AggregateResult has the fields of its query, so each query has a describe of its own. */
export function resultObject(columns: readonly ResultColumn[], options: QueryOptions): ObjectDescribe {
  const fields = columns.map((column, index): FieldDescribe => ({
    ...column.field,
    index,
    name: column.name,
    formula: undefined,
  }));
  return {
    ...options.schema.object('AggregateResult')!,
    name: 'AggregateResult',
    fields,
    fieldByName: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parentByName: new Map(),
  };
}

export function resultRecord(object: ObjectDescribe, columns: readonly ResultColumn[], row: SqlRow): SObjectRecord {
  const record = new SObjectRecord(object, true);
  columns.forEach((column, at) => (record.slots[at] = nullable(column, row[at]!)));
  return record;
}

/** A checkbox that is grouped by is false where null; an aggregate of nothing is null. */
function nullable(column: ResultColumn, value: SqlRow[number]): unknown {
  return value === null && column.field.type !== 'BOOLEAN' ? null : column.decode(value);
}
