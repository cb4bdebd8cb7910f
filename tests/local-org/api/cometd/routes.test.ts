import { openDoors, type Doors, type Json } from '../support/doors.ts';

describe('/cometd', () => {
  let doors: Doors;
  const send = async (message: Record<string, unknown>): Promise<Json[]> =>
    (await doors.call('POST', '/cometd/67.0', [message])).body;
  const shakeHands = async (): Promise<string> => (await send({ channel: '/meta/handshake', id: '1' }))[0].clientId;

  beforeAll(async () => {
    doors = await openDoors({
      'classes/AnyTest.cls': '@IsTest private class AnyTest { @IsTest static void passes() { Assert.isTrue(true); } }',
    });
  }, 60_000);
  afterAll(() => doors.close());

  it('refuses every channel but that of test runs, and a client without a handshake', async () => {
    const [logging] = await send({ channel: '/meta/subscribe', subscription: '/systemTopic/Logging' });
    expect(logging).toMatchObject({ successful: false, error: expect.stringContaining('LOCAL_ORG_UNSUPPORTED') });
    const [stranger] = await send({ channel: '/meta/connect', clientId: 'stranger' });
    expect(stranger).toMatchObject({ successful: false, advice: { reconnect: 'handshake' } });
  });

  it('returns the end of a test run to who waits for it, once', async () => {
    const clientId = await shakeHands();
    await send({ channel: '/meta/subscribe', clientId, subscription: '/systemTopic/TestResult' });
    const { body: runId } = await doors.call<string>('POST', 'tooling/runTestsAsynchronous', {
      testLevel: 'RunLocalTests',
      skipCodeCoverage: true,
    });
    const [message, reply] = await send({ channel: '/meta/connect', clientId });
    expect(message).toMatchObject({ channel: '/systemTopic/TestResult', data: { sobject: { Id: runId } } });
    expect(reply).toMatchObject({ channel: '/meta/connect', successful: true });
  });
});
