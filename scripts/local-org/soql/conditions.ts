/**
 * WHERE and HAVING in SQL. SOQL knows two truth values: `!=` and NOT IN keep rows whose field is null, `= ''` finds null
 * (SOQL Reference, "Comparison Operators"). Text compares without case unless the field is case-sensitive.
 */
import type { SoqlComparison, SoqlComparisonOperator, SoqlCondition, SoqlQuery, SoqlSemiJoin } from '../apex/ast.ts';
import type { SqlValue } from '../database/connection.ts';
import { aggregateColumn } from './aggregates.ts';
import { functionColumn, isAggregateCall } from './functions.ts';
import { noSuchObject, QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import { visibleRows } from './row-filter.ts';
import { collated, isCaseBlind, Scope, type Column } from './scope.ts';
import type { Statement } from './statement.ts';
import { operandsOf, type Operand } from './values.ts';

export interface ConditionContext {
  readonly scope: Scope;
  readonly options: QueryOptions;
  readonly statement: Statement;
}

export function conditionSql(condition: SoqlCondition, context: ConditionContext): string {
  switch (condition.kind) {
    case 'SoqlLogical':
      return `(${condition.operands.map((operand) => conditionSql(operand, context)).join(condition.operator === 'and' ? ' AND ' : ' OR ')})`;
    case 'SoqlNot':
      return `((${conditionSql(condition.operand, context)}) IS NOT TRUE)`;
    case 'SoqlComparison':
      return comparisonSql(condition, context);
  }
}

function comparisonSql(comparison: SoqlComparison, context: ConditionContext): string {
  const column = leftColumn(comparison, context);
  if (!column.field.isFilterable && comparison.left.kind === 'SoqlFieldPath') {
    throw new QueryError(
      'INVALID_FIELD',
      `field '${column.field.name}' can not be filtered in a query call`,
      comparison.left.start,
    );
  }
  if (comparison.right.kind === 'SoqlSemiJoin')
    return semiJoinSql(column, comparison.operator, comparison.right, context);
  const operands = operandsOf(comparison.right, column.field, context.options);
  switch (comparison.operator) {
    case 'in':
      return inSql(column, operands, context.statement);
    case 'not in':
      return notInSql(column, operands, context.statement);
    case 'like':
      return any(operands.map((operand) => likeSql(column, operand, context.statement)));
    case 'includes':
      return any(operands.map((operand) => includesSql(column, operand, context.statement)));
    case 'excludes':
      return `((${any(operands.map((operand) => includesSql(column, operand, context.statement)))}) IS NOT TRUE)`;
    default:
      return single(column, comparison.operator, operands, context.statement);
  }
}

function leftColumn({ left }: SoqlComparison, { scope, options, statement }: ConditionContext): Column {
  if (left.kind === 'SoqlFieldPath') return scope.column(left.names);
  return isAggregateCall(left) ? aggregateColumn(left, scope) : functionColumn(left, scope, options, statement);
}

/** A list after a simple operator compares with each of its values, as binds of one-element lists do. */
function single(
  column: Column,
  operator: SoqlComparisonOperator,
  operands: readonly Operand[],
  statement: Statement,
): string {
  if (operands.length === 0) return operator === '!=' ? '1' : '0';
  if (operands.length > 1)
    return operator === '!='
      ? notInSql(column, operands, statement)
      : any(operands.map((operand) => compareSql(column, operator, operand, statement)));
  return compareSql(column, operator, operands[0]!, statement);
}

function compareSql(column: Column, operator: SoqlComparisonOperator, operand: Operand, statement: Statement): string {
  if (operand.kind === 'range')
    return rangeSql(
      column.sql,
      operator,
      () => statement.bind(operand.start),
      () => statement.bind(operand.end),
    );
  if (operand.value === null)
    return operator === '=' ? `${column.sql} IS NULL` : operator === '!=' ? `${column.sql} IS NOT NULL` : '0';
  const { left, value } = sides(column, operand.value);
  const right = statement.bind(value);
  if (operator === '=') return `${left} = ${right}`;
  if (operator === '!=') return `${left} IS NOT ${right}`;
  return `${left} ${operator} ${right}`;
}

/** NOCASE folds ASCII only: text beyond it is folded on both sides. */
function sides(column: Column, value: SqlValue): { readonly left: string; readonly value: SqlValue } {
  if (typeof value === 'string' && isCaseBlind(column) && /[^\u0000-\u007f]/.test(value))
    return { left: `apex_ci(${column.sql})`, value: value.toLowerCase() };
  return { left: collated(column), value };
}

/** Only what the text uses is bound: SQLite refuses values without a place. */
function rangeSql(left: string, operator: SoqlComparisonOperator, start: () => string, end: () => string): string {
  switch (operator) {
    case '=':
      return `(${left} >= ${start()} AND ${left} < ${end()})`;
    case '!=':
      return `(${left} < ${start()} OR ${left} >= ${end()} OR ${left} IS NULL)`;
    case '<':
      return `${left} < ${start()}`;
    case '<=':
      return `${left} < ${end()}`;
    case '>':
      return `${left} >= ${end()}`;
    default:
      return `${left} >= ${start()}`;
  }
}

function inSql(column: Column, operands: readonly Operand[], statement: Statement): string {
  const ranges = operands
    .filter((operand) => operand.kind === 'range')
    .map((operand) => compareSql(column, '=', operand, statement));
  const values = valuesOf(operands);
  const parts = [...ranges];
  const present = values.filter((value) => value !== null);
  if (present.length > 0) parts.push(listSql(column, present, statement));
  if (present.length < values.length) parts.push(`${column.sql} IS NULL`);
  return any(parts);
}

function notInSql(column: Column, operands: readonly Operand[], statement: Statement): string {
  const hasNull = valuesOf(operands).includes(null);
  const inner = inSql(
    column,
    operands.filter((operand) => operand.kind === 'range' || operand.value !== null),
    statement,
  );
  const keepsNull = `((${inner}) IS NOT TRUE)`;
  return hasNull ? `(${column.sql} IS NOT NULL AND ${keepsNull})` : keepsNull;
}

function listSql(column: Column, values: readonly SqlValue[], statement: Statement): string {
  const isBeyondAscii =
    isCaseBlind(column) && values.some((value) => typeof value === 'string' && /[^\u0000-\u007f]/.test(value));
  if (isBeyondAscii)
    return `apex_ci(${column.sql}) IN ${statement.bindList(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)))}`;
  return `${collated(column)} IN ${statement.bindList(values)}`;
}

function valuesOf(operands: readonly Operand[]): SqlValue[] {
  return operands.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []));
}

/** The wildcards of SOQL are those of SQL, with a backslash to escape them. */
function likeSql(column: Column, operand: Operand, statement: Statement): string {
  if (operand.kind === 'range' || operand.value === null) return `${column.sql} IS NULL`;
  const pattern = String(operand.value);
  if (/[^\u0000-\u007f]/.test(pattern))
    return `apex_ci(${column.sql}) LIKE ${statement.bind(pattern.toLowerCase())} ESCAPE '\\'`;
  return `${column.sql} LIKE ${statement.bind(pattern)} ESCAPE '\\'`;
}

/** `'A;B'` asks for both values at once. */
function includesSql(column: Column, operand: Operand, statement: Statement): string {
  if (operand.kind === 'range' || operand.value === null) return `${column.sql} IS NULL`;
  const parts = String(operand.value)
    .split(';')
    .map((part) => {
      const escaped = part.replace(/[\\%_]/g, '\\$&');
      return `(';' || ${column.sql} || ';') LIKE ${statement.bind(`%;${escaped};%`)} ESCAPE '\\'`;
    });
  return `(${parts.join(' AND ')})`;
}

function semiJoinSql(
  column: Column,
  operator: SoqlComparisonOperator,
  join: SoqlSemiJoin,
  context: ConditionContext,
): string {
  const inner = subselectSql(join.query, context);
  if (operator === 'in') return `${column.sql} IN ${inner}`;
  if (operator === 'not in') return `((${column.sql} IN ${inner}) IS NOT TRUE)`;
  throw new QueryError('MALFORMED_QUERY', 'A subquery can only follow IN or NOT IN', join.start);
}

function subselectSql(query: SoqlQuery, { scope: outer, options, statement }: ConditionContext): string {
  const [item] = query.select;
  if (query.select.length !== 1 || item?.kind !== 'SoqlSelectField')
    throw new QueryError('MALFORMED_QUERY', 'A semi-join subquery selects one field', query.start);
  const name = query.from[0]!.path.names[0]!;
  const object = options.schema.object(name.name);
  if (object === undefined) throw noSuchObject(name.name, name.start);
  const scope = new Scope(object, options, statement, outer.formulas);
  scope.addNames(query);
  const column = scope.column(item.path.names);
  const conditions = [`${column.sql} IS NOT NULL`, ...rowConditions(query, { scope, options, statement })];
  return `(SELECT ${column.sql} FROM ${scope.fromClause()} WHERE ${conditions.join(' AND ')})`;
}

/** All that a row must meet: alive, visible, in scope, and the WHERE itself. */
export function rowConditions(query: SoqlQuery, context: ConditionContext): string[] {
  const { scope, options, statement } = context;
  const conditions: string[] = [];
  if (scope.object.fieldByName.has('isdeleted') && options.allRows !== true && !query.allRows)
    conditions.push(`${scope.alias}."IsDeleted" = 0`);
  const visible = visibleRows(scope.object, scope.alias, options, statement);
  if (visible !== undefined) conditions.push(visible);
  if (query.scope !== undefined) conditions.push(scopeSql(query, context));
  if (query.where !== undefined) conditions.push(conditionSql(query.where, context));
  return conditions;
}

function scopeSql(query: SoqlQuery, { scope, options, statement }: ConditionContext): string {
  const name = query.scope!.name.toLowerCase();
  if (name === 'everything') return '1';
  if (name === 'mine' && scope.object.fieldByName.has('ownerid'))
    return `${scope.alias}."OwnerId" = ${statement.bind(options.user.id)}`;
  throw new QueryError('MALFORMED_QUERY', `unsupported scope: ${query.scope!.name}`, query.scope!.start);
}

function any(parts: readonly string[]): string {
  return parts.length === 0 ? '0' : parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`;
}
