/** System.String. Sources: Apex Reference, String class; what it does not say follows Apache Commons Lang and is marked assumed. */
import { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import { Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import { System_String } from '../../../scripts/local-org/library/system/String.ts';
import { thrownBy, useHost } from './fake-host.ts';

const call = (name: string, ...args: unknown[]): unknown => {
  const result = (System_String as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args);
  return result instanceof ApexList ? result.items : result;
};
const list = (...items: unknown[]): ApexList => new ApexList(undefined, items);

beforeAll(() => useHost());

test.each<[string, unknown[], unknown]>([
  ['abbreviate', ['Hello Maximillian', 8], 'Hello...'],
  ['abbreviate', ['Hello Maximillian', 10, 10], '...millian'],
  ['abbreviate', ['short', 8], 'short'],
  ['capitalize', ['hello Max'], 'Hello Max'],
  ['center', ['hello', 9], '  hello  '],
  ['center', ['hello', 9, '-'], '--hello--'],
  ['charAt', ['Max', 0], 77],
  ['containsAny', ['hello', 'hx'], true],
  ['containsNone', ['abcde', 'fg'], true],
  ['containsOnly', ['abba', 'abc'], true],
  ['containsIgnoreCase', ['Hello', 'hELLO'], true],
  ['countMatches', ['Hello Max', 'l'], 2],
  ['deleteWhitespace', [' Hello \t Max\n'], 'HelloMax'],
  ['difference', ['Hello Jane', 'Hello Max'], 'Max'],
  ['equalsIgnoreCase', ['abcd', 'ABCD'], true],
  ['escapeCsv', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
  ['escapeHtml4', ['"<Black&White>" é €'], '&quot;&lt;Black&amp;White&gt;&quot; &eacute; &euro;'],
  ['escapeJava', ['Company: "Salesforce" é'], 'Company: \\"Salesforce\\" \\u00E9'],
  ['escapeEcmaScript', ["a/'b"], "a\\/\\'b"],
  ['escapeSingleQuotes', ["it's"], "it\\'s"],
  ['escapeUnicode', ['Año'], '\\u0041\\u00F1\\u006F'],
  ['format', ["Hello {0}, shall we say {1}? ''{0}''", list('Jane', 3)], "Hello Jane, shall we say 3? 'Jane'"],
  ['format', ["it's {0}", list('x')], 'its {0}'],
  ['fromCharArray', [list(74, 69, 84)], 'JET'],
  ['getCommonPrefix', [list('SFDCApex', 'SFDCVisualforce')], 'SFDC'],
  ['getLevenshteinDistance', ['Hello Joe', 'Hello Max'], 3],
  ['indexOfAny', ['abcd', 'xc'], 2],
  ['indexOfAnyBut', ['abcd', 'xb'], 0],
  ['indexOfDifference', ['abcd', 'abxc'], 2],
  ['isAlpha', ['abc1'], false],
  ['isNumeric', ['1.2'], false],
  ['isNumericSpace', ['1 2'], true],
  ['isBlank', [' \n'], true],
  ['isWhitespace', [''], true],
  ['join', [list(10, 20), '/'], '10/20'],
  ['join', [list('a', null), ','], 'a,'], // assumed
  ['lastIndexOf', ['Hello World', 'o', 6], 4],
  ['left', ['abcdaacd', 3], 'abc'],
  ['leftPad', ['ab', 5, 'xy'], 'xyxab'],
  ['mid', ['abcde', 2, 3], 'cde'],
  ['normalizeSpace', ['Salesforce \t force.com'], 'Salesforce force.com'],
  ['overlay', ['abcdef', 'zzzz', 2, 4], 'abzzzzef'],
  ['remove', ['Salesforce and force.com', 'force'], 'Sales and .com'],
  ['removeEndIgnoreCase', ['Salesforce and force.COM', '.com'], 'Salesforce and force'],
  ['removeStart', ['Salesforce', 'Sales'], 'force'],
  ['repeat', ['SFDC', 2], 'SFDCSFDC'],
  ['repeat', ['SFDC', '-', 2], 'SFDC-SFDC'],
  ['replace', ['abcdbca', 'bc', '$1'], 'a$1d$1a'],
  ['replaceAll', ['a1b22', '(\\d+)', '<$1>'], 'a<1>b<22>'],
  ['reverse', ['Hello'], 'olleH'],
  ['right', ['Hello Max', 3], 'Max'],
  ['split', ['boo:and:foo', 'o', 0], ['b', '', ':and:f']],
  ['split', ['boo:and:foo', 'o', -1], ['b', '', ':and:f', '', '']],
  ['split', ['boo:and:foo', ':', 2], ['boo', 'and:foo']],
  ['split', ['abc', ''], ['a', 'b', 'c']],
  ['splitByCharacterType', ['Lightning.platform'], ['L', 'ightning', '.', 'platform']],
  ['splitByCharacterTypeCamelCase', ['Lightning.platformASP'], ['Lightning', '.', 'platform', 'ASP']],
  ['stripHtmlTags', ['hello <b>world</b>'], 'hello world'],
  ['substring', ['hamburger', 4, 8], 'urge'],
  ['substringAfterLast', ['Salesforce.com.org', '.'], 'org'],
  ['substringBefore', ['Salesforce', 'x'], 'Salesforce'],
  ['substringBetween', ['yellowtagMaxtag', 'tag'], 'Max'],
  ['substringBetween', ['a(b)', '(', ')'], 'b'],
  ['swapCase', ['Force.com'], 'fORCE.COM'],
  ['trim', [' \t a b \n'], 'a b'],
  ['unescapeHtml4', ['&quot;&eacute;&#65;&#x42;&unknown;'], '"éAB&unknown;'],
  ['unescapeJava', ['\\"x\\u00e9\\n'], '"xé\n'],
  ['valueOf', [null], null],
  ['valueOf', [Decimal.parse('1.50')], '1.50'],
])('%s, row %#', (name, args, expected) => expect(call(name, ...args)).toEqual(expected));

test('positions outside of a text are refused', () => {
  expect(thrownBy(() => call('substring', 'abc', 4))).toBe(
    'System.StringException: Starting position out of bounds: 4',
  );
  expect(thrownBy(() => call('substring', 'abc', 1, 9))).toBe(
    'System.StringException: Ending position out of bounds: 9',
  );
});

test('null is refused where a text must be, and nowhere else', () => {
  expect(thrownBy(() => call('contains', 'a', null))).toBe('System.NullPointerException: Argument 1 cannot be null');
  expect(call('equals', 'a', null)).toBe(false);
  expect(() => call('trim', null)).toThrow();
});
