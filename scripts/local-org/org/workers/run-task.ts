/** One task of a worker: which request or job it is, on this thread's engine. */
import { nextFireTime } from '../jobs/cron.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { deliverBatch } from '../events/deliver.ts';
import { runStoredJob, type JobRun } from '../jobs/run-job.ts';
import { answerApexRest } from '../requests/apex-rest-request.ts';
import { executeAnonymous } from '../requests/anonymous-request.ts';
import { deploy } from '../requests/deploy-request.ts';
import { answerDml } from '../requests/dml-request.ts';
import { answerQuery, answerSearch, retrieveRecord } from '../requests/query-request.ts';
import { userOf } from '../requests/request-world.ts';
import { runTests } from '../requests/test-request.ts';
import type { Task } from './messages.ts';

export function runTask(engine: OrgEngine, task: Task, progress: (done: number, total: number) => void): unknown {
  switch (task.kind) {
    case 'query':
      return answerQuery(engine, task.session, task.soql, task.options);
    case 'search':
      return answerSearch(engine, task.session, task.sosl);
    case 'retrieve':
      return retrieveRecord(engine, task.session, task.object, task.id, task.fields);
    case 'dml':
      return answerDml(engine, task.session, task.call);
    case 'apex-rest':
      return answerApexRest(engine, task.session, task.request);
    case 'anonymous':
      return executeAnonymous(engine, task.session, task.code);
    case 'tests':
      return runTests({ engine, userId: userOf(engine, task.session).id }, task.selection, progress);
    case 'deploy':
      return deploy(engine, task.session, task.files, task.options);
    case 'job':
      return runStoredJob(jobRun(engine), task.sequence);
    case 'schedule':
      return fireSchedule(engine, task.cronTriggerId);
    case 'events':
      return deliverBatch(jobRun(engine), task.trigger);
    case 'warm':
      return true;
  }
}

function jobRun(engine: OrgEngine): JobRun {
  return { engine, run: (request, body) => engine.runTransaction(request, body) };
}

/**
 * A cron expression is due: its next time is set and a job enqueued in one commit, so a kill between them loses nothing. A
 * clock that jumped over several times fires once, as the platform does after an outage.
 */
function fireSchedule(engine: OrgEngine, cronTriggerId: string): boolean {
  return engine.data.write(() => {
    const { stores, rows, clock } = engine;
    const schedule = stores.schedules.find(cronTriggerId);
    if (schedule === undefined || schedule.nextFireAt === null || schedule.nextFireAt > clock.now()) return false;
    const next =
      schedule.batchScope === null ? (nextFireTime(schedule.expression, clock.now(), schedule.timeZone) ?? null) : null;
    const [asyncJob] = rows.where('AsyncApexJob', 'CronTriggerId', [cronTriggerId]);
    const jobId =
      asyncJob === undefined
        ? rows.insert('AsyncApexJob', { JobType: 'ScheduledApex', Status: 'Queued', CronTriggerId: cronTriggerId })
        : String(asyncJob.Id);
    stores.jobs.add({
      kind: schedule.batchScope === null ? 'schedulable' : 'schedule-batch',
      jobId,
      className: schedule.className,
      methodName: schedule.batchScope === null ? cronTriggerId : String(schedule.batchScope),
      state: schedule.state,
      userId: schedule.userId,
      dueAt: schedule.nextFireAt,
      signature: null,
      stackDepth: 1,
      maximumStackDepth: null,
      retries: 0,
    });
    const row = rows.byId('CronTrigger', cronTriggerId);
    rows.update('CronTrigger', cronTriggerId, {
      PreviousFireTime: new ApexDatetime(schedule.nextFireAt),
      NextFireTime: next === null ? null : new ApexDatetime(next),
      TimesTriggered: Number(row?.TimesTriggered ?? 0) + 1,
      State: next === null ? 'DELETED' : 'WAITING',
    });
    if (next === null) stores.schedules.remove(cronTriggerId);
    else stores.schedules.setNextFireAt(cronTriggerId, next);
    return true;
  });
}
