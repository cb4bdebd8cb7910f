/** Functions that SQL calls back into: case folding beyond ASCII, date parts in a zone, names of records by id, formulas. */
import { ApexDate } from '../library/core/apex-date.ts';
import { MILLISECONDS_A_DAY, zoneOffset } from '../library/core/time-zone.ts';
import { quote, type Connection, type SqlValue } from '../database/connection.ts';
import { decodeValue, encodeValue } from '../database/value-codec.ts';
import { hasTable, isStored } from '../database/tables.ts';
import { evaluateFormula, type CompiledFormula } from '../metadata/formula/index.ts';
import type { FieldDescribe } from '../metadata/schema.ts';
import type { QueryOptions } from './query-options.ts';

/** The query that is running on a connection: what the functions know about user and time. */
const running = new WeakMap<Connection, { options: QueryOptions; formulas: FormulaCall[] }>();

export interface FormulaCall {
  readonly formula: CompiledFormula;
  readonly field: FieldDescribe;
  /** The field whose column each argument is. */
  readonly inputs: readonly FieldDescribe[];
}

/** Registers the functions once per connection, and tells them for whom they run now. */
export function useFunctions(options: QueryOptions, formulas: FormulaCall[]): void {
  const connection = options.database.connection;
  const known = running.get(connection);
  running.set(connection, { options, formulas });
  if (known !== undefined) return;
  const current = () => running.get(connection)!;
  const sqlite = connection.sqlite;
  sqlite.function('apex_ci', { deterministic: true }, (value) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
  sqlite.function('apex_date_part', (part, value, zone) =>
    datePart(String(part), value as SqlValue, zone as string | null),
  );
  sqlite.function('apex_type', (id) => typeName(current().options, id as string | null));
  sqlite.function('apex_name', (id) => recordName(current().options, id as string | null));
  sqlite.function('apex_distance', (lat1, lon1, lat2, lon2, unit) => distance(lat1, lon1, lat2, lon2, String(unit)));
  sqlite.function('apex_formula', { varargs: true }, (...args) => runFormula(current(), args as SqlValue[]));
}

function runFormula(state: { options: QueryOptions; formulas: FormulaCall[] }, args: readonly SqlValue[]): SqlValue {
  const call = state.formulas[Number(args[0])]!;
  const values = new Map<string, unknown>();
  call.formula.paths.forEach((path, at) => values.set(path, decodeValue(call.inputs[at]!, args[at + 1]!)));
  const { user, now } = state.options;
  const result = evaluateFormula(call.formula, {
    value: (path) => values.get(path) ?? null,
    global: user.global,
    now,
    timeZone: user.timeZone,
  });
  // A text that a formula makes ends where its last word does.
  return encodeValue(call.field, typeof result === 'string' ? result.trim() : result);
}

function typeName(options: QueryOptions, id: string | null): string | null {
  if (id === null) return null;
  const name = options.schema.objectByPrefix(id.slice(0, 3))?.name ?? null;
  return name === 'Group' ? groupType(options, id) : name;
}

/** An owner that is a group is a queue. */
function groupType(options: QueryOptions, id: string): string {
  const row = options.database.connection.get('SELECT "Type" FROM "Group" WHERE "Id" = ?', id);
  return row?.[0] === 'Queue' ? 'Queue' : 'Group';
}

function recordName(options: QueryOptions, id: string | null): string | null {
  const object = id === null ? undefined : options.schema.objectByPrefix(id.slice(0, 3));
  const nameField = object?.fields.find((field) => field.isNameField);
  if (object === undefined || nameField === undefined || !hasTable(object) || !isStored(nameField)) return null;
  return (options.database.connection.get(
    `SELECT ${quote(nameField.name)} FROM ${quote(object.name)} WHERE "Id" = ?`,
    id,
  )?.[0] ?? null) as string | null;
}

/** `value`: a column of a date (text) or a datetime (milliseconds); `zone`: of convertTimezone, else UTC. */
function datePart(part: string, value: SqlValue, zone: string | null): SqlValue {
  if (value === null) return null;
  const millis =
    typeof value === 'string'
      ? (ApexDate.parseIso(value)?.millis ?? 0)
      : Number(value) + (zone === null ? 0 : zoneOffset(zone, Number(value)));
  const date = new ApexDate(Math.floor(millis / MILLISECONDS_A_DAY));
  switch (part) {
    case 'CALENDAR_YEAR':
    case 'FISCAL_YEAR':
      return date.year();
    case 'CALENDAR_QUARTER':
    case 'FISCAL_QUARTER':
      return Math.floor((date.month() - 1) / 3) + 1;
    case 'CALENDAR_MONTH':
    case 'FISCAL_MONTH':
      return date.month();
    case 'DAY_IN_MONTH':
      return date.day();
    case 'DAY_IN_WEEK':
      return new Date(date.millis).getUTCDay() + 1;
    case 'DAY_IN_YEAR':
      return date.dayOfYear();
    case 'WEEK_IN_MONTH':
      return Math.floor((date.day() - 1) / 7) + 1;
    case 'WEEK_IN_YEAR':
      return Math.floor((date.dayOfYear() - 1) / 7) + 1;
    case 'HOUR_IN_DAY':
      return Math.floor((millis - date.millis) / 3_600_000);
    case 'DAY_ONLY':
      return date.toString();
    default:
      return null;
  }
}

const EARTH_MILES = 3958.76;
const EARTH_KILOMETRES = 6371.0;

/** The haversine formula, in miles or kilometres. */
function distance(lat1: unknown, lon1: unknown, lat2: unknown, lon2: unknown, unit: string): number | null {
  if (lat1 === null || lon1 === null || lat2 === null || lon2 === null) return null;
  const radians = (degrees: unknown) => (Number(degrees) * Math.PI) / 180;
  const a =
    Math.sin((radians(lat2) - radians(lat1)) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin((radians(lon2) - radians(lon1)) / 2) ** 2;
  return 2 * (unit === 'mi' ? EARTH_MILES : EARTH_KILOMETRES) * Math.asin(Math.sqrt(a));
}
