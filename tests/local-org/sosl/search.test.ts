/** Searches over a database in memory. Source: SOQL and SOSL Reference, "FIND {SearchQuery}", "RETURNING FieldSpec". */
import { parseSearch } from '../../../scripts/local-org/apex/index.ts';
import { OrgDatabase } from '../../../scripts/local-org/database/index.ts';
import type { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import type { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import { OrgMetadata } from '../../../scripts/local-org/metadata/org-metadata.ts';
import { Rows } from '../../../scripts/local-org/org/engine/rows.ts';
import { runSearch, type SearchOptions } from '../../../scripts/local-org/sosl/index.ts';
import { UnsupportedError } from '../../../scripts/local-org/unsupported.ts';

const { schema } = OrgMetadata.empty();
const database = new OrgDatabase(':memory:');
const NOW = Date.UTC(2026, 10, 24);
const ids: Record<string, string> = {};

beforeAll(() => {
  database.write(() => {
    database.applySchema(schema);
    const rows = new Rows(
      database,
      () => schema,
      () => NOW,
      () => '005000000000001AAA',
    );
    const lead = (key: string, values: Record<string, unknown>) => (ids[key] = rows.insert('Lead', values));
    lead('ada', {
      FirstName: 'Ada',
      LastName: 'Lovelace',
      Company: 'Engine Works',
      Email: 'ada@example.com',
      Phone: '(0176) 123-456',
    });
    lead('alan', {
      FirstName: 'Alan',
      LastName: 'Turing',
      Company: 'Lovelace Labs',
      Email: 'alan@example.org',
      Description: 'Met Ada at the works',
    });
    lead('grace', { FirstName: 'Grace', LastName: 'Hopper', Company: 'Navy', Title: 'Rear Admiral' });
    ids['account'] = rows.insert('Account', { Name: 'Lovelace & Sons' });
  });
});

function optionsWith(more: Partial<SearchOptions> = {}): SearchOptions {
  return { database, schema, user: { id: '005000000000001AAA', timeZone: 'GMT' }, now: NOW, ...more };
}

const listsOf = (text: string, more?: Partial<SearchOptions>): SObjectRecord[][] =>
  runSearch(parseSearch(text), optionsWith(more)).items.map((list) => (list as ApexList).items as SObjectRecord[]);

/** The test's names of the records that were found. */
const found = (text: string, more?: Partial<SearchOptions>): string[][] =>
  listsOf(text, more).map((list) => list.map((record) => Object.keys(ids).find((key) => ids[key] === record.id)!));

test.each([
  ['FIND {lovelace} RETURNING Lead', ['ada', 'alan']],
  ['FIND {lovelace} IN NAME FIELDS RETURNING Lead', ['ada']],
  ['FIND {love} RETURNING Lead', []],
  ['FIND {love*} RETURNING Lead', ['ada', 'alan']],
  ['FIND {gr?ce} RETURNING Lead', ['grace']],
  ['FIND {ada works} RETURNING Lead', ['ada', 'alan']],
  ['FIND {"engine works"} RETURNING Lead', ['ada']],
  ['FIND {"works engine"} RETURNING Lead', []],
  ['FIND {lovelace AND NOT turing} RETURNING Lead', ['ada']],
  ['FIND {hopper OR turing} RETURNING Lead', ['alan', 'grace']],
  ['FIND {lovelace AND (hopper OR turing)} RETURNING Lead', ['alan']],
  ['FIND {ada@example.com} IN EMAIL FIELDS RETURNING Lead', ['ada']],
  ['FIND {0176123456} IN PHONE FIELDS RETURNING Lead', ['ada']],
  ['FIND {admiral} RETURNING Lead(Id)', ['grace']],
  ["FIND {lovelace} RETURNING Lead(Id WHERE Company = 'Engine Works')", ['ada']],
  ['FIND {lovelace} RETURNING Lead(Id WHERE Id != null ORDER BY FirstName DESC)', ['alan', 'ada']],
  ['FIND {lovelace} RETURNING Lead(Id WHERE Id != null ORDER BY FirstName LIMIT 1)', ['ada']],
  ['FIND {nobody} RETURNING Lead', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test('answers one list for each object, and the limit holds for all of them', () => {
  expect(found('FIND {lovelace} RETURNING Account, Contact, Lead')).toEqual([['account'], [], ['ada', 'alan']]);
  expect(found('FIND {lovelace} RETURNING Account, Lead LIMIT 2')).toEqual([['account'], ['ada']]);
  expect(found('FIND {lovelace}').flat().sort()).toEqual(['account', 'ada', 'alan']);
});

test('reads the fields that RETURNING names', () => {
  const [[record]] = listsOf('FIND {turing} RETURNING Lead(FirstName, Company)') as [[SObjectRecord]];
  expect([record.get('FirstName'), record.get('Company')]).toEqual(['Alan', 'Lovelace Labs']);
});

test('fixed results match whatever is sought, yet WHERE and LIMIT hold', () => {
  const fixedIds = [ids['grace']!, ids['ada']!, ids['account']!];
  expect(found('FIND {nobody} RETURNING Lead, Account', { fixedIds })).toEqual([['ada', 'grace'], ['account']]);
  expect(found("FIND {nobody} RETURNING Lead(Id WHERE FirstName = 'Ada')", { fixedIds })).toEqual([['ada']]);
  expect(found('FIND {lovelace} RETURNING Lead', { fixedIds: [] })).toEqual([[]]);
});

test('does not search what the user may not read', () => {
  const canRead: SearchOptions['canRead'] = (_, field) => field?.name !== 'Title';
  expect(found('FIND {admiral} RETURNING Lead', { canRead })).toEqual([[]]);
  expect(found('FIND {admiral} RETURNING Lead WITH SYSTEM_MODE', { canRead })).toEqual([['grace']]);
});

test('sees only the rows that sharing shows', () => {
  const rowFilter: SearchOptions['rowFilter'] = () => ({ kind: 'field', field: 'Id', values: [ids['alan']] });
  expect(found('FIND {lovelace} RETURNING Lead', { rowFilter })).toEqual([['alan']]);
});

test('refuses what it cannot search for', () => {
  expect(() => found('FIND {a} RETURNING Lead')).toThrow('search term must be longer than one character: a');
  expect(() => found('FIND {(ada} RETURNING Lead')).toThrow('unexpected end in the search term');
  expect(() => found('FIND {ada} RETURNING Nothing__c')).toThrow("sObject type 'Nothing__c' is not supported");
  expect(() => found('FIND {ada} RETURNING Lead WITH HIGHLIGHT')).toThrow(UnsupportedError);
});
