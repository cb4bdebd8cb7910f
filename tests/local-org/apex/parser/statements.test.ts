import { parseAnonymous } from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';
import { compact } from './compact.ts';

const parse = (text: string): string => parseAnonymous(new Source('test', text)).body.map(compact).join(' ');

const TREES: [string, string][] = [
  ['Integer a = 1, b;', 'LocalVariableDeclaration{type Integer declarators [a=1:Integer b]}'],
  ['final A.B<C, D> e;', 'LocalVariableDeclaration{modifiers [final] type A.B<C,D> declarators [e]}'],
  ['Map<A,Map<B,C>> d = e;', 'LocalVariableDeclaration{type Map<A,Map<B,C>> declarators [d=e]}'],
  ['A[] b;', 'LocalVariableDeclaration{type A[] declarators [b]}'],
  ['a < b; a<b>c;', '(< a b); LocalVariableDeclaration{type a<b> declarators [c]}'],
  ['a = b; c();', '(= a b); (call c);'],
  [
    'if (a) b(); else if (c) { } else { d(); }',
    'IfStatement{condition a consequent (call b); alternate IfStatement{condition c consequent { } alternate { (call d); }}}',
  ],
  ['while (a);', 'WhileStatement{condition a}'],
  ['do { a(); } while (b);', 'DoWhileStatement{body { (call a); } condition b}'],
  [
    'for (Integer i = 0, n = 9; i < n; i++) a();',
    'ForStatement{initializer LocalVariableDeclaration{type Integer declarators [i=0:Integer n=9:Integer]} condition (< i n) updates [(post++ i)] body (call a);}',
  ],
  ['for (;;) { break; }', 'ForStatement{body { BreakStatement{} }}'],
  ['for (A b : c) { continue; }', 'ForEachStatement{type A variable b iterable c body { ContinueStatement{} }}'],
  [
    'for (List<A> b : [SELECT Id FROM A]) ;',
    'ForEachStatement{type List<A> variable b iterable SoqlQuery{select [Id] from [A]}}',
  ],
  [
    'try { a(); } catch (A.B e) { } catch (C f) { } finally { }',
    'TryStatement{block { (call a); } catches [CatchClause{type A.B variable e body { }} CatchClause{type C variable f body { }}] finallyBlock { }}',
  ],
  ['throw new A();', 'ThrowStatement{expression (new A)}'],
  ['return;', 'ReturnStatement{}'],
  ['insert a;', 'DmlStatement{operation insert expression a}'],
  ['UPDATE as user a.b;', 'DmlStatement{operation update access user expression (. a b)}'],
  ['upsert as system a A__c.B__c;', 'DmlStatement{operation upsert access system expression a externalId [A__c B__c]}'],
  ['delete [SELECT Id FROM A];', 'DmlStatement{operation delete expression SoqlQuery{select [Id] from [A]}}'],
  ['undelete a;', 'DmlStatement{operation undelete expression a}'],
  ['merge as user a b;', 'MergeStatement{access user master a duplicates b}'],
  ['System.runAs(a) { b(); }', 'RunAsStatement{arguments [a] body { (call b); }}'],
  [
    'switch on a.b() { when 1, -2L { } when A, B.C { } when Account c { } when null { } when else { } }',
    'SwitchStatement{subject (call a.b) cases [WhenValues{values [1:Integer (- 2:Long)] body { }} WhenValues{values [A (. B C)] body { }} WhenType{type Account variable c body { }} WhenValues{values [null:Null] body { }} WhenElse{body { }}]}',
  ],
  ['switch = 1; when(2);', '(= switch 1:Integer); (call when 2:Integer);'],
  // Anonymous blocks may declare methods, properties and types.
  ['void m(A b) { } m(c);', 'MethodDeclaration{returnType void name m parameters [A b] body { }} (call m c);'],
  ['public class A { }', 'ClassDeclaration{modifiers [public] name A}'],
  ['/* a */ a(); // b', '(call a);'],
];

describe('a statement', () => {
  it.each(TREES)('%s', (text, tree) => expect(parse(text)).toBe(tree));
});
