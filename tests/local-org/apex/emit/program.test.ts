import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkProgram, declareLibrary, emitUnit } from '../../../../scripts/local-org/apex/index.ts';
import { ApexList, SObjectRecord, sobjectType } from '../../../../scripts/local-org/library/core/index.ts';
import type { TriggerContext } from '../../../../scripts/local-org/library/core/index.ts';
import { librarySignatures } from '../../../../scripts/local-org/library/signatures.ts';
import { CodeCache, loadProgram } from '../../../../scripts/local-org/org/program/index.ts';
import { classFile, compile, runBody, testProvider, testSchema } from './run-apex.ts';

const FOO = `public class Foo {
  public static Integer n = 1;
  public static void go(
      Integer x) {
    Integer y = x;
    if (y > 1) {
      bar(null);
    }
    n++;
  }
  static void bar(Integer z) {
    Integer q;
    q = z + 1;
  }
  public Foo() {
    go(5);
  }
}`;

const TRIGGER = `trigger Tr on Account (before insert, after update) {
  for (Account a : Trigger.new) {
    a.Name = helper(a.Name) + Trigger.isBefore + Trigger.isInsert;
  }
  String helper(String s) { return s + '!'; }
  if (Trigger.isUpdate) new Foo();
}`;

function accountList(name: string, isReadOnly = false): ApexList {
  const record = new SObjectRecord(testSchema.object('Account')!, true);
  record.slots[1] = name;
  record.isReadOnly = isReadOnly;
  return new ApexList(sobjectType('Account'), [record]);
}

function context(
  operation: TriggerContext['operation'],
  timing: TriggerContext['timing'],
  newList: ApexList,
): TriggerContext {
  return {
    operation,
    timing,
    newList,
    oldList: null,
    newMap: null,
    oldMap: null,
    operationType: null as never,
    size: 1,
  };
}

const load = () => compile([classFile(FOO), { path: 'Tr.trigger', kind: 'trigger', apiVersion: 67, text: TRIGGER }]);

describe('a program', () => {
  it('runs triggers with their context', () => {
    const records = accountList('t');

    load().runTrigger('Tr', context('insert', 'before', records));

    expect(String(records)).toBe('(Account:{Name=t!truetrue})');
  });

  it('refuses to change read-only records', () => {
    const run = () => load().runTrigger('Tr', context('insert', 'after', accountList('t', true)));

    expect(run).toThrow('Record is read-only');
  });

  it('tells where an exception came from', () => {
    const program = load();
    let trace = '';

    try {
      program.runTrigger('Tr', context('update', 'before', accountList('t')));
    } catch (error) {
      trace = program.stackTraceOf(error);
    }

    expect(trace).toBe(
      'Class.Foo.bar: line 13, column 1\nClass.Foo.go: line 7, column 1\nClass.Foo.<init>: line 16, column 1\nTrigger.Tr: line 6, column 1',
    );
  });

  it('counts the lines that ran', () => {
    const program = load();

    expect(() => program.invokeStatic('Foo', 'go', [5])).toThrow();

    expect(program.coverage().get('Foo')).toEqual({ covered: [2, 5, 6, 7, 13], uncovered: [9, 16] });
  });

  it('forgets statics between transactions', () => {
    const program = compile([
      classFile('public class Count { static Integer n = 0; public static Integer next() { return ++n; } }'),
    ]);
    const before = [program.invokeStatic('Count', 'next'), program.invokeStatic('Count', 'next')];

    program.resetStatics();

    expect([...before, program.invokeStatic('count', 'NEXT')]).toEqual([1, 2, 1]);
  });

  it('runs anonymous blocks one after another', () => {
    const files = [
      classFile('public class Bar { public static Integer n = 3; public static Integer get() { return n; } }'),
    ];
    const library = declareLibrary(librarySignatures());
    const base = checkProgram(files, library, testProvider);
    const program = compile(files);
    const run = (text: string) => {
      const { units } = checkProgram(
        [{ path: 'anonymous', kind: 'anonymous', text, apiVersion: 67 }],
        library,
        testProvider,
        base,
      );
      program.runAnonymous(emitUnit(units[0]!));
    };

    run(
      'Integer i = Bar.n;\nclass Loc { Integer v = 5; Integer get() { return v; } }\nInteger twice(Integer x) { return x * 2; }\nBar.n = twice(i) + new Loc().get();',
    );
    run('Bar.n++;');

    expect(program.invokeStatic('Bar', 'get')).toBe(12);
  });

  it('knows types by name', () => {
    const program = load();

    const names = ['foo', 'Map<Id, List<Account>>', 'account[]', 'System.DmlException', 'Nope'];

    expect(names.map((name) => program.typeByName(name, testSchema)?.getName())).toEqual([
      'Foo',
      'Map<Id,List<Account>>',
      'List<Account>',
      'System.DmlException',
      undefined,
    ]);
  });

  it('keeps private methods of the same signature apart', () => {
    const result = runBody('return new B().a() + new B().b();', [
      "public virtual class A { private String name() { return 'a'; } public String a() { return name(); } }",
      "public class B extends A { private String name() { return 'b'; } public String b() { return name(); } }",
    ]);

    expect(result).toBe('ab');
  });

  it('starts from a cache', () => {
    const directory = mkdtempSync(join(tmpdir(), 'apex-cache-'));
    const cache = new CodeCache(directory);
    const checked = checkProgram([classFile(FOO)], declareLibrary(librarySignatures()), testProvider);
    cache.writeUnits('hash', checked.units.map(emitUnit));
    loadProgram(cache.readUnits('hash')!, { schema: testSchema, library: {}, codeCache: cache });
    cache.save();

    const program = loadProgram(new CodeCache(directory).readUnits('hash')!, {
      schema: testSchema,
      library: {},
      codeCache: new CodeCache(directory),
    });

    expect(() => program.invokeStatic('Foo', 'go', [1])).not.toThrow();
    rmSync(directory, { recursive: true });
  });
});
