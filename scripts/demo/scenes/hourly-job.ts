import { differences } from '../equality.ts';
import { expect, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const DAY_MILLISECONDS = 86_400_000;

interface Run {
  readonly Id: string;
  readonly Status__c: string;
  readonly Cause__c: string;
  readonly People_Checked__c: number;
  readonly People_Changed__c: number;
  readonly Drift_Found__c: number;
  readonly Drift_Repaired__c: number;
  readonly Warnings__c: string | null;
  readonly Proven_Equal_At__c: string | null;
}

export const hourlyJob: Scene = {
  name: 'hourly-job',
  title:
    'Time passes a licence and drift is planted: the scheduled job flips eligibility, repairs the drift and records the run',
  play: async (stage, say) => {
    const status = await stage.rest<{ now: string }>('GET', '/local-org/status');
    const tomorrow = new Date(Date.parse(status.body.now) + DAY_MILLISECONDS).toISOString().slice(0, 10);
    const [agent] = await stage.query<{ Id: string; MemberKey__c: string }>(
      "SELECT Id, MemberKey__c FROM People__c WHERE Lead_Eligibility__c = 'Eligible' ORDER BY MemberKey__c LIMIT 1",
    );
    await stage.rest('PATCH', `/services/data/v67.0/sobjects/People__c/${agent!.Id}`, {
      MemberStateLicenseExpirationDate__c: tomorrow,
    });
    await stage.idle();
    say(`the licence of ${agent!.MemberKey__c} is valid until ${tomorrow}`);
    stage.platform.store.write(
      'Lead',
      'c-3',
      { DistributionStatus: 'Declined', Email: 'drifted@mail.example' },
      undefined,
    );
    say('drift: the platform changes DistributionStatus and Email of c-3, and tells nobody');

    const earlier = new Set((await runs(stage)).map((run) => run.Id));
    const now = await stage.moveClock(2 * DAY_MILLISECONDS + 3_600_000);
    say(`the org's clock is moved to ${now}; nobody calls the job`);
    const run = await stage.until('A scheduled run completes', 120_000, async () =>
      (await runs(stage)).find((row) => !earlier.has(row.Id) && row.Status__c === 'Completed'),
    );
    await stage.idle();
    say(
      `  run: ${run.Status__c}, cause ${run.Cause__c}; ${run.People_Checked__c} people checked, ${run.People_Changed__c} changed; drift found ${run.Drift_Found__c}, repaired ${run.Drift_Repaired__c}`,
    );

    const [after] = await stage.query<{ Lead_Eligibility__c: string; Lead_Eligibility_Reasons__c: string }>(
      `SELECT Lead_Eligibility__c, Lead_Eligibility_Reasons__c FROM People__c WHERE Id = '${agent!.Id}'`,
    );
    say(`  ${agent!.MemberKey__c}: ${after?.Lead_Eligibility__c} (${after?.Lead_Eligibility_Reasons__c})`);
    expect(after?.Lead_Eligibility__c === 'Not Eligible', 'The expired licence makes the agent ineligible', after);
    expect(run.Cause__c === 'Schedule', 'The schedule started the run', run);
    expect(run.Drift_Found__c > 0, 'The drift is found', run);
    const record = stage.platform.store.record('Lead', 'c-3');
    say(
      `  the platform holds DistributionStatus=${record?.values.DistributionStatus} and Email=${record?.values.Email} again`,
    );
    const unequal = [
      ...(await differences(stage, stage.platform, 'Lead')),
      ...(await differences(stage, stage.platform, 'Member')),
    ];
    expect(unequal.length === 0, 'Both sides are equal after the repair', unequal.slice(0, 5));
    return { agent: agent!.MemberKey__c, verdict: after, run };
  },
};

function runs(stage: Stage): Promise<Run[]> {
  return stage.query<Run>(
    'SELECT Id, Status__c, Cause__c, People_Checked__c, People_Changed__c, Drift_Found__c, Drift_Repaired__c, Warnings__c, Proven_Equal_At__c FROM Sync_Run__c ORDER BY Started_At__c',
  );
}
