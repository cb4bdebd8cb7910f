/** System.Pattern and Matcher: java.util.regex's behaviour (its documentation). */
import { System_Pattern } from '../../../scripts/local-org/library/system/regex.ts';
import { compileJavaPattern, replaceMatches, splitText } from '../../../scripts/local-org/library/text/java-regex.ts';
import { thrownBy, useHost } from './fake-host.ts';

beforeAll(() => useHost());

test.each([
  ['(?i)ABC', 'xabcX', '[$0]', 'x[abc]X'],
  ['a(?i)b', 'aB AB', '-', '- AB'],
  ['(\\w+)@(\\w+)', 'joe@x', '$2.$1', 'x.joe'],
  ['\\p{Punct}', 'a.b,c', '', 'abc'],
  ['[\\W&&[^ ]]', 'a b-c', '', 'a bc'],
  ['a++b', 'aaab', 'X', 'X'],
  ['(?>a|ab)c', 'abc ac', 'X', 'abc X'],
  ['\\Q.$\\E', 'a.$b', '-', 'a-b'],
  ['(?<y>\\d{4})-(?<m>\\d\\d)', '2026-11', '${m}/${y}', '11/2026'],
  ['x*', 'abc', '-', '-a-b-c-'],
  ['(a)(b)?', 'a', '$2|', '|'],
  ['(?m)^', 'a\nb', '>', '>a\n>b'],
  ['.', 'a\n', 'x', 'x\n'],
  ['(?s).', 'a\n', 'x', 'xx'],
  ['a$', 'a\n', 'x', 'x\n'],
  ['(x)?+y(z)', 'xyz', '$2', 'z'],
])('%s replaces', (pattern, text, replacement, expected) =>
  expect(replaceMatches(compileJavaPattern(pattern), text, replacement, true)).toBe(expected),
);

test.each([
  ['(', 'Unclosed group'],
  ['[a', 'Unclosed character class'],
  ['*a', 'Dangling meta character'],
  ['a)', 'Unmatched closing'],
])('%s does not compile', (pattern, message) =>
  expect(thrownBy(() => System_Pattern.compile(pattern))).toContain(message),
);

test('a lookahead at the start makes no empty part', () => {
  expect(splitText(compileJavaPattern('(?=[A-Z])'), 'HelloWorld', 0)).toEqual(['Hello', 'World']);
  expect(splitText(compileJavaPattern(','), '', 0)).toEqual(['']);
});

test('a matcher finds, knows its groups, and stays in its region', () => {
  const matcher = System_Pattern.compile('(a)(x)?').matcher('baca');
  expect(matcher.matches()).toBe(false);
  matcher.reset();
  expect([
    matcher.find(),
    matcher.start(),
    matcher.end(),
    matcher.group(1),
    matcher.group(2),
    matcher.groupCount(),
  ]).toEqual([true, 1, 2, 'a', null, 2]);
  expect([matcher.find(), matcher.start(), matcher.find()]).toEqual([true, 3, false]);
  expect(thrownBy(() => matcher.group())).toBe('System.StringException: No match found');
  matcher.region(2, 4);
  expect([matcher.find(), matcher.start()]).toEqual([true, 3]);
  expect(System_Pattern.matches('a.c', 'abc')).toBe(true);
  expect(System_Pattern.compile(System_Pattern.quote('a.c')).matcher('abc').matches()).toBe(false);
});
