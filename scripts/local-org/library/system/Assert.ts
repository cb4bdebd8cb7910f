/** System.Assert. */
import type { RuntimeType } from '../core/runtime-type.ts';
import { assertEqual, assertInstance, assertNotEqual, assertTrue, failAssertion } from '../asserts.ts';
import { argument } from '../arguments.ts';

export const System_Assert = {
  areEqual: assertEqual,
  areNotEqual: assertNotEqual,
  fail: (message?: string | null): never => failAssertion(message),
  isFalse: (condition: boolean | null, message?: string | null) => assertTrue(!argument(condition, 1), message),
  isInstanceOfType: (value: unknown, type: RuntimeType | null, message?: string | null) =>
    assertInstance(value, type, true, message),
  isNotInstanceOfType: (value: unknown, type: RuntimeType | null, message?: string | null) =>
    assertInstance(value, type, false, message),
  isNotNull: (value: unknown, message?: string | null) => assertNotEqual(null, value, message),
  isNull: (value: unknown, message?: string | null) => assertEqual(null, value, message),
  isTrue: assertTrue,
};
