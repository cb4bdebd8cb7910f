/** Asking for asynchronous work. The job's row belongs to the asking transaction: no commit, no job. */
import { ApexList } from '../../library/core/apex-list.ts';
import { ANY_TYPE, type RuntimeType } from '../../library/core/runtime-type.ts';
import type { EnqueueOptions } from '../../library/host.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { serialiseState } from './job-state.ts';
import type { NewJob } from '../../database/stores/job-store.ts';

/** A finalizer may start its failed job again five times in a row (Apex Developer Guide, "Transaction Finalizers"). */
const MAXIMUM_RETRIES_BY_FINALIZER = 5;
const MAXIMUM_BATCH_SCOPE = 2000;

export function enqueueQueueable(engine: OrgEngine, job: unknown, options: EnqueueOptions): string {
  const { transaction } = engine;
  const depth = nextDepth(engine, options);
  transaction.limits.add('QueueableJobs');
  const signature = options.duplicateSignature ?? null;
  if (signature !== null && engine.stores.jobs.hasSignature(signature)) {
    throw engine.exception(
      'System.DuplicateMessageException',
      'Attempt to enqueue job with duplicate queueable signature',
    );
  }
  const retries = retriesOf(engine, job);
  return add(engine, 'Queueable', {
    kind: 'queueable',
    className: classNameOf(job),
    methodName: null,
    state: serialiseState(job),
    dueAt: engine.clock.now() + (options.delayMinutes ?? 0) * 60_000,
    signature,
    stackDepth: depth,
    maximumStackDepth: options.maximumStackDepth ?? transaction.job?.maximumStackDepth ?? null,
    retries,
  });
}

/** In tests a chain is one deep unless the code says how deep it may go. */
function nextDepth(engine: OrgEngine, options: EnqueueOptions): number {
  const { transaction, tests } = engine;
  if (transaction.kind !== 'queueable' || transaction.job === undefined) return 1;
  const depth = transaction.job.stackDepth + 1;
  const maximum = options.maximumStackDepth ?? transaction.job.maximumStackDepth ?? (tests.isRunning ? 1 : undefined);
  if (maximum !== undefined && depth > maximum)
    throw engine.exception('System.AsyncException', 'Maximum stack depth has been reached.');
  return depth;
}

function retriesOf(engine: OrgEngine, job: unknown): number {
  const { transaction } = engine;
  const failed = transaction.failedParent;
  if (transaction.kind !== 'finalizer' || failed === undefined || failed.className !== classNameOf(job)) return 0;
  if (failed.retries >= MAXIMUM_RETRIES_BY_FINALIZER) {
    throw engine.exception(
      'System.AsyncException',
      'Maximum number of consecutive failed job retries by a finalizer has been reached.',
    );
  }
  return failed.retries + 1;
}

export function attachFinalizer(engine: OrgEngine, finalizer: unknown): void {
  const { transaction } = engine;
  if (transaction.kind !== 'queueable' || transaction.job === undefined) {
    throw engine.exception(
      'System.AsyncException',
      'System.attachFinalizer(Finalizer) can only be called from within a Queueable job.',
    );
  }
  if (transaction.job.finalizer !== undefined)
    throw engine.exception('System.AsyncException', 'More than one finalizer cannot be attached to a Queueable job.');
  transaction.job.finalizer = finalizer;
  // Kept at once where nothing is uncommitted: the finalizer then runs even if the process is killed.
  const { sequence } = transaction.job;
  if (sequence !== undefined && !engine.data.isWriting)
    engine.data.write(() => engine.stores.jobs.keepFinalizer(sequence, serialiseState(finalizer)));
}

export function callFuture(
  engine: OrgEngine,
  className: string,
  methodName: string,
  args: readonly unknown[],
  callouts: boolean,
): void {
  const { transaction } = engine;
  if (transaction.kind === 'future' || transaction.kind === 'batch') {
    const kind = transaction.kind === 'future' ? 'a future method' : 'a batch method';
    throw engine.exception(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${kind})`,
    );
  }
  transaction.limits.add('FutureCalls');
  add(engine, 'Future', {
    kind: 'future',
    className,
    methodName,
    state: serialiseState(new ApexList(ANY_TYPE, [callouts, ...args])),
    dueAt: engine.clock.now(),
    signature: null,
    stackDepth: 1,
    maximumStackDepth: null,
    retries: 0,
  });
}

export function executeBatch(engine: OrgEngine, job: unknown, scopeSize: number): string {
  if (scopeSize < 1) throw engine.exception('System.AsyncException', `Invalid batch size: ${scopeSize}`);
  return add(engine, 'BatchApex', {
    kind: 'batch-start',
    className: classNameOf(job),
    methodName: String(Math.min(scopeSize, MAXIMUM_BATCH_SCOPE)),
    state: serialiseState(job),
    dueAt: engine.clock.now(),
    signature: null,
    stackDepth: 1,
    maximumStackDepth: null,
    retries: 0,
  });
}

type JobPlan = Omit<NewJob, 'jobId' | 'userId'>;

function add(engine: OrgEngine, jobType: string, plan: JobPlan): string {
  const { transaction } = engine;
  engine.data.ensureWriting();
  const jobId = engine.rows.insert('AsyncApexJob', {
    JobType: jobType,
    ApexClassId: classId(engine, plan.className),
    Status: jobType === 'BatchApex' ? 'Holding' : 'Queued',
    MethodName: plan.kind === 'future' ? plan.methodName : null,
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
  });
  engine.stores.jobs.add({ ...plan, jobId, userId: transaction.user.id });
  transaction.hasUncommittedWork = true;
  transaction.addsWork = true;
  return jobId;
}

export function classNameOf(job: unknown): string {
  const type = (job as { $type?: RuntimeType }).$type;
  return type?.getName() ?? 'Object';
}

/** Inner classes are known by the class around them. */
export function classId(engine: OrgEngine, className: string): string | null {
  const [row] = engine.rows.where('ApexClass', 'Name', [className.split('.')[0]!]);
  return (row?.Id as string | undefined) ?? null;
}
