/** The formula language. Source: Salesforce Help, "Formula Operators and Functions". */
import { ApexDate } from '../../../scripts/local-org/library/core/apex-date.ts';
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import { Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import {
  compileFormula,
  evaluateFormula,
  FormulaSyntaxError,
  type FormulaContext,
} from '../../../scripts/local-org/metadata/formula/index.ts';
import { UnsupportedError } from '../../../scripts/local-org/unsupported.ts';

const FIELDS: Record<string, unknown> = {
  Status: 'Open',
  FirstName: 'Ada',
  Phone: null,
  Amount: Decimal.parse('12.50'),
  Count__c: 3,
  Empty__c: null,
  Active__c: true,
  Langs__c: 'en;de',
  OwnerId: '005000000000001AAA',
  'Account.Name': 'Acme',
  'Owner:User.Email': 'ada@example.com',
  Birth__c: ApexDate.of(2024, 1, 31),
  Met__c: new ApexDatetime(Date.UTC(2026, 10, 24, 23, 30)),
};

function contextWith(more: Partial<FormulaContext> = {}): FormulaContext {
  return {
    value: (path) => FIELDS[path] ?? null,
    global: (name) => ({ 'User.Id': '005000000000001AAA', 'Profile.Name': 'Admin', 'Permission.Bypass': true })[name],
    now: Date.UTC(2026, 10, 24, 23, 30),
    timeZone: 'GMT',
    ...more,
  };
}

const valueOf = (text: string, more?: Partial<FormulaContext>): unknown =>
  evaluateFormula(compileFormula(text), contextWith(more));

/** Numbers and dates as text, so that a table shows them. */
const shown = (text: string, more?: Partial<FormulaContext>): unknown => {
  const value = valueOf(text, more);
  if (value instanceof Decimal) return Number(value.toPlainString());
  return typeof value === 'object' && value !== null ? String(value) : value;
};

test.each<[string, unknown]>([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 / 4', 2.5],
  ['2 ^ 10', 1024],
  ['-3 + 1', -2],
  ['7 - 2 - 1', 4],
  ['1 / 0', null],
  ['Amount * 2', 25],
  ['Count__c + 1', 4],
  ['Empty__c + 1', null],
  ['ABS(-2)', 2],
  ['ROUND(2.345, 2)', 2.35],
  ['ROUND(-2.5, 0)', -3],
  ['CEILING(-2.1)', -3],
  ['FLOOR(-2.9)', -2],
  ['MCEILING(-2.1)', -2],
  ['MFLOOR(-2.1)', -3],
  ['MAX(1, Amount, 3)', 12.5],
  ['MIN(4, 2, Empty__c)', 2],
  ['MOD(10, 3)', 1],
  ['SQRT(9)', 3],
  ['1 /* one */ + /* two\n */ 1', 2],
])('numbers: %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each<[string, unknown]>([
  ['FirstName & " " & Account.Name', 'Ada Acme'],
  ['"a" + "b"', 'ab'],
  ['FirstName & Phone', 'Ada'],
  ['LEN(FirstName)', 3],
  ['LEN(Phone)', 0],
  ['LEFT("abcdef", 2)', 'ab'],
  ['RIGHT("abcdef", 2)', 'ef'],
  ['RIGHT("abc", 0)', null],
  ['MID("abcdef", 2, 3)', 'bcd'],
  ['TRIM("  a ")', 'a'],
  ['UPPER("ab") & LOWER("CD")', 'ABcd'],
  ['CONTAINS("abc", "bc")', true],
  ['CONTAINS(Phone, "1")', false],
  ['BEGINS("abc", "ab")', true],
  ['FIND("b", "abcb")', 2],
  ['FIND("b", "abcb", 3)', 4],
  ['FIND("x", "abc")', 0],
  ['SUBSTITUTE("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['LPAD("7", 3, "0")', '007'],
  ['RPAD("abcd", 3)', 'abc'],
  ['REGEX("0176-123", "[0-9-]+")', true],
  ['REGEX("x0176", "[0-9]+")', false],
  ['TEXT(Amount)', '12.5'],
  ['TEXT(Status)', 'Open'],
  ['TEXT(Birth__c)', '2024-01-31'],
  ['TEXT(Met__c)', '2026-11-24 23:30:00Z'],
  ['VALUE(" 4.5 ")', 4.5],
  ['VALUE("four")', null],
  ['"say \\"hi\\"\\n"', 'say "hi"\n'],
  ["'it'", 'it'],
  ['Owner:User.Email', 'ada@example.com'],
  ['OwnerId', '005000000000001'],
  ['CASESAFEID(OwnerId)', '005000000000001AAA'],
  ['HYPERLINK("https://x.test/?a=1&b=2", "go")', '<a href="https://x.test/?a=1&amp;b=2" target="_blank">go</a>'],
])('text: %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each<[string, unknown]>([
  ['IF(Active__c, "yes", "no")', 'yes'],
  ['IF(Amount > 100, "big", IF(Amount >= 12.5, "some", "few"))', 'some'],
  ['AND(Active__c, Count__c = 3, true)', true],
  ['OR(false, Count__c <> 3)', false],
  ['NOT(Active__c) || !Active__c', false],
  ['Active__c && Status == "Open"', true],
  ['Status = "open"', false],
  ['Status != "Closed"', true],
  ['Phone = ""', true],
  ['Phone = NULL', true],
  ['ISBLANK(Phone) && NOT(ISBLANK(FirstName))', true],
  ['ISNULL(Empty__c)', true],
  ['BLANKVALUE(Phone, "none")', 'none'],
  ['NULLVALUE(Empty__c, 5)', 5],
  ['ISPICKVAL(Status, "Open")', true],
  ['ISPICKVAL(Phone, "")', true],
  ['INCLUDES(Langs__c, "de")', true],
  ['INCLUDES(Langs__c, "d")', false],
  ['CASE(Status, "New", 1, "Open", 2, 3)', 2],
  ['CASE(Count__c, 1, "a", "z")', 'z'],
  ['Empty__c > 1 || Empty__c < 1', false],
  ['OwnerId = $User.Id', true],
  ['"005000000000001AAA" = $User.Id', true],
  ['$Permission.Bypass && $Profile.Name = "Admin"', true],
  ['IF(true, 1, VALUE("x"))', 1],
])('logic: %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each<[string, unknown]>([
  ['TODAY()', '2026-11-24'],
  ['TODAY() + 7', '2026-12-01'],
  ['TODAY() - DATE(2026, 11, 1)', 23],
  ['NOW() - 0.5', '2026-11-24 11:30:00'],
  ['NOW() - Met__c', 0],
  ['DATEVALUE("2026-02-03")', '2026-02-03'],
  ['DATEVALUE("2026-02-30")', null],
  ['DATEVALUE(Met__c)', '2026-11-24'],
  ['DATETIMEVALUE("2026-02-03 04:05:06")', '2026-02-03 04:05:06'],
  ['YEAR(Birth__c) * 10000 + MONTH(Birth__c) * 100 + DAY(Birth__c)', 20240131],
  ['ADDMONTHS(Birth__c, 1)', '2024-02-29'],
  ['ADDMONTHS(DATE(2024, 2, 29), 1)', '2024-03-31'],
  ['WEEKDAY(DATE(2026, 11, 22))', 1],
  ['Birth__c < TODAY()', true],
  ['Empty__c + TODAY()', null],
  ['DATE(2024, 1, 31) = Birth__c', true],
])('dates: %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('days are those of the user', () => {
  expect(shown('TODAY()', { timeZone: 'Asia/Tokyo' })).toBe('2026-11-25');
  expect(shown('DATEVALUE(Met__c)', { timeZone: 'Asia/Tokyo' })).toBe('2026-11-25');
});

test('changes are those of the save', () => {
  const before: Partial<FormulaContext> = {
    priorValue: (path) => (path === 'Status' ? 'New' : FIELDS[path]),
    isNew: false,
  };
  expect(shown('ISCHANGED(Status) && NOT(ISCHANGED(Amount))', before)).toBe(true);
  expect(shown('PRIORVALUE(Status)', before)).toBe('New');
  expect(shown('ISNEW()', before)).toBe(false);
  expect(shown('ISCHANGED(Status) || NOT(ISNEW())', { ...before, isNew: true })).toBe(false);
  expect(shown('PRIORVALUE(Status)', { ...before, isNew: true })).toBe('Open');
});

test('blanks are zeros only where the field says so', () => {
  expect(shown('Empty__c + 1 > 0', { blanksAsZero: true })).toBe(true);
  expect(shown('Empty__c = 0', { blanksAsZero: true })).toBe(true);
  expect(shown('Empty__c = 0')).toBe(false);
});

test('tells which fields it reads', () => {
  const { paths } = compileFormula(
    'IF(ISCHANGED(Status), Owner:User.Email, $User.Email) & Status & a.b__r.C__c & TRUE',
  );
  expect(paths).toEqual(['Status', 'Owner:User.Email', 'a.b__r.C__c']);
});

test.each([
  ['1 +', 'Syntax error. The formula ends too early'],
  ['(1 + 2', "Syntax error. Missing ')'"],
  ['1 + 2)', "Syntax error. Extra ')'"],
  ['1 2', "Syntax error. Found '2'"],
  ['"abc', 'Syntax error. Missing "'],
  ['1 /* x', "Syntax error. Found '*'"],
  ['a # b', "Syntax error. Found '#'"],
  ['IF(true, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
])('refuses %s', (text, message) => {
  expect(() => compileFormula(text)).toThrow(new FormulaSyntaxError(message, 0));
});

test('what it does not know is said, not guessed', () => {
  expect(() => valueOf('VLOOKUP(a, b, c)')).toThrow(UnsupportedError);
  expect(() => valueOf('$CustomMetadata.A__mdt.B.C__c')).toThrow(UnsupportedError);
});
