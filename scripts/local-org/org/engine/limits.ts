/**
 * Governor limits: what one transaction has used, what it may use, and the words Salesforce says when it wants more.
 * Source: Apex Developer Guide, "Execution Governors and Limits".
 */
import type { LimitName } from '../../library/host.ts';

export type LimitProfile = 'sync' | 'async';

type Maxima = Readonly<Record<LimitName, number>>;

const SYNC: Maxima = {
  Queries: 100,
  QueryRows: 50_000,
  QueryLocatorRows: 10_000,
  AggregateQueries: 300,
  SoslQueries: 20,
  DmlStatements: 150,
  DmlRows: 10_000,
  Callouts: 100,
  CpuTime: 10_000,
  HeapSize: 6_000_000,
  QueueableJobs: 50,
  FutureCalls: 50,
  EmailInvocations: 10,
  PublishImmediateDML: 150,
  MobilePushApexCalls: 10,
  FetchCallsOnApexCursor: 10,
  ApexCursorRows: 50_000_000,
};

const ASYNC: Maxima = {
  ...SYNC,
  Queries: 200,
  CpuTime: 60_000,
  HeapSize: 12_000_000,
  QueueableJobs: 1,
  FutureCalls: 0,
};

const MESSAGES: Readonly<Record<LimitName, string>> = {
  Queries: 'Too many SOQL queries: ',
  QueryRows: 'Too many query rows: ',
  QueryLocatorRows: 'Too many query locator rows: ',
  AggregateQueries: 'Too many Aggregate queries: ',
  SoslQueries: 'Too many SOSL queries: ',
  DmlStatements: 'Too many DML statements: ',
  DmlRows: 'Too many DML rows: ',
  Callouts: 'Too many callouts: ',
  CpuTime: 'Apex CPU time limit exceeded',
  HeapSize: 'Apex heap size too large: ',
  QueueableJobs: 'Too many queueable jobs added to the queue: ',
  FutureCalls: 'Too many future calls: ',
  EmailInvocations: 'Too many Email Invocations: ',
  PublishImmediateDML: 'Too many DML statements: ',
  MobilePushApexCalls: 'Too many mobile push calls: ',
  FetchCallsOnApexCursor: 'Too many fetch calls on Apex cursor: ',
  ApexCursorRows: 'Too many Apex cursor rows: ',
};

/** Counts one transaction's use. `raise` throws what Apex cannot catch. */
export class LimitCounters {
  readonly profile: LimitProfile;
  private readonly maxima: Maxima;
  private readonly raise: (message: string) => never;
  private used = new Map<LimitName, number>();
  private cpuStart = cpuMilliseconds();

  constructor(
    profile: LimitProfile,
    raise: (message: string) => never,
    overrides: Partial<Record<LimitName, number>> = {},
  ) {
    this.profile = profile;
    this.maxima = { ...(profile === 'sync' ? SYNC : ASYNC), ...overrides };
    this.raise = raise;
  }

  get(name: LimitName): number {
    return name === 'CpuTime' ? this.cpu() : (this.used.get(name) ?? 0);
  }

  maximum(name: LimitName): number {
    return this.maxima[name];
  }

  /** Counts first and refuses after, as the platform does: the message names the count that was too high. */
  add(name: LimitName, amount = 1): void {
    const total = (this.used.get(name) ?? 0) + amount;
    this.used.set(name, total);
    if (total > this.maxima[name]) this.raise(MESSAGES[name] + String(total));
  }

  checkCpu(): void {
    if (this.cpu() > this.maxima.CpuTime) this.raise(MESSAGES.CpuTime);
  }

  /** Saved before the first attempt of a partial-success save: each further attempt starts from it. */
  snapshot(): ReadonlyMap<LimitName, number> {
    return new Map(this.used);
  }

  restore(snapshot: ReadonlyMap<LimitName, number>): void {
    this.used = new Map(snapshot);
  }

  private cpu(): number {
    return Math.max(0, Math.round(cpuMilliseconds() - this.cpuStart));
  }
}

function cpuMilliseconds(): number {
  const usage = process.threadCpuUsage();
  return (usage.user + usage.system) / 1000;
}
