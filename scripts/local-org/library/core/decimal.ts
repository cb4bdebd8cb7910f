/**
 * Apex's Decimal: an unscaled whole number and a scale, with the arithmetic of java.math.BigDecimal.
 * Division keeps 33 significant digits (HALF_UP) and then drops zeros down to the scale the operands prefer.
 */
import { DECIMAL_TYPE, DOUBLE_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { MathException, TypeException, nullPointer } from './exceptions.ts';
import { stringHash } from './hash.ts';
import { groupedNumber } from './number-format.ts';

export type Rounding = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

const DIVISION_DIGITS = 33;
const powersOfTen: bigint[] = [1n];

export function powerOfTen(exponent: number): bigint {
  let at = powersOfTen.length;
  for (; at <= exponent; at++) powersOfTen.push(powersOfTen[at - 1]! * 10n);
  return powersOfTen[exponent]!;
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
const digitCount = (value: bigint): number => absolute(value).toString().length;

/** Divides and rounds as the mode says. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const isNegative = dividend < 0n !== divisor < 0n;
  const away = isNegative ? quotient - 1n : quotient + 1n;
  switch (rounding) {
    case 'UP':
      return away;
    case 'DOWN':
      return quotient;
    case 'CEILING':
      return isNegative ? quotient : away;
    case 'FLOOR':
      return isNegative ? away : quotient;
    case 'UNNECESSARY':
      throw new MathException('Rounding necessary');
    default: {
      const twice = absolute(remainder) * 2n;
      const whole = absolute(divisor);
      if (twice !== whole) return twice > whole ? away : quotient;
      if (rounding === 'HALF_UP') return away;
      if (rounding === 'HALF_DOWN') return quotient;
      return quotient % 2n === 0n ? quotient : away;
    }
  }
}

function roundingName(mode: unknown): Rounding {
  if (mode === null) nullPointer();
  return (typeof mode === 'string' ? mode : (mode as { name(): string }).name()) as Rounding;
}

export class Decimal {
  declare readonly $type: RuntimeType;
  readonly unscaled: bigint;
  readonly places: number;

  constructor(unscaled: bigint, places: number) {
    this.unscaled = unscaled;
    this.places = places;
  }

  static readonly ZERO = new Decimal(0n, 0);

  static ofInteger(value: number): Decimal {
    return new Decimal(BigInt(value), 0);
  }

  static ofLong(value: bigint): Decimal {
    return new Decimal(value, 0);
  }

  /** As Decimal.valueOf(Double): the shortest decimal text of the double, with its zero (`1.0`). */
  static ofDouble(value: number): Decimal {
    if (!Number.isFinite(value)) throw new MathException('Value is not a finite number');
    return parsePlain(Number.isInteger(value) && Math.abs(value) < 1e21 ? `${BigInt(value)}.0` : String(value))!;
  }

  /** Reads `-12.50` or `1.5E3`; undefined when it is no number. */
  static parse(text: string): Decimal | undefined {
    return parsePlain(text.trim());
  }

  plus(other: Decimal): Decimal {
    if (this.places === other.places) return new Decimal(this.unscaled + other.unscaled, this.places);
    const places = Math.max(this.places, other.places);
    return new Decimal(this.at(places) + other.at(places), places);
  }

  minus(other: Decimal): Decimal {
    if (this.places === other.places) return new Decimal(this.unscaled - other.unscaled, this.places);
    const places = Math.max(this.places, other.places);
    return new Decimal(this.at(places) - other.at(places), places);
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.places + other.places);
  }

  negated(): Decimal {
    return new Decimal(-this.unscaled, this.places);
  }

  dividedBy(other: Decimal): Decimal {
    if (other.unscaled === 0n) throw new MathException('Divide by 0');
    const preferred = this.places - other.places;
    if (this.unscaled === 0n) return new Decimal(0n, Math.max(preferred, 0));
    // Enough zeros behind the dividend for one digit more than is kept, whatever the operands' lengths.
    const shift = Math.max(0, DIVISION_DIGITS + 1 + digitCount(other.unscaled) - digitCount(this.unscaled));
    const dividend = this.unscaled * powerOfTen(shift);
    const length = digitCount(dividend / other.unscaled);
    const excess = length - DIVISION_DIGITS;
    let unscaled = divideRounded(dividend, other.unscaled * powerOfTen(Math.max(0, excess)), 'HALF_UP');
    let places = preferred + shift - Math.max(0, excess);
    if (digitCount(unscaled) > DIVISION_DIGITS) {
      unscaled /= 10n;
      places--;
    }
    return withoutZeros(unscaled, places, Math.max(preferred, 0));
  }

  /** Less than 0, 0, or more than 0. */
  compare(other: Decimal): number {
    const places = Math.max(this.places, other.places);
    const left = this.at(places);
    const right = other.at(places);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isZero(): boolean {
    return this.unscaled === 0n;
  }

  toNumber(): number {
    return Number(this.toPlainString());
  }

  /** Equal for numbers of equal value, whatever their scales. */
  key(): string {
    return withoutZeros(this.unscaled, this.places, Number.MIN_SAFE_INTEGER).toPlainString();
  }

  rescaled(places: number, rounding: Rounding): Decimal {
    if (places >= this.places) return new Decimal(this.at(places), places);
    const unscaled = divideRounded(this.unscaled, powerOfTen(this.places - places), rounding);
    return places >= 0 ? new Decimal(unscaled, places) : new Decimal(unscaled * powerOfTen(-places), 0);
  }

  private at(places: number): bigint {
    return places === this.places ? this.unscaled : this.unscaled * powerOfTen(places - this.places);
  }

  // The methods of Apex's Decimal, under their names there.

  abs(): Decimal {
    return this.unscaled < 0n ? this.negated() : this;
  }

  divide(divisor: Decimal | null, scale: number | null, mode?: unknown): Decimal {
    if (divisor === null || scale === null) nullPointer();
    if (divisor.unscaled === 0n) throw new MathException('Divide by 0');
    const rounding = mode === undefined ? 'HALF_EVEN' : roundingName(mode);
    const shift = scale - this.places + divisor.places;
    const dividend = shift >= 0 ? this.unscaled * powerOfTen(shift) : this.unscaled;
    const by = shift >= 0 ? divisor.unscaled : divisor.unscaled * powerOfTen(-shift);
    return new Decimal(divideRounded(dividend, by, rounding), scale);
  }

  doubleValue(): ApexDouble {
    return new ApexDouble(this.toNumber());
  }

  format(): string {
    return groupedNumber(this.rescaled(Math.min(this.places, 3), 'HALF_EVEN').toPlainString());
  }

  intValue(): number {
    return Number(BigInt.asIntN(32, this.rescaled(0, 'DOWN').unscaled));
  }

  longValue(): bigint {
    return BigInt.asIntN(64, this.rescaled(0, 'DOWN').unscaled);
  }

  pow(exponent: number | null): Decimal {
    if (exponent === null) nullPointer();
    if (exponent < 0 || exponent > 32767) throw new MathException(`Invalid exponent: ${exponent}`);
    return new Decimal(this.unscaled ** BigInt(exponent), this.places * exponent);
  }

  precision(): number {
    return digitCount(this.unscaled);
  }

  round(mode?: unknown): bigint {
    return BigInt.asIntN(64, this.rescaled(0, mode === undefined ? 'HALF_EVEN' : roundingName(mode)).unscaled);
  }

  scale(): number {
    return this.places;
  }

  setScale(scale: number | null, mode?: unknown): Decimal {
    if (scale === null) nullPointer();
    return this.rescaled(scale, mode === undefined ? 'HALF_EVEN' : roundingName(mode));
  }

  stripTrailingZeros(): Decimal {
    return this.unscaled === 0n ? Decimal.ZERO : withoutZeros(this.unscaled, this.places, Number.MIN_SAFE_INTEGER);
  }

  toPlainString(): string {
    if (this.places <= 0) return (this.unscaled * powerOfTen(-this.places)).toString();
    const digits = absolute(this.unscaled)
      .toString()
      .padStart(this.places + 1, '0');
    const point = digits.length - this.places;
    return `${this.unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  equals(other: unknown): boolean {
    return other instanceof Decimal && this.compare(other) === 0;
  }

  hashCode(): number {
    return stringHash(this.key());
  }

  /** As BigDecimal.toString: an exponent where the number is very small or its scale is negative. */
  toString(): string {
    const digits = absolute(this.unscaled).toString();
    const exponent = digits.length - 1 - this.places;
    if (this.places >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
    return `${this.unscaled < 0n ? '-' : ''}${mantissa}E${exponent >= 0 ? '+' : ''}${exponent}`;
  }
}
Object.defineProperty(Decimal.prototype, '$type', { value: DECIMAL_TYPE });

function withoutZeros(unscaled: bigint, places: number, minimum: number): Decimal {
  while (places > minimum && unscaled !== 0n && unscaled % 10n === 0n) {
    unscaled /= 10n;
    places--;
  }
  return new Decimal(unscaled, unscaled === 0n ? Math.max(minimum, 0) : places);
}

const NUMBER = /^([+-]?)(\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

function parsePlain(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  if (match === null || (match[2] === undefined && !match[3])) return undefined;
  const fraction = match[3] ?? '';
  const magnitude = BigInt((match[2] ?? '') + fraction);
  const unscaled = match[1] === '-' ? -magnitude : magnitude;
  const places = fraction.length - Number(match[4] ?? 0);
  return places >= 0 ? new Decimal(unscaled, places) : new Decimal(unscaled * powerOfTen(-places), 0);
}

/** A Double in its box: a bare JavaScript number is an Integer. */
export class ApexDouble {
  declare readonly $type: RuntimeType;
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  // The methods of Apex's Double.

  format(): string {
    return Decimal.ofDouble(this.value).format();
  }

  intValue(): number {
    return Math.max(-2147483648, Math.min(2147483647, Math.trunc(this.value) || 0)) | 0;
  }

  longValue(): bigint {
    return doubleToLong(this.value);
  }

  doubleValue(): ApexDouble {
    return this;
  }

  round(): bigint {
    return Number.isFinite(this.value) ? Decimal.ofDouble(this.value).round() : doubleToLong(this.value);
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDouble && Object.is(other.value, this.value);
  }

  hashCode(): number {
    return stringHash(this.toString());
  }

  /** As Java's Double.toString: `1.0`, `1.0E10`, `1.0E-5`. */
  toString(): string {
    return doubleText(this.value);
  }
}

export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 9.223372036854775807e18) return 9223372036854775807n;
  if (value <= -9.223372036854775808e18) return -9223372036854775808n;
  return BigInt(Math.trunc(value));
}

export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : plainNumber(value);
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? parsePlain(text)!.toPlainString() : text;
}

/** Converts any number of Apex to a Decimal. */
export function toDecimal(value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return new Decimal(BigInt(value), 0);
  if (typeof value === 'bigint') return new Decimal(value, 0);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (value === null || value === undefined) nullPointer();
  throw new TypeException(`Invalid decimal: ${String(value)}`);
}
Object.defineProperty(ApexDouble.prototype, '$type', { value: DOUBLE_TYPE });
