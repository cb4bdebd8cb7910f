import { allPass, customObject, runApex, testClass } from '../support/run-apex.ts';

const THING = customObject(
  'Thing__c',
  `<fields><fullName>Key__c</fullName><label>Key</label><length>20</length><type>Text</type><externalId>true</externalId><unique>true</unique></fields>
   <fields><fullName>Size__c</fullName><label>Size</label><precision>4</precision><scale>1</scale><type>Number</type></fields>
   <fields><fullName>Colour__c</fullName><label>Colour</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Red</fullName><default>true</default><label>Red</label></value><value><fullName>Blue</fullName><default>false</default><label>Blue</label></value></valueSetDefinition></valueSet></fields>
   <fields><fullName>Total__c</fullName><label>Total</label><summaryForeignKey>Part__c.Thing__c</summaryForeignKey><summarizedField>Part__c.Weight__c</summarizedField><summaryOperation>sum</summaryOperation><type>Summary</type></fields>`,
  `<validationRules><fullName>No_Ten</fullName><active>true</active><errorConditionFormula>Size__c = 10</errorConditionFormula><errorDisplayField>Size__c</errorDisplayField><errorMessage>Not ten</errorMessage></validationRules>`,
);
const PART = customObject(
  'Part__c',
  `<fields><fullName>Thing__c</fullName><label>Thing</label><referenceTo>Thing__c</referenceTo><relationshipName>Parts</relationshipName><type>MasterDetail</type></fields>
   <fields><fullName>Weight__c</fullName><label>Weight</label><precision>6</precision><scale>2</scale><type>Number</type></fields>`,
);

/** Each line is one refusal: what is saved, and what the platform says. */
const REFUSALS: ReadonlyArray<readonly [string, string, string]> = [
  ['required', "new Lead(LastName = 'A')", 'REQUIRED_FIELD_MISSING, Required fields are missing: [Company]: [Company]'],
  [
    'length',
    "new Thing__c(Key__c = 'x'.repeat(21))",
    `STRING_TOO_LONG, Key: data value too large: ${'x'.repeat(21)} (max length=20): [Key__c]`,
  ],
  [
    'range',
    'new Thing__c(Size__c = 1000)',
    'NUMBER_OUTSIDE_VALID_RANGE, Size: value outside of valid range on numeric field: 1000: [Size__c]',
  ],
  [
    'picklist',
    "new Thing__c(Colour__c = 'Green')",
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Colour: bad value for restricted picklist field: Green: [Colour__c]',
  ],
  [
    'email',
    "new Contact(LastName = 'A', Email = 'nobody')",
    'INVALID_EMAIL_ADDRESS, Email: invalid email address: nobody: [Email]',
  ],
  ['rule', 'new Thing__c(Size__c = 10)', 'FIELD_CUSTOM_VALIDATION_EXCEPTION, Not ten: [Size__c]'],
];

describe('a save', () => {
  it('refuses in the words of the platform', async () => {
    const methods = REFUSALS.map(
      ([name, record, message]) => `@IsTest static void ${name}Refused() {
        try { insert ${record}; Assert.fail('It must be refused'); }
        catch (DmlException e) { Assert.areEqual('Insert failed. First exception on row 0; first error: ${message}', e.getMessage()); }
      }`,
    );
    const results = await runApex({ ...THING, ...PART, ...testClass('RefusalTest', methods.join('\n')) });
    expect(results).toEqual(allPass(results));
    expect(Object.keys(results)).toHaveLength(REFUSALS.length);
  });

  it('keeps unique keys, upserts by them, rolls up details and takes them along on delete', async () => {
    const results = await runApex({
      ...THING,
      ...PART,
      ...testClass(
        'ThingTest',
        `@IsTest static void keepsUniqueKeys() {
          insert new Thing__c(Key__c = 'a');
          Database.SaveResult result = Database.insert(new Thing__c(Key__c = 'A'), false);
          Assert.areEqual(StatusCode.DUPLICATE_VALUE, result.getErrors()[0].getStatusCode(), 'A unique text ignores case');
        }
        @IsTest static void upsertsByKey() {
          Thing__c thing = new Thing__c(Key__c = 'k', Size__c = 1); insert thing;
          List<Database.UpsertResult> results = Database.upsert(new List<Thing__c>{ new Thing__c(Key__c = 'k', Size__c = 2), new Thing__c(Key__c = 'n') }, Thing__c.Key__c);
          Assert.areEqual(thing.Id, results[0].getId(), 'The key finds the record');
          Assert.isFalse(results[0].isCreated()); Assert.isTrue(results[1].isCreated());
          Assert.areEqual(2, [SELECT Size__c FROM Thing__c WHERE Key__c = 'k'].Size__c);
        }
        @IsTest static void defaultsAPicklist() {
          Thing__c thing = new Thing__c(); insert thing;
          Assert.areEqual('Red', [SELECT Colour__c FROM Thing__c].Colour__c, 'The default is taken');
        }
        @IsTest static void rollsUpAndCascades() {
          Thing__c thing = new Thing__c(); insert thing;
          List<Part__c> parts = new List<Part__c>{ new Part__c(Thing__c = thing.Id, Weight__c = 1.5), new Part__c(Thing__c = thing.Id, Weight__c = 2) }; insert parts;
          Assert.areEqual(3.5, [SELECT Total__c FROM Thing__c].Total__c);
          delete parts[0];
          Assert.areEqual(2, [SELECT Total__c FROM Thing__c].Total__c);
          delete thing;
          Assert.areEqual(0, [SELECT COUNT() FROM Part__c], 'Details go with their master');
          undelete thing;
          Assert.areEqual(1, [SELECT COUNT() FROM Part__c], 'And come back with it');
        }`,
      ),
    });
    expect(results).toEqual(allPass(results));
  });
});

describe('triggers', () => {
  const files = {
    'classes/Watch.cls': `public class Watch { public static List<String> seen = new List<String>(); public static Boolean reject = false; }`,
    'triggers/WatchAccount.trigger': `trigger WatchAccount on Account (before insert, after insert, before update, after update, before delete, after delete, after undelete) {
      Watch.seen.add(Trigger.operationType + ' ' + Trigger.size);
      if (Trigger.operationType == TriggerOperation.BEFORE_INSERT) for (Account a : Trigger.new) { a.Description = 'by trigger'; if (a.Name == 'Bad') a.Name.addError('bad name'); }
      if (Trigger.operationType == TriggerOperation.AFTER_UPDATE && Watch.reject) Trigger.new[0].addError('no');
    }`,
  };

  it('run in chunks of 200, each through its whole cycle, with statics kept', async () => {
    const results = await runApex({
      ...files,
      ...testClass(
        'ChunkTest',
        `@IsTest static void chunks() {
          List<Account> accounts = new List<Account>();
          for (Integer i = 0; i < 201; i++) accounts.add(new Account(Name = 'A' + i));
          insert accounts;
          Assert.areEqual('(BEFORE_INSERT 200, AFTER_INSERT 200, BEFORE_INSERT 1, AFTER_INSERT 1)', String.valueOf(Watch.seen));
          Assert.areEqual(201, [SELECT COUNT() FROM Account WHERE Name LIKE 'A%']);
        }
        @IsTest static void partialSuccessRunsTheGoodAgain() {
          List<Database.SaveResult> results = Database.insert(new List<Account>{ new Account(Name = 'Good'), new Account(Name = 'Bad') }, false);
          Assert.isTrue(results[0].isSuccess()); Assert.isFalse(results[1].isSuccess());
          Assert.areEqual('Name', results[1].getErrors()[0].getFields()[0]);
          Assert.areEqual('(BEFORE_INSERT 2, AFTER_INSERT 1, BEFORE_INSERT 1, AFTER_INSERT 1)', String.valueOf(Watch.seen));
        }
        @IsTest static void anErrorAfterTheSaveUndoesIt() {
          Account account = new Account(Name = 'A'); insert account;
          Watch.reject = true;
          try { update new Account(Id = account.Id, Name = 'B'); Assert.fail('It must be refused'); } catch (DmlException e) { Assert.isTrue(e.getMessage().contains('no')); }
          Assert.areEqual('A', [SELECT Name FROM Account].Name);
        }
        @IsTest static void deleteAndUndelete() {
          Account account = new Account(Name = 'A'); insert account; Watch.seen.clear();
          delete account; undelete account;
          Assert.areEqual('(BEFORE_DELETE 1, AFTER_DELETE 1, AFTER_UNDELETE 1)', String.valueOf(Watch.seen));
        }`,
      ),
    });
    expect(results).toEqual(allPass(results));
  });

  it('end at sixteen saves deep, and wrap what they throw', async () => {
    const results = await runApex({
      'triggers/Deep.trigger': `trigger Deep on Account (after update) { for (Account a : Trigger.new) update new Account(Id = a.Id); }`,
      'triggers/Broken.trigger': `trigger Broken on Contact (before insert) {\n  Integer i = null;\n  i++;\n}`,
      ...testClass(
        'DepthTest',
        `@IsTest static void depth() {
          Account account = new Account(Name = 'A'); insert account;
          try { update account; Assert.fail('It must end'); } catch (DmlException e) { Assert.isTrue(e.getMessage().contains('maximum trigger depth exceeded'), e.getMessage()); }
        }
        @IsTest static void wraps() {
          try { insert new Contact(LastName = 'A'); Assert.fail('It must fail'); }
          catch (DmlException e) {
            Assert.isTrue(e.getMessage().startsWith('Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Broken: execution of BeforeInsert\\n\\ncaused by: System.NullPointerException: Attempt to de-reference a null object\\n\\nTrigger.Broken: line 3, column 1'), e.getMessage());
          }
        }`,
      ),
    });
    expect(results).toEqual(allPass(results));
  });
});
