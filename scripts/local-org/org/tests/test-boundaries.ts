/** Test.startTest and Test.stopTest: a second set of limits between them, and at the end all asynchronous work at once. */
import type { OrgEngine } from '../engine/org-engine.ts';
import { drainTestWork } from './drain-test-work.ts';

export function startTest(engine: OrgEngine): void {
  const { tests, transaction } = engine;
  if (!tests.isRunning) throw engine.exception('System.FinalException', 'Testing has not started');
  if (tests.hasStarted) throw engine.exception('System.FinalException', 'Testing already started');
  tests.hasStarted = true;
  tests.outerLimits = transaction.limits;
  transaction.limits = engine.newLimits('sync');
  // What the test has prepared does not stand in the way of a callout (reference/platform.md §8).
  transaction.hasUncommittedWork = false;
  transaction.setupObject = undefined;
  transaction.dataObject = undefined;
}

export function stopTest(engine: OrgEngine): void {
  const { tests, transaction } = engine;
  if (!tests.hasStarted || tests.hasStopped) throw engine.exception('System.FinalException', 'Testing has not started');
  tests.hasStopped = true;
  try {
    drainTestWork(engine);
  } finally {
    transaction.limits = tests.outerLimits ?? transaction.limits;
    tests.outerLimits = undefined;
  }
}
