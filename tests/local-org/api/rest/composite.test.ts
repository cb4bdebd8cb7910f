import { DATA, expectError, openDoors, type Doors, type Json } from '../support/doors.ts';

describe('/composite and /composite/batch', () => {
  let doors: Doors;
  const composite = (compositeRequest: Json[], more = {}) =>
    doors.call('POST', 'composite', { ...more, compositeRequest });

  beforeAll(async () => {
    doors = await openDoors();
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('no list, too long a list, and a reference used twice', async () => {
      const sub = (referenceId: string) => ({ method: 'GET', url: `${DATA}/limits`, referenceId });
      expectError(await doors.call('POST', 'composite', {}), 400, 'INVALID_INPUT');
      expectError(await doors.call('POST', 'composite/batch', {}), 400, 'INVALID_INPUT');
      expectError(await composite([sub('same'), sub('same')]), 400, 'INVALID_INPUT');
      expectError(await composite(Array.from({ length: 26 }, (_, i) => sub(`r${i}`))), 400, 'LIMIT_EXCEEDED');
    });

    it('all or none over several calls, loudly', async () => {
      const sub = (referenceId: string) => ({ method: 'GET', url: `${DATA}/limits`, referenceId });
      expectError(await composite([sub('a'), sub('b')], { allOrNone: true }), 501, 'LOCAL_ORG_UNSUPPORTED');
    });
  });

  describe('returns', () => {
    it('a failure for the call that refers to one that failed, and goes on', async () => {
      const { status, body } = await composite([
        { method: 'POST', url: `${DATA}/sobjects/Contact`, referenceId: 'bad', body: {} },
        { method: 'GET', url: `${DATA}/sobjects/Contact/@{bad.id}`, referenceId: 'needsBad' },
        { method: 'GET', url: `${DATA}/limits`, referenceId: 'alone' },
      ]);
      expect(status).toBe(200);
      expect(body.compositeResponse.map((part: Json) => part.httpStatusCode)).toEqual([400, 400, 200]);
      expect(body.compositeResponse[1].body[0].errorCode).toBe('PROCESSING_HALTED');
    });

    it('the results of a batch in order, and stops where asked to', async () => {
      const batchRequests = [
        { method: 'GET', url: 'v67.0/nope' },
        { method: 'GET', url: 'v67.0/limits' },
      ];
      const on = await doors.call('POST', 'composite/batch', { batchRequests });
      const halted = await doors.call('POST', 'composite/batch', { batchRequests, haltOnError: true });
      expect(on.body.results.map((part: Json) => part.statusCode)).toEqual([404, 200]);
      expect(halted.body.results.map((part: Json) => part.statusCode)).toEqual([404, 412]);
    });
  });

  describe('changes', () => {
    it('later calls by what earlier ones made', async () => {
      const { body } = await composite([
        { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'acme', body: { Name: 'Acme' } },
        {
          method: 'POST',
          url: `${DATA}/sobjects/Contact`,
          referenceId: 'one',
          body: { LastName: 'One', AccountId: '@{acme.id}' },
        },
        { method: 'GET', url: `${DATA}/sobjects/Contact/@{one.id}?fields=AccountId`, referenceId: 'read' },
      ]);
      const [acme, , read] = body.compositeResponse;
      expect(read.body.AccountId).toBe(acme.body.id);
    });
  });
});
