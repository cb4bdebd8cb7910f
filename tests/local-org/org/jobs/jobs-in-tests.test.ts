import { allPass, runApex, testClass } from '../support/run-apex.ts';

const JOBS = {
  'classes/Jobs.cls': `public class Jobs {
    public static List<String> seen = new List<String>();
    public class Worker implements Queueable, Finalizer {
      String name;
      public Worker(String name) { this.name = name; }
      public void execute(QueueableContext c) { System.attachFinalizer(this); seen.add('run ' + name); if (name == 'bad') throw new IllegalArgumentException('bad'); }
      public void execute(FinalizerContext c) { seen.add('finalize ' + name + ' ' + c.getResult()); }
    }
    public class Chain implements Queueable { public void execute(QueueableContext c) { System.enqueueJob(new Chain()); } }
    public class Count implements Database.Batchable<SObject>, Database.Stateful {
      Integer total = 0;
      public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator('SELECT Id FROM Account'); }
      public void execute(Database.BatchableContext c, List<SObject> scope) { total += scope.size(); }
      public void finish(Database.BatchableContext c) { seen.add('counted ' + total); }
    }
    @future public static void later(Integer n) { seen.add('future ' + n + ' ' + System.isFuture()); }
  }`,
};

describe('asynchronous work in a test', () => {
  it('runs at stopTest, finalizers included', async () => {
    const results = await runApex({
      ...JOBS,
      ...testClass(
        'JobsTest',
        `@IsTest static void queueable() {
          Test.startTest(); System.enqueueJob(new Jobs.Worker('a')); Assert.isTrue(Jobs.seen.isEmpty()); Test.stopTest();
          Assert.areEqual('(run a, finalize a SUCCESS)', String.valueOf(Jobs.seen));
          Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'].Status);
        }
        @IsTest static void failure() {
          Test.startTest(); System.enqueueJob(new Jobs.Worker('bad'));
          try { Test.stopTest(); Assert.fail('The failure is the test\\'s'); } catch (IllegalArgumentException e) { Assert.areEqual('bad', e.getMessage()); }
          Assert.areEqual('(run bad, finalize bad UNHANDLED_EXCEPTION)', String.valueOf(Jobs.seen));
        }
        @IsTest static void chainIsOneDeep() {
          Test.startTest(); System.enqueueJob(new Jobs.Chain());
          try { Test.stopTest(); Assert.fail('A chain in a test ends'); } catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }
        }
        @IsTest static void batchAndFuture() {
          insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c') };
          Test.startTest(); Database.executeBatch(new Jobs.Count(), 200); Jobs.later(7); Test.stopTest();
          Assert.areEqual('(future 7 true, counted 3)', String.valueOf(Jobs.seen));
        }
        @IsTest static void duplicateSignature() {
          AsyncOptions options = new AsyncOptions();
          options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('one').build();
          System.enqueueJob(new Jobs.Worker('a'), options);
          try { System.enqueueJob(new Jobs.Worker('a'), options); Assert.fail('It waits already'); } catch (DuplicateMessageException e) { Assert.areEqual('Attempt to enqueue job with duplicate queueable signature', e.getMessage()); }
        }
        @IsTest static void limitsAreFreshBetweenStartAndStop() {
          insert new Account(Name = 'a'); Integer before = Limits.getDmlStatements();
          Test.startTest(); Assert.areEqual(0, Limits.getDmlStatements()); Test.stopTest();
          Assert.areEqual(before, Limits.getDmlStatements());
        }`,
      ),
    });
    expect(results).toEqual(allPass(results));
  });
});
