import { expectError, openDoors, THING, useThings, type Doors, type Json } from '../support/doors.ts';

const lead = (more = {}) => ({ attributes: { type: 'Lead' }, LastName: 'L', Company: 'C', ...more });

describe('/composite/sobjects', () => {
  let doors: Doors;
  const count = async () => (await doors.call('GET', 'query?q=SELECT+COUNT()+FROM+Lead')).body.totalSize as number;

  beforeAll(async () => {
    doors = await openDoors(THING);
    await useThings(doors);
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('no records, too many, and an unknown type', async () => {
      const post = (records: unknown) => doors.call('POST', 'composite/sobjects', { records });
      expectError(await post(undefined), 400, 'JSON_PARSER_ERROR');
      expectError(await post([]), 400, 'INVALID_INPUT');
      expectError(await post(Array.from({ length: 201 }, () => lead())), 400, 'EXCEEDED_ID_LIMIT');
      expectError(await post([{ attributes: { type: 'Nope' } }]), 400, 'INVALID_TYPE');
    });
  });

  describe('returns', () => {
    it('a result for each row', async () => {
      const { body } = await doors.call('POST', 'composite/sobjects', {
        records: [lead(), lead({ Company: undefined })],
      });
      expect(body).toEqual([
        { id: expect.any(String), success: true, errors: [] },
        {
          success: false,
          errors: [expect.objectContaining({ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Company'] })],
        },
      ]);
    });

    it('records by id, null for one that is not there', async () => {
      const { id } = (await doors.call('POST', 'sobjects/Lead', { LastName: 'Here', Company: 'C' })).body;
      const path = `composite/sobjects/Lead?ids=${id},${id.slice(0, 12)}zzz&fields=LastName`;
      const { body } = await doors.call('GET', path);
      expect(body).toEqual([expect.objectContaining({ LastName: 'Here' }), null]);
    });
  });

  describe('changes', () => {
    it('nothing when one row is refused and all are wanted', async () => {
      const before = await count();
      const records = [lead(), lead({ Company: undefined })];
      const { body } = await doors.call('POST', 'composite/sobjects', { allOrNone: true, records });
      expect(body.map((row: Json) => row.errors[0].statusCode)).toEqual([
        'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        'REQUIRED_FIELD_MISSING',
      ]);
      expect(await count()).toBe(before);
    });

    it('records by external id: some are new, some known', async () => {
      const records = ['a', 'b'].map((Key__c) => ({ attributes: { type: 'Thing__c' }, Key__c, Name: Key__c }));
      await doors.call('PATCH', 'composite/sobjects/Thing__c/Key__c', { records: records.slice(0, 1) });
      const { body } = await doors.call('PATCH', 'composite/sobjects/Thing__c/Key__c', { records });
      expect(body.map((row: Json) => row.created)).toEqual([false, true]);
    });

    it('deletes what it can', async () => {
      const { id } = (await doors.call('POST', 'sobjects/Lead', { LastName: 'Gone', Company: 'C' })).body;
      const path = `composite/sobjects?ids=${id},${id.slice(0, 12)}zzz&allOrNone=false`;
      const { body } = await doors.call('DELETE', path);
      expect(body.map((row: Json) => row.success)).toEqual([true, false]);
    });
  });
});
