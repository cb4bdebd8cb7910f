import type { LeadPlatform, ReceivedItem } from '../../lead-platform/index.ts';
import { expect, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const LIMIT_MILLISECONDS = 2000;

export const outbound: Scene = {
  name: 'outbound',
  title: 'A person edits a lead and an agent in Salesforce; both platforms have it within two seconds',
  play: async (stage, say) => {
    const cases = [
      { object: 'Lead', keyField: 'ContactKey__c', key: 'c-1', field: 'Title', wire: 'JobTitle', value: 'Architect' },
      {
        object: 'People__c',
        keyField: 'MemberKey__c',
        key: 'm-1',
        field: 'JobTitle__c',
        wire: 'JobTitle',
        value: 'Team Lead',
      },
    ];
    const evidence = [];
    for (const { object, keyField, key, field, wire, value } of cases) {
      const before = marks(stage);
      const args = [
        'data',
        'update',
        'record',
        '--sobject',
        object,
        '--where',
        `${keyField}=${key}`,
        '--values',
        `${field}='${value}'`,
      ];
      await stage.sfOk(args);
      const returned = Date.now();
      say(`$ sf ${args.join(' ')}`);
      const arrivals = await Promise.all(
        platforms(stage).map(async ({ name, platform }) => {
          const item = await arrival(stage, platform, before[name]!, key, wire, value);
          return { name, milliseconds: Math.max(0, item.at - platform.clockOffsetMilliseconds - returned) };
        }),
      );
      for (const { name, milliseconds } of arrivals)
        say(`  ${name} has ${wire}=${value} ${milliseconds} ms after the command returned`);
      expect(
        arrivals.every(({ milliseconds }) => milliseconds <= LIMIT_MILLISECONDS),
        'Both platforms have it within two seconds',
        arrivals,
      );
      evidence.push({ object, key, field, value, arrivals });
    }
    const latencies = await measure(stage);
    say(
      `  commit to arrival, ${latencies.length} single changes over REST: median ${latencies[Math.floor(latencies.length / 2)]} ms, largest ${latencies.at(-1)} ms`,
    );
    await stage.idle();
    return {
      changes: evidence,
      latencyMilliseconds: { median: latencies[Math.floor(latencies.length / 2)], largest: latencies.at(-1) },
    };
  },
};

interface NamedPlatform {
  readonly name: string;
  readonly platform: LeadPlatform;
}

function platforms(stage: Stage): NamedPlatform[] {
  return [
    { name: 'Lead_Platform', platform: stage.platform },
    { name: 'Third_Party', platform: stage.thirdParty },
  ];
}

function marks(stage: Stage): Record<string, number> {
  return Object.fromEntries(platforms(stage).map(({ name, platform }) => [name, platform.store.lastCall()]));
}

function arrival(
  stage: Stage,
  platform: LeadPlatform,
  after: number,
  key: string,
  wire: string,
  value: string,
): Promise<ReceivedItem> {
  return stage.until(`${wire} of ${key} arrives`, 5000, () =>
    platform.store.items(after, key).find((item) => item.set[wire] === value),
  );
}

/** The time from the answer of the save to the arrival of the call, one change at a time. */
async function measure(stage: Stage): Promise<number[]> {
  const [lead] = await stage.query<{ Id: string }>("SELECT Id FROM Lead WHERE ContactKey__c = 'c-2'");
  const latencies: number[] = [];
  for (let round = 1; round <= 10; round += 1) {
    const after = stage.platform.store.lastCall();
    await stage.rest('PATCH', `/services/data/v67.0/sobjects/Lead/${lead!.Id}`, { Title: `Round ${round}` });
    const committed = Date.now();
    const item = await arrival(stage, stage.platform, after, 'c-2', 'JobTitle', `Round ${round}`);
    latencies.push(Math.max(0, item.at - stage.platform.clockOffsetMilliseconds - committed));
  }
  return latencies.sort((a, b) => a - b);
}
