/**
 * Runs one stored job as a transaction of its own, as the user who asked for it, and books what came of it. The job's row
 * goes in the same commit as its work; a job that fails leaves its work undone and its failure in AsyncApexJob.
 */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import type { ApexList } from '../../library/core/apex-list.ts';
import type { RuntimeType } from '../../library/core/runtime-type.ts';
import type { StoredJob } from '../../database/stores/job-store.ts';
import type { OrgEngine, TransactionRequest } from '../engine/org-engine.ts';
import type { LimitProfile } from '../engine/limits.ts';
import type { RunningJob, Transaction, TransactionKind } from '../engine/transaction.ts';
import { runBatchPart } from './batch.ts';
import { FinalizerJobContext, QueueableJobContext, SchedulableJobContext } from './contexts.ts';
import { invokeJob } from './invoke-job.ts';
import { deserialiseState, serialiseState } from './job-state.ts';

/** How a transaction is begun: by itself, or inside a test's. */
export type TransactionRunner = <Result>(
  request: TransactionRequest,
  body: (transaction: Transaction) => Result,
) => Result;

export interface JobRun {
  readonly engine: OrgEngine;
  readonly run: TransactionRunner;
}

/** Claims and runs a job; false if it was gone or taken. */
export function runStoredJob(jobRun: JobRun, sequence: number): boolean {
  const { engine } = jobRun;
  const { jobs } = engine.stores;
  const job = jobs.find(sequence);
  if (job === undefined || !engine.data.write(() => begin(engine, job))) return false;
  switch (job.kind) {
    case 'queueable':
      runQueueable(jobRun, job);
      break;
    case 'finalizer':
      runFinalizer(jobRun, job);
      break;
    case 'future':
      runPlain(jobRun, job, 'future', (state) => runFuture(engine, job, state));
      break;
    case 'schedulable':
      runPlain(jobRun, job, 'schedulable', (state) =>
        invokeJob(engine, state, 'execute', 'SchedulableContext', [new SchedulableJobContext(String(job.methodName))]),
      );
      break;
    case 'schedule-batch':
      runPlain(jobRun, job, 'schedulable', (state) => engine.host.executeBatch(state, Number(job.methodName)));
      break;
    default:
      runBatchPart(jobRun, job);
  }
  return true;
}

function begin(engine: OrgEngine, job: StoredJob): boolean {
  if (!engine.stores.jobs.claim(job.sequence)) return false;
  if (job.kind !== 'finalizer' && job.kind !== 'batch-chunk' && job.kind !== 'batch-finish')
    engine.rows.update('AsyncApexJob', job.jobId, { Status: 'Processing' });
  return true;
}

export function requestFor(
  engine: OrgEngine,
  job: StoredJob,
  kind: TransactionKind,
  more: Partial<TransactionRequest> = {},
): TransactionRequest {
  const running: RunningJob = {
    id: job.jobId,
    className: job.className,
    stackDepth: job.stackDepth,
    maximumStackDepth: job.maximumStackDepth ?? undefined,
    sequence: engine.tests.isRunning ? undefined : job.sequence,
  };
  const profile: LimitProfile = kind === 'schedulable' ? 'sync' : 'async';
  return { kind, user: engine.user(job.userId), profile, job: running, ...more };
}

export function stateOf(engine: OrgEngine, text: string): unknown {
  const { program } = engine.image;
  return deserialiseState(text, {
    schema: engine.schema,
    typeByName: (name) => program.typeByName(name, engine.schema),
  });
}

function runQueueable(jobRun: JobRun, job: StoredJob): void {
  const { engine } = jobRun;
  const request = requestFor(engine, job, 'queueable');
  let requestId = '';
  try {
    jobRun.run(request, (transaction) => {
      requestId = transaction.requestId;
      const state = stateOf(engine, job.state);
      transaction.allowsCallouts = implementsInterface(state, 'AllowsCallouts');
      invokeJob(engine, state, 'execute', 'QueueableContext', [new QueueableJobContext(job.jobId)]);
      engine.data.ensureWriting();
      complete(engine, job);
      if (request.job!.finalizer !== undefined)
        addFinalizer(engine, job, { requestId, finalizer: request.job!.finalizer, error: null });
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => {
      fail(engine, job, failure);
      if (request.job!.finalizer !== undefined)
        addFinalizer(engine, job, { requestId, finalizer: request.job!.finalizer, error: failure });
    });
    if (engine.tests.isRunning) throw failure;
  }
}

interface FinalizerPlan {
  readonly requestId: string;
  readonly finalizer: unknown;
  readonly error: ApexException | null;
}

/** What a finalizer's row holds. */
interface FinalizerState {
  readonly requestId: string;
  readonly finalizer: string;
  readonly error: string | null;
  readonly retries: number;
}

function addFinalizer(engine: OrgEngine, job: StoredJob, plan: FinalizerPlan): void {
  keepFinalizer(engine, job, {
    requestId: plan.requestId,
    finalizer: serialiseState(plan.finalizer),
    error: plan.error === null ? null : serialiseState(plan.error),
    retries: job.retries,
  });
}

export function keepFinalizer(engine: OrgEngine, job: StoredJob, state: FinalizerState): void {
  engine.stores.jobs.add({
    kind: 'finalizer',
    jobId: job.jobId,
    className: job.className,
    methodName: null,
    state: JSON.stringify(state),
    userId: job.userId,
    dueAt: engine.clock.now(),
    signature: null,
    stackDepth: 1,
    maximumStackDepth: null,
    retries: job.retries,
  });
  if (engine.hasTransaction) engine.transaction.addsWork = true;
}

function runFinalizer(jobRun: JobRun, job: StoredJob): void {
  const { engine } = jobRun;
  const plan = JSON.parse(job.state) as FinalizerState;
  // Synchronous limits, except that it may enqueue one job (reference/platform.md §5).
  const request = requestFor(engine, job, 'finalizer', {
    profile: 'sync',
    limitOverrides: { QueueableJobs: 1, FutureCalls: 0, HeapSize: 12_000_000 },
  });
  try {
    jobRun.run(request, (transaction) => {
      const error = plan.error === null ? null : (stateOf(engine, plan.error) as ApexException);
      if (error !== null) transaction.failedParent = { className: job.className, retries: plan.retries };
      invokeJob(engine, stateOf(engine, plan.finalizer), 'execute', 'FinalizerContext', [
        new FinalizerJobContext(job.jobId, plan.requestId, error),
      ]);
      engine.data.ensureWriting();
      engine.stores.jobs.remove(job.sequence);
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => {
      engine.stores.jobs.remove(job.sequence);
      engine.rows.update('AsyncApexJob', job.jobId, {
        ExtendedStatus: `Finalizer: ${failure.getMessage()}`.slice(0, 255),
      });
    });
    if (engine.tests.isRunning) throw failure;
  }
}

function runFuture(engine: OrgEngine, job: StoredJob, state: unknown): void {
  const [callouts, ...args] = (state as ApexList).items;
  engine.transaction.allowsCallouts = callouts === true;
  engine.image.program.invokeStatic(job.className, job.methodName!, args);
}

function runPlain(jobRun: JobRun, job: StoredJob, kind: TransactionKind, work: (state: unknown) => void): void {
  const { engine } = jobRun;
  try {
    jobRun.run(requestFor(engine, job, kind), (transaction) => {
      if (kind === 'schedulable') transaction.allowsCallouts = false;
      work(stateOf(engine, job.state));
      engine.data.ensureWriting();
      complete(engine, job);
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => fail(engine, job, failure));
    if (engine.tests.isRunning) throw failure;
  }
}

function complete(engine: OrgEngine, job: StoredJob): void {
  engine.stores.jobs.remove(job.sequence);
  // The job of a schedule waits for its next time.
  const isRecurring = job.kind === 'schedulable' && engine.stores.schedules.find(String(job.methodName)) !== undefined;
  engine.rows.update(
    'AsyncApexJob',
    job.jobId,
    isRecurring ? { Status: 'Queued' } : { Status: 'Completed', CompletedDate: new ApexDatetime(engine.clock.now()) },
  );
}

export function fail(engine: OrgEngine, job: StoredJob, error: ApexException): void {
  engine.stores.jobs.remove(job.sequence);
  engine.rows.update('AsyncApexJob', job.jobId, {
    Status: 'Failed',
    NumberOfErrors: 1,
    ExtendedStatus: `${error.getMessage()}`.slice(0, 255),
    CompletedDate: new ApexDatetime(engine.clock.now()),
  });
}

/** An error that is none of Apex's (a gap or a bug of ours) fails the job too, and is told by its own words. */
export function apexErrorOrThrow(engine: OrgEngine, job: StoredJob, error: unknown): ApexException {
  const apex = engine.image.program.asApexError(error);
  if (apex instanceof ApexException) return apex;
  if (engine.tests.isRunning) throw error;
  console.error(`Job ${job.className}:`, error);
  return engine.exception('System.UnexpectedException', error instanceof Error ? error.message : String(error));
}

export function implementsInterface(value: unknown, name: string): boolean {
  let type = (value as { $type?: RuntimeType }).$type;
  for (; type !== undefined; type = type.superclass) {
    if ((type.shape?.interfaces?.() ?? []).some((each) => each.name === name)) return true;
  }
  return false;
}
