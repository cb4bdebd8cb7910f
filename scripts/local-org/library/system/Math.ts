/** System.Math: each function answers a number of the type that it was given. */
import { ApexDouble, Decimal, toDecimal } from '../core/decimal.ts';
import { MathException } from '../core/exceptions.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';
import { toNumber } from './numbers.ts';

type Real = (value: number) => number;

function result(like: unknown, value: number): ApexDouble | Decimal {
  if (!(like instanceof Decimal)) return new ApexDouble(value);
  if (!Number.isFinite(value)) throw new MathException(`Result is not a number: ${value}`);
  return Decimal.ofDouble(value);
}

const real =
  (compute: Real) =>
  (value: unknown): ApexDouble | Decimal =>
    result(argument(value, 1), compute(toNumber(value)));

/** Functions that a Decimal does exactly. */
const rounding =
  (compute: Real, mode: 'CEILING' | 'FLOOR' | 'HALF_EVEN') =>
  (value: unknown): ApexDouble | Decimal =>
    value instanceof Decimal ? value.rescaled(0, mode) : new ApexDouble(compute(toNumber(argument(value, 1))));

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Of two numbers the one for which `isFirst` holds, in the wider type of the two. */
function pick(first: unknown, second: unknown, isFirst: (order: number) => boolean): unknown {
  const [left, right] = [argument(first, 1), argument(second, 2)];
  if (typeof left === 'number' && typeof right === 'number') return isFirst(left - right) ? left : right;
  if (left instanceof Decimal || right instanceof Decimal) {
    const [a, b] = [toDecimal(left), toDecimal(right)];
    return isFirst(a.compare(b)) ? a : b;
  }
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    return new ApexDouble(isFirst(toNumber(left) - toNumber(right)) ? toNumber(left) : toNumber(right));
  }
  const [a, b] = [BigInt(left as bigint), BigInt(right as bigint)];
  return isFirst(a < b ? -1 : a > b ? 1 : 0) ? a : b;
}

function abs(value: unknown): unknown {
  const given = argument(value, 1);
  if (typeof given === 'number') return Math.abs(given) | 0;
  if (typeof given === 'bigint') return BigInt.asIntN(64, given < 0n ? -given : given);
  return given instanceof Decimal ? given.abs() : new ApexDouble(Math.abs(toNumber(given)));
}

function mod(dividend: unknown, divisor: unknown): number | bigint {
  const [left, right] = [argument(dividend, 1), argument(divisor, 2)] as [number | bigint, number | bigint];
  if (Number(right) === 0) throw new MathException('Divide by 0');
  if (typeof left === 'number' && typeof right === 'number') return (left % right) | 0;
  return BigInt(left) % BigInt(right);
}

function roundToLong(value: unknown): bigint {
  const given = argument(value, 1);
  if (given instanceof ApexDouble) return new ApexDouble(Math.floor(given.value + 0.5)).longValue();
  return toDecimal(given).round('HALF_UP');
}

export const System_Math = {
  E: new ApexDouble(Math.E),
  PI: new ApexDouble(Math.PI),
  abs,
  acos: real(Math.acos),
  asin: real(Math.asin),
  atan: real(Math.atan),
  atan2: (y: unknown, x: unknown) =>
    result(y instanceof Decimal ? y : x, Math.atan2(toNumber(argument(y, 1)), toNumber(argument(x, 2)))),
  cbrt: real(Math.cbrt),
  ceil: rounding(Math.ceil, 'CEILING'),
  cos: real(Math.cos),
  cosh: real(Math.cosh),
  exp: real(Math.exp),
  floor: rounding(Math.floor, 'FLOOR'),
  log: real(Math.log),
  log10: real(Math.log10),
  max: (first: unknown, second: unknown) => pick(first, second, (order) => order >= 0),
  min: (first: unknown, second: unknown) => pick(first, second, (order) => order <= 0),
  mod,
  pow: (base: unknown, exponent: unknown) =>
    new ApexDouble(Math.pow(toNumber(argument(base, 1)), toNumber(argument(exponent, 2)))),
  random: () => new ApexDouble(host().random()),
  rint: rounding(halfEven, 'HALF_EVEN'),
  /** Half up, as Java's Math.round. */
  round: (value: unknown) => Number(BigInt.asIntN(32, roundToLong(value))),
  roundToLong,
  signum: real(Math.sign),
  sin: real(Math.sin),
  sinh: real(Math.sinh),
  sqrt: real(Math.sqrt),
  tan: real(Math.tan),
  tanh: real(Math.tanh),
};
