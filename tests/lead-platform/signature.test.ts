import { startLeadPlatform, type LeadPlatform } from '../../scripts/lead-platform/index.ts';
import { whyRefused } from '../../scripts/lead-platform/signature.ts';
import { SECRET, call, change, deliver, sign } from './support/caller.ts';

const OTHER_SECRET = `whsec_${Buffer.from('another-secret-of-thirty-two-byt').toString('base64')}`;
let platform: LeadPlatform;

beforeEach(async () => {
  platform = await startLeadPlatform({ system: 'Lead_Platform', signingSecrets: [SECRET] });
});
afterEach(() => platform.stop());

describe('the signature of a call', () => {
  it('acceptsTheExampleOfStandardWebhooks', () => {
    // The test vector of the Standard Webhooks specification and its reference libraries.
    const call = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      body: Buffer.from('{"test": 2432232314}'),
    };

    const refusal = whyRefused(call, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], 1614265330_000);

    expect(refusal).toBeUndefined();
  });

  it('acceptsACallThatIsSignedWithTheSharedSecret', async () => {
    const answer = await deliver(platform, [change('k', 1, { LastName: 'Diaz' })]);

    expect(answer.status).toBe(200);
  });

  it('refusesAnotherSecret', async () => {
    const answer = await deliver(platform, [change('k', 1, { LastName: 'Diaz' })], { secret: OTHER_SECRET });

    expect(answer.status).toBe(401);
    expect(platform.store.record('Lead', 'k')).toBeUndefined();
  });

  it('refusesABodyThatWasChangedOnTheWay', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `v1,${sign('msg_1', timestamp, '[]', SECRET)}`;

    const answer = await deliver(platform, [change('k', 1, {})], { id: 'msg_1', timestamp, signature });

    expect(answer.status).toBe(401);
  });

  it('refusesACallWithoutSignature', async () => {
    const response = await fetch(`${platform.url}/events`, { method: 'POST', body: '[]' });

    expect(response.status).toBe(401);
  });

  it.each([-301, 301])('refusesATimestampMoreThanFiveMinutesOff (%d s)', async (offset) => {
    const timestamp = String(Math.floor(Date.now() / 1000) + offset);

    const answer = await deliver(platform, [change('k', 1, {})], { timestamp });

    expect(answer.status).toBe(401);
  });

  it('checksTimestampsAgainstTheClockItWasGiven', async () => {
    platform.clockOffsetMilliseconds = 86_400_000;
    const tomorrow = String(Math.floor(Date.now() / 1000) + 86_400);

    const answers = [
      await deliver(platform, [change('k', 1, {})], { timestamp: tomorrow }),
      await deliver(platform, [change('k', 1, {})]),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });

  it('acceptsEitherOfTwoSignaturesDuringARotation', async () => {
    const body = JSON.stringify([change('k', 1, {})]);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const both = [OTHER_SECRET, SECRET].map((secret) => `v1,${sign('msg_1', timestamp, body, secret)}`).join(' ');

    const answer = await call(platform, 'POST', '/events', body, { id: 'msg_1', timestamp, signature: both });

    expect(answer.status).toBe(200);
  });

  it('acceptsEitherOfItsOwnTwoSecrets', async () => {
    platform.signingSecrets = [OTHER_SECRET, SECRET];

    const answers = [
      await deliver(platform, [], { secret: SECRET }),
      await deliver(platform, [], { secret: OTHER_SECRET }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('asksForASignatureWhereNothingIsWrittenToo', async () => {
    const signed = await call(platform, 'GET', '/digests?resource=Lead');
    const unsigned = await fetch(`${platform.url}/digests?resource=Lead`);

    expect([signed.status, unsigned.status]).toEqual([200, 401]);
  });
});
