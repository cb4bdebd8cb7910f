/** System.Object: the three methods that every value has, for values whose type is not known before. */
import { valuesEqual } from '../core/equality.ts';
import { nullPointer } from '../core/exceptions.ts';
import { stringValueOf } from '../core/text.ts';
import { valueHash } from '../core/collection-keys.ts';

function present<T>(value: T): T {
  return value === null || value === undefined ? nullPointer() : value;
}

export const System_Object = {
  toString: (value: unknown): string => stringValueOf(present(value)),
  equals: (value: unknown, other: unknown): boolean => valuesEqual(present(value), other),
  hashCode: (value: unknown): number => valueHash(present(value)),
};
