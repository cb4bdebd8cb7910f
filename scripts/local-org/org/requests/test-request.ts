/** Test runs asked for over the APIs or by a deploy: in a copy of the org's set-up, never on its data. */
import type { OrgMetadata } from '../../metadata/org-metadata.ts';
import type { OrgImage } from '../engine/image.ts';
import { OrgEngine } from '../engine/org-engine.ts';
import { WriterLock } from '../engine/writer-lock.ts';
import { syncSubscriptions } from '../events/deliver.ts';
import { ApiError, type TestOutcome, type TestRun, type TestSelection } from '../local-org.ts';
import { copyForTests, type OpenOrg } from '../setup/open-org.ts';
import { coverageOf, runTestClasses, type TestClass } from '../tests/test-runner.ts';

export interface TestWorldOptions {
  readonly engine: OrgEngine;
  readonly image?: OrgImage;
  readonly metadata?: OrgMetadata;
  /** Puts into the copy what a deploy is about to change. */
  readonly prepare?: (copy: OpenOrg) => void;
  readonly userId: string;
}

export function runTests(
  options: TestWorldOptions,
  selection: TestSelection,
  progress?: (done: number, total: number) => void,
): TestRun {
  const begun = performance.now();
  const { engine } = options;
  const copy = copyForTests(engine.database, engine.image.metadata, engine.birth);
  try {
    options.prepare?.(copy);
    const image = options.image ?? engine.image;
    const testEngine = new OrgEngine({
      ...engine.options,
      database: copy.database,
      stores: copy.stores,
      image,
      lock: new WriterLock(1),
      administratorsSeeAllFields: false,
      transport: undefined,
      workAdded: undefined,
      isTest: true,
    });
    testEngine.data.write(() => syncSubscriptions(testEngine));
    const classes = chosen(image, selection);
    const total = classes.reduce((sum, each) => sum + (each.methods?.length ?? countOf(image, each.name)), 0);
    let done = 0;
    const outcomes = runTestClasses(testEngine, classes, {
      user: testEngine.user(options.userId),
      progress: () => progress?.(++done, total),
    });
    const missing = missingClasses(image, selection);
    testEngine.data.rollback();
    return {
      outcomes: [...missing, ...outcomes],
      coverage: selection.coverage ? coverageOf(testEngine) : [],
      milliseconds: performance.now() - begun,
    };
  } finally {
    copy.database.close();
  }
}

function countOf(image: OrgImage, className: string): number {
  return image.program.testClasses().find(({ name }) => name === className)?.methods.length ?? 0;
}

function chosen(image: OrgImage, selection: TestSelection): TestClass[] {
  const known = image.program.testClasses();
  if (selection.tests.length === 0) return known.map(({ name }) => ({ name }));
  return selection.tests.flatMap(({ className, methods }) => {
    const found = known.find(({ name }) => name.toLowerCase() === className.toLowerCase());
    if (found === undefined) {
      // One that does not compile is told of as a failure of its own.
      const isBroken =
        image.program.classInfo(className) === undefined &&
        image.metadata.component('ApexClass', className) !== undefined;
      if (isBroken) return [];
      throw new ApiError(
        400,
        'INVALID_INPUT',
        `This class name's value is invalid: ${className}. Provide the name of an Apex class that has test methods.`,
      );
    }
    const chosenMethods = methods === undefined || methods.length === 0 ? undefined : methods;
    for (const method of chosenMethods ?? []) checkMethod(found, method);
    return [{ name: found.name, methods: chosenMethods }];
  });
}

/** A run of nothing must not look like a success. */
function checkMethod({ name, methods }: ReturnType<OrgImage['program']['testClasses']>[number], method: string): void {
  if (methods.some((each) => each.toLowerCase() === method.toLowerCase())) return;
  throw new ApiError(400, 'INVALID_INPUT', `This test method's value is invalid: ${method}. ${name} has no such test.`);
}

/** Classes asked for that are in the org and do not compile. */
function missingClasses(image: OrgImage, selection: TestSelection): TestOutcome[] {
  return selection.tests.flatMap(({ className }): TestOutcome[] => {
    if (
      image.program.classInfo(className) !== undefined ||
      image.metadata.component('ApexClass', className) === undefined
    )
      return [];
    const message =
      image.errors.find((error) => error.file.endsWith(`${className}.cls`))?.message ??
      'A class that it needs does not compile.';
    return [
      {
        className,
        classId: '',
        methodName: '<compile>',
        outcome: 'CompileFail',
        message,
        stackTrace: null,
        milliseconds: 0,
      },
    ];
  });
}
