import { provision } from '../../scripts/bridge/provision.ts';
import { fakeConnection } from './support/fake-connection.ts';

type Answers = Parameters<typeof fakeConnection>[0];

const ORGANIZATION = '00D000000000001AAA';

/** An org after the deploy, in which nothing else has been set up. */
const DEPLOYED = [
  [/FROM Organization/, [{ Id: ORGANIZATION }]],
  [/FROM User WHERE/, [{ Id: '005A' }]],
  [/FROM PermissionSet WHERE/, [{ Id: '0PS1' }]],
  [/FROM Site/, [{ Id: '0DM1', GuestUserId: '005G' }]],
  [/FROM ApexTrigger/, [{ Id: '01q1' }]],
  [/FROM Sync_System__mdt/, [{ System__c: 'Lead_Platform' }, { System__c: 'Lead_Platform' }]],
] as const;

const answers = (...more: NonNullable<Answers>): NonNullable<Answers> => [...more, ...DEPLOYED];
const outcomes = (steps: Awaited<ReturnType<typeof provision>>) =>
  Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]));

describe('provisioning', () => {
  it('setsUpWhatMetadataCannotCarry', async () => {
    const { connection, writes } = fakeConnection(answers());

    const steps = await provision(connection, { schedule: false });

    expect(outcomes(steps)).toEqual({
      'permission set Bridge_Admin': 'done',
      'permission set Bridge_Integration': 'done',
      'guest access': 'done',
      "event subscriber's user": 'done',
      settings: 'done',
      'destination Lead_Platform': 'done',
    });
    expect(writes.map(({ path }) => path.split('/').at(-1))).toEqual([
      'PermissionSetAssignment',
      'PermissionSetAssignment',
      'PermissionSetAssignment',
      'PlatformEventSubscriberConfig',
      'Bridge_Settings__c',
      'Sync_Destination__c',
    ]);
  });

  it('repeatedFindsNothingToDo', async () => {
    const { connection } = fakeConnection(
      answers(
        [/FROM PermissionSetAssignment/, [{ Id: '0Pa1' }]],
        [/FROM PlatformEventSubscriberConfig/, [{ Id: '0Pe1', UserId: '005A' }]],
        [/FROM Bridge_Settings__c/, [{ Id: 'a00', Default_Owner_Id__c: '005A', Integration_User_Id__c: '005A' }]],
        [/FROM Sync_Destination__c/, [{ Id: 'a02', Organization_Id__c: ORGANIZATION, Paused__c: false }]],
        [/FROM CronTrigger/, [{ Id: '08e1', NextFireTime: '2026-11-25T10:00:00Z' }]],
      ),
    );

    const steps = await provision(connection, { schedule: true });

    expect(steps.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
  });

  it('changesAnotherDefaultOwnerAndSaysSo', async () => {
    const { connection } = fakeConnection(
      answers([
        /FROM Bridge_Settings__c/,
        [{ Id: 'a00', Default_Owner_Id__c: '005X', Integration_User_Id__c: '005A' }],
      ]),
    );

    const steps = await provision(connection, { schedule: false });

    expect(outcomes(steps).settings).toBe('done');
  });

  it('pausesADestinationThatHasNoCredential', async () => {
    const { connection, writes } = fakeConnection(answers());

    await provision(connection, { schedule: false });

    expect(writes.at(-1)!.body).toMatchObject({
      System__c: 'Lead_Platform',
      Organization_Id__c: ORGANIZATION,
      Paused__c: true,
    });
  });

  it('startsADestinationOnceItsCredentialIsThere', async () => {
    const { connection, writes } = fakeConnection(answers([/FROM NamedCredential/, [{ Id: '0XA1' }]]));

    await provision(connection, { schedule: false });

    expect(writes.at(-1)!.body).toMatchObject({ Paused__c: false, Paused_Reason__c: null });
  });

  it('leavesADestinationThatAPersonPaused', async () => {
    const paused = { Id: 'a02', Organization_Id__c: ORGANIZATION, Paused__c: true, Paused_Reason__c: 'Maintenance' };
    const { connection, writes } = fakeConnection(
      answers([/FROM Sync_Destination__c/, [paused]], [/FROM NamedCredential/, [{ Id: '0XA1' }]]),
    );

    const steps = await provision(connection, { schedule: false });

    expect(steps.at(-1)).toMatchObject({ outcome: 'unchanged', detail: 'paused: Maintenance' });
    expect(writes.some(({ path }) => path.includes('Sync_Destination__c'))).toBe(false);
  });

  it('fencesADestinationOfAnotherOrgAnew', async () => {
    const copied = { Id: 'a02', Organization_Id__c: '00D000000000009AAA', Paused__c: true, Paused_Reason__c: null };
    const { connection, writes } = fakeConnection(answers([/FROM Sync_Destination__c/, [copied]]));

    await provision(connection, { schedule: false });

    expect(writes.at(-1)).toMatchObject({ method: 'PATCH', body: { Organization_Id__c: ORGANIZATION } });
  });

  it('goesOnWithoutASite', async () => {
    const { connection } = fakeConnection(answers([/FROM Site/, []]));

    const steps = await provision(connection, { schedule: false });

    expect(outcomes(steps)['guest access']).toBe('skipped');
  });

  it('refusesAnOrgThatIsNotDeployed', async () => {
    const { connection, writes } = fakeConnection(answers([/FROM PermissionSet WHERE/, []]));

    await expect(provision(connection, { schedule: false })).rejects.toMatchObject({ name: 'NotDeployedError' });
    expect(writes).toEqual([]);
  });
});
