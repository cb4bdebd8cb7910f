/** The Cache namespace: partitions in memory. What was put is put away as JSON would: the caller's object stays its own. */
import { ApexSet } from '../core/apex-set.ts';
import { ApexDouble } from '../core/decimal.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import type { RuntimeType } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { host, onTestStart } from '../host.ts';
import { libraryException } from '../more-exceptions.ts';

interface Entry {
  readonly value: unknown;
  readonly expires: number;
}

const MAXIMUM_SECONDS: Record<string, number> = { org: 172_800, session: 28_800 };
const DEFAULT_SECONDS: Record<string, number> = { org: 86_400, session: 28_800 };
const stores = new Map<string, Map<string, Entry>>();
onTestStart(() => stores.clear());

function refuse(message: string): never {
  throw new (libraryException('Cache.InvalidParamException'))(message);
}

export class CachePartition {
  protected readonly kind: 'org' | 'session';
  protected readonly partition: string;

  constructor(kind: 'org' | 'session', partition: string) {
    this.kind = kind;
    this.partition = partition;
  }

  private store(): Map<string, Entry> {
    const name = `${this.kind} ${this.partition.toLowerCase()}`;
    let store = stores.get(name);
    if (store === undefined) stores.set(name, (store = new Map()));
    return store;
  }

  private entry(key: string | null): Entry | undefined {
    const entry = this.store().get(checkedKey(key));
    return entry !== undefined && entry.expires > host().now().millis ? entry : undefined;
  }

  contains(key: string | null): boolean {
    return this.entry(key) !== undefined;
  }

  /** get(key), or get(cacheBuilder, key), which makes what is missing. */
  get(keyOrBuilder: string | RuntimeType | null, builderKey?: string | null): unknown {
    if (builderKey === undefined) return this.entry(keyOrBuilder as string | null)?.value ?? null;
    const builder = keyOrBuilder as RuntimeType;
    const key = `${builder.getName()}_${argument(builderKey, 2)}`.replace(/[^A-Za-z0-9]/g, '');
    const known = this.entry(key);
    if (known !== undefined) return known.value;
    const value = (builder.newInstance() as { doLoad(key: string): unknown }).doLoad(builderKey!);
    this.put(key, value);
    return value;
  }

  /** Averages, maxima and shares of use are of a real cache's machine: here nothing takes time, and nothing is full. */
  getAvgGetSize(): bigint {
    return 0n;
  }

  getAvgGetTime(): bigint {
    return 0n;
  }

  getCapacity(): ApexDouble {
    return new ApexDouble(0);
  }

  getMaxGetSize(): bigint {
    return 0n;
  }

  getMaxGetTime(): bigint {
    return 0n;
  }

  getMissRate(): ApexDouble {
    return new ApexDouble(0);
  }

  getKeys(): ApexSet {
    return new ApexSet(
      STRING_TYPE,
      [...this.store().keys()].filter((key) => this.contains(key)),
    );
  }

  getName(): string {
    return this.partition;
  }

  getNumKeys(): bigint {
    return BigInt(this.getKeys().size());
  }

  isAvailable(): boolean {
    return true;
  }

  /** put(key, value[, secondsOrVisibility[, …]]) */
  put(key: string | null, value: unknown, secondsOrVisibility?: unknown): void {
    const seconds = typeof secondsOrVisibility === 'number' ? secondsOrVisibility : DEFAULT_SECONDS[this.kind]!;
    if (seconds > MAXIMUM_SECONDS[this.kind]! || seconds < 0) refuse(`Invalid time to live: ${seconds}`);
    if (value === null) refuse('Value cannot be null');
    this.store().set(checkedKey(key), { value, expires: host().now().millis + seconds * 1000 });
  }

  remove(keyOrBuilder: string | RuntimeType | null, builderKey?: string | null): boolean {
    const key =
      builderKey === undefined
        ? (keyOrBuilder as string | null)
        : `${(keyOrBuilder as RuntimeType).getName()}_${builderKey}`.replace(/[^A-Za-z0-9]/g, '');
    return this.store().delete(checkedKey(key));
  }
}

/** Letters and digits only, 50 at most. */
function checkedKey(key: string | null): string {
  const given = argument(key, 1);
  const bare = /^(?:[A-Za-z]\w*\.){2}(.*)$/.exec(given)?.[1] ?? given;
  if (!/^[A-Za-z0-9]{1,50}$/.test(bare)) refuse(`Invalid key: ${given}. Only alphanumeric characters are allowed`);
  return bare;
}

export class Cache_Partition extends CachePartition {}

const bareName = (name: string | null): string => argument(name, 1).replace(/^\w+\.(?=\w)/, '');

export class Cache_OrgPartition extends Cache_Partition {
  constructor(name: string | null) {
    super('org', bareName(name));
  }
}

export class Cache_SessionPartition extends Cache_Partition {
  constructor(name: string | null) {
    super('session', bareName(name));
  }
}

function facade(
  kind: 'org' | 'session',
  partitionClass: new (name: string) => Cache_Partition,
): Record<string, unknown> {
  const standard = (): CachePartition => new CachePartition(kind, 'default');
  return {
    MAX_TTL_SECS: MAXIMUM_SECONDS[kind],
    contains: (key: string | null) => standard().contains(key),
    get: (...args: [string | null]) => standard().get(...args),
    getAvgGetSize: () => 0n,
    getAvgGetTime: () => 0n,
    getCapacity: () => new ApexDouble(0),
    getMaxGetSize: () => 0n,
    getMaxGetTime: () => 0n,
    getMissRate: () => new ApexDouble(0),
    getKeys: () => standard().getKeys(),
    getName: () => standard().getName(),
    getNumKeys: () => standard().getNumKeys(),
    getPartition: (name: string) => new partitionClass(name),
    isAvailable: () => true,
    put: (...args: [string | null, unknown, unknown?]) => standard().put(...args),
    remove: (...args: [string | null]) => standard().remove(...args),
  };
}

export const Cache_Org: Record<string, unknown> = {
  ...facade('org', Cache_OrgPartition),
  OrgCacheException: libraryException('Cache.Org.OrgCacheException'),
};
export const Cache_Session: Record<string, unknown> = {
  ...facade('session', Cache_SessionPartition),
  SessionCacheException: libraryException('Cache.Session.SessionCacheException'),
};
