/** The digests of what the platform holds, as docs/contract §10 defines them; computed from its own store, by its own code. */
import { createHash } from 'node:crypto';
import type { PlatformRecord, PlatformStore, WireValue } from './store.ts';

const MODULUS = 1n << 48n;

export function bucketSums(store: PlatformStore, resource: string): Record<string, string> {
  const sums = new Map<number, bigint>();
  for (const record of live(store, resource)) {
    const bucket = bucketOf(record.key);
    sums.set(
      bucket,
      ((sums.get(bucket) ?? 0n) + BigInt(`0x${rowDigest(fieldDigests(record)).slice(0, 12)}`)) % MODULUS,
    );
  }
  return Object.fromEntries([...sums].map(([bucket, sum]) => [String(bucket), sum.toString(16).padStart(12, '0')]));
}

export function bucketRows(
  store: PlatformStore,
  resource: string,
  bucket: number,
): Record<string, Record<string, string>> {
  const rows = live(store, resource).filter((record) => bucketOf(record.key) === bucket);
  return Object.fromEntries(rows.map((record) => [record.key, fieldDigests(record)]));
}

function live(store: PlatformStore, resource: string): PlatformRecord[] {
  return store.records(resource).filter((record) => !record.isDeleted && Object.keys(record.values).length > 0);
}

function fieldDigests(record: PlatformRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record.values).map(([name, value]) => [name, sha256(valueText(value)).slice(0, 32)]),
  );
}

function rowDigest(fields: Readonly<Record<string, string>>): string {
  const names = Object.keys(fields).sort((a, b) => (a < b ? -1 : 1));
  return sha256(names.map((name) => `${name}=${fields[name]}\n`).join(''));
}

export function bucketOf(key: string): number {
  return createHash('sha256').update(key).digest()[0]!;
}

function valueText(value: WireValue): string {
  if (Array.isArray(value)) return `l:${[...value].sort((a, b) => (a < b ? -1 : 1)).join('\n')}`;
  if (typeof value === 'boolean') return `b:${value}`;
  if (typeof value === 'number') return `n:${plainDecimal(value)}`;
  return `s:${value as string}`;
}

/** A number as plain decimal: no exponent. */
function plainDecimal(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
