/** Integer, Long, Double, Decimal and Boolean: their statics, and the instance methods of those that are JavaScript primitives. */
import { ApexDouble, Decimal, toDecimal } from '../core/decimal.ts';
import { TypeException } from '../core/exceptions.ts';
import { longHash } from '../core/hash.ts';
import { groupedNumber } from '../core/number-format.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';

const WHOLE = /^[+-]?\d+$/;
const noField = (): never => unsupported('addError on what is not a field of a record');

function wholeNumber(value: unknown, type: 'integer' | 'long', bits: number): bigint {
  const given = argument(value, 1);
  if (typeof given !== 'string') return BigInt.asIntN(bits, toDecimal(given).longValue());
  const number = WHOLE.test(given) ? BigInt(given.replace(/^\+/, '')) : undefined;
  if (number === undefined || BigInt.asIntN(bits, number) !== number)
    throw new TypeException(`Invalid ${type}: ${given}`);
  return number;
}

export const System_Integer = {
  valueOf: (value: unknown): number => Number(wholeNumber(value, 'integer', 32)),
  addError: noField,
  equals: (value: number, other: unknown): boolean => value === other,
  format: (value: number): string => groupedNumber(value.toFixed(0)),
  hashCode: (value: number): number => value | 0,
  intValue: (value: number): number => value.valueOf(),
  longValue: (value: number): bigint => BigInt(value),
  doubleValue: (value: number): ApexDouble => new ApexDouble(value.valueOf()),
  toString: (value: number): string => value.toString(),
};

export const System_Long = {
  valueOf: (value: unknown): bigint => wholeNumber(value, 'long', 64),
  addError: noField,
  equals: (value: bigint, other: unknown): boolean => value === other,
  format: (value: bigint): string => groupedNumber(value.toString()),
  hashCode: (value: bigint): number => longHash(value),
  intValue: (value: bigint): number => Number(BigInt.asIntN(32, value)),
  doubleValue: (value: bigint): ApexDouble => new ApexDouble(Number(value.valueOf())),
  toString: (value: bigint): string => value.toString(),
};

/** A number of Apex as a JavaScript one. */
export function toNumber(value: unknown): number {
  return value instanceof ApexDouble ? value.value : typeof value === 'number' ? value : toDecimal(value).toNumber();
}

export const System_Double = {
  valueOf(value: unknown): ApexDouble {
    const given = argument(value, 1);
    if (typeof given !== 'string') return new ApexDouble(toNumber(given));
    const text = given.trim();
    if (text === 'NaN' || /^[+-]?Infinity$/.test(text)) return new ApexDouble(Number(text));
    if (Decimal.parse(text) === undefined) throw new TypeException(`Invalid double: ${given}`);
    return new ApexDouble(Number(text));
  },
};

export const System_Decimal = {
  valueOf(value: unknown): Decimal {
    const given = argument(value, 1);
    if (typeof given !== 'string') return toDecimal(given);
    const number = Decimal.parse(given);
    if (number === undefined) throw new TypeException(`Invalid decimal: ${given}`);
    return number;
  },
};

export const System_Boolean = {
  /** Every text but `true` is false. */
  valueOf(value: unknown): boolean {
    const given = argument(value, 1);
    if (typeof given === 'boolean') return given;
    if (typeof given === 'string') return given.toLowerCase() === 'true';
    throw new TypeException(`Invalid boolean: ${String(given)}`);
  },
  addError: noField,
  equals: (value: boolean, other: unknown): boolean => value === other,
  hashCode: (value: boolean): number => (value ? 1231 : 1237),
  toString: (value: boolean): string => value.toString(),
};
