import {
  ApexSyntaxError,
  parseAnonymous,
  parseCompilationUnit,
  parseTrigger,
} from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';

type Parse = (source: Source) => unknown;

function errorOf(parse: Parse, text: string, shift = 0): string {
  try {
    parse(new Source('test', text));
  } catch (error) {
    if (error instanceof ApexSyntaxError) return `${error.line}:${error.column - shift} ${error.message}`;
    throw error;
  }
  return 'no error';
}

const inMethod = (text: string): string => errorOf(parseCompilationUnit, `class A { void m() { ${text} } }`, 21);
const inClass = (text: string): string => errorOf(parseCompilationUnit, `class A { ${text} }`, 10);

// The words and places are those of Salesforce's own compiler for the same text (the oracle named in DESIGN §9).
const METHOD: [string, string][] = [
  ['foo(1 2);', "1:7 Extra ')', at '2'."],
  ['foo(1', "1:7 Expecting ')' but was: '}'"],
  ['foo(;', "1:5 Missing ')' at ';'"],
  ['a b c;', "1:3 Missing ';' at 'b'"],
  ['foo() Test.stop();', "1:7 Missing ';' at 'Test.stop'"],
  ['Integer x = ;', "1:13 Unexpected token ';'."],
  ['Integer x = 1', "1:15 Missing ';' at '}'"],
  ['Integer x = 1;;', "1:15 Extra '}', at ';'."],
  ['Integer insert = 1;', "1:9 Unexpected token 'insert'."],
  ['Integer limit = 1;', "1:9 Expecting ';' but was: 'limit'"],
  ['Account a.b = 1;', "1:9 Unexpected token '.'."],
  ['i++ j;', "1:5 Extra ';', at 'j'."],
  ['if (x { }', "1:7 Missing ')' at '{'"],
  ['if (a) foo() else bar();', "1:14 Unexpected token 'else'."],
  ['if (a) ;', "1:8 Unexpected token ';'."],
  ['do x(); while (a);', "1:4 Missing '{' at 'x'"],
  ['for (Integer i = 0 i < 1; i++) {}', "1:20 Missing ';' at 'i'"],
  ['for (a : b) {}', "1:8 Unexpected token ':'."],
  ['x = y ? z;', "1:10 Expecting ':' but was: ';'"],
  ['switch on x { when { } }', "1:20 Missing 'ELSE' at '{'"],
  ['throw new ;', "1:11 Unexpected token ';'."],
  ['insert;', "1:7 Unexpected token ';'."],
  ['insert as foo a;', '1:11 Unexpected token foo.'],
  ['System.runAs(u);', "1:16 Expecting '{' but was: ';'"],
  ['x = new List<A>{1 2};', "1:19 Extra '}', at '2'."],
  ['x = new Integer[];', "1:18 Expecting '{' but was: ';'"],
  ['List x;', "1:1 Unexpected token 'List'."],
  ['final x = 1;', "1:1 Unexpected token 'final'."],
  ['x = a == b instanceof C;', "1:12 Expecting ';' but was: 'instanceof'"],
  ['Integer a = 2147483648;', '1:13 Illegal integer'],
  ['Long a = 9223372036854775808L;', '1:10 Illegal long'],
  [
    "s = '\\q';",
    "1:5 Illegal string literal: Invalid string literal '\\q'. Illegal character sequence \\q' in string literal.",
  ],
  ["s = 'a\nb';", '1:5 Illegal string literal: Line breaks are not allowed in string literals'],
  ['s = "a";', "1:5 Unrecognized symbol '\"', which is not a valid Apex identifier."],
  ['a = b # c;', "1:7 Found punctuation symbol or operator '#' that isn't valid in Apex."],
  ['/* a', '1:1 Missing closing mark */ on multi-line comment.'],
  ["x = 'abc;", "1:5 Missing closing quote character ' on string."],
  ['x = [SELECT Id FROM A;', "1:22 Missing ']' at ';'"],
  ['x = [SELECT Id A];', "1:17 Expecting 'FROM' but was: ']'"],
  ['x = [SELECT FROM A];', "1:13 Unexpected token 'FROM'."],
  ['x = [SELECT Id FROM A WHERE a = 1 AND b = 2 OR c = 3];', "1:45 Expecting ']' but was: 'OR'"],
  ['x = [SELECT Id FROM A WHERE a = b];', "1:33 Unexpected token 'b'."],
  ['x = [SELECT Id FROM A LIMIT];', "1:28 Unexpected token ']'."],
  ['x = [SELECT Id FROM A ALL ROWS FOR UPDATE];', "1:32 Expecting ']' but was: 'FOR'"],
];

const CLASS: [string, string][] = [
  ['Integer a = 1', "1:15 Missing ';' at '}'"],
  ['Integer a b;', "1:9 Unexpected token 'a'."],
  ['void m( { }', "1:9 Missing ')' at '{'"],
  ['void m(A) { }', "1:9 Unexpected token ')'."],
  ['void m() throws X {}', "1:10 Unexpected token 'throws'."],
  ['Integer x { foo; }', "1:13 Unexpected token 'foo'."],
  ['x = 1;', "1:3 Unexpected token '='."],
  ['if (a) { }', "1:1 Expecting '}' but was: 'if'"],
  ['enum E { A B }', "1:12 Extra '}', at 'B'."],
  ['interface I { void m() { } }', "1:24 Expecting ';' but was: '{'"],
  ['@A(b=1) Integer x;', "1:1 Unexpected token '@'."],
  ["@A(b=true, c='x') Integer x;", "1:1 Unexpected token '@'."],
];

const UNIT: [string, string][] = [
  ['', "1:1 Unexpected token '<EOF>'."],
  ['clas A { }', "1:1 Unexpected token 'clas'."],
  ['class A', "1:8 Expecting '{' but was: '<EOF>'"],
  ['class A {\n  void m() {\n', "3:1 Expecting '}' but was: '<EOF>'"],
  ['class A { } }', "1:13 Extra '<EOF>', at '}'."],
  ['class A { } class B { }', "1:13 Missing '<EOF>' at 'class'"],
  ['class A.B { }', "1:7 Unexpected token '.'."],
  ['class A extends B, C { }', "1:18 Expecting '{' but was: ','"],
  [
    'class Ünder { }',
    "1:7 Invalid identifier 'Ünder'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '$', '_'.",
  ],
];

// Directly in a trigger or an anonymous block, errors stand behind the first name.
const ANONYMOUS: [string, string][] = [
  ["System.debug('a')", "1:13 Unexpected token '('."],
  ['a = 1;\nInteger b = ;', "2:9 Unexpected token 'b'."],
  ['new A(1 2);', "1:1 Unexpected token 'new'."],
  ['if (a) { x = ; }', "1:14 Unexpected token ';'."],
  ['return 1', "1:9 Expecting ';' but was: '<EOF>'"],
  ['}', "1:1 Unexpected token '}'."],
];

const TRIGGER: [string, string][] = [
  ['trigger T', "1:10 Expecting 'ON' but was: '<EOF>'"],
  ['trigger T on A () { }', "1:17 Unexpected token ')'."],
  ['trigger T on A (before foo) { }', "1:24 Unexpected token 'foo'."],
  ['trigger T on A (before insert) { foo() }', "1:37 Unexpected token '('."],
];

describe('an error', () => {
  it.each(METHOD)('in a method: %s', (text, message) => expect(inMethod(text)).toBe(message));
  it.each(CLASS)('in a class: %s', (text, message) => expect(inClass(text)).toBe(message));
  it.each(UNIT)('in a file: %s', (text, message) => expect(errorOf(parseCompilationUnit, text)).toBe(message));
  it.each(ANONYMOUS)('in an anonymous block: %s', (text, message) =>
    expect(errorOf(parseAnonymous, text)).toBe(message),
  );
  it.each(TRIGGER)('in a trigger: %s', (text, message) => expect(errorOf(parseTrigger, text)).toBe(message));
});
