import { expectRuns } from './expect-runs.ts';

describe('arithmetic', () => {
  expectRuns('1 + 2 * 3', '7');
  expectRuns('2147483647 + 1', '-2147483648');
  expectRuns('7 / 2', '3');
  expectRuns('-7 / 2', '-3');
  expectRuns('-7 >> 1', '-4');
  expectRuns('-7 >>> 28', '15');
  expectRuns('5 & 3 | 8 ^ 1', '9');
  expectRuns('2147483647L + 1', '2147483648');
  expectRuns('9223372036854775807L + 1', '-9223372036854775808');
  expectRuns('1.0 / 3.0', '0.333333333333333333333333333333333');
  expectRuns('10 / 4.0', '2.5');
  expectRuns('1.10 + 2', '3.10');
  expectRuns('1.5 * 1.5', '2.25');
  expectRuns('7 / 0', '! System.MathException: Divide by 0');
  expectRuns('1.0 / 0', '! System.MathException: Divide by 0');
});

describe('comparison', () => {
  expectRuns("'abc' == 'ABC'", 'true');
  expectRuns("'abc' < 'ABD'", 'true');
  expectRuns('1 == 1.0', 'true');
  expectRuns("'a' != null", 'true');
  expectRuns("(Id) '001000000000001' == '001000000000001AAA'", 'true');
});

describe('texts', () => {
  expectRuns("'a' + null + 1 + true", 'anull1true');
  expectRuns("1 + 2 + 'x'", '3x');
  expectRuns("'x' + 1 + 2", 'x12');
  expectRuns("'' + 1.50", '1.50');
});

describe('types', () => {
  expectRuns('Integer.class.getName() + List<Account>.class', 'IntegerList<Account>');
  expectRuns("new Map<String, List<Integer>>{'a' => new List<Integer>{1}}", '{a=(1)}');
  expectRuns('new Integer[2]', '(null, null)');
  expectRuns("Integer.valueOf('12') + 1", '13');
  expectRuns("'a,b'.split(',')", '(a, b)');
  expectRuns('((Object) 3) instanceof Decimal', 'true');
});
