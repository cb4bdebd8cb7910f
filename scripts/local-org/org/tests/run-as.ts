/** System.runAs: another user's identity and permissions, and a fresh start for the rule against mixed DML. */
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';

export function runAs(engine: OrgEngine, record: SObjectRecord, block: () => void): void {
  const { transaction, tests } = engine;
  if (!tests.isRunning) throw engine.exception('System.FinalException', 'System.runAs can be used in tests only.');
  const before = { user: transaction.user, setupObject: transaction.setupObject, dataObject: transaction.dataObject };
  transaction.user = userOf(engine, record);
  transaction.setupObject = undefined;
  transaction.dataObject = undefined;
  tests.runAsDepth++;
  try {
    block();
  } finally {
    tests.runAsDepth--;
    transaction.user = before.user;
    transaction.setupObject = before.setupObject;
    transaction.dataObject = before.dataObject;
  }
}

/** A user that was never inserted may be run as too: tests build one in memory with a profile. */
function userOf(engine: OrgEngine, record: SObjectRecord): RunningUser {
  const id = record.id;
  if (id !== null) {
    const user = engine.users.byId(id);
    if (user !== undefined) return user;
  }
  const name = `runas-${engine.clock.now()}-${engine.tests.runAsDepth}@runas.invalid`;
  const slot = (field: string): unknown => record.slots[record.object.fieldByName.get(field)?.index ?? -1] ?? null;
  const newId = engine.rows.insert('User', {
    Username: slot('username') ?? name,
    LastName: slot('lastname') ?? 'User',
    Alias: slot('alias') ?? 'runas',
    Email: slot('email') ?? name,
    ProfileId: slot('profileid') ?? engine.user(engine.birth.administratorId).profileId,
    UserRoleId: slot('userroleid'),
    UserType: 'Standard',
    IsActive: true,
    TimeZoneSidKey: slot('timezonesidkey') ?? 'America/Los_Angeles',
    LocaleSidKey: slot('localesidkey') ?? 'en_US',
    LanguageLocaleKey: slot('languagelocalekey') ?? 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  record.id = newId;
  return engine.user(newId);
}
