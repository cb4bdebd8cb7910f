/** Turns values of Apex into what lies in a column, and back. The rules are in tables.ts. */
import { ApexBlob } from '../library/core/apex-blob.ts';
import { ApexDate } from '../library/core/apex-date.ts';
import { ApexDatetime } from '../library/core/apex-datetime.ts';
import { ApexTime } from '../library/core/apex-time.ts';
import { ApexDouble, Decimal, divideRounded, powerOfTen, toDecimal } from '../library/core/decimal.ts';
import type { FieldDescribe } from '../metadata/schema.ts';
import type { SqlValue } from './connection.ts';
import { canonicalId } from './ids.ts';

/** node:sqlite binds every JavaScript number as REAL, whose text has fifteen digits: wider ones are bound as bigint. */
const SAFE = 10n ** 14n;
/** Numbers of more digits than a JavaScript number holds exactly are read as text. */
const WIDE_PRECISION = 15;

/** Encodes an Apex value for a field's column. Empty text is null, as on the platform; datetimes lose their fraction of a second. */
export function encodeValue(field: FieldDescribe, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'BOOLEAN':
      return value === true ? 1 : 0;
    case 'INTEGER':
    case 'LONG':
      return integerOf(value, 0);
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return integerOf(value, field.scale);
    case 'DATE':
      return value instanceof ApexDatetime ? value.dateGmt().toString() : String(value);
    case 'DATETIME':
      return Math.floor((value as { millis: number }).millis / 1000) * 1000;
    case 'TIME':
      return (value as ApexTime).millis;
    case 'BASE64':
      return value instanceof ApexBlob ? value.bytes : Buffer.from(String(value), 'utf8');
    case 'ID':
    case 'REFERENCE':
      return value === '' ? null : (canonicalId(String(value)) ?? String(value));
    default:
      return value === '' ? null : String(value);
  }
}

function integerOf(value: unknown, scale: number): SqlValue {
  if (scale === 0 && typeof value === 'number' && Number.isInteger(value)) return value;
  return narrow(unscaledOf(toDecimal(value), scale));
}

/** The value times ten to the scale, rounded half up as the platform does on save. */
function unscaledOf(decimal: Decimal, scale: number): bigint {
  const shift = scale - decimal.places;
  if (shift >= 0) return decimal.unscaled * powerOfTen(shift);
  return divideRounded(decimal.unscaled, powerOfTen(-shift), 'HALF_UP');
}

/** Small bigints become numbers, which SQLite binds faster; both are INTEGER there. */
function narrow(value: bigint): number | bigint {
  return value <= SAFE && value >= -SAFE ? Number(value) : value;
}

/** How a column is selected so that decodeValue can read it: numbers of many digits as text. */
export function columnExpression(field: FieldDescribe, column: string): string {
  return isWide(field) ? `CAST(${column} AS TEXT)` : column;
}

function isWide(field: FieldDescribe): boolean {
  if (field.type === 'LONG') return true;
  return (
    (field.type === 'DOUBLE' || field.type === 'CURRENCY' || field.type === 'PERCENT') &&
    field.precision > WIDE_PRECISION
  );
}

/** Decodes what columnExpression selected. */
export function decodeValue(field: FieldDescribe, value: SqlValue): unknown {
  if (value === null) return field.type === 'BOOLEAN' ? false : null;
  switch (field.type) {
    case 'BOOLEAN':
      return value === 1 || value === 1n;
    case 'INTEGER':
      return Number(value);
    case 'LONG':
      return wholeNumber(value);
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return decodeNumber(field, value);
    case 'DATE':
      return ApexDate.parseIso(String(value)) ?? null;
    case 'DATETIME':
      return new ApexDatetime(Number(value));
    case 'TIME':
      return new ApexTime(Number(value));
    case 'BASE64':
      return new ApexBlob(value as Uint8Array);
    default:
      return String(value);
  }
}

function decodeNumber(field: FieldDescribe, value: SqlValue): unknown {
  const unscaled = wholeNumber(value);
  const decimal = new Decimal(unscaled, field.scale);
  if (field.apexType === 'Double') return new ApexDouble(Number(decimal.toString()));
  if (field.apexType === 'Integer') return Number(decimal.toString());
  return decimal;
}

/** CAST to text shows a whole REAL as `660.0`. */
function wholeNumber(value: SqlValue): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return BigInt(value);
  return BigInt(Math.round(Number(value)));
}
