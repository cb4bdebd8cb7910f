/**
 * Apex's operators where JavaScript's do not do. Operands have the operation's type already (the checker sees to it);
 * null in arithmetic is a NullPointerException. Emitted code inlines Integer arithmetic and calls here for the rest.
 */
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { ApexTime } from './apex-time.ts';
import { ApexDouble, Decimal } from './decimal.ts';
import { MathException, nullPointer } from './exceptions.ts';
import { compareText } from './equality.ts';
import { wrapLong } from './long.ts';

export function divideInteger(left: number | null, right: number | null): number {
  if (left === null || right === null) nullPointer();
  if (right === 0) throw new MathException('Divide by 0');
  return (left / right) | 0;
}

type LongOperation = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';

export function longOperation(operator: LongOperation, left: bigint | null, right: bigint | number | null): bigint {
  if (left === null || right === null) nullPointer();
  const other = BigInt(right);
  switch (operator) {
    case '+':
      return wrapLong(left + other);
    case '-':
      return wrapLong(left - other);
    case '*':
      return wrapLong(left * other);
    case '/':
      if (other === 0n) throw new MathException('Divide by 0');
      return wrapLong(left / other);
    case '&':
      return left & other;
    case '|':
      return left | other;
    case '^':
      return left ^ other;
    case '<<':
      return wrapLong(left << (other & 63n));
    case '>>':
      return left >> (other & 63n);
    case '>>>':
      return wrapLong(BigInt.asUintN(64, left) >> (other & 63n));
  }
}

type Arithmetic = '+' | '-' | '*' | '/';

export function doubleOperation(operator: Arithmetic, left: ApexDouble | null, right: ApexDouble | null): ApexDouble {
  if (left === null || right === null) nullPointer();
  switch (operator) {
    case '+':
      return new ApexDouble(left.value + right.value);
    case '-':
      return new ApexDouble(left.value - right.value);
    case '*':
      return new ApexDouble(left.value * right.value);
    case '/':
      if (right.value === 0) throw new MathException('Divide by 0');
      return new ApexDouble(left.value / right.value);
  }
}

export function decimalOperation(operator: Arithmetic, left: Decimal | null, right: Decimal | null): Decimal {
  if (left === null || right === null) nullPointer();
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return left.dividedBy(right);
  }
}

/** `date + days`, `datetime - days` (a number of days, with a fraction for a Datetime). */
export function dateOperation(operator: '+' | '-', date: unknown, amount: unknown): unknown {
  if (date === null || amount === null) nullPointer();
  const days =
    amount instanceof Decimal ? amount.toNumber() : amount instanceof ApexDouble ? amount.value : Number(amount);
  const signed = operator === '+' ? days : -days;
  if (date instanceof ApexDate) return new ApexDate(date.days + Math.trunc(signed));
  if (date instanceof ApexDatetime) return new ApexDatetime(date.millis + Math.round(signed * 86_400_000));
  return new ApexTime((date as ApexTime).millis + Math.trunc(signed));
}

export function negate(value: unknown): unknown {
  if (typeof value === 'number') return -value | 0;
  if (typeof value === 'bigint') return wrapLong(-value);
  if (value instanceof Decimal) return value.negated();
  if (value instanceof ApexDouble) return new ApexDouble(-value.value);
  return nullPointer();
}

/** The order of two values of one type for `<` and its like: null on either side makes the comparison false. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === null || right === null) return NaN;
  if (typeof left === 'string') return compareText(left, right as string);
  if (left instanceof Decimal) return left.compare(right as Decimal);
  if (left instanceof ApexDouble) return left.value - (right as ApexDouble).value;
  if (left instanceof ApexDate) return left.days - (right as ApexDate).days;
  if (left instanceof ApexDatetime) return left.millis - (right as ApexDatetime).millis;
  if (left instanceof ApexTime) return left.millis - (right as ApexTime).millis;
  const a = left as number;
  const b = right as number;
  return a < b ? -1 : a > b ? 1 : 0;
}
