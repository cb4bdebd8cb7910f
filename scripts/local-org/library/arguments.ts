/** The checks that many methods of the library begin with. */
import { NullPointerException } from './core/exceptions.ts';

/** Refuses null for a parameter, with Salesforce's words. `position` counts from 1. */
export function argument<T>(value: T | null | undefined, position: number): T {
  if (value === null || value === undefined) throw new NullPointerException(`Argument ${position} cannot be null`);
  return value;
}

/** The values of a list, a set, or any object of Apex that has an iterator. */
export function* valuesOf(iterable: unknown): Generator<unknown> {
  const source = argument(iterable, 1) as Partial<Iterable<unknown>> & { iterator?(): ApexIteratorLike };
  if (typeof source[Symbol.iterator] === 'function') {
    yield* source as Iterable<unknown>;
    return;
  }
  const iterator = source.iterator!();
  while (iterator.hasNext()) yield iterator.next();
}

interface ApexIteratorLike {
  hasNext(): boolean;
  next(): unknown;
}
