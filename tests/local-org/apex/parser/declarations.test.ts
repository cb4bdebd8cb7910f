import {
  parseCompilationUnit,
  parseSignatures,
  parseTrigger,
} from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';
import { compact } from './compact.ts';

const parse = (text: string): string => compact(parseCompilationUnit(new Source('test', text)));
const member = (text: string): string =>
  parse(`class A { ${text} }`).replace(/^ClassDeclaration\{name A(?: members \[(.*)\])?\}$/, '$1');

const UNITS: [string, string][] = [
  [
    'public with sharing class A extends B.C implements D, E<F> { }',
    'ClassDeclaration{modifiers [public with sharing] name A superclass B.C interfaces [D E<F>]}',
  ],
  [
    'global abstract inherited sharing class A { }',
    'ClassDeclaration{modifiers [global abstract inherited sharing] name A}',
  ],
  [
    '@IsTest(SeeAllData=true isParallel=false) class A { }',
    'ClassDeclaration{annotations [Annotation{name IsTest parameters [AnnotationParameter{name SeeAllData value true:Boolean} AnnotationParameter{name isParallel value false:Boolean}]}] name A}',
  ],
  [
    'interface I extends J { void m(Integer a); I n(); }',
    'InterfaceDeclaration{name I interfaces [J] members [MethodDeclaration{returnType void name m parameters [Integer a]} MethodDeclaration{returnType I name n}]}',
  ],
  ['enum E { A, B }', 'EnumDeclaration{name E constants [A B]}'],
];

const MEMBERS: [string, string][] = [
  [
    'public static final Integer a = 1, b;',
    'FieldDeclaration{modifiers [public static final] type Integer declarators [a=1:Integer b]}',
  ],
  [
    'transient A b; transient c;',
    'FieldDeclaration{modifiers [transient] type A declarators [b]} FieldDeclaration{type transient declarators [c]}',
  ],
  [
    'A b { get; private set; }',
    'PropertyDeclaration{type A name b getter Accessor{which get} setter Accessor{which set modifiers [private]}}',
  ],
  [
    'A b { set { c = value; } get { return c; } }',
    'PropertyDeclaration{type A name b getter Accessor{which get body { ReturnStatement{expression c} }} setter Accessor{which set body { (= c value); }}}',
  ],
  [
    'A() { this(1); } A(B c) { super(c); }',
    'ConstructorDeclaration{name A body { (call this 1:Integer); }} ConstructorDeclaration{name A parameters [B c] body { (call super c); }}',
  ],
  [
    '@TestVisible private override List<A> b(final C d) { }',
    'MethodDeclaration{modifiers [private override] annotations [Annotation{name TestVisible}] returnType List<A> name b parameters [C d] body { }}',
  ],
  ['abstract void m();', 'MethodDeclaration{modifiers [abstract] returnType void name m}'],
  [
    'webservice static testMethod void m() { }',
    'MethodDeclaration{modifiers [webservice static testmethod] returnType void name m body { }}',
  ],
  [
    'static { a(); } { b(); }',
    'InitializerBlock{modifiers [static] isStatic true body { (call a); }} InitializerBlock{body { (call b); }}',
  ],
  ['class B { enum C { D } }', 'ClassDeclaration{name B members [EnumDeclaration{name C constants [D]}]}'],
  [
    "@RestResource(urlMapping='/x/*') class B { }",
    'ClassDeclaration{annotations [Annotation{name RestResource parameters [AnnotationParameter{name urlMapping value "/x/*"}]}] name B}',
  ],
  ['get set(get get) { }', 'MethodDeclaration{returnType get name set parameters [get get] body { }}'],
];

describe('a type', () => {
  it.each(UNITS)('%s', (text, tree) => expect(parse(text)).toBe(tree));
  it.each(MEMBERS)('may hold %s', (text, tree) => expect(member(text)).toBe(tree));

  it('keeps the place of the doc comment before each declaration', () => {
    const text = '/** One. */ class A {\n/** Two. */\n@X void m() { }\n/* none */ void n() { } }';
    const unit = parseCompilationUnit(new Source('test', text));
    if (unit.kind !== 'ClassDeclaration') throw new Error('not a class');
    const docs = [unit, ...unit.members].map(({ doc }) => doc && text.slice(doc.start, doc.end));
    expect(docs).toEqual(['/** One. */', '/** Two. */', undefined]);
  });
});

describe('a trigger', () => {
  it('has an object, events and statements', () => {
    const text = 'trigger T on Account (before insert, after undelete) { new H().run(); }';
    expect(compact(parseTrigger(new Source('test', text)))).toBe(
      'TriggerDeclaration{name T object Account events [TriggerEvent{name before insert} TriggerEvent{name after undelete}] body [(call (new H).run);]}',
    );
  });
});

describe('a library signature', () => {
  it.each([
    [
      'global class List<T> implements Iterable<T> { global T get(Integer index); }',
      'ClassDeclaration{modifiers [global] name List typeParameters [T] interfaces [Iterable<T>] members [MethodDeclaration{modifiers [global] returnType T name get parameters [Integer index]}]}',
    ],
    [
      'global class Database { global static List<SaveResult> insert(List<SObject> records, Boolean allOrNone); }',
      'ClassDeclaration{modifiers [global] name Database members [MethodDeclaration{modifiers [global static] returnType List<SaveResult> name insert parameters [List<SObject> records Boolean allOrNone]}]}',
    ],
  ])('%s', (text, tree) => expect(compact(parseSignatures(new Source('test', text)))).toBe(tree));
});
