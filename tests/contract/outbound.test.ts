import { createHmac } from 'node:crypto';
import { schemaFaults } from './support/contract.ts';
import { event, postEvents, request } from './support/door.ts';
import {
  control,
  createRecord,
  deleteRecord,
  eventsTo,
  leadOf,
  moveClock,
  orgNow,
  query,
  receivedBy,
  recorded,
  script,
  settle,
  until,
  updateRecord,
} from './support/org.ts';
import { freshKey, itCan, target } from './support/target.ts';
import type { Json } from '../support/json.ts';

/** A lead that a person made in Salesforce. */
async function bornHere(values: Record<string, unknown> = {}): Promise<{ id: string; key: string }> {
  const key = freshKey();
  const { id } = await createRecord('Lead', { ContactKey__c: key, LastName: 'Diaz', Company: 'Here', ...values });
  return { id, key };
}

/** The first event about the record that says something about the name. */
async function told(key: string, name: string): Promise<Record<string, Json>> {
  return until(`the platform is told ${name} of ${key}`, async () =>
    (await receivedBy(key)).find(({ set, clear }) => name in set || clear.includes(name)),
  );
}

async function recordedEvent(
  key: string,
  matches: (each: Awaited<ReturnType<typeof eventsTo>>[number]) => boolean = () => true,
) {
  return until(`the recorder is told of ${key}`, async () => (await eventsTo(key)).find(matches));
}

describe('a call of ours', () => {
  itCan('recorder')('isABatchOfEventsAsTheContractSays', async () => {
    const { key } = await bornHere({ Title: 'Architect' });

    await recordedEvent(key);

    const call = (await recorded()).find(({ method, body }) => method === 'POST' && body.includes(key))!;
    expect(call.path).toBe('/events');
    expect(call.headers['content-type']).toMatch(/^application\/cloudevents-batch\+json/);
    expect(call.headers['x-leadbridge-version']).toBe('1');
    const events = JSON.parse(call.body) as unknown[];
    expect(events.length).toBeLessThanOrEqual(50);
    expect(events.flatMap((each) => schemaFaults('OutboundEvent', each))).toEqual([]);
  });

  itCan('recorder')('isSignedAsStandardWebhooks', async () => {
    const { key } = await bornHere();
    await recordedEvent(key);

    const call = (await recorded()).find(({ method, body }) => method === 'POST' && body.includes(key))!;

    const secret = Buffer.from(target().recorderSecret!.replace('whsec_', ''), 'base64');
    const content = `${call.headers['webhook-id']}.${call.headers['webhook-timestamp']}.${call.body}`;
    expect(call.headers['webhook-signature']!.split(' ')).toContain(
      `v1,${createHmac('sha256', secret).update(content).digest('base64')}`,
    );
  });

  itCan('recorder')('isTimedByTheOrgsClock', async () => {
    const { key } = await bornHere();
    await recordedEvent(key);
    const now = await orgNow();

    const call = (await recorded()).find(({ method, body }) => method === 'POST' && body.includes(key))!;

    expect(Math.abs(now / 1000 - Number(call.headers['webhook-timestamp']))).toBeLessThan(60);
  });

  itCan('recorder')('holdsAllOfANewRecordAndThenOnlyWhatChanged', async () => {
    const { id, key } = await bornHere({ Title: 'Architect', City: 'Chicago' });
    const first = await recordedEvent(key);
    await settle();

    await updateRecord('Lead', id, { Title: 'Builder' });
    const second = await recordedEvent(key, ({ data }) => data.set?.JobTitle === 'Builder');

    expect(first.data.set).toMatchObject({ LastName: 'Diaz', JobTitle: 'Architect', HomeCity: 'Chicago' });
    expect(second.data.set).toEqual({ JobTitle: 'Builder' });
    expect(second.data.rev).toBeGreaterThan(first.data.rev);
    expect(BigInt(second.sequence)).toBeGreaterThan(BigInt(first.sequence));
  });

  itCan('recorder')('clearsWhatBecameBlank', async () => {
    const { id, key } = await bornHere({ Title: 'Architect' });
    await recordedEvent(key);
    await settle();

    await updateRecord('Lead', id, { Title: null });

    const cleared = await recordedEvent(key, ({ data }) => (data.clear ?? []).length > 0);
    expect(cleared.data.clear).toEqual(['JobTitle']);
  });

  itCan('recorder')('saysThatARecordIsGone', async () => {
    const { id, key } = await bornHere();
    await recordedEvent(key);
    await settle();

    await deleteRecord('Lead', id);

    const gone = await recordedEvent(key, ({ type }) => type === 'lead.deleted');
    expect(gone.data.set).toBeUndefined();
  });

  itCan('recorder')('tellsAPersonsChangeToAMember', async () => {
    const key = target().members.eligible;
    const [person] = await query(`SELECT Id FROM People__c WHERE MemberKey__c = '${key}'`);

    await updateRecord('People__c', person.Id, { OfficeName__c: `Office ${freshKey()}` });

    const heard = await recordedEvent(key, ({ data }) => data.set !== undefined && 'OfficeName' in data.set);
    expect(heard.type).toBe('member.changed');
  });
});

describe('a change that a platform made', () => {
  itCan('platform')('doesNotComeBackToIt', async () => {
    const { id, key } = await bornHere();
    await told(key, 'LastName');
    await settle();
    const before = (await receivedBy(key)).length;

    const { answer } = await control('POST', 'send', {
      activities: [{ resource: 'Lead', key, set: { HomeCity: 'Evanston', JobTitle: 'Painter' } }],
    });
    await settle();

    expect(answer.items[0].status).toBe('applied');
    expect(await leadOf(key, 'City')).toMatchObject({ City: 'Evanston' });
    const since = (await receivedBy(key)).slice(before);
    expect(
      since
        .flatMap(({ set, clear }) => [...Object.keys(set), ...clear])
        .filter((name) => ['HomeCity', 'JobTitle'].includes(name)),
    ).toEqual([]);
    expect(id).toBeDefined();
  });

  itCan('recorder')('reachesEveryOtherPlatform', async () => {
    const { key } = await bornHere();
    await recordedEvent(key);

    await control('POST', 'send', { activities: [{ resource: 'Lead', key, set: { HomeCity: 'Evanston' } }] });

    expect((await recordedEvent(key, ({ data }) => data.set?.HomeCity === 'Evanston')).data.set).toEqual({
      HomeCity: 'Evanston',
    });
  });

  itCan('platform')('bringsBackOnlyWhatSalesforceDerived', async () => {
    const key = freshKey();

    await control('POST', 'send', {
      activities: [{ resource: 'Lead', key, set: { LastName: 'Rived', Email: 'dora@mail.example' } }],
    });

    const item = await told(key, 'OwnerMemberKey');
    expect(Object.keys(item.set)).not.toEqual(expect.arrayContaining(['LastName']));
    expect(Object.keys(item.set)).not.toEqual(expect.arrayContaining(['Email']));
  });

  itCan('platform')('bringsBackAValueThatSalesforceMadeSomethingElseOf', async () => {
    const key = freshKey();

    await control('POST', 'send', {
      activities: [{ resource: 'Lead', key, set: { LastName: 'Diaz', Email: 'ANA@Mail.Example' } }],
    });

    expect((await told(key, 'Email')).set.Email).toBe('ana@mail.example');
  });

  itCan('platform')('isAnsweredByThePresentStateWhereItWasRefused', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz' })]);
    await told(key, 'LeadStatus');
    await settle();
    const before = (await receivedBy(key)).length;

    await control('POST', 'send', {
      activities: [{ resource: 'Lead', key, set: { LeadStatus: 'Closed - Converted' } }],
    });

    const again = await until('the platform is told the present status', async () =>
      (await receivedBy(key)).slice(before).find(({ set }) => 'LeadStatus' in set),
    );
    expect(again.set.LeadStatus).toBe((await leadOf(key, 'Status')).Status);
  });

  itCan('platform')('leavesBothSidesEqual', async () => {
    const key = freshKey();
    await control('POST', 'send', {
      activities: [{ resource: 'Lead', key, set: { LastName: 'Diaz', HomeCity: 'Chicago' } }],
    });
    await updateRecord('Lead', (await leadOf(key)).Id, { Title: 'Architect' });
    await told(key, 'JobTitle');
    await settle();

    const theirs = await control('GET', `record?resource=Lead&key=${encodeURIComponent(key)}`);
    const ours = (await request('GET', `/leads/${encodeURIComponent(key)}`)).body;

    expect(theirs.values).toEqual(ours.values);
  });
});

describe('a platform that fails', () => {
  itCan('recorder')('isToldTheSameItemUnderTheSameIdUntilItAnswers', async () => {
    const { id, key } = await bornHere();
    await recordedEvent(key);
    await settle();
    await script({ statuses: [500, 500, 500] });
    await updateRecord('Lead', id, { Title: 'Persistent' });
    await until('the calls fail', async () =>
      (await eventsTo(key)).filter(({ data }) => data.set?.JobTitle === 'Persistent').length >= 2 ? true : undefined,
    );

    await script({});
    await moveClock(10 * 60_000);
    await settle();

    const attempts = (await eventsTo(key)).filter(({ data }) => data.set !== undefined && 'JobTitle' in data.set);
    expect(new Set(attempts.slice(0, 2).map((each) => each.id)).size).toBe(1);
    expect(attempts.length).toBeGreaterThanOrEqual(3);
    const [state] = await query(
      `SELECT State__c FROM Sync_State__c WHERE System__c = 'Third_Party' AND Record_Key__c = '${key}'`,
    );
    expect(state.State__c).toBe('Idle');
  });

  itCan('recorder')('parksOneRecordAndGoesOnWithTheOthers', async () => {
    const [poisoned, healthy] = [freshKey(), freshKey()];
    await script({ rejectedKeys: [poisoned] });
    for (const key of [poisoned, healthy])
      await createRecord('Lead', { ContactKey__c: key, LastName: 'Diaz', Company: 'Here' });
    await recordedEvent(poisoned);
    await recordedEvent(healthy);
    await settle();
    const lead = await leadOf(healthy);

    await updateRecord('Lead', lead.Id, { Title: 'Goes on' });
    await recordedEvent(healthy, ({ data }) => data.set?.JobTitle === 'Goes on');
    await settle();

    expect((await eventsTo(poisoned)).length).toBe(1);
    await script({});
    await updateRecord('Lead', (await leadOf(poisoned)).Id, { Title: 'Repaired' });
    const again = await recordedEvent(poisoned, ({ data }) => data.set?.JobTitle === 'Repaired');
    expect(again.data.set).toMatchObject({ LastName: 'Diaz' });
  });
});
