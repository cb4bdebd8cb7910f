import { check, errorsOf } from './check.ts';

const BROKEN = "public virtual class Broken { void f() { Integer i = 'x'; } }";

test('keeps errors apart: a broken class fails those that need it, and nobody else', () => {
  const { units, errors } = check({
    'Broken.cls': BROKEN,
    'Needs.cls': 'public class Needs { Broken b; }',
    'Free.cls': 'public class Free { Integer i = 1; }',
  });
  expect(errors.map(({ file }) => file)).toEqual(['Broken.cls', 'Needs.cls']);
  expect(errors[1]!.message).toBe(
    'Dependent class is invalid and needs recompilation:\n Class Broken : Illegal assignment from String to Integer',
  );
  expect(units.find(({ name }) => name === 'Needs')!.dependencies).toEqual(['Broken']);
  expect(units.find(({ name }) => name === 'Free')!.errors).toEqual([]);
});

test('reports a syntax error once, and the class as missing where it is named', () => {
  const errors = errorsOf({ 'Odd.cls': 'public class Odd { void f( }', 'User1.cls': 'public class User1 { Odd o; }' });
  expect(errors).toHaveLength(2);
  expect(errors[0]).toMatch(/^Odd\.cls 1:/);
  expect(errors[1]).toBe('User1.cls 1:22 Invalid type: Odd');
});

test('does not repeat an unknown ancestor at every name', () => {
  expect(errorsOf({ 'A.cls': 'public class A extends Nope { void f() { g(); h = 1; super.x(); } }' })).toEqual([
    'A.cls 1:24 Invalid type: Nope',
  ]);
  expect(errorsOf({ 'A.cls': 'public class A { Nope n; void f() { n.g(); n.h = 1; Integer i = n; } }' })).toEqual([
    'A.cls 1:18 Invalid type: Nope',
  ]);
});

test("types a trigger's variables by its object", () => {
  const text =
    'trigger T on Lead (before insert) { for (Lead l : Trigger.new) { l.Company = Trigger.oldMap.get(l.Id).Company; } }';
  const { units, errors } = check({ 'T.trigger': text });
  expect(errors).toEqual([]);
  expect(units[0]).toMatchObject({ name: 'T', triggerObject: 'Lead', triggerEvents: ['before insert'] });
});

test('checks an anonymous block against a program checked before', () => {
  const base = check({ 'A.cls': 'public class A { public static Integer twice(Integer i) { return i * 2; } }' });
  const text = 'Integer x = A.twice(2); Integer half() { return x / 2; } System.debug(half());';
  expect(check({ 'a.apex': text }, 67, base).errors).toEqual([]);
  expect(check({ 'a.apex': 'A.thrice(2);' }, 67, base).errors[0]!.message).toBe(
    'Method does not exist or incorrect signature: void thrice(Integer) from the type A',
  );
});

test('asks for an access modifier on abstract and override methods since API 65', () => {
  const files = { 'A.cls': 'public abstract class A { abstract void f(); protected abstract void g(); }' };
  expect(errorsOf(files, 64)).toEqual([]);
  expect(errorsOf(files, 65)).toEqual([
    'A.cls 1:41 abstract methods require at least one of the following global, public, protected',
  ]);
});

test('takes narrower lists and static methods for the methods of library interfaces', () => {
  const batch =
    'public class B implements Database.Batchable<SObject>, Queueable { public Database.QueryLocator start(Database.BatchableContext c) { return null; } ' +
    'public void execute(Database.BatchableContext c, List<Lead> l) { } public void finish(Database.BatchableContext c) { } ' +
    'public static void execute(QueueableContext c) { } }';
  expect(errorsOf({ 'B.cls': batch })).toEqual([]);
});

test('takes narrower results and wider parameters for the methods of interfaces', () => {
  const files = {
    'I.cls': 'public interface I { I self(); void run(List<SObject> records); }',
    'A.cls': 'public class A implements I { public A self() { return this; } public void run(List<Lead> records) { } }',
    'C.cls':
      'public class C implements Comparator<Boolean> { public Integer compare(Object a, Object b) { return 0; } }',
    'D.cls': 'public class D implements I { public Object self() { return this; } public void run(List<Lead> l) { } }',
  };
  expect(errorsOf(files)).toEqual(['D.cls 1:14 Class D must implement the method: I I.self()']);
});

test('lets a test replace a private method that tests may see', () => {
  const files = {
    'A.cls': 'public virtual class A { @TestVisible private virtual Integer f() { return 1; } }',
    'T.cls': '@IsTest private class T { class Stub extends A { private override Integer f() { return 2; } } }',
    'B.cls': 'public class B extends A { private override Integer f() { return 2; } }',
  };
  expect(errorsOf(files)).toEqual(['B.cls 1:53 @Override specified for non-overriding method: Integer B.f()']);
});

test('lets a constructor set the final fields that it inherits', () => {
  const files = {
    'A.cls': 'public abstract class A { protected final Integer i; }',
    'B.cls': 'public class B extends A { public B() { this.i = 1; } }',
  };
  expect(errorsOf(files)).toEqual([]);
});
