/** A host for tests of the library: an org of two objects, a clock that stands, and what a test overrides. */
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import { exceptionClass } from '../../../scripts/local-org/library/core/exceptions.ts';
import { setHost } from '../../../scripts/local-org/library/host.ts';
import type { Host } from '../../../scripts/local-org/library/host.ts';
import { libraryClasses } from '../../../scripts/local-org/library/registry.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../../scripts/local-org/metadata/schema.ts';

type FieldChange = Partial<FieldDescribe>;

function field(index: number, name: string, change: FieldChange = {}): FieldDescribe {
  return {
    index,
    name,
    label: name,
    type: 'STRING',
    apexType: 'String',
    length: 80,
    precision: 0,
    scale: 0,
    isCustom: false,
    isNillable: true,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isIdLookup: false,
    isNameField: false,
    isCreateable: true,
    isUpdateable: true,
    isAutoNumber: false,
    picklistValues: [],
    isRestrictedPicklist: false,
    referenceTo: [],
    isMasterDetail: false,
    deleteConstraint: 'SetNull',
    isEncrypted: false,
    isFilterable: true,
    isSortable: true,
    isGroupable: true,
    ...change,
  };
}

function object(
  name: string,
  keyPrefix: string,
  fields: FieldDescribe[],
  change: Partial<ObjectDescribe> = {},
): ObjectDescribe {
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    kind: 'standard',
    isCustom: false,
    isSetup: false,
    isQueryable: true,
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isUndeletable: true,
    isMergeable: true,
    isTriggerable: true,
    sharingModel: 'ReadWrite',
    fields,
    fieldByName: new Map(fields.map((one) => [one.name.toLowerCase(), one])),
    parentByName: new Map(
      fields.filter((one) => one.relationshipName).map((one) => [one.relationshipName!.toLowerCase(), one]),
    ),
    childRelationships: [],
    validationRules: [],
    recordTypes: [],
    fieldSets: new Map(),
    ...change,
  };
}

const idField = (index: number): FieldDescribe =>
  field(index, 'Id', { type: 'ID', apexType: 'Id', isCreateable: false, isUpdateable: false });

export const ACCOUNT = object('Account', '001', [idField(0), field(1, 'Name', { isNameField: true })], {
  childRelationships: [{ name: 'Contacts', childObject: 'Contact', field: 'AccountId', isCascadeDelete: true }],
});
export const CONTACT = object(
  'Contact',
  '003',
  [
    idField(0),
    field(1, 'LastName', { isNameField: true, isRequired: true, isNillable: false }),
    field(2, 'AccountId', { type: 'REFERENCE', apexType: 'Id', referenceTo: ['Account'], relationshipName: 'Account' }),
    field(3, 'Birthdate', { type: 'DATE', apexType: 'Date' }),
    field(4, 'Score__c', { type: 'DOUBLE', apexType: 'Decimal', precision: 10, scale: 2, isCustom: true }),
    field(5, 'LeadSource', {
      type: 'PICKLIST',
      picklistValues: [{ value: 'Web', label: 'The web', isActive: true, isDefault: true }],
    }),
    field(6, 'CreatedDate', { type: 'DATETIME', apexType: 'Datetime', isCreateable: false, isUpdateable: false }),
  ],
  { fieldSets: new Map([['Card', ['LastName', 'Account.Name']]]) },
);

const objects = [ACCOUNT, CONTACT];
export const SCHEMA: Schema = {
  objects,
  object: (name) => objects.find((one) => one.name.toLowerCase() === name.toLowerCase()),
  objectByPrefix: (prefix) => objects.find((one) => one.keyPrefix === prefix),
  label: () => undefined,
  hasPage: () => false,
};

/** 23 November 2026, 18:54:00 GMT */
export const NOW = Date.UTC(2026, 10, 23, 18, 54, 0);

/** Sets a host; what it lacks fails when asked. */
export function useHost(overrides: Partial<Host> = {}, timeZone = 'America/Los_Angeles'): void {
  libraryClasses();
  setHost({
    schema: SCHEMA,
    organization: { id: '00D000000000001AAA', name: 'Test Org' },
    isRunningTest: false,
    now: () => new ApexDatetime(NOW),
    random: () => 0.5,
    user: () => ({
      id: '005000000000001AAA',
      username: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada@example.com',
      profileId: '00e000000000001AAA',
      profileName: 'System Administrator',
      roleId: null,
      userType: 'Standard',
      timeZone,
      locale: 'en_US',
      language: 'en_US',
    }),
    canAccessObject: () => true,
    canAccessField: () => true,
    orgBaseUrl: () => 'https://demo.my.salesforce.com',
    siteBaseUrl: () => null,
    exception: (name: string, message: string) => new (exceptionClass(name)!)(message),
    ...overrides,
  } as Host);
}

/** The Apex type and message that something throws. */
export function thrownBy(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}
