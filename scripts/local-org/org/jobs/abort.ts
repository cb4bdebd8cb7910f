/** System.abortJob: takes a scheduled job, or what still waits of an asynchronous one, out. */
import type { OrgEngine } from '../engine/org-engine.ts';

export function abortJob(engine: OrgEngine, id: string): void {
  engine.data.ensureWriting();
  engine.transaction.hasUncommittedWork = true;
  if (engine.stores.schedules.remove(id)) {
    const row = engine.rows.byId('CronTrigger', id);
    engine.rows.delete('CronTrigger', [id]);
    if (typeof row?.CronJobDetailId === 'string') engine.rows.delete('CronJobDetail', [row.CronJobDetailId]);
    for (const job of engine.rows.where('AsyncApexJob', 'CronTriggerId', [id])) {
      if (job.Status === 'Queued') engine.rows.update('AsyncApexJob', String(job.Id), { Status: 'Aborted' });
    }
    return;
  }
  if (engine.rows.byId('AsyncApexJob', id) === undefined)
    throw engine.exception('System.AsyncException', `Invalid job id: ${id}`);
  engine.stores.jobs.removeWaiting(id);
  engine.rows.update('AsyncApexJob', id, { Status: 'Aborted' });
}
