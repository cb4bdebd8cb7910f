/** A deploy: read the package, compile what the org would be, run tests on a copy, and only then change anything. */
import type { CompileError } from '../../apex/index.ts';
import type { Component, ComponentProblem, ComponentSet } from '../../metadata/component.ts';
import { checkComponents } from '../../metadata/check-components.ts';
import { text } from '../../metadata/definition.ts';
import type { OrgMetadata } from '../../metadata/org-metadata.ts';
import { readPackage } from '../../metadata/read-package.ts';
import { checkMetadata, OrgImage } from '../engine/image.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { syncSubscriptions } from '../events/deliver.ts';
import type { DeployMessage, DeployOptions, DeployOutcome, Session, TestRun } from '../local-org.ts';
import { installMetadata, type Installation } from '../setup/install-metadata.ts';
import { userOf } from './request-world.ts';
import { runTests } from './test-request.ts';

interface Plan {
  readonly set: ComponentSet;
  readonly before: OrgMetadata;
  readonly next: OrgMetadata;
  readonly removed: ReadonlyArray<{ readonly type: string; readonly fullName: string }>;
  readonly problems: readonly ComponentProblem[];
}

export function deploy(
  engine: OrgEngine,
  session: Session,
  files: ReadonlyMap<string, Uint8Array>,
  options: DeployOptions,
): DeployOutcome {
  const user = userOf(engine, session);
  const plan = planOf(engine, files, options);
  const checked = checkMetadata(plan.next);
  const problems = [
    ...plan.problems,
    ...checked.errors.map((error) => compileProblem(plan.next, error)),
    ...busyProblems(engine, plan),
  ];
  if (problems.some((problem) => problem.severity === 'Error'))
    return { success: false, messages: messagesOf(engine, plan, problems) };
  const image = new OrgImage(plan.next, { checked, cache: engine.options.codeCache });
  const installation: Omit<Installation, 'org'> = {
    next: plan.next,
    added: plan.set.components,
    removed: plan.removed,
    clock: engine.clock,
    userId: user.id,
  };
  const tests = testsOf(engine, image, installation, options);
  if (tests?.outcomes.some((outcome) => outcome.outcome !== 'Pass'))
    return { success: false, messages: messagesOf(engine, plan, problems), tests };
  const messages = messagesOf(engine, plan, problems);
  if (!options.checkOnly) {
    engine.data.write(() => {
      installMetadata({ ...installation, org: engine });
      engine.image = image;
      syncSubscriptions(engine);
    });
    engine.setupChanged();
  }
  return {
    success: true,
    messages: options.checkOnly
      ? messages
      : messages.map((message) => ({ ...message, id: idOf(engine, message) ?? message.id })),
    tests,
  };
}

function planOf(engine: OrgEngine, files: ReadonlyMap<string, Uint8Array>, options: DeployOptions): Plan {
  const set = readPackage(files);
  const before = engine.image.metadata;
  const missing = set.deletions.filter(({ type, fullName }) => before.component(type, fullName) === undefined);
  const warnings: ComponentProblem[] = missing.map(({ type, fullName, path }) => ({
    type,
    fullName,
    path,
    message: `No ${type} named: ${fullName} found`,
    severity: options.ignoreWarnings ? 'Warning' : 'Warning',
  }));
  const removed = set.deletions.filter(({ type, fullName }) => before.component(type, fullName) !== undefined);
  const next = before.with(set.components, removed);
  return {
    set,
    before,
    next,
    removed,
    problems: [...set.problems, ...checkComponents(set.components, next), ...warnings],
  };
}

function compileProblem(next: OrgMetadata, error: CompileError): ComponentProblem {
  const component = componentAt(next, error.file);
  return {
    type: component?.type ?? 'ApexClass',
    fullName: component?.fullName ?? error.file,
    path: error.file,
    message: error.message,
    severity: 'Error',
    line: error.line,
    column: error.column,
  };
}

function componentAt(next: OrgMetadata, path: string): Component | undefined {
  return [...next.ofType('ApexClass'), ...next.ofType('ApexTrigger')].find(
    (component) => component.path === path || component.files.has(path),
  );
}

/** A class with scheduled jobs cannot be changed under them, unless the org's deployment settings say so. */
function busyProblems(engine: OrgEngine, plan: Plan): ComponentProblem[] {
  const settings = plan.next.component('Settings', 'Deployment');
  if (settings !== undefined && text(settings.definition, 'doesSkipAsyncApexValidation') === 'true') return [];
  const scheduled = new Set(
    engine.stores.schedules.all().map((schedule) => schedule.className.split('.')[0]!.toLowerCase()),
  );
  const queued = new Set(engine.stores.jobs.busyClasses().map((name) => name.split('.')[0]!.toLowerCase()));
  return plan.set.components.flatMap((component): ComponentProblem[] => {
    if (component.type !== 'ApexClass' || !isChanged(plan.before, component)) return [];
    const name = component.fullName.toLowerCase();
    const message = scheduled.has(name)
      ? 'This schedulable class has jobs pending or in progress'
      : queued.has(name)
        ? 'This Apex class has batch or future jobs pending or in progress'
        : undefined;
    return message === undefined
      ? []
      : [
          {
            type: component.type,
            fullName: component.fullName,
            path: component.path,
            message,
            severity: 'Error',
            line: 1,
            column: 1,
          },
        ];
  });
}

function isChanged(before: OrgMetadata, component: Component): boolean {
  const old = before.component(component.type, component.fullName);
  if (old === undefined || old.files.size !== component.files.size) return true;
  const contents = (each: Component): string =>
    [...each.files.values()]
      .map((bytes) => Buffer.from(bytes).toString('base64'))
      .sort()
      .join('|');
  return contents(old) !== contents(component);
}

function testsOf(
  engine: OrgEngine,
  image: OrgImage,
  installation: Omit<Installation, 'org'>,
  options: DeployOptions,
): TestRun | undefined {
  const level = options.testLevel;
  if (level === 'NoTestRun' || level === '' || level === undefined) return undefined;
  const tests = level === 'RunSpecifiedTests' ? options.runTests.map((name) => ({ className: name })) : [];
  return runTests(
    {
      engine,
      image,
      userId: installation.userId,
      prepare: (copy) => copy.database.write(() => installMetadata({ ...installation, org: copy })),
    },
    { tests, coverage: true },
  );
}

function messagesOf(engine: OrgEngine, plan: Plan, problems: readonly ComponentProblem[]): DeployMessage[] {
  const failed = problems.map((problem) => problemMessage(problem));
  const bad = new Set(
    problems
      .filter(({ severity }) => severity === 'Error')
      .map(({ type, fullName }) => `${type}#${fullName.toLowerCase()}`),
  );
  const good = plan.set.components
    .filter(({ type, fullName }) => !bad.has(`${type}#${fullName.toLowerCase()}`))
    .map((component): DeployMessage => {
      const isNew = plan.before.component(component.type, component.fullName) === undefined;
      const message = {
        componentType: component.type,
        fullName: component.fullName,
        fileName: component.path,
        success: true,
        created: isNew,
        changed: isNew || isChanged(plan.before, component),
        deleted: false,
      };
      return { ...message, id: idOf(engine, message) };
    });
  const removed = plan.removed.map(({ type, fullName }): DeployMessage => ({
    componentType: type,
    fullName,
    fileName: 'destructiveChanges.xml',
    success: true,
    created: false,
    changed: true,
    deleted: true,
  }));
  return [...failed, ...good, ...removed];
}

function problemMessage(problem: ComponentProblem): DeployMessage {
  const isError = problem.severity === 'Error';
  return {
    componentType: problem.type,
    fullName: problem.fullName,
    fileName: problem.path,
    success: !isError,
    created: false,
    changed: false,
    deleted: false,
    problem: problem.message,
    problemType: problem.severity,
    lineNumber: problem.line,
    columnNumber: problem.column,
  };
}

function idOf(engine: OrgEngine, message: Pick<DeployMessage, 'componentType' | 'fullName'>): string | undefined {
  return engine.database.components.get(message.componentType, message.fullName)?.id ?? undefined;
}
