/** The deploys that this server has taken: started, polled, and kept for a while. */
import type { DeployMessage, DeployOptions, DeployOutcome, LocalOrg, Session, TestRun } from '../../org/local-org.ts';

export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly startedAt: Date;
  readonly userId: string;
  readonly runsTests: boolean;
  state: 'waiting' | 'running' | 'done' | 'cancelled';
  finishedAt: Date | undefined;
  outcome: DeployOutcome | undefined;
  /** Whether an in-progress answer with the tests' failures was given: with CI set, the CLI lists failures only then. */
  showedTests: boolean;
}

const MAXIMUM_KEPT = 20;

export class Deployments {
  readonly #org: LocalOrg;
  readonly #byId = new Map<string, Deployment>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(org: LocalOrg) {
    this.#org = org;
  }

  /** Starts a deploy; one runs at a time, as on the platform. */
  start(session: Session, files: ReadonlyMap<string, Uint8Array>, options: DeployOptions): Deployment {
    const runsTests = options.testLevel !== 'NoTestRun' && options.testLevel !== '';
    const deployment: Deployment = {
      id: this.#org.newId('0Af'),
      options,
      files,
      startedAt: this.#org.now(),
      userId: session.userId,
      runsTests,
      state: 'waiting',
      finishedAt: undefined,
      outcome: undefined,
      showedTests: false,
    };
    if (this.#byId.size >= MAXIMUM_KEPT) this.#byId.delete(this.#byId.keys().next().value!);
    this.#byId.set(deployment.id, deployment);
    this.#queue = this.#queue.then(() => this.#run(session, deployment));
    return deployment;
  }

  find(id: string): Deployment | undefined {
    for (const [key, deployment] of this.#byId) if (key.slice(0, 15) === id.slice(0, 15)) return deployment;
    return undefined;
  }

  /** Waits a moment for the end: without it every deploy would cost the CLI one more poll, a second later. */
  async settle(deployment: Deployment, milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (deployment.outcome === undefined && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** @returns false when it runs already. */
  cancel(deployment: Deployment): boolean {
    if (deployment.state !== 'waiting') return false;
    deployment.state = 'cancelled';
    deployment.outcome = { success: false, messages: [] };
    deployment.finishedAt = this.#org.now();
    return true;
  }

  async #run(session: Session, deployment: Deployment): Promise<void> {
    if (deployment.state === 'cancelled') return;
    deployment.state = 'running';
    try {
      deployment.outcome = await this.#org.deploy(session, deployment.files, deployment.options);
    } catch (error) {
      deployment.outcome = { success: false, messages: [failure((error as Error).message)] };
    }
    deployment.state = 'done';
    deployment.finishedAt = this.#org.now();
  }
}

function failure(problem: string): DeployMessage {
  return {
    componentType: '',
    fullName: 'package.xml',
    fileName: 'package.xml',
    success: false,
    created: false,
    changed: false,
    deleted: false,
    problem,
    problemType: 'Error',
  };
}

/** The DeployResult of the Metadata API, as plain values (the fields that the CLI reads: sf-cli-protocol §3.2). */
export function deployResult(deployment: Deployment): Record<string, unknown> {
  const { outcome, options } = deployment;
  const messages = outcome?.messages ?? [];
  const failures = messages.filter((message) => !message.success);
  const counted = messages.filter((message) => message.fileName !== 'package.xml');
  const done = outcome !== undefined && !needsTestPoll(deployment);
  const failedTests = outcome?.tests?.outcomes.filter((test) => test.outcome !== 'Pass').length ?? 0;
  const at = deployment.startedAt.toISOString();
  return {
    checkOnly: options.checkOnly,
    ...(done ? { completedDate: deployment.finishedAt?.toISOString() } : {}),
    createdBy: deployment.userId,
    createdByName: 'Local Admin',
    createdDate: at,
    details: {
      componentFailures: failures.map((message) => componentView(message, at)),
      componentSuccesses: messages.filter((message) => message.success).map((message) => componentView(message, at)),
      runTestResult: testView(outcome?.tests),
    },
    done,
    id: deployment.id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: (deployment.finishedAt ?? deployment.startedAt).toISOString(),
    numberComponentErrors: failures.length,
    numberComponentsDeployed: counted.length - failures.length,
    numberComponentsTotal: counted.length,
    numberTestErrors: failedTests,
    numberTestsCompleted: (outcome?.tests?.outcomes.length ?? 0) - failedTests,
    numberTestsTotal: outcome?.tests?.outcomes.length ?? 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: deployment.runsTests,
    startDate: at,
    status: statusOf(deployment, done),
    success: done && outcome.success,
  };
}

function statusOf({ state, outcome }: Deployment, done: boolean): string {
  if (state === 'cancelled') return 'Canceled';
  if (!done) return state === 'waiting' ? 'Pending' : 'InProgress';
  return outcome?.success === true ? 'Succeeded' : 'Failed';
}

function needsTestPoll(deployment: Deployment): boolean {
  if (deployment.outcome?.tests === undefined || deployment.showedTests) return false;
  deployment.showedTests = true;
  return true;
}

function componentView(message: DeployMessage, at: string): Record<string, unknown> {
  return {
    changed: message.changed,
    columnNumber: message.columnNumber,
    componentType: message.componentType,
    created: message.created,
    createdDate: at,
    deleted: message.deleted,
    fileName: message.fileName,
    fullName: message.fullName,
    id: message.id,
    lineNumber: message.lineNumber,
    problem: message.problem,
    problemType: message.problemType,
    success: message.success,
  };
}

function testView(run: TestRun | undefined): Record<string, unknown> {
  const outcomes = run?.outcomes ?? [];
  const failures = outcomes.filter((test) => test.outcome !== 'Pass');
  return {
    codeCoverage: (run?.coverage ?? []).map((unit) => ({
      id: unit.id,
      locationsNotCovered: unit.uncoveredLines.map((line) => ({ column: 0, line, numExecutions: 0, time: -1 })),
      name: unit.name,
      namespace: null,
      numLocations: unit.coveredLines.length + unit.uncoveredLines.length,
      numLocationsNotCovered: unit.uncoveredLines.length,
      type: unit.kind,
    })),
    failures: failures.map((test) => ({
      id: test.classId,
      message: test.message,
      methodName: test.methodName,
      name: test.className,
      namespace: null,
      packageName: test.className,
      stackTrace: test.stackTrace,
      time: Math.round(test.milliseconds),
      type: 'Class',
    })),
    numFailures: failures.length,
    numTestsRun: outcomes.length,
    successes: outcomes
      .filter((test) => test.outcome === 'Pass')
      .map((test) => ({
        id: test.classId,
        methodName: test.methodName,
        name: test.className,
        namespace: null,
        time: Math.round(test.milliseconds),
      })),
    totalTime: Math.round(run?.milliseconds ?? 0),
  };
}
