/** SOQL's functions of one row: date parts, distance, labels (SOQL Reference, "Date Functions", "DISTANCE"). */
import type { SoqlBind, SoqlFieldPath, SoqlFunctionCall, SoqlLiteral } from '../apex/ast.ts';
import type { FieldDescribe } from '../metadata/schema.ts';
import { unsupported } from '../unsupported.ts';
import { QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import type { Column, Scope } from './scope.ts';
import { literal, type Statement } from './statement.ts';
import { bindValues } from './values.ts';

const DATE_FUNCTIONS = new Set([
  'CALENDAR_YEAR',
  'CALENDAR_QUARTER',
  'CALENDAR_MONTH',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_YEAR',
  'FISCAL_QUARTER',
  'FISCAL_MONTH',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
]);

export const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX', 'GROUPING']);

export function functionName(call: SoqlFunctionCall): string {
  return call.name.name.toUpperCase();
}

export function isAggregateCall(call: SoqlFunctionCall): boolean {
  return AGGREGATES.has(functionName(call));
}

/** A function of one row as a column: what it gives is described like a field. */
export function functionColumn(
  call: SoqlFunctionCall,
  scope: Scope,
  options: QueryOptions,
  statement: Statement,
): Column {
  const name = functionName(call);
  if (DATE_FUNCTIONS.has(name)) return dateColumn(name, call, scope, options);
  if (name === 'DISTANCE') return distanceColumn(call, scope, options, statement);
  if (name === 'TOLABEL') return labelColumn(scope.column(pathOf(call)));
  if (name === 'FORMAT' || name === 'CONVERTCURRENCY') return argumentColumn(call, scope, options, statement);
  return unsupported(`the SOQL function ${call.name.name}`);
}

function argumentColumn(call: SoqlFunctionCall, scope: Scope, options: QueryOptions, statement: Statement): Column {
  const [argument] = call.arguments;
  if (argument?.kind === 'SoqlFunctionCall') return functionColumn(argument, scope, options, statement);
  return scope.column(pathOf(call));
}

export function pathOf(call: SoqlFunctionCall): SoqlFieldPath['names'] {
  const [argument] = call.arguments;
  if (argument?.kind !== 'SoqlFieldPath')
    throw new QueryError('MALFORMED_QUERY', `${call.name.name} takes a field`, call.start);
  return argument.names;
}

/** Parts of a datetime are those of GMT, unless convertTimezone() asks for the user's zone. */
function dateColumn(name: string, call: SoqlFunctionCall, scope: Scope, options: QueryOptions): Column {
  const [argument] = call.arguments;
  const isConverted = argument?.kind === 'SoqlFunctionCall' && functionName(argument) === 'CONVERTTIMEZONE';
  const column = scope.column(pathOf(isConverted ? (argument as SoqlFunctionCall) : call));
  const zone = isConverted ? literal(options.user.timeZone) : 'NULL';
  const shape = name === 'DAY_ONLY' ? { type: 'DATE', apexType: 'Date' } : { type: 'INTEGER', apexType: 'Integer' };
  const field = { ...column.field, ...shape, scale: 0 } as FieldDescribe;
  return {
    field,
    object: column.object,
    sql: `apex_date_part('${name}', ${column.sql}, ${zone})`,
    needsCollation: false,
  };
}

/** `DISTANCE(Location__c, GEOLOCATION(lat, lon), 'mi')`. */
function distanceColumn(call: SoqlFunctionCall, scope: Scope, options: QueryOptions, statement: Statement): Column {
  const [, geolocation, unit] = call.arguments;
  if (geolocation?.kind !== 'SoqlFunctionCall' || unit?.kind !== 'SoqlLiteral')
    throw new QueryError('MALFORMED_QUERY', 'DISTANCE takes a location, GEOLOCATION(…) and a unit', call.start);
  const names = pathOf(call);
  const base = names.at(-1)!.name.replace(/__c$/i, '');
  const part = (suffix: string): Column =>
    scope.column([...names.slice(0, -1), { ...names.at(-1)!, name: `${base}__${suffix}__s` }]);
  const [latitude, longitude] = [part('Latitude'), part('Longitude')];
  const [lat, lon] = geolocation.arguments.map((argument) => statement.bind(numberArgument(argument, options)));
  const degrees = (column: Column): string => `(${column.sql} / ${10 ** column.field.scale}.0)`;
  const field = { ...latitude.field, type: 'DOUBLE', apexType: 'Double', scale: 0 } as FieldDescribe;
  const sql = `apex_distance(${degrees(latitude)}, ${degrees(longitude)}, ${lat}, ${lon}, ${literal(unit.value)})`;
  return { field, object: latitude.object, sql, needsCollation: false };
}

function numberArgument(
  argument: SoqlFieldPath | SoqlFunctionCall | SoqlLiteral | SoqlBind,
  options: QueryOptions,
): number {
  if (argument.kind === 'SoqlLiteral') return Number(argument.value);
  if (argument.kind === 'SoqlBind') return Number(String(bindValues(argument, options)[0]));
  throw new QueryError('MALFORMED_QUERY', 'GEOLOCATION takes two numbers', argument.start);
}

/** A picklist's label instead of its value. */
function labelColumn(column: Column): Column {
  const cases = column.field.picklistValues
    .filter(({ value, label }) => value !== label)
    .map(({ value, label }) => `WHEN ${literal(value)} THEN ${literal(label)}`);
  if (cases.length === 0) return column;
  return { ...column, sql: `CASE ${column.sql} ${cases.join(' ')} ELSE ${column.sql} END`, needsCollation: true };
}
