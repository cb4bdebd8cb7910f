/** Values that queries compare with: literals and binds, brought to what lies in the field's column. */
import type { SoqlBind, SoqlList, SoqlLiteral, SoqlValue } from '../apex/ast.ts';
import type { SqlValue } from '../database/connection.ts';
import { canonicalId } from '../database/ids.ts';
import { encodeValue } from '../database/value-codec.ts';
import { ApexDate } from '../library/core/apex-date.ts';
import { ApexDatetime } from '../library/core/apex-datetime.ts';
import { ApexTime } from '../library/core/apex-time.ts';
import { Decimal, toDecimal } from '../library/core/decimal.ts';
import { instantOfWall, MILLISECONDS_A_DAY, zoneOffset } from '../library/core/time-zone.ts';
import type { FieldDescribe } from '../metadata/schema.ts';
import { dayRange } from './date-ranges.ts';
import { QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';

/** A value to compare with: one, or a half-open range of a date literal. */
export type Operand =
  | { readonly kind: 'value'; readonly value: SqlValue }
  | { readonly kind: 'range'; readonly start: SqlValue; readonly end: SqlValue };

/** All operands of a right side; binds of lists and sets are spread. */
export function operandsOf(right: SoqlValue, field: FieldDescribe, options: QueryOptions): Operand[] {
  if (right.kind === 'SoqlList')
    return (right as SoqlList).values.flatMap((value) => operandsOf(value, field, options));
  if (right.kind === 'SoqlLiteral') return [literalOperand(right, field, options)];
  if (right.kind === 'SoqlBind')
    return bindValues(right, options).map((value) => ({ kind: 'value', value: encodeBind(field, value) }));
  throw new QueryError('MALFORMED_QUERY', 'A subquery can only follow IN or NOT IN');
}

/** The Apex value of a bind; lists, sets and the like become several. */
export function bindValues(bind: SoqlBind, options: QueryOptions): unknown[] {
  if (options.binds === undefined)
    throw new QueryError('MALFORMED_QUERY', 'Bind variables only allowed in Apex code', bind.start);
  const value = options.binds(bind);
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) return [...(value as Iterable<unknown>)];
  return [value];
}

export function numberOf(node: SoqlLiteral | SoqlBind, options: QueryOptions, clause: string): number {
  const value = node.kind === 'SoqlLiteral' ? Number(node.value) : Number(bindValues(node, options)[0] ?? 0);
  if (!Number.isFinite(value) || value < 0)
    throw new QueryError('MALFORMED_QUERY', `${clause} must be a non-negative number`, node.start);
  return Math.floor(value);
}

/** Records stand for their ids; everything else is what it is. */
function encodeBind(field: FieldDescribe, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && 'object' in value && 'slots' in value)
    return encodeBind(field, (value as unknown as { id: string | null }).id);
  switch (field.type) {
    case 'ID':
    case 'REFERENCE':
      return encodeId(String(value));
    case 'DATETIME':
      return value instanceof ApexDate ? value.millis : value instanceof ApexDatetime ? value.millis : wrongType(field);
    case 'DATE':
      return value instanceof ApexDate || value instanceof ApexDatetime ? encodeValue(field, value) : wrongType(field);
    case 'BOOLEAN':
      return typeof value === 'boolean' ? (value ? 1 : 0) : wrongType(field);
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      if (typeof value === 'string' || typeof value === 'boolean') return wrongType(field);
      return encodeNumber(field, toDecimal(value));
    default:
      return encodeText(value);
  }
}

function encodeText(value: unknown): SqlValue {
  const text = value instanceof ApexDatetime ? value.toIso() : String(value);
  return text === '' ? null : text;
}

function encodeId(text: string): SqlValue {
  if (text === '') return null;
  // A last part that does not fit the rest makes an id that no record has, not an error (dlrs queries by one).
  const id = canonicalId(text) ?? (/^[A-Za-z0-9]{18}$/.test(text) ? text : undefined);
  if (id === undefined) throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
  return id;
}

/** A number with more places than the field keeps is compared as it is: it equals nothing, yet has an order. */
function encodeNumber(field: FieldDescribe, decimal: Decimal): SqlValue {
  const scale = field.type === 'INTEGER' || field.type === 'LONG' ? 0 : field.scale;
  const encoded = encodeValue(field, decimal);
  if (
    decimal.places <= scale ||
    toDecimal(decimal)
      .toString()
      .replace(/\.?0+$/, '')
      .split('.')[1]?.length === undefined
  )
    return encoded;
  const exact = Number(decimal.toString()) * 10 ** scale;
  return Number.isInteger(exact) ? encoded : exact;
}

function literalOperand(node: SoqlLiteral, field: FieldDescribe, options: QueryOptions): Operand {
  const one = (value: SqlValue): Operand => ({ kind: 'value', value });
  if (node.type === 'Null') return one(null);
  switch (field.type) {
    case 'DATE':
      return dateOperand(node, field, options);
    case 'DATETIME':
      return datetimeOperand(node, field, options);
    case 'TIME':
      return node.type === 'Time'
        ? one(ApexTime.parseIso(node.value.replace(/Z$/i, ''))?.millis ?? null)
        : wrongLiteral(node, field, 'time');
    case 'BOOLEAN':
      return node.type === 'Boolean'
        ? one(node.value.toLowerCase() === 'true' ? 1 : 0)
        : wrongLiteral(node, field, 'boolean');
    case 'INTEGER':
    case 'LONG':
      return node.type === 'Number' ? one(encodeNumber(field, parseNumber(node))) : wrongLiteral(node, field, 'int');
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      if (node.type === 'Currency')
        return one(encodeNumber(field, parseNumber({ ...node, value: node.value.slice(3) })));
      return node.type === 'Number'
        ? one(encodeNumber(field, parseNumber(node)))
        : wrongLiteral(
            node,
            field,
            field.type === 'CURRENCY' ? 'currency' : field.type === 'PERCENT' ? 'percent' : 'double',
          );
    case 'ID':
    case 'REFERENCE':
      return node.type === 'String' ? one(encodeId(node.value)) : wrongText(node, field, 'reference');
    default:
      return node.type === 'String' ? one(node.value === '' ? null : node.value) : wrongText(node, field, 'string');
  }
}

function parseNumber(node: SoqlLiteral): Decimal {
  return Decimal.parse(node.value.replace(/^\+/, '')) ?? toDecimal(Number(node.value));
}

export function todayIn(zone: string, now: number): ApexDate {
  return new ApexDate(Math.floor((now + zoneOffset(zone, now)) / MILLISECONDS_A_DAY));
}

function dateOperand(node: SoqlLiteral, field: FieldDescribe, options: QueryOptions): Operand {
  if (node.type === 'Date') return { kind: 'value', value: node.value };
  if (node.type !== 'DateFormula') return wrongLiteral(node, field, 'date');
  const range = dayRange(node.value, node.n, todayIn(options.user.timeZone, options.now));
  return { kind: 'range', start: range.start.toString(), end: range.end.toString() };
}

function datetimeOperand(node: SoqlLiteral, field: FieldDescribe, options: QueryOptions): Operand {
  if (node.type === 'DateTime') return { kind: 'value', value: Math.floor(Date.parse(node.value) / 1000) * 1000 };
  if (node.type !== 'DateFormula') return wrongLiteral(node, field, 'dateTime');
  const zone = options.user.timeZone;
  const range = dayRange(node.value, node.n, todayIn(zone, options.now));
  return { kind: 'range', start: instantOfWall(zone, range.start.millis), end: instantOfWall(zone, range.end.millis) };
}

function wrongLiteral(node: SoqlLiteral, field: FieldDescribe, type: string): never {
  throw new QueryError(
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${type} and should not be enclosed in quotes`,
    node.start,
  );
}

function wrongText(node: SoqlLiteral, field: FieldDescribe, type: string): never {
  throw new QueryError(
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${type} and should be enclosed in quotes`,
    node.start,
  );
}

function wrongType(field: FieldDescribe): never {
  throw new QueryError(
    'INVALID_FIELD',
    `Invalid bind expression type for column '${field.name}' of type ${field.apexType}`,
  );
}
