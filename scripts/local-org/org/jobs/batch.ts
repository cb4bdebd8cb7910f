/**
 * Batch Apex: start, chunks one after the other, finish; each a transaction of its own. The job object is kept between the
 * parts: with its state if it is Database.Stateful, else as it was enqueued.
 */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexList } from '../../library/core/apex-list.ts';
import { ANY_TYPE } from '../../library/core/runtime-type.ts';
import type { StoredJob } from '../../database/stores/job-store.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { BatchableJobContext } from './contexts.ts';
import { invokeJob } from './invoke-job.ts';
import { serialiseState } from './job-state.ts';
import { apexErrorOrThrow, fail, implementsInterface, requestFor, stateOf, type JobRun } from './run-job.ts';

interface BatchState {
  /** The job object. */
  readonly job: string;
  /** Records of the chunk; absent in finish. */
  readonly scope?: string;
}

export function runBatchPart(jobRun: JobRun, job: StoredJob): void {
  if (job.kind === 'batch-start') runStart(jobRun, job);
  else if (job.kind === 'batch-chunk') runChunk(jobRun, job);
  else runFinish(jobRun, job);
}

function contextOf(job: StoredJob): BatchableJobContext {
  return new BatchableJobContext(job.jobId, job.jobId);
}

function runStart(jobRun: JobRun, job: StoredJob): void {
  const { engine } = jobRun;
  try {
    jobRun.run(requestFor(engine, job, 'batch'), (transaction) => {
      const instance = stateOf(engine, job.state);
      transaction.allowsCallouts = implementsInterface(instance, 'AllowsCallouts');
      const items = itemsOf(engine, invokeJob(engine, instance, 'start', 'BatchableContext', [contextOf(job)]));
      engine.data.ensureWriting();
      const size = Number(job.methodName);
      const kept = implementsInterface(instance, 'Stateful') ? serialiseState(instance) : job.state;
      const chunks = Math.ceil(items.items.length / size);
      for (let at = 0; at < items.items.length; at += size) {
        const scope = serialiseState(new ApexList(items.elementType, items.items.slice(at, at + size)));
        addPart(engine, job, 'batch-chunk', { job: kept, scope });
      }
      addPart(engine, job, 'batch-finish', { job: kept });
      engine.stores.jobs.remove(job.sequence);
      engine.rows.update('AsyncApexJob', job.jobId, { Status: 'Processing', TotalJobItems: chunks });
      transaction.addsWork = true;
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => fail(engine, job, failure));
    if (engine.tests.isRunning) throw failure;
  }
}

/** `start` answers a query locator, a list, or anything that can be iterated over. */
function itemsOf(engine: OrgEngine, started: unknown): ApexList {
  if (started instanceof ApexList) return started;
  const locator = started as { $records?: () => ApexList; iterator?: () => { hasNext(): boolean; next(): unknown } };
  if (typeof locator?.$records === 'function') return locator.$records();
  const iterator = locator?.iterator?.() ?? (started as { hasNext(): boolean; next(): unknown } | null);
  if (iterator === null || typeof iterator.hasNext !== 'function')
    throw engine.exception('System.AsyncException', 'Batchable.start returned null.');
  const list = new ApexList(ANY_TYPE);
  while (iterator.hasNext()) list.items.push(iterator.next());
  return list;
}

function addPart(engine: OrgEngine, job: StoredJob, kind: 'batch-chunk' | 'batch-finish', state: BatchState): void {
  engine.stores.jobs.add({
    kind,
    jobId: job.jobId,
    className: job.className,
    methodName: job.methodName,
    state: JSON.stringify(state),
    userId: job.userId,
    dueAt: engine.clock.now(),
    signature: null,
    stackDepth: 1,
    maximumStackDepth: null,
    retries: 0,
  });
}

function runChunk(jobRun: JobRun, job: StoredJob): void {
  const { engine } = jobRun;
  const state = JSON.parse(job.state) as BatchState;
  try {
    jobRun.run(requestFor(engine, job, 'batch'), (transaction) => {
      const instance = stateOf(engine, state.job);
      transaction.allowsCallouts = implementsInterface(instance, 'AllowsCallouts');
      invokeJob(engine, instance, 'execute', 'BatchableContext', [contextOf(job), stateOf(engine, state.scope!)]);
      engine.data.ensureWriting();
      if (implementsInterface(instance, 'Stateful')) passOn(engine, job, serialiseState(instance));
      settle(engine, job, undefined);
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => settle(engine, job, failure.getMessage()));
    if (engine.tests.isRunning) throw failure;
  }
}

/** The next parts see what this one left in the job object. */
function passOn(engine: OrgEngine, job: StoredJob, instance: string): void {
  for (const part of engine.stores.jobs.waiting(job.jobId)) {
    engine.stores.jobs.setState(
      part.sequence,
      JSON.stringify({ ...(JSON.parse(part.state) as BatchState), job: instance }),
    );
  }
}

function settle(engine: OrgEngine, job: StoredJob, failure: string | undefined): void {
  engine.stores.jobs.remove(job.sequence);
  const row = engine.rows.byId('AsyncApexJob', job.jobId);
  engine.rows.update('AsyncApexJob', job.jobId, {
    JobItemsProcessed: Number(row?.JobItemsProcessed ?? 0) + 1,
    ...(failure === undefined
      ? {}
      : {
          NumberOfErrors: Number(row?.NumberOfErrors ?? 0) + 1,
          ExtendedStatus: `First error: ${failure}`.slice(0, 255),
        }),
  });
}

function runFinish(jobRun: JobRun, job: StoredJob): void {
  const { engine } = jobRun;
  const state = JSON.parse(job.state) as BatchState;
  const done = (): void => {
    engine.stores.jobs.remove(job.sequence);
    engine.rows.update('AsyncApexJob', job.jobId, {
      Status: 'Completed',
      CompletedDate: new ApexDatetime(engine.clock.now()),
    });
  };
  try {
    jobRun.run(requestFor(engine, job, 'batch'), (transaction) => {
      const instance = stateOf(engine, state.job);
      transaction.allowsCallouts = implementsInterface(instance, 'AllowsCallouts');
      // Finish sees the job as completed.
      engine.data.ensureWriting();
      done();
      transaction.hasUncommittedWork = false;
      invokeJob(engine, instance, 'finish', 'BatchableContext', [contextOf(job)]);
    });
  } catch (error) {
    const failure = apexErrorOrThrow(engine, job, error);
    engine.data.write(() => fail(engine, job, failure));
    if (engine.tests.isRunning) throw failure;
  }
}
