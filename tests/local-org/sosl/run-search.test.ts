import { parseSearch } from '../../../scripts/local-org/apex/index.ts';
import type { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import type { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import { runSearch, type SearchOptions } from '../../../scripts/local-org/sosl/index.ts';
import { SmallOrg } from '../soql/small-org.ts';

const org = new SmallOrg();

/** The names found, list by list. */
function found(sosl: string, more: Partial<SearchOptions> = {}): string[][] {
  const lists = runSearch(parseSearch(sosl), { ...org.options(), ...more }).items as ApexList[];
  return lists.map((list) => (list.items as SObjectRecord[]).map((record) => String(record.get('Name'))));
}

it.each<[string, string[][]]>([
  [
    "FIND 'acme' IN ALL FIELDS RETURNING Account(Name), Contact(Name), Lead(Name)",
    [['Acme'], ['Bob Jones'], ['Lee One']],
  ],
  ["FIND 'acm*' IN NAME FIELDS RETURNING Account(Name), Contact(Name)", [['Acme'], []]],
  ["FIND 'sam' IN NAME FIELDS RETURNING Contact(Name)", [[]]],
  ["FIND 'sam*' IN NAME FIELDS RETURNING Contact(Name)", [['Samson']]],
  ["FIND 'bob AND NOT jones' RETURNING Contact(Name)", [[]]],
  ["FIND 'bob OR samson' RETURNING Contact(Name ORDER BY LastName DESC)", [['Samson', 'Bob Jones']]],
  ["FIND 'bob@acme.com' IN EMAIL FIELDS RETURNING Contact(Name)", [['Bob Jones']]],
  ['FIND \'"bob jones"\' RETURNING Contact(Name WHERE Email != null LIMIT 1)', [['Bob Jones']]],
  ['FIND {zenith} RETURNING Account(Name)', [['Zenith']]],
])('%s', (sosl, expected) => {
  expect(found(sosl)).toEqual(expected);
});

it('finds in a test only what the test has fixed', () => {
  expect(found("FIND 'whatever' RETURNING Account(Name), Contact(Name)", { fixedIds: [org.ids.zenith!] })).toEqual([
    ['Zenith'],
    [],
  ]);
  expect(found("FIND 'acme' RETURNING Account(Name)", { fixedIds: [] })).toEqual([[]]);
});

it('shows only rows that the filter lets through', () => {
  expect(found("FIND 'acme' RETURNING Account(Name)", { rowFilter: () => ({ kind: 'nothing' }) })).toEqual([[]]);
});

it('refuses a term of one letter', () => {
  expect(() => found("FIND 'a*' RETURNING Account(Name)")).toThrow('search term must be longer than one character: a*');
});
