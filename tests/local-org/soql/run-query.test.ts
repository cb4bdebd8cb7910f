import { parseQuery } from '../../../scripts/local-org/apex/index.ts';
import type { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import type { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import { countRows } from '../../../scripts/local-org/soql/index.ts';
import { SmallOrg } from './small-org.ts';

const org = new SmallOrg();

/** A query, and the values of its first field. */
type Row = readonly [soql: string, expected: readonly string[]];

function expectColumns(rows: readonly Row[]): void {
  it.each(rows)('%s', (soql, expected) => {
    expect(org.column(soql)).toEqual(expected);
  });
}

function expectRefusals(rows: ReadonlyArray<readonly [soql: string, message: string]>): void {
  it.each(rows)('%s', (soql, message) => {
    expect(() => org.records(soql)).toThrow(message);
  });
}

describe('refuses', () => {
  expectRefusals([
    ['SELECT Nothing FROM Lead', "No such column 'Nothing' on entity 'Lead'"],
    ['SELECT Id FROM Nothing__c', "sObject type 'Nothing__c' is not supported."],
    ['SELECT Nobody.Name FROM Lead', "Didn't understand relationship 'Nobody' in field path."],
    [
      "SELECT Id FROM Opportunity WHERE Amount = '5'",
      "value of filter criterion for field 'Amount' must be of type currency and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Lead WHERE Company = 5',
      "value of filter criterion for field 'Company' must be of type string and should be enclosed in quotes",
    ],
    ["SELECT Id FROM Lead WHERE Id = 'abc'", 'invalid ID field: abc'],
    ["SELECT Id FROM Lead WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ['SELECT FIELDS(ALL) FROM Lead', 'The SOQL FIELDS function must have a LIMIT of at most 200'],
    ['SELECT Name, count(Id) FROM Lead GROUP BY Company', 'Field must be grouped or aggregated'],
  ]);
});

describe('compares', () => {
  expectColumns([
    ["SELECT LastName FROM Lead WHERE Company = 'ACME'", ['One']],
    ["SELECT LastName FROM Contact WHERE LastName = 'ÈVE'", ['Ève']],
    ["SELECT LastName FROM Contact WHERE Email = 'bob@acme.COM'", ['Jones']],
    ["SELECT Name FROM Visit__c WHERE Code__c = 'AB'", ['V2']],
    ["SELECT LastName FROM Contact WHERE FirstName != 'Bob'", ['Ève', 'Samson']],
    ["SELECT LastName FROM Contact WHERE FirstName NOT IN ('Bob')", ['Ève', 'Samson']],
    ["SELECT LastName FROM Contact WHERE FirstName = ''", ['Ève', 'Samson']],
    ['SELECT LastName FROM Contact WHERE FirstName != null', ['Jones']],
    ["SELECT LastName FROM Contact WHERE NOT (FirstName LIKE 'b%')", ['Ève', 'Samson']],
    ["SELECT LastName FROM Lead WHERE Company LIKE '%\\%'", ['Two']],
    ["SELECT LastName FROM Lead WHERE Company LIKE 'ac_e'", ['One']],
    ["SELECT Name FROM Visit__c WHERE Themes__c INCLUDES ('Garden', 'Nothing')", ['V1']],
    ["SELECT Name FROM Visit__c WHERE Themes__c INCLUDES ('Pool;Garden')", ['V1']],
    ["SELECT Name FROM Visit__c WHERE Themes__c EXCLUDES ('Garden')", ['V2', 'V3']],
    ['SELECT Name FROM Visit__c WHERE Price__c > 10.505', ['V2']],
    ['SELECT Name FROM Visit__c WHERE Price__c = 10.5', ['V1']],
    ['SELECT Name FROM Visit__c WHERE Price__c <= 10.50', ['V1']],
    ['SELECT Name FROM Visit__c WHERE Twice__c = 40.5', ['V2']],
    ["SELECT Name FROM Visit__c WHERE Company__c = 'acme'", ['V1', 'V2']],
    ['SELECT LastName FROM Lead WHERE IsConverted = false ALL ROWS', ['One', 'Two', 'Gone']],
  ]);
});

describe('knows days in the time zone of the user', () => {
  expectColumns([
    ['SELECT LastName FROM Lead WHERE CreatedDate = TODAY', ['One']],
    ['SELECT LastName FROM Lead WHERE CreatedDate = YESTERDAY', ['Two']],
    ['SELECT LastName FROM Lead WHERE CreatedDate < TODAY', ['Two']],
    ['SELECT LastName FROM Lead WHERE CreatedDate = LAST_N_DAYS:1', ['One', 'Two']],
    ['SELECT Subject FROM Task WHERE ActivityDate = TODAY', ['Call']],
    ['SELECT Name FROM Opportunity WHERE CloseDate = THIS_MONTH', ['Deal']],
    ['SELECT Name FROM Opportunity WHERE CloseDate = NEXT_N_DAYS:4', []],
    ['SELECT Name FROM Opportunity WHERE CloseDate > 2026-11-29', ['Deal']],
    ['SELECT LastName FROM Lead WHERE CreatedDate >= 2026-11-25T19:00:00Z', ['One']],
    ['SELECT Name FROM Opportunity WHERE CALENDAR_MONTH(CloseDate) = 11', ['Deal']],
  ]);
});

describe('follows parents', () => {
  expectColumns([
    ['SELECT Account.Name FROM Contact ORDER BY LastName', ['Acme', 'null', 'Acme']],
    ['SELECT Parent.Owner.FirstName FROM Account ORDER BY Name', ['null', 'Queen']],
    ["SELECT LastName FROM Contact c WHERE c.Account.Name = 'acme' ORDER BY LastName", ['Jones', 'Ève']],
    ['SELECT Owner.Name FROM Lead ORDER BY LastName', ['Queen Ann', 'Waiting']],
    ['SELECT Owner.Type FROM Lead ORDER BY LastName', ['User', 'Queue']],
    ["SELECT LastName FROM Lead WHERE Owner.Type = 'Queue'", ['Two']],
    ["SELECT Subject FROM Task WHERE Who.Type = 'Lead'", ['Call']],
    ["SELECT Name FROM Visit__c WHERE Lead__r.Owner.Name = 'waiting'", ['V3']],
    ['SELECT Company__c FROM Visit__c', ['Acme', 'Acme', 'Beta 100%']],
  ]);
});

describe('joins by ids', () => {
  expectColumns([
    ["SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'J%')", ['Acme']],
    ['SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)', ['Zenith']],
    ['SELECT LastName FROM Lead WHERE Id IN (SELECT Lead__c FROM Visit__c WHERE Price__c > 15)', ['One']],
  ]);
});

describe('orders', () => {
  expectColumns([
    ['SELECT Name FROM Visit__c ORDER BY Price__c', ['V3', 'V1', 'V2']],
    ['SELECT Name FROM Visit__c ORDER BY Price__c DESC NULLS LAST', ['V2', 'V1', 'V3']],
    ['SELECT Name FROM Visit__c ORDER BY Name DESC LIMIT 1 OFFSET 1', ['V2']],
    ['SELECT LastName FROM Lead ORDER BY Status DESC', ['Two', 'One']],
  ]);
});

it('reads child lists, each with its own limit', () => {
  const leads = org.records(
    'SELECT LastName, (SELECT Name FROM Visits__r ORDER BY Name DESC LIMIT 1), (SELECT Subject FROM Tasks) FROM Lead ORDER BY LastName',
  );

  const names = leads.map((lead) =>
    (lead.childList('Visits__r').items as SObjectRecord[]).map((visit) => visit.get('Name')),
  );

  expect(names).toEqual([['V2'], ['V3']]);
  expect((leads[0]!.childList('Tasks') as ApexList).items).toHaveLength(1);
});

it('reads the target that TYPEOF names', () => {
  const [task] = org.records(
    "SELECT TYPEOF Who WHEN Lead THEN Company WHEN Contact THEN Email END FROM Task WHERE Subject = 'Call'",
  );

  expect(task!.getSObject('Who')!.get('Company')).toBe('Acme');
});

it('answers aggregates under their aliases', () => {
  const rows = org.records(
    'SELECT Lead__r.LastName who, COUNT(Id), SUM(Price__c) total, MAX(Price__c) FROM Visit__c GROUP BY Lead__r.LastName ORDER BY COUNT(Id) DESC',
  );

  expect(rows.map((row) => ['who', 'expr0', 'total', 'expr1'].map((alias) => String(row.get(alias))))).toEqual([
    ['One', '2', '30.75', '20.25'],
    ['Two', '1', 'null', 'null'],
  ]);
});

it('adds subtotals for ROLLUP and CUBE', () => {
  const rows = (mode: string): string[] =>
    org
      .records(
        `SELECT Lead__r.Company c, Name n, GROUPING(Name) g, COUNT(Id) FROM Visit__c GROUP BY ${mode}(Lead__r.Company, Name) ORDER BY Name`,
      )
      .map((row) => ['c', 'n', 'g', 'expr0'].map((alias) => String(row.get(alias))).join(' '));

  expect(rows('ROLLUP')).toEqual([
    'Acme null 1 2',
    'Beta 100% null 1 1',
    'null null 1 3',
    'Acme V1 0 1',
    'Acme V2 0 1',
    'Beta 100% V3 0 1',
  ]);
  expect(rows('CUBE')).toHaveLength(9);
});

it('keeps the groups that HAVING names', () => {
  const rows = org.records('SELECT Company, COUNT(Id) n FROM Lead GROUP BY Company HAVING COUNT(Id) > 1 ALL ROWS');

  expect(rows.map((row) => row.get('Company'))).toEqual(['Acme']);
});

it('counts', () => {
  expect(countRows(parseQuery('SELECT COUNT() FROM Lead'), org.options())).toBe(2);
  expect(countRows(parseQuery('SELECT COUNT() FROM Contact LIMIT 2'), org.options())).toBe(2);
});

it('takes the values of binds, of lists and of records', () => {
  const record = org.records("SELECT Id FROM Account WHERE Name = 'Acme'")[0]!;

  expect(
    org.column('SELECT LastName FROM Contact WHERE AccountId = :account ORDER BY LastName', { binds: () => record }),
  ).toEqual(['Jones', 'Ève']);
  expect(org.column('SELECT LastName FROM Contact WHERE LastName IN :names', { binds: () => ['jones', null] })).toEqual(
    ['Jones'],
  );
  expect(org.column('SELECT LastName FROM Contact WHERE FirstName = :name', { binds: () => null })).toEqual([
    'Ève',
    'Samson',
  ]);
});

it('shows only rows that the filter lets through, in subqueries too', () => {
  const rowFilter = () => ({ kind: 'field', field: 'OwnerId', values: [org.ids.queue] }) as const;

  expect(org.column('SELECT LastName FROM Lead', { rowFilter })).toEqual(['Two']);
});

it('hides fields from a user who may not read them, in the platform’s words', () => {
  const canRead: (object: unknown, field: { name: string } | undefined) => boolean = (_, field) =>
    field?.name !== 'Company';

  expect(() => org.records('SELECT Company FROM Lead', { canRead })).toThrow(
    "No such column 'Company' on entity 'Lead'",
  );
  expect(() =>
    org.records("SELECT Id FROM Lead WHERE Company = 'x'", { canRead, accessErrors: 'security-enforced' }),
  ).toThrow('Insufficient permissions: secure query included inaccessible field');
});

describe('tells the schema', () => {
  expectColumns([
    ["SELECT Label FROM EntityDefinition WHERE QualifiedApiName = 'visit__c'", ['Visit']],
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Visit__c' AND DataType = 'REFERENCE' AND QualifiedApiName LIKE '%\\_\\_c'",
      ['Lead__c'],
    ],
    [
      "SELECT EntityDefinition.Label FROM FieldDefinition WHERE EntityDefinitionId = 'Visit__c' AND QualifiedApiName = 'Code__c'",
      ['Visit'],
    ],
  ]);

  it('with the fields of an object as its children', () => {
    const [visit] = org.records(
      "SELECT QualifiedApiName, (SELECT QualifiedApiName FROM Fields WHERE QualifiedApiName = 'Code__c') FROM EntityDefinition WHERE QualifiedApiName = 'Visit__c'",
    );

    expect(visit!.childList('Fields').items).toHaveLength(1);
  });
});
