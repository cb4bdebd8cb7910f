/** Schema, Database, Security, custom configuration. Sources: Apex Reference; platform.md §8 for the words. */
import { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import { ApexMap } from '../../../scripts/local-org/library/core/apex-map.ts';
import { STRING_TYPE, ANY_TYPE } from '../../../scripts/local-org/library/core/runtime-type.ts';
import { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import { Database_DMLOptions } from '../../../scripts/local-org/library/database/options.ts';
import type { Database_SaveResult } from '../../../scripts/local-org/library/database/results.ts';
import { constantOf } from '../../../scripts/local-org/library/enums.ts';
import type { DmlRequest, DmlRowResult } from '../../../scripts/local-org/library/host.ts';
import type { DescribedField } from '../../../scripts/local-org/library/schema/DescribeFieldResult.ts';
import type { Schema_SObjectField } from '../../../scripts/local-org/library/schema/SObjectField.ts';
import type { Schema_SObjectType } from '../../../scripts/local-org/library/schema/SObjectType.ts';
import { System_AccessLevel } from '../../../scripts/local-org/library/system/AccessLevel.ts';
import { System_Database } from '../../../scripts/local-org/library/system/Database.ts';
import { System_Schema } from '../../../scripts/local-org/library/system/Schema.ts';
import { System_Security } from '../../../scripts/local-org/library/system/Security.ts';
import { CONTACT, thrownBy, useHost } from './fake-host.ts';

const SITE = { className: 'Foo', apiVersion: 67, sharing: 'with', isTrigger: false, isTest: false } as const;
const SAVED: DmlRowResult = { id: '003000000000001AAA', isSuccess: true, errors: [] };
const FAILED: DmlRowResult = {
  id: null,
  isSuccess: false,
  errors: [
    { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] },
  ],
};

function contact(): SObjectRecord {
  const record = new SObjectRecord(CONTACT);
  record.put('LastName', 'x');
  return record;
}

test('the describe of an object and its fields', () => {
  useHost();
  const type = System_Schema.getGlobalDescribe().get('CONTACT') as Schema_SObjectType;
  const describe = type.getDescribe();
  expect([
    String(type),
    describe.getKeyPrefix(),
    describe.isAccessible(),
    (describe as unknown as { Name: string }).Name,
  ]).toEqual(['Contact', '003', true, 'Contact']);
  const fields = describe.fields.getMap();
  const of = (name: string): DescribedField => (fields.get(name) as Schema_SObjectField).getDescribe();
  expect([
    of('leadsource').getType().name(),
    of('LeadSource').getDefaultValue(),
    of('Score__c').getPrecision(),
    of('accountid').getRelationshipName(),
  ]).toEqual(['PICKLIST', 'Web', 10, 'Account']);
  expect(String(of('AccountId').getReferenceTo().items[0])).toBe('Account');
  expect(String(of('LeadSource').getPicklistValues())).toBe(
    '(Schema.PicklistEntry[getLabel=The web;getValue=Web;isActive=true;isDefaultValue=true;])',
  );
  expect(describe.fieldSets.getMap().get('card')).not.toBe(null);
  expect([...describe.getRecordTypeInfosByName()].map(([name]) => name)).toEqual(['Master']);
  expect(type.newSObject(null, true).get('LeadSource')).toBe('Web');
});

test('saves translate their arguments, and fail as DmlException or as results', () => {
  const seen: DmlRequest[] = [];
  useHost({
    dml: (request) => {
      seen.push(request);
      return request.records.map((_, index) => (index === 0 ? SAVED : FAILED));
    },
  });
  const two = new ApexList(undefined, [contact(), contact()]);
  expect(thrownBy(() => System_Database.insert(SITE, two))).toBe(
    'System.DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]',
  );
  const results = System_Database.insert(SITE, two, false, System_AccessLevel.SYSTEM_MODE) as ApexList;
  const second = results.items[1] as Database_SaveResult;
  expect([results.size(), second.isSuccess(), second.getErrors().size()]).toEqual([2, false, 1]);
  const options = new Database_DMLOptions();
  options.DuplicateRuleHeader.AllowSave = true;
  expect((System_Database.update(SITE, contact(), options) as Database_SaveResult).getId()).toBe(SAVED.id);
  System_Database.delete(SITE, '003000000000001');
  expect(
    seen.map(({ operation, allOrNone, accessMode, options: given }) => [operation, allOrNone, accessMode, given]),
  ).toEqual([
    ['insert', true, undefined, undefined],
    ['insert', false, 'system', undefined],
    ['update', false, undefined, { allowDuplicates: true }],
    ['delete', true, undefined, undefined],
  ]);
});

test('queries hand binds over by name', () => {
  useHost({ queryText: (_text, binds) => new ApexList(undefined, [binds('NAME')]) });
  const map = new ApexMap(STRING_TYPE, ANY_TYPE);
  map.put('name', 'x');
  expect(
    System_Database.queryWithBinds(
      SITE,
      'SELECT Id FROM Contact WHERE LastName = :name',
      map,
      System_AccessLevel.USER_MODE,
    ).items,
  ).toEqual(['x']);
  expect(thrownBy(() => System_Database.query(SITE, 'SELECT Id FROM Contact WHERE LastName = :name'))).toBe(
    'System.QueryException: Variable does not exist: NAME',
  );
  const locator = System_Database.getQueryLocator({ ...SITE, binds: () => 'y' }, 'SELECT Id FROM Contact');
  expect([locator.getQuery(), locator.$records().items]).toEqual(['SELECT Id FROM Contact', ['y']]);
});

test('stripInaccessible takes away what the user may not read', () => {
  useHost({ canAccessField: (_object, field) => field !== 'LastName' });
  const decision = System_Security.stripInaccessible(
    SITE,
    constantOf('System.AccessType', 'READABLE'),
    new ApexList(undefined, [contact()]),
  );
  expect((decision.getRecords().items[0] as SObjectRecord).isSet('LastName')).toBe(false);
  expect(String(decision.getRemovedFields())).toBe('{Contact={LastName}}');
  expect(decision.getModifiedIndexes().contains(0)).toBe(true);
});
