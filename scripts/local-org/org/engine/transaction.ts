/**
 * What belongs to one transaction of Apex: who runs, what it has used, what it has begun to write, and what must happen
 * once it ends. Its database side (BEGIN, savepoints, lock) is DataSession.
 */
import type { UserDetails } from '../../library/host.ts';
import type { LimitCounters } from './limits.ts';

export type TransactionKind =
  | 'api'
  | 'apex-rest'
  | 'anonymous'
  | 'test'
  | 'queueable'
  | 'finalizer'
  | 'future'
  | 'batch'
  | 'schedulable'
  | 'event-trigger';

/** System.Quiddity of each kind of transaction. */
export const QUIDDITIES: Readonly<Record<TransactionKind, string>> = {
  api: 'REST',
  'apex-rest': 'REST',
  anonymous: 'ANONYMOUS',
  test: 'RUNTEST_SYNC',
  queueable: 'QUEUEABLE',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  future: 'FUTURE',
  batch: 'BATCH_APEX',
  schedulable: 'SCHEDULED',
  'event-trigger': 'PLATFORM_EVENT',
};

/** The running user, with what the engine needs to know beyond UserInfo. */
export interface RunningUser extends UserDetails {
  readonly isGuest: boolean;
  readonly isActive: boolean;
}

/** The job that this transaction executes. */
export interface RunningJob {
  readonly id: string;
  readonly className: string;
  readonly stackDepth: number;
  readonly maximumStackDepth?: number;
  /** Of its row in the job store; absent in tests. */
  readonly sequence?: number;
  finalizer?: unknown;
}

/** Records whose triggers are running right now: the same operation on them again is a self reference. */
export interface SaveInFlight {
  readonly object: string;
  readonly operation: string;
  readonly timing: 'before' | 'after';
  /** `BeforeInsert`. */
  readonly event: string;
  readonly trigger: string;
  readonly ids: ReadonlySet<string>;
}

export class Transaction {
  readonly kind: TransactionKind;
  readonly requestId: string;
  user: RunningUser;
  limits: LimitCounters;
  readonly job?: RunningJob;
  readonly sessionToken: string | null;
  readonly sitePrefix: string | null;
  /** Open savepoints in order, each with whether there was uncommitted work when it was set. */
  readonly savepoints = new Map<string, boolean>();
  triggerDepth = 0;
  readonly savesInFlight: SaveInFlight[] = [];
  /** First set-up and first other object written: both in one transaction is MIXED_DML_OPERATION. */
  setupObject: string | undefined;
  dataObject: string | undefined;
  /** DML, published events or enqueued jobs: forbids a callout. */
  hasUncommittedWork = false;
  /** Jobs, events or schedules were added: the dispatcher is told after the end. */
  addsWork = false;
  calloutMilliseconds = 0;
  allowsCallouts = true;
  /** Events published at once survive a rollback: they are written when the transaction has ended. */
  readonly afterEnd: Array<() => void> = [];
  readonly logLines: string[] = [];
  /** In a platform event trigger: how often it was retried, and where it wants to go on. */
  eventContext:
    { readonly retries: number; readonly lastError: string | null; resume(replayId: string): void } | undefined;
  /** In a finalizer of a job that failed: which job, and how often it had been retried. */
  failedParent: { readonly className: string; readonly retries: number } | undefined;
  fixedSearchResults: readonly string[] | undefined;

  constructor(options: TransactionOptions) {
    this.kind = options.kind;
    this.user = options.user;
    this.limits = options.limits;
    this.job = options.job;
    this.requestId = options.requestId;
    this.sessionToken = options.sessionToken ?? null;
    this.sitePrefix = options.sitePrefix ?? null;
  }
}

export interface TransactionOptions {
  readonly kind: TransactionKind;
  readonly user: RunningUser;
  readonly limits: LimitCounters;
  readonly requestId: string;
  readonly job?: RunningJob;
  readonly sessionToken?: string | null;
  readonly sitePrefix?: string | null;
}
