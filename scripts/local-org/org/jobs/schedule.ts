/** System.schedule and scheduleBatch: a CronTrigger with its CronJobDetail, and the object that it runs. */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { CronError, nextFireTime } from './cron.ts';
import { classId, classNameOf } from './enqueue.ts';
import { serialiseState } from './job-state.ts';

const MAXIMUM_SCHEDULED_JOBS = 100;
/** CronJobDetail.JobType of scheduled Apex. */
const SCHEDULED_APEX = '7';

interface SchedulePlan {
  readonly name: string;
  readonly expression: string;
  readonly job: unknown;
  readonly nextFireAt: number;
  readonly batchScope: number | null;
}

export function scheduleJob(engine: OrgEngine, name: string, cron: string, job: unknown): string {
  return add(engine, { name, expression: cron, job, nextFireAt: firstFire(engine, cron), batchScope: null });
}

export function scheduleBatch(
  engine: OrgEngine,
  job: unknown,
  name: string,
  minutesFromNow: number,
  scopeSize: number,
): string {
  const nextFireAt = engine.clock.now() + minutesFromNow * 60_000;
  const at = new Date(nextFireAt);
  const expression = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} ? ${at.getUTCFullYear()}`;
  return add(engine, { name, expression, job, nextFireAt, batchScope: scopeSize });
}

function firstFire(engine: OrgEngine, cron: string): number {
  try {
    const at = nextFireTime(cron, engine.clock.now(), engine.transaction.user.timeZone);
    if (at !== undefined) return at;
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    throw engine.exception('System.StringException', error.message);
  }
  throw engine.exception(
    'System.AsyncException',
    `Based on configured schedule, the given trigger '${cron}' will never fire.`,
  );
}

function add(engine: OrgEngine, plan: SchedulePlan): string {
  const { transaction, stores, rows } = engine;
  if (stores.schedules.findByName(plan.name) !== undefined) {
    throw engine.exception(
      'System.AsyncException',
      `The Apex job named "${plan.name}" is already scheduled for execution.`,
    );
  }
  if (stores.schedules.all().length >= MAXIMUM_SCHEDULED_JOBS) {
    throw engine.exception(
      'System.AsyncException',
      'You have exceeded the maximum number (100) of Apex scheduled jobs.',
    );
  }
  engine.data.ensureWriting();
  const detailId = rows.insert('CronJobDetail', { Name: plan.name, JobType: SCHEDULED_APEX });
  const id = rows.insert('CronTrigger', {
    CronExpression: plan.expression,
    CronJobDetailId: detailId,
    NextFireTime: new ApexDatetime(plan.nextFireAt),
    StartTime: new ApexDatetime(engine.clock.now()),
    OwnerId: transaction.user.id,
    State: 'WAITING',
    TimesTriggered: 0,
    TimeZoneSidKey: transaction.user.timeZone,
  });
  const className = classNameOf(plan.job);
  rows.insert('AsyncApexJob', {
    JobType: 'ScheduledApex',
    ApexClassId: classId(engine, className),
    Status: 'Queued',
    CronTriggerId: id,
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
  });
  stores.schedules.add({
    cronTriggerId: id,
    name: plan.name,
    expression: plan.expression,
    className,
    state: serialiseState(plan.job),
    userId: transaction.user.id,
    timeZone: transaction.user.timeZone,
    nextFireAt: plan.nextFireAt,
    batchScope: plan.batchScope,
  });
  transaction.hasUncommittedWork = true;
  transaction.addsWork = true;
  return id;
}
