/**
 * Runs Apex tests on an engine whose database holds set-up rows only (the platform hides an org's data from tests): each
 * class prepares its @TestSetup once, each method runs on a savepoint and is rolled back.
 */
import { startTestMethod } from '../../library/host.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';
import type { ClassCoverage, TestOutcome } from '../local-org.ts';
import { drainTestWork } from './drain-test-work.ts';

export interface TestClass {
  readonly name: string;
  /** Undefined: all. */
  readonly methods?: readonly string[];
}

export interface TestRunOptions {
  readonly user: RunningUser;
  readonly progress?: (outcome: TestOutcome) => void;
}

export function runTestClasses(
  engine: OrgEngine,
  classes: readonly TestClass[],
  options: TestRunOptions,
): TestOutcome[] {
  engine.image.program.resetCoverage();
  const known = new Map(engine.image.program.testClasses().map((each) => [each.name.toLowerCase(), each]));
  const outcomes: TestOutcome[] = [];
  for (const wanted of classes) {
    const found = known.get(wanted.name.toLowerCase());
    if (found === undefined) continue;
    const methods =
      wanted.methods === undefined
        ? found.methods
        : found.methods.filter((name) => wanted.methods!.some((each) => each.toLowerCase() === name.toLowerCase()));
    for (const outcome of runClass(engine, found.name, methods, found.setup, options)) {
      outcomes.push(outcome);
      options.progress?.(outcome);
    }
  }
  return outcomes;
}

function* runClass(
  engine: OrgEngine,
  className: string,
  methods: readonly string[],
  setup: readonly string[],
  options: TestRunOptions,
): Generator<TestOutcome> {
  engine.data.ensureWriting();
  const classSavepoint = engine.data.savepoint();
  try {
    const failure = setup.length === 0 ? undefined : runSetup(engine, className, setup, options);
    for (const method of methods) {
      yield failure === undefined ? runMethod(engine, className, method, options) : { ...failure, methodName: method };
    }
  } finally {
    engine.data.rollbackTo(classSavepoint);
    engine.data.release(classSavepoint);
    engine.setupChanged();
  }
}

function runSetup(
  engine: OrgEngine,
  className: string,
  setup: readonly string[],
  options: TestRunOptions,
): TestOutcome | undefined {
  for (const method of setup) {
    const outcome = attempt(engine, className, method, options, true);
    if (outcome.outcome !== 'Pass') return outcome;
  }
  return undefined;
}

function runMethod(engine: OrgEngine, className: string, method: string, options: TestRunOptions): TestOutcome {
  const savepoint = engine.data.savepoint();
  try {
    return attempt(engine, className, method, options, false);
  } finally {
    engine.data.rollbackTo(savepoint);
    engine.data.release(savepoint);
    engine.setupChanged();
  }
}

function attempt(
  engine: OrgEngine,
  className: string,
  method: string,
  options: TestRunOptions,
  isSetup: boolean,
): TestOutcome {
  const begun = performance.now();
  const finish = (outcome: TestOutcome['outcome'], message: string | null, stackTrace: string | null): TestOutcome => ({
    className,
    classId: engine.classIdOf(className) ?? '',
    methodName: method,
    outcome,
    message,
    stackTrace,
    milliseconds: performance.now() - begun,
  });
  engine.tests.begin();
  startTestMethod();
  try {
    engine.runInTest({ kind: 'test', user: options.user, profile: 'sync' }, () => {
      engine.image.program.invokeStatic(className, method);
      if (isSetup || !engine.tests.hasStarted || engine.tests.hasStopped) drainTestWork(engine);
    });
    return finish('Pass', null, null);
  } catch (error) {
    const apex = engine.image.program.asApexError(error);
    if (apex instanceof ApexException)
      return finish('Fail', `${apex.getTypeName()}: ${apex.getMessage()}`, stackOf(engine, apex));
    return finish(
      'Fail',
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      engine.image.program.stackTraceOf(error) || ((error as Error).stack ?? ''),
    );
  } finally {
    engine.tests.end();
  }
}

function stackOf(engine: OrgEngine, error: ApexException): string {
  const cause = error.getCause();
  return cause === null
    ? error.getStackTraceString()
    : `${error.getStackTraceString()}\nCaused by\n${engine.describeException(cause)}`;
}

/** Lines of the units that are no tests themselves. */
export function coverageOf(engine: OrgEngine): ClassCoverage[] {
  const { program, metadata } = engine.image;
  const result: ClassCoverage[] = [];
  for (const [name, { covered, uncovered }] of program.coverage()) {
    const isTrigger =
      metadata.component('ApexTrigger', name) !== undefined && metadata.component('ApexClass', name) === undefined;
    if (!isTrigger && program.classInfo(name)?.isTest === true) continue;
    const [row] = engine.rows.where(isTrigger ? 'ApexTrigger' : 'ApexClass', 'Name', [name]);
    result.push({
      id: String(row?.Id ?? ''),
      name,
      kind: isTrigger ? 'Trigger' : 'Class',
      coveredLines: covered,
      uncoveredLines: uncovered,
    });
  }
  return result;
}
