/** What System.assert… and System.Assert share: the comparison and Salesforce's words. */
import { AssertException } from './core/exceptions.ts';
import { valuesEqual } from './core/equality.ts';
import { isIdText, toId } from './core/id.ts';
import { isInstance } from './core/type-of.ts';
import type { RuntimeType } from './core/runtime-type.ts';
import { stringValueOf } from './core/text.ts';
import { argument } from './arguments.ts';

/** `message` undefined: none was given. */
export function failAssertion(message: unknown, detail?: string): never {
  const parts = ['Assertion Failed'];
  if (message !== undefined && message !== null) parts.push(stringValueOf(message));
  if (detail !== undefined) parts.push(detail);
  throw new AssertException(parts.join(': '));
}

export function assertTrue(condition: boolean | null, message?: unknown): void {
  if (argument(condition, 1) !== true) failAssertion(message);
}

/** An id is its own short form, too. */
function areSame(left: unknown, right: unknown): boolean {
  if (valuesEqual(left, right)) return true;
  if (typeof left !== 'string' || typeof right !== 'string' || left.length === right.length) return false;
  return isIdText(left) && isIdText(right) && toId(left) === toId(right);
}

export function assertEqual(expected: unknown, actual: unknown, message?: unknown): void {
  if (areSame(expected, actual)) return;
  failAssertion(message, `Expected: ${stringValueOf(expected)}, Actual: ${stringValueOf(actual)}`);
}

export function assertNotEqual(notExpected: unknown, actual: unknown, message?: unknown): void {
  if (areSame(notExpected, actual)) failAssertion(message, `Same value: ${stringValueOf(notExpected)}`);
}

export function assertInstance(value: unknown, type: RuntimeType | null, isWanted: boolean, message?: unknown): void {
  const wanted = argument(type, 2);
  if (isInstance(value, wanted) === isWanted) return;
  failAssertion(
    message,
    isWanted ? `Expected an instance of type ${wanted.getName()}` : `Instance of type ${wanted.getName()} not expected`,
  );
}
