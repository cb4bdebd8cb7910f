/** Apex's List (and array): values in order, with the type of its elements. */
import { ANY_TYPE, listType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { FinalException, ListException, nullPointer } from './exceptions.ts';
import { ApexIterator } from './apex-iterator.ts';
import { keyText, valueHash } from './collection-keys.ts';
import { compareForSort } from './sort-order.ts';
import { valuesEqual } from './equality.ts';
import { listText } from './text.ts';
import type { SObjectRecord } from './sobject-record.ts';
import { schemaTokens } from './schema-tokens.ts';

/** What a loop says when the body changed what it runs over. */
export function changedMeanwhile(): never {
  throw new FinalException('Cannot modify a collection while it is being iterated.');
}

export class ApexList {
  readonly elementType: RuntimeType;
  /** The values; the library may read them, and write them where it has just made the list. */
  items: unknown[];
  /** Loops that run over it now. */
  iterating = 0;
  /** Changes made while loops run over it: the loop's next turn refuses to go on. */
  changes = 0;
  isReadOnly = false;

  constructor(elementType: RuntimeType = ANY_TYPE, items: unknown[] = []) {
    this.elementType = elementType;
    this.items = items;
  }

  get $type(): RuntimeType {
    return listType(this.elementType);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }

  private changing(): void {
    if (this.isReadOnly) throw new FinalException('Collection is read-only');
    if (this.iterating !== 0) this.changes++;
  }

  private check(index: number | null, limit: number): asserts index is number {
    if (index === null) nullPointer();
    if (index < 0 || index >= limit) throw new ListException(`List index out of bounds: ${index}`);
  }

  add(indexOrValue: unknown, ...value: unknown[]): void {
    if (this.iterating !== 0 || this.isReadOnly) this.changing();
    if (value.length === 0) {
      this.items.push(indexOrValue);
      return;
    }
    const index = indexOrValue as number | null;
    this.check(index, this.items.length + 1);
    this.items.splice(index, 0, value[0]);
  }

  addAll(values: Iterable<unknown> | null): void {
    if (values === null) nullPointer();
    this.changing();
    for (const value of [...values]) this.items.push(value);
  }

  clear(): void {
    this.changing();
    this.items.length = 0;
  }

  clone(): ApexList {
    return new ApexList(this.elementType, this.items.slice());
  }

  contains(value: unknown): boolean {
    return this.indexOf(value) >= 0;
  }

  /** Copies the records too. */
  deepClone(preserveId = false, preserveReadonlyTimestamps = false, preserveAutonumber = false): ApexList {
    const copies = this.items.map((item) =>
      item !== null && typeof item === 'object' && 'slots' in item
        ? (item as SObjectRecord).clone(preserveId, true, preserveReadonlyTimestamps, preserveAutonumber)
        : item,
    );
    return new ApexList(this.elementType, copies);
  }

  get(index: number | null): unknown {
    this.check(index, this.items.length);
    return this.items[index];
  }

  getSObjectType(): unknown {
    return this.elementType.kind === 'sobject' && this.elementType.name !== 'SObject'
      ? schemaTokens().objectByName(this.elementType.name)
      : null;
  }

  indexOf(value: unknown): number {
    return this.items.findIndex((item) => valuesEqual(item, value));
  }

  isEmpty(): boolean {
    return this.items.length === 0;
  }

  iterator(): ApexIterator {
    return new ApexIterator(this.items);
  }

  remove(index: number | null): unknown {
    this.changing();
    this.check(index, this.items.length);
    return this.items.splice(index, 1)[0];
  }

  set(index: number | null, value: unknown): void {
    if (this.isReadOnly) this.changing();
    this.check(index, this.items.length);
    this.items[index] = value;
  }

  size(): number {
    return this.items.length;
  }

  /** By the elements' own order, or by a Comparator. */
  sort(comparator?: { compare(left: unknown, right: unknown): number } | null): void {
    if (comparator === null) nullPointer();
    this.changing();
    const order =
      comparator === undefined ? compareForSort : (left: unknown, right: unknown) => comparator.compare(left, right);
    this.items.sort(order);
  }

  equals(other: unknown): boolean {
    if (other === this) return true;
    if (!(other instanceof ApexList) || other.items.length !== this.items.length) return false;
    return this.items.every((item, index) => valuesEqual(item, other.items[index]));
  }

  hashCode(): number {
    return this.items.reduce<number>((hash, item) => (Math.imul(31, hash) + valueHash(item)) | 0, 1);
  }

  collectionKey(): string {
    return `\0list(${this.items.map(keyText).join(',')})`;
  }

  toString(): string {
    return listText(this, this.items, '(', ')');
  }
}
