/** Apex's Map: keys in the order in which they first came. */
import { ANY_TYPE, mapType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { FinalException, ListException, nullPointer } from './exceptions.ts';
import { ApexList } from './apex-list.ts';
import { ApexSet } from './apex-set.ts';
import { CollectionKeys, keyText, valueHash } from './collection-keys.ts';
import { valuesEqual } from './equality.ts';
import { mapText } from './text.ts';
import type { SObjectRecord } from './sobject-record.ts';
import { schemaTokens } from './schema-tokens.ts';

export class ApexMap {
  readonly keyType: RuntimeType;
  readonly valueType: RuntimeType;
  /** Values by canonical key (collection-keys.ts). */
  private readonly entries = new Map<unknown, unknown>();
  /** The keys themselves where they are not their own canonical key. */
  private originals: Map<unknown, unknown> | undefined;
  private readonly keys = new CollectionKeys();
  isReadOnly = false;

  constructor(keyType: RuntimeType = ANY_TYPE, valueType: RuntimeType = ANY_TYPE) {
    this.keyType = keyType;
    this.valueType = valueType;
  }

  get $type(): RuntimeType {
    return mapType(this.keyType, this.valueType);
  }

  /** Pairs of key and value. */
  *[Symbol.iterator](): Iterator<[unknown, unknown]> {
    for (const [key, value] of this.entries) yield [this.original(key), value];
  }

  private original(key: unknown): unknown {
    return typeof key === 'string' && this.originals?.has(key) ? this.originals.get(key) : key;
  }

  private changing(): void {
    if (this.isReadOnly) throw new FinalException('Collection is read-only');
  }

  clear(): void {
    this.changing();
    for (const key of this.entries.keys()) this.keys.forget(key);
    this.entries.clear();
    this.originals = undefined;
  }

  clone(): ApexMap {
    const copy = new ApexMap(this.keyType, this.valueType);
    for (const [key, value] of this) copy.put(key, value);
    return copy;
  }

  containsKey(key: unknown): boolean {
    return this.entries.has(typeof key === 'string' ? key : this.keys.find(key));
  }

  /** Copies the records that are values. */
  deepClone(): ApexMap {
    const copy = new ApexMap(this.keyType, this.valueType);
    for (const [key, value] of this) {
      const isRecord = value !== null && typeof value === 'object' && 'slots' in value;
      copy.put(key, isRecord ? (value as SObjectRecord).clone(true, true, true, true) : value);
    }
    return copy;
  }

  get(key: unknown): unknown {
    const value = this.entries.get(typeof key === 'string' ? key : this.keys.find(key));
    return value === undefined ? null : value;
  }

  getSObjectType(): unknown {
    return this.valueType.kind === 'sobject' && this.valueType.name !== 'SObject'
      ? schemaTokens().objectByName(this.valueType.name)
      : null;
  }

  isEmpty(): boolean {
    return this.entries.size === 0;
  }

  keySet(): ApexSet {
    const set = new ApexSet(this.keyType);
    for (const key of this.entries.keys()) set.add(this.original(key));
    return set;
  }

  put(key: unknown, value: unknown): unknown {
    const canonical = typeof key === 'string' ? key : this.keys.find(key);
    const before = this.entries.get(canonical);
    if (before === undefined) this.putNew(canonical, key);
    else if (this.isReadOnly) this.changing();
    this.entries.set(canonical, value);
    return before === undefined ? null : before;
  }

  private putNew(canonical: unknown, key: unknown): void {
    if (this.isReadOnly) this.changing();
    if (canonical === key) this.keys.remember(canonical);
    else (this.originals ??= new Map()).set(canonical, key);
  }

  /** Of a map, or of records by their ids. */
  putAll(from: ApexMap | ApexList | null): void {
    if (from === null) nullPointer();
    if (from instanceof ApexMap) for (const [key, value] of [...from]) this.put(key, value);
    else this.putRecords(from);
  }

  private putRecords(records: ApexList): void {
    records.items.forEach((record, index) => {
      if (record === null) nullPointer();
      const id = (record as SObjectRecord).id;
      if (id === null) throw new ListException(`Row with null Id at index: ${index}`);
      this.put(id, record);
    });
  }

  /** As `new Map<Id, Lead>(records)`, which refuses an id that comes twice. */
  static ofRecords(keyType: RuntimeType, valueType: RuntimeType, records: ApexList): ApexMap {
    const map = new ApexMap(keyType, valueType);
    const seen = new Set<string>();
    records.items.forEach((record, index) => {
      const id = record === null ? null : (record as SObjectRecord).id;
      if (id !== null && seen.has(id)) throw new ListException(`Row with duplicate Id at index: ${index}`);
      if (id !== null) seen.add(id);
    });
    map.putRecords(records);
    return map;
  }

  remove(key: unknown): unknown {
    const canonical = this.keys.find(key);
    this.changing();
    const before = this.entries.get(canonical);
    this.entries.delete(canonical);
    this.originals?.delete(canonical);
    this.keys.forget(canonical);
    return before === undefined ? null : before;
  }

  size(): number {
    return this.entries.size;
  }

  values(): ApexList {
    return new ApexList(this.valueType, [...this.entries.values()]);
  }

  equals(other: unknown): boolean {
    if (other === this) return true;
    if (!(other instanceof ApexMap) || other.size() !== this.size()) return false;
    for (const [key, value] of this) {
      if (!other.containsKey(key) || !valuesEqual(other.get(key), value)) return false;
    }
    return true;
  }

  hashCode(): number {
    let hash = 0;
    for (const [key, value] of this) hash = (hash + (valueHash(key) ^ valueHash(value))) | 0;
    return hash;
  }

  collectionKey(): string {
    return `\0map(${[...this]
      .map(([key, value]) => `${keyText(key)}=${keyText(value)}`)
      .sort()
      .join(',')})`;
  }

  toString(): string {
    return mapText(this, this);
  }
}
