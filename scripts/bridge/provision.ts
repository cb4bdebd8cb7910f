/**
 * What metadata cannot carry: who holds which permission set, as whom the event's subscriber runs, the default owner, the
 * org fence of destinations, the schedule. Safe to repeat: each step looks first and says what it found.
 */
import type { Connection } from '@salesforce/core';
import { BridgeError } from './bridge-error.ts';
import { insertOne, query, queryOne, quote, updateOne, type OrgRecord } from './org-records.ts';
import { organizationIdOf, userIdOf } from './tokens.ts';

export interface ProvisionOptions {
  /** As whom dispatcher, senders and the hourly job run. Default: whoever runs the command. */
  readonly integrationUsername?: string;
  /** Owner of leads without an agent of their own. Default: the integration user. */
  readonly defaultOwnerUsername?: string;
  readonly timeZone?: string;
  /** False: leave the hourly job unscheduled. */
  readonly schedule: boolean;
  readonly onStep?: (step: ProvisionStep) => void;
}

export interface ProvisionStep {
  readonly name: string;
  /** `done`: it was changed now. `unchanged`: it was so already. `skipped`: it does not apply here, see `detail`. */
  readonly outcome: 'done' | 'unchanged' | 'skipped';
  readonly detail: string;
}

const WAKE_EVENT = 'Sync_Wake__e';
const SCHEDULE_TIMEOUT_MILLISECONDS = 30_000;

export async function provision(connection: Connection, options: ProvisionOptions): Promise<ProvisionStep[]> {
  const steps: ProvisionStep[] = [];
  const tell = (step: ProvisionStep): void => {
    steps.push(step);
    options.onStep?.(step);
  };
  const username = connection.getUsername()!;
  const organizationId = await organizationIdOf(connection);
  const adminId = await userIdOf(connection, username);
  const integrationUsername = options.integrationUsername ?? username;
  const integrationId = await userIdOf(connection, integrationUsername);
  const ownerId =
    options.defaultOwnerUsername === undefined
      ? integrationId
      : await userIdOf(connection, options.defaultOwnerUsername);
  tell(await assign(connection, 'Bridge_Admin', adminId, username));
  tell(await assign(connection, 'Bridge_Integration', integrationId, integrationUsername));
  tell(await guestAccess(connection));
  tell(await subscriberUser(connection, integrationId, integrationUsername));
  tell(await settings(connection, { organizationId, integrationId, ownerId, timeZone: options.timeZone }));
  for (const system of await systemNames(connection)) tell(await destination(connection, system, organizationId));
  if (options.schedule) tell(await schedule(connection));
  return steps;
}

/** Gives a permission set to a user who has it not yet. @throws BridgeError when the set is not in the org. */
export async function assign(
  connection: Connection,
  permissionSet: string,
  userId: string,
  username: string,
): Promise<ProvisionStep> {
  const set = await queryOne(connection, `SELECT Id FROM PermissionSet WHERE Name = ${quote(permissionSet)}`);
  if (set === undefined) {
    throw new BridgeError('NotDeployedError', `The permission set ${permissionSet} is not in the org.`, [
      'Deploy first: "sf bridge deploy", or "sf project deploy start".',
    ]);
  }
  const name = `permission set ${permissionSet}`;
  const held = await queryOne(
    connection,
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${set.Id}'`,
  );
  if (held !== undefined) return { name, outcome: 'unchanged', detail: `${username} holds it` };
  await insertOne(connection, 'PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
  return { name, outcome: 'done', detail: `assigned to ${username}` };
}

async function guestAccess(connection: Connection): Promise<ProvisionStep> {
  const site = await queryOne<{ GuestUserId: string | null }>(
    connection,
    "SELECT Id, GuestUserId FROM Site WHERE Name = 'Bridge'",
  );
  if (site === undefined || site.GuestUserId === null) {
    return {
      name: 'guest access',
      outcome: 'skipped',
      detail: 'the Site is not deployed; the OAuth door works without it',
    };
  }
  const step = await assign(connection, 'Bridge_Guest', site.GuestUserId, 'the guest of the Site');
  return { ...step, name: 'guest access' };
}

/** The Tooling object, since the metadata type would name a user and so fail in every other org. */
async function subscriberUser(connection: Connection, userId: string, username: string): Promise<ProvisionStep> {
  const name = "event subscriber's user";
  const [trigger] = (
    await connection.tooling.query(`SELECT Id, Name FROM ApexTrigger WHERE TableEnumOrId = '${WAKE_EVENT}'`)
  ).records as OrgRecord[];
  if (trigger === undefined)
    throw new BridgeError('NotDeployedError', `There is no trigger on ${WAKE_EVENT}.`, [
      'Deploy first: "sf bridge deploy".',
    ]);
  const [existing] = (
    await connection.tooling.query(
      `SELECT Id, UserId FROM PlatformEventSubscriberConfig WHERE PlatformEventConsumerId = '${trigger.Id}'`,
    )
  ).records as OrgRecord[];
  const url = `${connection.baseUrl()}/tooling/sobjects/PlatformEventSubscriberConfig`;
  if (existing === undefined) {
    const config = {
      DeveloperName: 'Bridge_Sync_Wake',
      MasterLabel: 'Bridge Sync Wake',
      PlatformEventConsumerId: trigger.Id,
      UserId: userId,
      BatchSize: 2000,
    };
    await connection.requestPost(url, config);
    return { name, outcome: 'done', detail: username };
  }
  if (existing.UserId === userId) return { name, outcome: 'unchanged', detail: username };
  await connection.request({
    method: 'PATCH',
    url: `${url}/${existing.Id}`,
    body: JSON.stringify({ UserId: userId }),
    headers: { 'content-type': 'application/json' },
  });
  return { name, outcome: 'done', detail: `changed to ${username}` };
}

interface SettingValues {
  readonly organizationId: string;
  readonly integrationId: string;
  readonly ownerId: string;
  readonly timeZone: string | undefined;
}

async function settings(connection: Connection, values: SettingValues): Promise<ProvisionStep> {
  const name = 'settings';
  const wanted: OrgRecord = {
    Default_Owner_Id__c: values.ownerId,
    Integration_User_Id__c: values.integrationId,
    ...(values.timeZone === undefined ? {} : { Time_Zone__c: values.timeZone }),
  };
  const present = await queryOne(
    connection,
    `SELECT Id, Default_Owner_Id__c, Integration_User_Id__c, Time_Zone__c FROM Bridge_Settings__c WHERE SetupOwnerId = '${values.organizationId}'`,
  );
  if (present === undefined) {
    await insertOne(connection, 'Bridge_Settings__c', { SetupOwnerId: values.organizationId, ...wanted });
    return { name, outcome: 'done', detail: 'default owner and integration user' };
  }
  if (Object.entries(wanted).every(([field, value]) => present[field] === value))
    return { name, outcome: 'unchanged', detail: 'default owner and integration user' };
  await updateOne(connection, 'Bridge_Settings__c', present.Id!, wanted);
  return { name, outcome: 'done', detail: 'default owner and integration user changed' };
}

async function systemNames(connection: Connection): Promise<string[]> {
  const rows = await query(connection, 'SELECT System__c FROM Sync_System__mdt');
  return [...new Set(rows.map((row) => row.System__c as string))].sort();
}

/** Writes the org fence. A destination begins to send once its credential is there; one that a person paused stays paused. */
async function destination(connection: Connection, system: string, organizationId: string): Promise<ProvisionStep> {
  const name = `destination ${system}`;
  const existing = await queryOne(
    connection,
    `SELECT Id, Organization_Id__c, Paused__c, Paused_Reason__c FROM Sync_Destination__c WHERE System__c = ${quote(system)}`,
  );
  if (existing?.Organization_Id__c === organizationId && existing.Paused__c === false)
    return { name, outcome: 'unchanged', detail: 'sends' };
  const hasCredential = await namedCredentialExists(connection, system);
  const pausedByPerson = existing?.Organization_Id__c === organizationId && existing.Paused_Reason__c !== NO_CREDENTIAL;
  if (pausedByPerson)
    return {
      name,
      outcome: 'unchanged',
      detail: `paused: ${(existing.Paused_Reason__c as string | null) ?? 'no reason given'}`,
    };
  const values = {
    Organization_Id__c: organizationId,
    Paused__c: !hasCredential,
    Paused_Reason__c: hasCredential ? null : NO_CREDENTIAL,
  };
  if (existing === undefined) await insertOne(connection, 'Sync_Destination__c', { System__c: system, ...values });
  else await updateOne(connection, 'Sync_Destination__c', existing.Id!, values);
  return { name, outcome: 'done', detail: hasCredential ? 'sends' : `paused: ${NO_CREDENTIAL}` };
}

const NO_CREDENTIAL = 'No credential is set: run "sf bridge credential set", then provision again';

async function namedCredentialExists(connection: Connection, system: string): Promise<boolean> {
  return (
    (await queryOne(connection, `SELECT Id FROM NamedCredential WHERE DeveloperName = ${quote(system)}`)) !== undefined
  );
}

/** Asks the event's subscriber to schedule the hourly job, so that it runs as the integration user. */
export async function schedule(connection: Connection): Promise<ProvisionStep> {
  const name = 'hourly job';
  const found = await scheduledJob(connection);
  if (found !== undefined) return { name, outcome: 'unchanged', detail: `next run ${found}` };
  await insertOne(connection, WAKE_EVENT, { Cause__c: 'Provision', Request__c: 'Schedule' });
  const until = Date.now() + SCHEDULE_TIMEOUT_MILLISECONDS;
  while (Date.now() < until) {
    const next = await scheduledJob(connection);
    if (next !== undefined) return { name, outcome: 'done', detail: `next run ${next}` };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new BridgeError(
    'NotScheduledError',
    "The event's subscriber did not schedule the hourly job within 30 seconds.",
    ['Look at Setup → Platform Events → Sync Wake → Subscriptions: the trigger must be running.'],
  );
}

export async function unschedule(connection: Connection): Promise<void> {
  await insertOne(connection, WAKE_EVENT, { Cause__c: 'Provision', Request__c: 'Unschedule' });
}

async function scheduledJob(connection: Connection): Promise<string | undefined> {
  const row = await queryOne(
    connection,
    "SELECT Id, NextFireTime FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Lead Bridge%' AND State NOT IN ('DELETED', 'COMPLETE')",
  );
  return row?.NextFireTime as string | undefined;
}
