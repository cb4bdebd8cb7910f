/** When two values are the same: `==` of Apex, and the stricter equality that collections and switch use. */
import { ApexEnumValue } from './apex-enum-value.ts';
import { ApexDouble, Decimal, toDecimal } from './decimal.ts';

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;

/** Equality by value, strings with their case: List.contains, equals of collections, Assert.areEqual. */
export function valuesEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined) return false;
  if (typeof left === 'object' && !(left instanceof Decimal) && !(left instanceof ApexDouble)) {
    return !(left instanceof ApexEnumValue) && (left as { equals?(other: unknown): boolean }).equals?.(right) === true;
  }
  return isNumeric(left) && isNumeric(right) && numbersEqual(left, right);
}

/** `==` on values whose types are not known before: text without case, numbers across types. */
export function looselyEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return textEquals(left, right);
  return valuesEqual(left, right);
}

function numbersEqual(left: unknown, right: unknown): boolean {
  if (left instanceof ApexDouble && right instanceof ApexDouble) return left.value === right.value;
  if (left instanceof ApexDouble && !Number.isFinite(left.value)) return false;
  if (right instanceof ApexDouble && !Number.isFinite(right.value)) return false;
  return toDecimal(left).compare(toDecimal(right)) === 0;
}

/** `==` of two strings: without case. */
export function textEquals(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  return compareText(left, right) === 0;
}

/** `<` of two strings, without case; null comes first. */
export function compareText(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    const order = fold(a) - fold(b);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** As Java's compareToIgnoreCase: first to upper, then to lower case. */
function fold(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const upper = String.fromCharCode(code).toUpperCase();
  const lower = (upper.length === 1 ? upper : String.fromCharCode(code)).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** `==` of ids, or of an id and a text: 15 and 18 characters are the same. */
export function idEquals(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (left.length === right.length) return left.length === 18 ? left.slice(0, 15) === right.slice(0, 15) : false;
  if (Math.min(left.length, right.length) !== 15 || Math.max(left.length, right.length) !== 18) return false;
  return left.slice(0, 15) === right.slice(0, 15);
}
