/** After a kill: jobs that ran are marked failed and their finalizers run; events that were being delivered are delivered again. */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { UnexpectedException } from '../../library/core/exceptions.ts';
import type { OpenOrg } from '../setup/open-org.ts';
import { Rows } from '../engine/rows.ts';
import type { Clock } from '../engine/clock.ts';
import { serialiseState } from '../jobs/job-state.ts';

const REASON = 'The local org was stopped while the job ran.';

export function recover(org: OpenOrg, clock: Clock): void {
  const { database, stores } = org;
  const rows = new Rows(
    database,
    () => org.metadata.schema,
    () => clock.now(),
    () => org.birth.administratorId,
  );
  database.write(() => {
    stores.events.releaseAll();
    for (const job of stores.jobs.running()) {
      stores.jobs.remove(job.sequence);
      if (job.kind === 'batch-chunk' || job.kind === 'finalizer') {
        // A chunk or finalizer starts over: nothing of it was committed.
        stores.jobs.add({ ...job });
        continue;
      }
      rows.update('AsyncApexJob', job.jobId, {
        Status: 'Failed',
        NumberOfErrors: 1,
        ExtendedStatus: REASON,
        CompletedDate: new ApexDatetime(clock.now()),
      });
      if (job.finalizer !== null) {
        const state = JSON.stringify({
          requestId: '',
          finalizer: job.finalizer,
          error: serialiseState(new UnexpectedException(REASON)),
          retries: job.retries,
        });
        stores.jobs.add({ ...job, kind: 'finalizer', methodName: null, state, dueAt: clock.now(), signature: null });
      }
    }
  });
}
