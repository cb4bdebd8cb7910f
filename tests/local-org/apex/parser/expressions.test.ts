import type { Expression } from '../../../../scripts/local-org/apex/ast.ts';
import { parseAnonymous } from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';
import { compact } from './compact.ts';

function parse(text: string): Expression {
  const [statement] = parseAnonymous(new Source('test', `return ${text};`)).body;
  if (statement?.kind !== 'ReturnStatement' || statement.expression === undefined) throw new Error('not an expression');
  return statement.expression;
}

const TREES: [string, string][] = [
  // Literals
  ['1', '1:Integer'],
  ['1L', '1:Long'],
  ['9223372036854775807L', '9223372036854775807:Long'],
  ['1.50', '1.50:Decimal'],
  ['.5', '.5:Decimal'],
  ['1.5d', '1.5:Double'],
  ["'it\\'s\\n\\u0041'", '"it\'s\\nA"'],
  ["'''\none 'two'\n'''", '"one \'two\'\\n"'],
  ['TRUE', 'true:Boolean'],
  ['null', 'null:Null'],
  // Precedence
  ['a + b * c', '(+ a (* b c))'],
  ['a - b - c', '(- (- a b) c)'],
  ['a << b + c', '(<< a (+ b c))'],
  ['a >> b >>> c', '(>>> (>> a b) c)'],
  ['a < b == c >= d', '(== (< a b) (>= c d))'],
  ['a | b ^ c & d', '(| a (^ b (& c d)))'],
  ['a || b && c', '(|| a (&& b c))'],
  ['a ?? b || c', '(?? a (|| b c))'],
  ['a ?? b ?? c', '(?? (?? a b) c)'],
  ['a ?? b ? c : d', '(? (?? a b) c d)'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['a === b && c !== d && e <> f', '(&& (&& (=== a b) (!== c d)) (<> e f))'],
  ['!a instanceof B', '(instanceof (! a) B)'],
  ['a instanceof List<B> && c', '(&& (instanceof a List<B>) c)'],
  ['-a.b + +c', '(+ (- (. a b)) (+ c))'],
  ['~a & !b', '(& (~ a) (! b))'],
  ['a+++b', '(+ (post++ a) b)'],
  ['- -a', '(- (- a))'],
  // Assignments go to the right, and into the last branch of a ternary.
  ['a = b = c', '(= a (= b c))'],
  ['a += b -= c', '(+= a (-= b c))'],
  ['a >>= b', '(>>= a b)'],
  ['a >>>= b', '(>>>= a b)'],
  ['a <<= b', '(<<= a b)'],
  ['a ? b : c = d', '(? a b (= c d))'],
  // Access
  ['a.b.c', '(. (. a b) c)'],
  ['a?.b.c(d)?.e', '(?. (call (?. a b).c d) e)'],
  ['a.b(c, d).e', '(. (call a.b c d) e)'],
  ['a[b][c + 1]', '(at (at a b) (+ c 1:Integer))'],
  ['a ? .5 : b', '(? a .5:Decimal b)'],
  ['a.new.insert.class.b()', '(call (class a.new.insert).b)'],
  ['Trigger.new[0].Name', '(. (at (. Trigger new) 0:Integer) Name)'],
  ['this.a', '(. this a)'],
  ['super.a(b)', '(call super.a b)'],
  ["'a'.b()", '(call "a".b)'],
  ['a(b)', '(call a b)'],
  // Casts, and what only looks like one
  ['(A) b', '(cast A b)'],
  ['(A.B<C>[]) b.c', '(cast A.B<C>[] (. b c))'],
  ['(A) (b)', '(cast A <b>)'],
  ['(A) !b', '(cast A (! b))'],
  ['(Integer) -1', '(cast Integer (- 1:Integer))'],
  ['(a) - 1', '(- <a> 1:Integer)'],
  ['(a) + b', '(+ <a> b)'],
  ['(a)[0]', '(at <a> 0:Integer)'],
  ['(a)++', '(post++ <a>)'],
  ['(A) b instanceof C', '(instanceof (cast A b) C)'],
  // Class literals
  ['A.class', '(class A)'],
  ['A.B.class.getName()', '(call (class A.B).getName)'],
  ['List<A>.class', '(class List<A>)'],
  ['A[].class', '(class A[])'],
  ['a < b', '(< a b)'],
  // Creation
  ['new A()', '(new A)'],
  ['new A.B(c, d).e()', '(call (new A.B c d).e)'],
  ["new Account(Name = 'x', Size__c = 1)", '(new Account Name="x" Size__c=1:Integer)'],
  ['new A(b == c)', '(new A (== b c))'],
  ['new List<A>{b, c}', '(new List<A> { b c })'],
  ['new Set<A>{}', '(new Set<A> { })'],
  ['new Map<A, List<B>>{c => d}', '(new Map<A,List<B>> { c=>d })'],
  ['new Map<A, B>()', '(new Map<A,B>)'],
  ['new A[5]', '(array A[] 5:Integer)'],
  ['new A[]{b}', '(new A[] { b })'],
  ['new A[1][2]', '(at (array A[] 1:Integer) 2:Integer)'],
  // Words that are reserved in other languages, or elsewhere in Apex
  [
    'get + set + when + user + system + order + limit_x',
    '(+ (+ (+ (+ (+ (+ get set) when) user) system) order) limit_x)',
  ],
];

describe('an expression', () => {
  it.each(TREES)('%s', (text, tree) => expect(compact(parse(text))).toBe(tree));

  it('knows where it begins and ends, and where its operator stands', () => {
    const tree = parse('alpha  +  beta.gamma');
    expect(tree).toMatchObject({ kind: 'BinaryExpression', start: 7, end: 27, operatorStart: 14 });
  });
});
