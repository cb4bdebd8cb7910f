/** Runs the Apex tests of source folders in an org of their own, in memory: no server, no workers, no network. */
import { readSourceDirectories } from '../../metadata/read-source.ts';
import { apiVersionOf } from '../../metadata/org-metadata.ts';
import type { CompileError } from '../../apex/index.ts';
import { Clock } from '../engine/clock.ts';
import { OrgImage } from '../engine/image.ts';
import { OrgEngine } from '../engine/org-engine.ts';
import { WriterLock } from '../engine/writer-lock.ts';
import { syncSubscriptions } from '../events/deliver.ts';
import type { ClassCoverage, TestOutcome } from '../local-org.ts';
import { installMetadata } from '../setup/install-metadata.ts';
import { openOrg } from '../setup/open-org.ts';
import { coverageOf, runTestClasses, type TestClass } from './test-runner.ts';

export interface SourceTestOptions {
  /** Loaded like the sources, but their tests do not run. */
  readonly dependencyDirs?: readonly string[];
  /** `Class` or `Class.method`; empty: all of the source folders. */
  readonly tests?: readonly string[];
  readonly progress?: (outcome: TestOutcome) => void;
}

export interface SourceTestReport {
  readonly outcomes: readonly TestOutcome[];
  readonly compileErrors: readonly CompileError[];
  readonly coverage: readonly ClassCoverage[];
  readonly milliseconds: number;
}

export async function runSourceTests(
  sourceDirs: readonly string[],
  options: SourceTestOptions = {},
): Promise<SourceTestReport> {
  const begun = performance.now();
  const own = readSourceDirectories(sourceDirs);
  const dependencies =
    (options.dependencyDirs ?? []).length === 0 ? undefined : readSourceDirectories(options.dependencyDirs!);
  const clock = new Clock();
  const opened = openOrg({ path: ':memory:', clock });
  const components = [...(dependencies?.components ?? []), ...own.components];
  const next = opened.metadata.with(components);
  const lock = new WriterLock(1);
  opened.database.write(() =>
    installMetadata({ org: opened, next, added: components, removed: [], clock, userId: opened.birth.administratorId }),
  );
  const image = new OrgImage(next);
  const engine = new OrgEngine({
    database: opened.database,
    stores: opened.stores,
    birth: opened.birth,
    image,
    clock,
    lock,
    administratorsSeeAllFields: true,
    isTest: true,
    baseUrls: { instanceUrl: 'https://local.my.salesforce.com', siteUrl: 'https://local.my.salesforce-sites.com' },
  });
  engine.data.write(() => syncSubscriptions(engine));
  const problems = [...own.problems, ...(dependencies?.problems ?? [])]
    .filter((problem) => problem.severity === 'Error')
    .map((problem) => ({
      file: problem.path,
      line: problem.line ?? 1,
      column: problem.column ?? 1,
      message: problem.message,
    }));
  const ownClasses = new Set(
    own.components
      .filter((component) => component.type === 'ApexClass')
      .map((component) => component.fullName.toLowerCase()),
  );
  const outcomes = [
    ...failedToCompile(image, ownClasses, options.tests ?? []),
    ...runTestClasses(engine, chosenClasses(image, ownClasses, options.tests ?? []), {
      user: engine.user(opened.birth.administratorId),
      progress: options.progress,
    }),
  ];
  return {
    outcomes,
    compileErrors: [...problems, ...image.errors],
    coverage: coverageOf(engine),
    milliseconds: performance.now() - begun,
  };
}

function chosenClasses(image: OrgImage, own: ReadonlySet<string>, tests: readonly string[]): TestClass[] {
  const known = image.program.testClasses().filter(({ name }) => own.has(name.split('.')[0]!.toLowerCase()));
  if (tests.length === 0) return known.map(({ name }) => ({ name }));
  return known.flatMap(({ name, methods }): TestClass[] => {
    const wanted = tests.filter(
      (test) => test.toLowerCase() === name.toLowerCase() || test.toLowerCase().startsWith(`${name.toLowerCase()}.`),
    );
    if (wanted.length === 0) return [];
    const isWhole = wanted.some((test) => test.toLowerCase() === name.toLowerCase());
    return [
      {
        name,
        methods: isWhole
          ? undefined
          : methods.filter((method) => wanted.some((test) => test.toLowerCase() === `${name}.${method}`.toLowerCase())),
      },
    ];
  });
}

/** The test methods of classes that are not in the program, told from their text: they fail, the run goes on. */
function failedToCompile(image: OrgImage, own: ReadonlySet<string>, tests: readonly string[]): TestOutcome[] {
  const outcomes: TestOutcome[] = [];
  for (const component of image.metadata.ofType('ApexClass')) {
    const name = component.fullName;
    if (!own.has(name.toLowerCase()) || image.program.classInfo(name) !== undefined) continue;
    if (tests.length > 0 && !tests.some((test) => test.toLowerCase().split('.')[0] === name.toLowerCase())) continue;
    const message =
      image.errors.find((error) => error.file.endsWith(`${name}.cls`))?.message ??
      `A class that ${name} needs does not compile (API ${apiVersionOf(component)}).`;
    const content = [...component.files].find(([path]) => path.endsWith('.cls'))?.[1];
    for (const method of testMethodsIn(content === undefined ? '' : Buffer.from(content).toString('utf8'))) {
      outcomes.push({
        className: name,
        classId: '',
        methodName: method,
        outcome: 'CompileFail',
        message,
        stackTrace: null,
        milliseconds: 0,
      });
    }
  }
  return outcomes;
}

function testMethodsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const method =
    /(?:@istest\b(?:\s*\([^)]*\))?\s*(?:(?:@\w+(?:\([^)]*\))?|private|public|global|static)\s+)*static\s+(?:(?:private|public|global)\s+)?void\s+|\btestmethod\s+(?:(?:private|public|global|static)\s+)*void\s+|\bstatic\s+testmethod\s+void\s+)(\w+)\s*\(/gi;
  return [...new Set([...code.matchAll(method)].map((match) => match[1]!))];
}
