import { parseAnonymous, parseQuery, parseSearch } from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';
import { compact } from './compact.ts';

const where = (text: string): string => compact(parseQuery(`SELECT Id FROM A WHERE ${text}`).where);
const withoutHead = (text: string): string =>
  compact(parseQuery(`SELECT Id FROM A ${text}`))
    .replace('SoqlQuery{select [Id] from [A]', '')
    .slice(0, -1)
    .trim();

describe('SELECT', () => {
  it.each([
    ['Id, Account.Owner.Name n', '[Id Account.Owner.Name as n]'],
    ['COUNT()', '[COUNT()]'],
    ['COUNT(Id) total, MAX(Amount)', '[COUNT(Id) as total MAX(Amount)]'],
    ['FORMAT(convertCurrency(Amount)) shown', '[FORMAT(convertCurrency(Amount)) as shown]'],
    ["DISTANCE(Loc__c, GEOLOCATION(1.5, -2), 'mi')", '[DISTANCE(Loc__c, GEOLOCATION(1.5:Number, -2:Number), "mi")]'],
    [
      'toLabel(Status), HOUR_IN_DAY(convertTimezone(CreatedDate))',
      '[toLabel(Status) HOUR_IN_DAY(convertTimezone(CreatedDate))]',
    ],
    ['FIELDS(ALL), fields(custom)', '[SoqlFieldsFunction{group all} SoqlFieldsFunction{group custom}]'],
    ['Id, (SELECT Id FROM Contacts WHERE a = 1)', '[Id (SoqlQuery{select [Id] from [Contacts] where (= a 1:Number)})]'],
    [
      'TYPEOF What WHEN Account THEN Phone, Name WHEN Case THEN Id ELSE Name END',
      '[SoqlTypeof{field What whens [SoqlTypeofWhen{object Account fields [Phone Name]} SoqlTypeofWhen{object Case fields [Id]}] otherwise [Name]}]',
    ],
    ['Group, Order, Count, Offset', '[Group Order Count Offset]'],
  ])('%s', (list, tree) => expect(compact(parseQuery(`SELECT ${list} FROM A`).select)).toBe(tree));
});

describe('WHERE', () => {
  it.each([
    ['a = 1 AND b != 2 AND c <> null', '(and (= a 1:Number) (!= b 2:Number) (!= c null:Null))'],
    ['a = 1 AND (b = 2 OR NOT c = 3)', '(and (= a 1:Number) (or (= b 2:Number) (not (= c 3:Number))))'],
    ["a IN ('x', :y)", '(in a ["x" :y])'],
    ['a NOT IN :b.keySet()', '(not in a :(call b.keySet))'],
    ['a IN (SELECT b FROM C)', '(in a (SoqlQuery{select [b] from [C]}))'],
    ["a LIKE 'x\\_%' AND b = 'y\\_\\''", '(and (like a "x\\\\_%") (= b "y_\'"))'],
    ["a INCLUDES ('b;c', 'd')", '(includes a ["b;c" "d"])'],
    [
      'a >= -1.5 AND b <= TODAY AND c < LAST_N_DAYS:7',
      '(and (>= a -1.5:Number) (<= b TODAY:DateFormula) (< c LAST_N_DAYS:7:DateFormula))',
    ],
    ['a = 2020-01-31', '(= a 2020-01-31:Date)'],
    ['a > 2020-01-31T23:59:59.123Z', '(> a 2020-01-31T23:59:59.123Z:DateTime)'],
    ['a > 2020-01-31T23:59:59+05:30 AND b = true', '(and (> a 2020-01-31T23:59:59+05:30:DateTime) (= b true:Boolean))'],
    ['a = 12:30:00.000Z', '(= a 12:30:00.000Z:Time)'],
    ['a > USD500.50 AND b = EUR1', '(and (> a USD500.50:Currency) (= b EUR1:Currency))'],
    ['CALENDAR_YEAR(CreatedDate) = 2020', '(= CALENDAR_YEAR(CreatedDate) 2020:Number)'],
    ['a = :b.c[0] + 1', '(= a :(+ (at (. b c) 0:Integer) 1:Integer))'],
  ])('%s', (text, tree) => expect(where(text)).toBe(tree));
});

describe('the other clauses of SOQL', () => {
  it.each([
    ['USING SCOPE mine', 'scope mine'],
    ['WITH USER_MODE', 'with SoqlWithAccess{mode user_mode}'],
    [
      'WITH DATA CATEGORY G__c AT (a__c, b__c) AND P__c ABOVE_OR_BELOW c__c',
      'with SoqlWithDataCategory{filters [SoqlDataCategoryFilter{group G__c selector at categories [a__c b__c]} SoqlDataCategoryFilter{group P__c selector above_or_below categories [c__c]}]}',
    ],
    [
      'GROUP BY ROLLUP(a, b) HAVING COUNT(Id) > 1',
      'groupBy SoqlGroupBy{mode rollup items [a b]} having (> COUNT(Id) 1:Number)',
    ],
    [
      'ORDER BY a DESC NULLS LAST, COUNT(Id)',
      'orderBy [SoqlOrderItem{by a descending true nulls last} SoqlOrderItem{by COUNT(Id)}]',
    ],
    ['LIMIT :n OFFSET 5', 'limit :n offset 5:Number'],
    ['FOR UPDATE', 'for [update]'],
    ['LIMIT 1 ALL ROWS', 'limit 1:Number allRows true'],
    ['FOR VIEW UPDATE TRACKING, VIEWSTAT', 'for [view] update [tracking viewstat]'],
  ])('%s', (text, tree) => expect(withoutHead(text)).toBe(tree));

  it('gives aliases to objects, also where they are words of SOQL', () => {
    expect(compact(parseQuery('SELECT a.Id FROM Account a, a.Owner AS o WHERE a.x = 1').from)).toBe(
      '[Account as a a.Owner as o]',
    );
    expect(compact(parseQuery('SELECT Id FROM Order ORDER BY Id').from)).toBe('[Order]');
    expect(compact(parseQuery('SELECT Id FROM Group group GROUP BY Id').from)).toBe('[Group as group]');
  });
});

describe('SOSL', () => {
  it.each([
    [
      "FIND 'a*' IN NAME FIELDS RETURNING Account(Id, Name WHERE b = 1 ORDER BY c LIMIT 2 OFFSET 3), Lead LIMIT 9",
      'SoslQuery{find "a*" group name returning [SoslReturning{object Account fields [Id Name] where (= b 1:Number) orderBy [SoqlOrderItem{by c}] limit 2:Number offset 3:Number} SoslReturning{object Lead}] limit 9:Number}',
    ],
    [
      'FIND {joe \\{smith\\}} RETURNING Lead',
      'SoslQuery{find "joe {smith}" group all returning [SoslReturning{object Lead}]}',
    ],
    [
      "FIND 'x' RETURNING A(Id USING ListView=Recent) WITH SNIPPET(target_length=120) WITH NETWORK IN ('1', '2') UPDATE TRACKING",
      'SoslQuery{find "x" group all returning [SoslReturning{object A fields [Id] listView Recent}] with [SoslWith{name snippet values [120:Number]} SoslWith{name network values ["1" "2"]}] update [tracking]}',
    ],
  ])('%s', (text, tree) => expect(compact(parseSearch(text))).toBe(tree));

  it('stands in Apex between brackets', () => {
    const tree = parseAnonymous(new Source('test', 'x = [find :a + b in all fields returning C][0];')).body[0];
    expect(compact(tree)).toBe(
      '(= x (at SoslQuery{find :(+ a b) group all returning [SoslReturning{object C}]} 0:Integer));',
    );
  });
});
