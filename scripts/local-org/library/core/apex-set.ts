/** Apex's Set: each value once, in the order in which they came. */
import { ANY_TYPE, setType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { FinalException, nullPointer } from './exceptions.ts';
import { ApexIterator } from './apex-iterator.ts';
import { CollectionKeys, keyText, valueHash } from './collection-keys.ts';
import { listText } from './text.ts';

export class ApexSet {
  readonly elementType: RuntimeType;
  /** Values by their keys (collection-keys.ts). */
  readonly items = new Map<unknown, unknown>();
  private readonly keys = new CollectionKeys();
  iterating = 0;
  /** Changes made while loops run over it: the loop's next turn refuses to go on. */
  changes = 0;
  isReadOnly = false;

  constructor(elementType: RuntimeType = ANY_TYPE, values: Iterable<unknown> = []) {
    this.elementType = elementType;
    for (const value of values) this.add(value);
  }

  get $type(): RuntimeType {
    return setType(this.elementType);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items.values();
  }

  private changing(): void {
    if (this.isReadOnly) throw new FinalException('Collection is read-only');
    if (this.iterating !== 0) this.changes++;
  }

  add(value: unknown): boolean {
    const key = this.keys.find(value);
    if (this.items.has(key)) return false;
    this.changing();
    this.keys.remember(key);
    this.items.set(key, value);
    return true;
  }

  addAll(values: Iterable<unknown> | null): boolean {
    if (values === null) nullPointer();
    let isChanged = false;
    for (const value of [...values]) isChanged = this.add(value) || isChanged;
    return isChanged;
  }

  clear(): void {
    this.changing();
    for (const key of this.items.keys()) this.keys.forget(key);
    this.items.clear();
  }

  clone(): ApexSet {
    return new ApexSet(this.elementType, this);
  }

  contains(value: unknown): boolean {
    return this.items.has(this.keys.find(value));
  }

  containsAll(values: Iterable<unknown> | null): boolean {
    if (values === null) nullPointer();
    for (const value of values) if (!this.contains(value)) return false;
    return true;
  }

  isEmpty(): boolean {
    return this.items.size === 0;
  }

  iterator(): ApexIterator {
    return new ApexIterator(this.items.values());
  }

  remove(value: unknown): boolean {
    const key = this.keys.find(value);
    if (this.isReadOnly || this.items.has(key)) this.changing();
    this.keys.forget(key);
    return this.items.delete(key);
  }

  removeAll(values: Iterable<unknown> | null): boolean {
    if (values === null) nullPointer();
    let isChanged = false;
    for (const value of [...values]) isChanged = this.remove(value) || isChanged;
    return isChanged;
  }

  retainAll(values: Iterable<unknown> | null): boolean {
    if (values === null) nullPointer();
    const kept = values instanceof ApexSet ? values : new ApexSet(this.elementType, values);
    let isChanged = false;
    for (const value of [...this]) if (!kept.contains(value)) isChanged = this.remove(value) || isChanged;
    return isChanged;
  }

  size(): number {
    return this.items.size;
  }

  equals(other: unknown): boolean {
    return other === this || (other instanceof ApexSet && other.size() === this.size() && this.containsAll(other));
  }

  hashCode(): number {
    let hash = 0;
    for (const value of this) hash = (hash + valueHash(value)) | 0;
    return hash;
  }

  collectionKey(): string {
    return `\0set(${[...this].map(keyText).sort().join(',')})`;
  }

  toString(): string {
    return listText(this, this, '{', '}');
  }
}
