/**
 * What makes two keys of a set or map the same. A JavaScript Map compares strings, numbers and bigints by value already;
 * other values of Apex get a canonical text, and objects with an `equals` of their own are looked up by hash.
 */
import { ApexBlob } from './apex-blob.ts';
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { ApexObject, hasOwnEquality } from './apex-object.ts';
import { ApexTime } from './apex-time.ts';
import { ApexDouble, Decimal } from './decimal.ts';
import { identityHash, longHash, stringHash } from './hash.ts';

/** Collections and records give their key themselves: they import this file. */
export interface KeyedValue {
  collectionKey(): string;
}

interface EqualObject extends ApexObject {
  hashCode(): number;
}

export class CollectionKeys {
  private buckets: Map<number, EqualObject[]> | undefined;

  /** The key of a value, or of an equal one that is in already. */
  find(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof ApexObject && hasOwnEquality(value)) {
      return this.buckets?.get(value.hashCode())?.find((other) => other === value || value.equals(other)) ?? value;
    }
    return canonicalKey(value);
  }

  remember(key: unknown): void {
    if (!(key instanceof ApexObject) || !hasOwnEquality(key)) return;
    const hash = key.hashCode();
    const bucket = (this.buckets ??= new Map()).get(hash);
    if (bucket === undefined) this.buckets.set(hash, [key]);
    else if (!bucket.includes(key)) bucket.push(key);
  }

  forget(key: unknown): void {
    if (this.buckets === undefined || !(key instanceof ApexObject)) return;
    for (const bucket of this.buckets.values()) {
      const at = bucket.indexOf(key);
      if (at >= 0) bucket.splice(at, 1);
    }
  }
}

function canonicalKey(value: object): unknown {
  if (value instanceof ApexDate) return `\0date ${value.days}`;
  if (value instanceof ApexDatetime) return `\0datetime ${value.millis}`;
  if (value instanceof Decimal) return `\0decimal ${value.key()}`;
  if (value instanceof ApexDouble) return `\0double ${value.value}`;
  if (value instanceof ApexTime) return `\0time ${value.millis}`;
  if (value instanceof ApexBlob) return `\0blob ${value.key()}`;
  return 'collectionKey' in value ? (value as KeyedValue).collectionKey() : value;
}

/** A text that is the same for equal values: for keys made of other values. */
export function keyText(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return `${typeof value} ${String(value)}`;
  if (value instanceof ApexObject && hasOwnEquality(value)) return `equal ${value.hashCode()}`;
  const key = canonicalKey(value);
  return typeof key === 'string' ? key : `object ${identityHash(key as object)}`;
}

/** hashCode of any value, as List.hashCode and System.hashCode add it up. */
export function valueHash(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return stringHash(value);
    case 'number':
      return value | 0;
    case 'bigint':
      return longHash(value);
    case 'boolean':
      return value ? 1231 : 1237;
    default:
      return value === null || value === undefined ? 0 : (value as { hashCode(): number }).hashCode() | 0;
  }
}
