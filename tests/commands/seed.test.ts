import { seed } from '../../scripts/bridge/seed.ts';
import { fakeConnection } from './support/fake-connection.ts';
import type { Json } from '../support/json.ts';

const options = { people: 50, leads: 200, seed: 7 };

async function seeded(seedValue: number): Promise<Json[]> {
  const { connection, writes } = fakeConnection();
  await seed(connection, { ...options, seed: seedValue });
  return writes.flatMap(({ body }) => body.records);
}

describe('seeding', () => {
  it('loadsTheRosterAndThenTheLeads', async () => {
    const records = await seeded(7);

    expect(records.map(({ attributes }) => attributes.type)).toEqual([
      ...Array(50).fill('People__c'),
      ...Array(200).fill('Lead'),
    ]);
  });

  it('isTheSameForTheSameSeedAndOtherwiseNot', async () => {
    const names = (records: Json[]): string => records.map(({ LastName }) => LastName).join();

    expect(names(await seeded(7))).toBe(names(await seeded(7)));
    expect(names(await seeded(7))).not.toBe(names(await seeded(8)));
  });

  it('addsNothingToAnOrgThatIsSeeded', async () => {
    const people = Array.from({ length: 50 }, (_, index) => ({ MemberKey__c: `m-${index + 1}` }));
    const leads = Array.from({ length: 200 }, (_, index) => ({ ContactKey__c: `c-${index + 1}` }));
    const { connection, writes } = fakeConnection([
      [/MemberKey__c LIKE/, people],
      [/ContactKey__c LIKE/, leads],
    ]);

    const result = await seed(connection, options);

    expect([result.people, result.leads]).toEqual([0, 0]);
    expect(writes).toEqual([]);
  });

  it('assignsOnlyEligibleAgents', async () => {
    const { connection, writes } = fakeConnection([[/Lead_Eligibility__c = 'Eligible'/, [{ Id: 'a03' }]]]);

    await seed(connection, options);

    const agents = writes.flatMap(({ body }) => body.records).map(({ Assigned_Agent__c }) => Assigned_Agent__c);
    expect(new Set(agents)).toEqual(new Set([undefined, 'a03']));
  });
});
