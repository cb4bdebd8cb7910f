import { startLeadPlatform, type LeadPlatform } from '../../scripts/lead-platform/index.ts';
import { SECRET, change, deliver } from './support/caller.ts';

let platform: LeadPlatform;

beforeEach(async () => {
  platform = await startLeadPlatform({ system: 'Lead_Platform', signingSecrets: [SECRET] });
});
afterEach(() => platform.stop());

const event = (): unknown => change('k', 1, { LastName: 'Diaz' }, { id: 'item-k' });

describe('a fault on request', () => {
  it('down: cutsTheConnectionAndAppliesNothing', async () => {
    platform.setFault({ mode: 'down' });

    await expect(deliver(platform, [event()])).rejects.toThrow();

    expect(platform.store.record('Lead', 'k')).toBeUndefined();
    expect(platform.faults.counts()).toEqual({ down: 1 });
  });

  it('slow: answersAfterTheDelay', async () => {
    platform.setFault({ mode: 'slow', delayMilliseconds: 120 });
    const began = Date.now();

    const { status } = await deliver(platform, [event()]);

    expect(status).toBe(200);
    expect(Date.now() - began).toBeGreaterThanOrEqual(110);
  });

  it('too-many-requests: names429AndRetryAfter', async () => {
    platform.setFault({ mode: 'too-many-requests', retryAfterSeconds: 7 });

    const { status, headers } = await deliver(platform, [event()]);

    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    expect(platform.store.record('Lead', 'k')).toBeUndefined();
  });

  it('server-error: answers500AndAppliesNothing', async () => {
    platform.setFault({ mode: 'server-error' });

    expect((await deliver(platform, [event()])).status).toBe(500);
    expect(platform.store.record('Lead', 'k')).toBeUndefined();
  });

  it('drop-after-apply: appliesAndLosesTheAnswerSoThatARepeatIsRecognised', async () => {
    platform.setFault({ mode: 'drop-after-apply', calls: 1 });
    await expect(deliver(platform, [event()])).rejects.toThrow();

    const { body } = await deliver(platform, [event()]);

    expect(body.items[0]).toMatchObject({ id: 'item-k', status: 'applied' });
    expect(platform.store.items(0, 'k').map(({ isRepeat }) => isRepeat)).toEqual([false, true]);
  });

  it('duplicate: aSecondDeliveryOfTheSameTakesNoEffect', async () => {
    platform.setFault({ mode: 'duplicate' });

    await deliver(platform, [event()]);

    expect(platform.store.items(0, 'k').map(({ isRepeat }) => isRepeat)).toEqual([false, true]);
  });

  it('reorder: theNewestRevWinsWhateverTheOrder', async () => {
    platform.setFault({ mode: 'reorder' });

    await deliver(platform, [change('k', 1, { LastName: 'Older' }), change('k', 2, { LastName: 'Newer' })]);

    expect(platform.store.record('Lead', 'k')).toMatchObject({ rev: 2, values: { LastName: 'Newer' } });
  });

  it('lastsForAsManyCallsAsItWasGiven', async () => {
    platform.setFault({ mode: 'server-error', calls: 2 });

    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await deliver(platform, [event()])).status);

    expect(statuses).toEqual([500, 500, 200]);
  });

  it('leavesItsOwnControlDoorOpen', async () => {
    platform.setFault({ mode: 'down' });

    const response = await fetch(`${platform.url}/control/faults`);

    expect(await response.json()).toEqual({});
  });
});
