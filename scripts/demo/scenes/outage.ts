import { differences } from '../equality.ts';
import { expect, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const CHANGES = 300;
const CHUNK = 100;
const PAST_THE_RETRY_MILLISECONDS = 10 * 60_000;
const MAXIMUM_CLOCK_MOVES = 12;

export const outage: Scene = {
  name: 'outage',
  title: `The platform is down during ${CHANGES} changes and comes back: all arrives, nothing is lost, nothing takes effect twice`,
  play: async (stage, say) => {
    const before = stage.platform.store.lastCall();
    stage.platform.setFault({ mode: 'down' });
    const values = await changeThem(stage);
    say(`the platform is down; ${CHANGES} changes are saved in Salesforce`);
    await stage.idle();
    const waiting = await waitingCount(stage);
    const refused = stage.platform.faults.counts().down ?? 0;
    say(`  ${refused} calls met a closed door; ${waiting} records wait`);
    expect(refused > 0 && waiting > 0, 'The platform was called and was down', { refused, waiting });

    // The first calls after the outage are applied but their answers are lost: the hardest case for "not twice".
    stage.platform.setFault({ mode: 'drop-after-apply', calls: 2 });
    say('the platform is back; the answers to its first two calls get lost');
    let moves = 0;
    for (; moves < MAXIMUM_CLOCK_MOVES && (await waitingCount(stage)) > 0; moves += 1) {
      const now = await stage.moveClock(PAST_THE_RETRY_MILLISECONDS);
      await stage.idle();
      say(`  the org's clock is moved to ${now}: ${await waitingCount(stage)} records wait`);
    }
    expect((await waitingCount(stage)) === 0, 'Everything that waited drains', { moves });

    const lost = [...values].filter(
      ([key, value]) => stage.platform.store.record('Lead', key)?.values.ReferredBy !== value,
    );
    expect(lost.length === 0, 'No change is lost', lost.slice(0, 3));
    const unequal = [
      ...(await differences(stage, stage.platform, 'Lead')),
      ...(await differences(stage, stage.platform, 'Member')),
    ];
    expect(unequal.length === 0, 'Both sides are equal', unequal.slice(0, 5));
    const items = stage.platform.store.items(before);
    const effective = items.filter((item) => !item.isRepeat && item.status === 'applied');
    const repeats = items.filter((item) => item.isRepeat).length;
    expect(new Set(effective.map((item) => item.id)).size === effective.length, 'Nothing takes effect twice');
    say(`  both sides are equal; ${effective.length} items took effect, ${repeats} came again and were recognised`);
    return {
      changes: CHANGES,
      callsRefused: refused,
      waited: waiting,
      clockMoves: moves,
      tookEffect: effective.length,
      recognisedRepeats: repeats,
    };
  },
};

/** 300 changes of 200 leads, the last hundred on leads changed before. @returns the last value of each key. */
async function changeThem(stage: Stage): Promise<Map<string, string>> {
  const leads = await stage.query<{ Id: string; ContactKey__c: string }>(
    "SELECT Id, ContactKey__c FROM Lead WHERE ContactKey__c LIKE 'c-%' ORDER BY ContactKey__c LIMIT 200",
  );
  const values = new Map<string, string>();
  for (let at = 0; at < CHANGES; at += CHUNK) {
    const chunk = Array.from({ length: CHUNK }, (_, index) => ({
      lead: leads[(at + index) % leads.length]!,
      value: `Change ${at + index + 1}`,
    }));
    const records = chunk.map(({ lead, value }) => ({
      attributes: { type: 'Lead' },
      id: lead.Id,
      ReferredBy__c: value,
    }));
    const { body } = await stage.rest<Array<{ success: boolean }>>('PATCH', '/services/data/v67.0/composite/sobjects', {
      allOrNone: false,
      records,
    });
    expect(
      body.every((row) => row.success),
      'Every change is saved',
      body.find((row) => !row.success),
    );
    for (const { lead, value } of chunk) values.set(lead.ContactKey__c, value);
  }
  return values;
}

async function waitingCount(stage: Stage): Promise<number> {
  const [row] = await stage.query<{ n: number }>(
    "SELECT COUNT(Id) n FROM Sync_State__c WHERE System__c = 'Lead_Platform' AND State__c = 'Waiting'",
  );
  return row!.n;
}
