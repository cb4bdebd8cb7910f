import { check, errorsIn, errorsOf } from './check.ts';

/** What Salesforce takes although it looks wrong: each was once refused here, and found in public code. */
test.each([
  ["for (Contact c : new Account().getSObjects('Contacts')) { }"],
  ['Schema.SObjectType t = Account.getSObjectType();'],
  ['List<SObject> any; List<Account> accounts = any; any = accounts;'],
  ['List<Object> any = new List<String>(); Iterable<Object> all = new List<Account>();'],
  ['Map<String, Object> any = new Map<String, String>();'],
  ['Map<Id, SObject> any = new Map<Id, Account>(); Set<String> s = new Set<String>(new List<Id>());'],
  ['Schema.SObjectField f = Schema.Contact.SObjectType.fields.LastName;'],
  ['Schema.SObjectField f = Contact.Account.Name;'],
  ['Lead l = new Lead(Owner = new User()); String s = l.Owner.Name; SObject o = l.Owner;'],
  ['Boolean b = true; Account a = b ? [SELECT Id FROM Account] : null;'],
  ["Account a = (Account) [SELECT Id FROM Account]; Account c = Database.query('SELECT Id FROM Account');"],
  ["String s = 'a'; s += 1; s = 1 + s + null; Integer i = 5; i *= 2; i <<= 1; Long l = i; l += i;"],
  ['Date d = Date.today() + 1; Datetime t = d; Boolean b = d < t; t = t + 0.5;'],
  [
    'Type t = Map<String, List<Account>>.class; String s = t.getName(); Object o = (Object) 1; Integer i = (Integer) o;',
  ],
  ['switch on [SELECT COUNT() FROM Account] { when 0 { } when else { } }'],
])('takes %s', (text) => {
  expect(errorsIn(text)).toEqual([]);
});

test('prefers a list of objects to Object, also beside a null', () => {
  const text =
    'public class A { void m(Object o, Id i) { } Integer m(List<Object> l, Id i) { return 1; } Integer k = new A().m(new List<Account>(), null); }';
  expect(errorsOf({ 'A.cls': text })).toEqual([]);
});

test('does not let an inherited static hide a class of the library in static code', () => {
  const files = {
    'Base.cls': 'public virtual class Base { public static Base Test { get; set; } }',
    'Sub.cls': 'public class Sub extends Base { static Boolean f() { return Test.isRunningTest(); } }',
  };
  expect(errorsOf(files)).toEqual([]);
});

test('lets a final property set itself', () => {
  const text = 'public class A { static final Integer N { get { if (N == null) { N = 1; } return N; } private set; } }';
  expect(errorsOf({ 'A.cls': text })).toEqual([]);
});

test('implements a private abstract method of another file without the keyword', () => {
  const files = {
    'Base.cls': 'public abstract class Base { abstract Integer size(); }',
    'Sub.cls': 'public class Sub extends Base { public Integer size() { return 1; } }',
  };
  expect(errorsOf(files)).toEqual([]);
});

test('sees private members marked @TestVisible from tests only', () => {
  const hidden =
    'public class Hidden { @TestVisible private Integer n; private Integer m; @TestVisible private class Inside { } }';
  const use = (body: string, isTest: boolean): string =>
    `${isTest ? '@IsTest ' : 'public '}class Use { void f(Hidden h) { ${body} } }`;
  expect(errorsOf({ 'Hidden.cls': hidden, 'Use.cls': use('h.n = 1; Hidden.Inside i;', true) })).toEqual([]);
  const { errors } = check({ 'Hidden.cls': hidden, 'Use.cls': use('h.n = 1; h.m = 2; Hidden.Inside i;', false) });
  expect(errors.map(({ message }) => message)).toEqual([
    'Variable is not visible: Hidden.n',
    'Variable is not visible: Hidden.m',
    'Type is not visible: Hidden.Inside',
  ]);
});
