/** Runs, inside a test's transaction, what the test has enqueued: jobs, batches, schedules, finalizers, platform events. */
import { ApexException } from '../../library/core/apex-exception.ts';
import { isUncatchable } from '../../library/core/exceptions.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { deliverTestEvents } from '../events/deliver.ts';
import { SchedulableJobContext } from '../jobs/contexts.ts';
import { invokeJob } from '../jobs/invoke-job.ts';
import { runStoredJob, stateOf, type JobRun } from '../jobs/run-job.ts';

/** A chain that never ends must not hang a test run. */
const MAXIMUM_ROUNDS = 10_000;
/** Delays and cron expressions do not matter in a test: everything is due. */
const EVERYTHING = Number.MAX_SAFE_INTEGER;

export function drainTestWork(engine: OrgEngine): void {
  if (engine.tests.runsJobs) return;
  engine.tests.runsJobs = true;
  const jobRun: JobRun = { engine, run: (request, body) => engine.runNested(request, body) };
  let failure: ApexException | undefined;
  try {
    deliverTestEvents(engine);
    runSchedules(engine);
    for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
      const [job] = engine.stores.jobs.due(EVERYTHING, 1);
      if (job === undefined) break;
      // A job that fails still has its finalizer; the test hears of the first failure when all is done.
      try {
        runStoredJob(jobRun, job.sequence);
      } catch (error) {
        if (failure !== undefined || !(error instanceof ApexException) || isUncatchable(error)) throw error;
        failure = error;
      }
      deliverTestEvents(engine);
    }
    if (failure !== undefined) throw failure;
  } finally {
    engine.tests.runsJobs = false;
  }
}

/** Each schedule made in the test fires once, whatever its expression, and stays. */
function runSchedules(engine: OrgEngine): void {
  for (const schedule of engine.stores.schedules.all()) {
    if (schedule.nextFireAt === null) continue;
    engine.stores.schedules.setNextFireAt(schedule.cronTriggerId, null);
    const user = engine.user(schedule.userId);
    engine.runNested({ kind: 'schedulable', user, profile: 'sync' }, (transaction) => {
      transaction.allowsCallouts = false;
      const state = stateOf(engine, schedule.state);
      if (schedule.batchScope === null)
        invokeJob(engine, state, 'execute', 'SchedulableContext', [new SchedulableJobContext(schedule.cronTriggerId)]);
      else engine.host.executeBatch(state, schedule.batchScope);
    });
  }
}
