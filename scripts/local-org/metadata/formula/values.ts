/**
 * Values inside a formula: text, booleans, Decimals (every number becomes one), days, instants, times, null.
 * A blank text and null are the same; other blanks stay blank through every operator, and no comparison of order holds
 * for them. Where the caller says so (formulaTreatBlanksAs), a blank beside a number counts as zero.
 */
import { ApexDate } from '../../library/core/apex-date.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexTime } from '../../library/core/apex-time.ts';
import { ApexDouble, Decimal, toDecimal } from '../../library/core/decimal.ts';
import { MILLISECONDS_A_DAY } from '../../library/core/time-zone.ts';
import { FormulaDataError, type BinaryOperator } from './syntax.ts';

const A_DAY = Decimal.ofInteger(MILLISECONDS_A_DAY);
/** Digits behind the point that a result keeps; more come only out of divisions and powers. */
const MAXIMUM_PLACES = 18;

/** Brings what a field holds into the few types of formulas. */
export function formulaValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? Decimal.ofInteger(value) : Decimal.ofDouble(value);
  if (typeof value === 'bigint' || value instanceof ApexDouble) return toDecimal(value);
  return value;
}

export function isBlank(value: unknown): boolean {
  return value === null || value === '';
}

export function isTrue(value: unknown): boolean {
  return value === true;
}

/** A number, or null for a blank. */
export function numberOf(value: unknown): Decimal | null {
  if (value instanceof Decimal || value === null) return value;
  throw new FormulaDataError(`Expected a number, received ${typeName(value)}`);
}

export function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  throw new FormulaDataError(`Expected text, received ${typeName(value)}`);
}

function typeName(value: unknown): string {
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'a boolean' : value instanceof Decimal ? 'a number' : 'a date or time';
}

/** The text of a value as TEXT and the `&` operator show it. */
export function shownText(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDatetime) return `${value.toString()}Z`;
  return String(value);
}

export function shortened(value: Decimal): Decimal {
  return value.places > MAXIMUM_PLACES ? value.rescaled(MAXIMUM_PLACES, 'HALF_UP') : value;
}

/** A number from a calculation of JavaScript. */
export function fromNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new FormulaDataError('The result is no number');
  return Decimal.ofDouble(value).stripTrailingZeros();
}

export function binary(operator: BinaryOperator, left: unknown, right: unknown, blanksAsZero: boolean): unknown {
  const a = blanksAsZero && left === null && (right === null || right instanceof Decimal) ? Decimal.ZERO : left;
  const b = blanksAsZero && right === null && (left === null || left instanceof Decimal) ? Decimal.ZERO : right;
  switch (operator) {
    case '&':
      return shownText(a) + shownText(b);
    case '=':
      return areEqual(a, b);
    case '<>':
      return !areEqual(a, b);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return holds(operator, a, b);
    case '+':
    case '-':
      return sum(operator, a, b);
    default:
      return arithmetic(operator, numberOf(a), numberOf(b));
  }
}

export function areEqual(left: unknown, right: unknown): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  if (typeof left === 'string' && typeof right === 'string') return left === right || isSameId(left, right);
  return typeof left === 'object' && typeof right === 'object' && sameType(left, right)
    ? compare(left, right) === 0
    : left === right;
}

/** Ids are 15 characters in formulas, 18 where they come from Apex. */
function isSameId(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length === 15 && long.length === 18 && long.startsWith(short) && /^[a-zA-Z0-9]{18}$/.test(long);
}

function sameType(left: object | null, right: object | null): boolean {
  return left?.constructor === right?.constructor;
}

function holds(operator: '<' | '<=' | '>' | '>=', left: unknown, right: unknown): boolean {
  if (left === null || right === null) return false;
  const order = compare(left, right);
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

export function compare(left: unknown, right: unknown): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.compare(right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (
    typeof left === 'object' &&
    typeof right === 'object' &&
    sameType(left, right) &&
    left !== null &&
    'millis' in left
  ) {
    return (left as { millis: number }).millis - (right as { millis: number }).millis;
  }
  throw new FormulaDataError(`${typeName(left)} cannot be compared with ${typeName(right)}`);
}

function sum(operator: '+' | '-', left: unknown, right: unknown): unknown {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return textOf(left) + textOf(right);
  const isMoment = (value: unknown) =>
    value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime;
  if (left === null || right === null) return null;
  if (isMoment(left) && isMoment(right) && operator === '-') return difference(left, right);
  if (isMoment(left)) return moved(left, operator === '+' ? numberOf(right)! : numberOf(right)!.negated());
  if (isMoment(right) && operator === '+') return moved(right, numberOf(left)!);
  return arithmetic(operator, numberOf(left), numberOf(right));
}

/** Days between days and instants, milliseconds between times. */
function difference(left: unknown, right: unknown): Decimal {
  const millis = Decimal.ofInteger(compare(left, right));
  return left instanceof ApexTime ? millis : shortened(millis.dividedBy(A_DAY)).stripTrailingZeros();
}

function moved(value: unknown, by: Decimal): unknown {
  if (value instanceof ApexDate) return value.addDays(by.rescaled(0, 'DOWN').toNumber());
  if (value instanceof ApexTime) return new ApexTime(value.millis + by.toNumber());
  return new ApexDatetime((value as ApexDatetime).millis + by.times(A_DAY).rescaled(0, 'HALF_UP').toNumber());
}

function arithmetic(
  operator: '+' | '-' | '*' | '/' | '^' | string,
  left: Decimal | null,
  right: Decimal | null,
): Decimal | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return shortened(left.times(right));
    case '/':
      if (right.isZero()) throw new FormulaDataError('Division by zero');
      return shortened(left.dividedBy(right));
    default:
      return power(left, right);
  }
}

function power(base: Decimal, exponent: Decimal): Decimal {
  const whole = exponent.stripTrailingZeros();
  const isSmall = whole.places <= 0 && whole.compare(Decimal.ZERO) >= 0 && whole.compare(Decimal.ofInteger(64)) <= 0;
  return isSmall ? shortened(base.pow(whole.toNumber())) : fromNumber(base.toNumber() ** exponent.toNumber());
}
