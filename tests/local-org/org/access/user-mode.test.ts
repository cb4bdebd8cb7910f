import { allPass, customObject, runApex, testClass } from '../support/run-apex.ts';

const SECRET = customObject(
  'Secret__c',
  `<fields><fullName>Text__c</fullName><label>Text</label><length>20</length><type>Text</type></fields>`,
);
const GRANT = {
  'permissionsets/Reader.permissionset': `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Reader</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Secret__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`,
};
const USERS = `static User person() {
  User u = new User(LastName = 'P', Username = 'p@user-mode.test', Alias = 'p', Email = 'p@user-mode.test', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US',
    ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id);
  insert u; return u;
}
static void grant(User u) { insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Reader'].Id); }`;

describe('user mode', () => {
  it('is the default of a class from 67.0 on, and no sooner', async () => {
    const body = (isUserMode: boolean): string => `${USERS}
      @IsTest static void bareInsert() {
        System.runAs(person()) {
          try { insert new Secret__c(Name = 'a'); Assert.isFalse(${isUserMode}, 'A user without rights must be refused'); }
          catch (SecurityException e) { Assert.isTrue(${isUserMode}, e.getMessage()); }
        }
      }
      @IsTest static void statedSystemMode() { System.runAs(person()) { insert as system new Secret__c(Name = 'a'); } }`;
    for (const [version, isUserMode] of [
      ['66.0', false],
      ['67.0', true],
    ] as const) {
      const results = await runApex({ ...SECRET, ...GRANT, ...testClass('ModeTest', body(isUserMode)) }, version);
      expect(results).toEqual({ bareInsert: 'Pass', statedSystemMode: 'Pass' });
    }
  });

  it('knows object rights, field rights and owners', async () => {
    const results = await runApex({
      ...SECRET,
      ...GRANT,
      ...testClass(
        'RightsTest',
        `${USERS}
        @IsTest static void fieldsNobodyGranted() {
          User u = person(); grant(u);
          System.runAs(u) {
            insert as user new Secret__c(Name = 'a');
            try { insert as user new Secret__c(Name = 'b', Text__c = 'x'); Assert.fail('The field was granted to nobody'); }
            catch (DmlException e) { Assert.areEqual('Operation failed due to fields being inaccessible on Sobject Secret__c, check errors on Exception or Result!', e.getMessage()); Assert.areEqual('Text__c', e.getDmlFieldNames(0)[0]); }
            try { List<Secret__c> rows = [SELECT Text__c FROM Secret__c WITH USER_MODE]; Assert.fail('The field was granted to nobody'); } catch (QueryException e) { Assert.isTrue(e.getMessage().startsWith('No such column')); }
            try { update as user new Secret__c(Id = [SELECT Id FROM Secret__c LIMIT 1].Id); Assert.fail('Edit was not granted'); } catch (SecurityException e) { Assert.areEqual('Access to entity \\'Secret__c\\' denied', e.getMessage()); }
          }
        }`,
      ),
    });
    expect(results).toEqual(allPass(results));
  });
});
