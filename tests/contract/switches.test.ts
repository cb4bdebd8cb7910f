import { event, outcomeOf, postEvents, request } from './support/door.ts';
import { leadOf, query, updateRecord } from './support/org.ts';
import { freshKey, itCan } from './support/target.ts';

/** Changes the org's settings for the time of a test. */
async function withSettings(values: Record<string, unknown>, act: () => Promise<void>): Promise<void> {
  const names = Object.keys(values);
  const [row] = await query(
    `SELECT Id, ${names.join(', ')} FROM Bridge_Settings__c WHERE SetupOwnerId IN (SELECT Id FROM Organization)`,
  ).catch(
    // A polymorphic SetupOwnerId takes no semi-join on every release: the organization's row is the one provisioned.
    () => query(`SELECT Id, ${names.join(', ')} FROM Bridge_Settings__c WHERE Default_Owner_Id__c != null LIMIT 1`),
  );
  await updateRecord('Bridge_Settings__c', row.Id, values);
  try {
    await act();
  } finally {
    await updateRecord(
      'Bridge_Settings__c',
      row.Id,
      Object.fromEntries(names.map((name) => [name, row[name] ?? null])),
    );
  }
}

describe('the off switch', () => {
  itCan('switches')('closesEveryDoorButHealth', async () => {
    const key = freshKey();

    await withSettings({ Switched_Off__c: true }, async () => {
      const refused = await postEvents([event(key, { LastName: 'Diaz' })]);
      const reading = await request('GET', '/leads');
      const health = await request('GET', '/health');

      expect([outcomeOf(refused), outcomeOf(reading), health.status]).toEqual([
        '503 switched-off',
        '503 switched-off',
        200,
      ]);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(refused.body.retryable).toBe(true);
    });

    expect(await leadOf(key)).toBeUndefined();
    expect((await request('GET', '/leads?limit=1')).status).toBe(200);
  });
});

describe('an org without a default owner', () => {
  itCan('switches')('answersNotConfiguredAndStoresNothing', async () => {
    const key = freshKey();

    await withSettings({ Default_Owner_Id__c: null }, async () => {
      expect(outcomeOf(await postEvents([event(key, { LastName: 'Diaz' })]))).toBe('503 not-configured');
      expect(outcomeOf(await request('PUT', `/leads/${key}`, { body: { LastName: 'Diaz' } }))).toBe(
        '503 not-configured',
      );
    });

    expect(await leadOf(key)).toBeUndefined();
  });
});
