/**
 * SOQL and SOSL by feature. Each row has a query, which is run while the page is made, on an empty org: a row
 * says "present" because its query ran just now. A table, hence longer than others may be.
 */
import type { LocalOrg } from '../../local-org/org/local-org.ts';
import { UnsupportedError } from '../../local-org/unsupported.ts';
import { code, table } from './markdown.ts';

const FEATURES: ReadonlyArray<readonly [feature: string, query: string]> = [
  ['fields, aliases of objects', 'SELECT l.Id, l.Name FROM Lead l'],
  ['FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM)', 'SELECT FIELDS(ALL) FROM Lead LIMIT 200'],
  ['fields of parents, five levels', 'SELECT Account.Parent.Owner.Profile.Name FROM Contact'],
  ['polymorphic parents', 'SELECT Owner.Name, Owner.Type FROM Lead'],
  ['TYPEOF', 'SELECT TYPEOF Owner WHEN User THEN Email WHEN Group THEN DeveloperName END FROM Lead'],
  ['child subqueries', 'SELECT Id, (SELECT Id FROM Contacts WHERE Email != null LIMIT 2) FROM Account'],
  [
    'comparison, AND, OR, NOT',
    "SELECT Id FROM Lead WHERE NOT (Name = 'a' OR (AnnualRevenue > 5 AND IsConverted = false))",
  ],
  ['LIKE', "SELECT Id FROM Lead WHERE Name LIKE 'a_%'"],
  ['IN, NOT IN', "SELECT Id FROM Lead WHERE Status IN ('a', 'b') AND LeadSource NOT IN ('Web')"],
  [
    'semi-joins and anti-joins',
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Opportunity)',
  ],
  [
    'dates, datetimes, currencies as literals',
    'SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01T00:00:00Z AND AnnualRevenue > 1.5',
  ],
  ['date literals', 'SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:7 OR CreatedDate = THIS_FISCAL_QUARTER'],
  ['date functions', 'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Lead GROUP BY CALENDAR_YEAR(CreatedDate)'],
  ['COUNT()', 'SELECT COUNT() FROM Lead'],
  [
    'aggregates with aliases',
    'SELECT COUNT(Id) n, COUNT_DISTINCT(Company) c, MIN(CreatedDate) a, MAX(CreatedDate) b, SUM(AnnualRevenue) s, AVG(AnnualRevenue) v FROM Lead',
  ],
  ['GROUP BY, HAVING', 'SELECT Status, COUNT(Id) FROM Lead GROUP BY Status HAVING COUNT(Id) > 1'],
  ['GROUP BY ROLLUP', 'SELECT Status, LeadSource, COUNT(Id) FROM Lead GROUP BY ROLLUP(Status, LeadSource)'],
  ['GROUP BY CUBE', 'SELECT Status, LeadSource, COUNT(Id) FROM Lead GROUP BY CUBE(Status, LeadSource)'],
  ['ORDER BY with NULLS', 'SELECT Id FROM Lead ORDER BY Company DESC NULLS LAST, Id'],
  ['LIMIT, OFFSET', 'SELECT Id FROM Lead ORDER BY Id LIMIT 10 OFFSET 20'],
  ['FOR UPDATE', 'SELECT Id FROM Lead FOR UPDATE'],
  ['FOR VIEW, FOR REFERENCE', 'SELECT Id FROM Lead FOR VIEW'],
  ['ALL ROWS', 'SELECT Id FROM Lead ALL ROWS'],
  ['USING SCOPE', 'SELECT Id FROM Lead USING SCOPE mine'],
  ['WITH SYSTEM_MODE, WITH USER_MODE', 'SELECT Id FROM Lead WITH USER_MODE'],
  ['WITH SECURITY_ENFORCED', 'SELECT Id FROM Lead WITH SECURITY_ENFORCED'],
  ['WITH DATA CATEGORY', 'SELECT Title FROM KnowledgeArticleVersion WITH DATA CATEGORY Geography__c AT usa__c'],
  ['toLabel', 'SELECT toLabel(Status) FROM Lead'],
  ['FORMAT', 'SELECT FORMAT(CreatedDate) FROM Lead'],
  ['convertCurrency', 'SELECT convertCurrency(AnnualRevenue) FROM Lead'],
  ['DISTANCE, GEOLOCATION', "SELECT Id FROM Lead WHERE DISTANCE(Address, GEOLOCATION(37.7, -122.4), 'mi') < 20"],
  ['custom metadata', 'SELECT QualifiedApiName FROM EntityDefinition LIMIT 1'],
];

export async function soqlSection(org: LocalOrg | undefined): Promise<string[]> {
  const lines = [
    '## SOQL',
    '',
    'Each query below was run while this page was made. Provenance: documented (SOQL and SOSL Reference, the page of each clause).',
    '',
  ];
  if (org === undefined) return [...lines, 'The engine did not start when this page was made: nothing is claimed.'];
  const rows: string[][] = [];
  for (const [feature, query] of FEATURES) rows.push([feature, code(query), await stateOf(org, query)]);
  return [...lines, ...table(['feature', 'query', 'state'], rows)];
}

async function stateOf(org: LocalOrg, query: string): Promise<string> {
  try {
    await org.query({ userId: org.administrator.userId, kind: 'api' }, query);
    return 'present';
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof UnsupportedError) return `refused: ${error.feature}`;
    const refusal = /^The local org does not support (.*)\. See docs/.exec(message)?.[1];
    return `refused: ${refusal ?? message.split('\n').at(-1)!.slice(0, 120)}`;
  }
}
