import { openDoors, THING, useThings, expectError, type Doors, type Json } from '../support/doors.ts';

const node = (referenceId: string, more = {}) => ({
  attributes: { type: 'Thing__c', referenceId },
  Name: referenceId,
  ...more,
});

describe('POST /composite/tree/{object}', () => {
  let doors: Doors;
  const plant = (...records: unknown[]) => doors.call('POST', 'composite/tree/Thing__c', { records });
  const count = async () => (await doors.call('GET', 'query?q=SELECT+COUNT()+FROM+Thing__c')).body.totalSize as number;

  beforeAll(async () => {
    doors = await openDoors(THING);
    await useThings(doors);
  }, 60_000);
  afterAll(() => doors.close());

  it('refuses nested records, loudly', async () => {
    expectError(await plant(node('a', { Children__r: { records: [node('b')] } })), 501, 'LOCAL_ORG_UNSUPPORTED');
  });

  it('returns the id of each reference', async () => {
    const { status, body } = await plant(node('one'), node('two'));
    expect({ status, hasErrors: body.hasErrors }).toEqual({ status: 201, hasErrors: false });
    expect(body.results.map((row: Json) => row.referenceId)).toEqual(['one', 'two']);
  });

  it('changes nothing when one record is refused', async () => {
    await plant(node('taken', { Key__c: 'taken' }));
    const before = await count();
    const { status, body } = await plant(node('good'), node('bad', { Key__c: 'taken' }));
    expect({ status, hasErrors: body.hasErrors }).toEqual({ status: 400, hasErrors: true });
    expect(body.results).toEqual([
      { referenceId: 'bad', errors: [expect.objectContaining({ statusCode: 'DUPLICATE_VALUE' })] },
    ]);
    expect(await count()).toBe(before);
  });
});
