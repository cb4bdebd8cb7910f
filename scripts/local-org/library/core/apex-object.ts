/** The root of every class that a program writes (exceptions have `ApexException`). */
import { identityHash } from './hash.ts';
import type { RuntimeType } from './runtime-type.ts';
import { objectText } from './text.ts';

export class ApexObject {
  /** On each emitted class's prototype. */
  declare readonly $type: RuntimeType;

  equals(other: unknown): boolean {
    return this === other;
  }

  hashCode(): number {
    return identityHash(this);
  }

  toString(): string {
    return objectText(this);
  }

  /** A copy of the object that shares what its fields hold. */
  clone(): this {
    return Object.assign(Object.create(Object.getPrototypeOf(this) as object), this) as this;
  }

  /** Lets the library run over a program's Iterable as over a list. */
  *[Symbol.iterator](): Generator<unknown> {
    const { iterator } = this as { iterator?(): { hasNext(): boolean; next(): unknown } };
    if (typeof iterator !== 'function') throw new TypeError(`${this.$type.getName()} is not iterable`);
    const items = iterator.call(this);
    while (items.hasNext()) yield items.next();
  }

  /** The constructor that every chain of constructors ends in. */
  $c$(): this {
    return this;
  }
}

/** Tells whether a class brings its own `equals`: then `==`, sets and maps ask it. */
export function hasOwnEquality(value: { equals(other: unknown): boolean }): boolean {
  return value.equals !== ApexObject.prototype.equals;
}
