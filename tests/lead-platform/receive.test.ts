import { startLeadPlatform, type LeadPlatform } from '../../scripts/lead-platform/index.ts';
import { SECRET, change, deliver } from './support/caller.ts';

let platform: LeadPlatform;

beforeEach(async () => {
  platform = await startLeadPlatform({ system: 'Lead_Platform', signingSecrets: [SECRET] });
});
afterEach(() => platform.stop());

const values = (key: string): unknown => platform.store.record('Lead', key)?.values;

async function statuses(...events: unknown[]): Promise<string[]> {
  const { body } = await deliver(platform, events);
  return (body.items as Array<{ status: string }>).map(({ status }) => status);
}

describe('POST /events at the platform', () => {
  it('refusesABodyThatIsNotJson', async () => {
    platform.signingSecrets = [];

    const response = await fetch(`${platform.url}/events`, { method: 'POST', body: '[{' });

    expect(response.status).toBe(400);
  });

  it('refusesTheKeysItWasToldToRefuseAndTakesTheRest', async () => {
    platform.refusedKeys.add('poison');

    const { body } = await deliver(platform, [
      change('poison', 1, { LastName: 'P' }),
      change('good', 1, { LastName: 'G' }),
    ]);

    expect(body.items.map((item: { status: string }) => item.status)).toEqual(['rejected', 'applied']);
    expect(body.items[0].problems).toEqual([expect.objectContaining({ pointer: '/0', code: 'refused-here' })]);
    expect(values('poison')).toBeUndefined();
  });

  it('returnsOneAnswerForEachEventWithItsOwnIdOfTheRecord', async () => {
    const { body } = await deliver(platform, [
      change('a', 1, { LastName: 'A' }, { id: 'item-1' }),
      change('b', 1, {}, { id: 'item-2' }),
    ]);

    expect(body.items).toEqual([
      { index: 0, id: 'item-1', key: 'a', status: 'applied', remoteKey: '1' },
      { index: 1, id: 'item-2', key: 'b', status: 'applied', remoteKey: '2' },
    ]);
  });

  it('keepsASetAndAClearApart', async () => {
    await statuses(change('k', 1, { LastName: 'Diaz', HomeCity: 'Chicago', Language: 'Spanish' }));

    const told = await statuses(change('k', 2, { HomeCity: 'Evanston' }, { clear: ['Language'] }));

    expect(told).toEqual(['applied']);
    expect(values('k')).toEqual({ LastName: 'Diaz', HomeCity: 'Evanston' });
  });

  it('answersUnchangedWhereItHoldsTheValuesAlready', async () => {
    await statuses(change('k', 1, { LastName: 'Diaz' }));

    expect(await statuses(change('k', 2, { LastName: 'Diaz' }, { clear: ['Language'] }))).toEqual(['unchanged']);
  });

  it('marksADeletedRecordAndForgetsItsValues', async () => {
    await statuses(change('k', 1, { LastName: 'Diaz' }));

    const told = await statuses(
      change('k', 2, {}, { type: 'lead.deleted' }),
      change('never', 1, {}, { type: 'lead.deleted' }),
    );

    expect(told).toEqual(['applied', 'unchanged']);
    expect(platform.store.record('Lead', 'k')).toMatchObject({ isDeleted: true, values: {} });
  });

  it('keepsMembersApartFromLeads', async () => {
    await statuses(
      change('same', 1, { MemberLastName: 'Ito' }, { type: 'member.changed' }),
      change('same', 1, { LastName: 'Diaz' }),
    );

    expect(platform.store.record('Member', 'same')?.values).toEqual({ MemberLastName: 'Ito' });
    expect(values('same')).toEqual({ LastName: 'Diaz' });
  });
});

describe('the key of an item', () => {
  it('isAppliedOnceAndAnsweredAlikeInAnotherCall', async () => {
    const event = change('k', 1, { LastName: 'Diaz' }, { id: 'once' });
    const first = await deliver(platform, [event]);
    await deliver(platform, [change('k', 2, { LastName: 'Newer' })]);

    const second = await deliver(platform, [change('other', 1, {}), event]);

    expect(second.body.items[1]).toEqual({ ...first.body.items[0], index: 1 });
    expect(values('k')).toEqual({ LastName: 'Newer' });
    expect(platform.store.items(0, 'k').map(({ isRepeat }) => isRepeat)).toEqual([false, false, true]);
  });

  it('isRememberedForARefusedItemToo', async () => {
    platform.refusedKeys.add('k');
    const event = change('k', 1, { LastName: 'Diaz' }, { id: 'refused-once' });
    await statuses(event);
    platform.refusedKeys.clear();

    expect(await statuses(event)).toEqual(['rejected']);
  });
});

describe('the order by rev', () => {
  it('answersASmallerRevAsStaleAndKeepsTheNewerValue', async () => {
    await statuses(change('k', 5, { LastName: 'Newer' }));

    expect(await statuses(change('k', 4, { LastName: 'Older' }))).toEqual(['stale']);
    expect(values('k')).toEqual({ LastName: 'Newer' });
  });

  it('takesAnEqualRev', async () => {
    await statuses(change('k', 5, { LastName: 'Diaz' }));

    expect(await statuses(change('k', 5, { FirstName: 'Ana' }))).toEqual(['applied']);
  });

  it('keepsAValueOfItsOwnThatSalesforceHasNotWorkedOn', async () => {
    await statuses(change('k', 1, { LastName: 'Diaz', HomeCity: 'Chicago' }));
    platform.store.write('Lead', 'k', { HomeCity: 'Evanston' }, undefined, 7);

    await statuses(change('k', 2, { HomeCity: 'Austin', LastName: 'Ito' }, { appliedSequence: '6' }));
    const before = values('k');
    await statuses(change('k', 3, { HomeCity: 'Austin' }, { appliedSequence: '7' }));

    expect(before).toEqual({ LastName: 'Ito', HomeCity: 'Evanston' });
    expect(values('k')).toEqual({ LastName: 'Ito', HomeCity: 'Austin' });
  });
});
