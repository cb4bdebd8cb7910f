/**
 * The test runs of this server as the Tooling objects that the CLI asks for: ApexTestRunResult, ApexTestQueueItem,
 * ApexTestResult, ApexCodeCoverage, ApexCodeCoverageAggregate, ApexOrgWideCoverage. Kept in memory: a restart forgets them.
 */
import type { JsonRecord, LocalOrg, Session, TestRun, TestSelection } from '../../org/local-org.ts';

export interface TestRunTables {
  readonly rows: Map<string, JsonRecord[]>;
}

const MAXIMUM_RUNS = 20;

export class TestRuns {
  readonly #org: LocalOrg;
  readonly #runs = new Map<string, Map<string, JsonRecord[]>>();
  #latest: TestRun | undefined;

  constructor(org: LocalOrg) {
    this.#org = org;
  }

  /** Starts a run in the background; the id is that of its ApexTestRunResult's job (707…). */
  start(session: Session, selection: TestSelection): string {
    const jobId = this.#org.newId('707');
    const started = this.#org.now();
    this.#keep(jobId, pendingTables(this.#org, jobId, started, session.userId));
    this.#org.runTests(session, selection).then(
      (run) => this.#keep(jobId, this.#tablesOf(run, jobId, started, session.userId)),
      (error: Error) => this.#keep(jobId, abortedTables(this.#org, jobId, started, session.userId, error)),
    );
    return jobId;
  }

  /** Coverage of a run that was awaited, so that the queries that follow it find something. */
  remember(run: TestRun, session: Session): void {
    const jobId = this.#org.newId('707');
    this.#keep(jobId, this.#tablesOf(run, jobId, this.#org.now(), session.userId));
  }

  /** The job ids of the runs that are over. */
  ended(): string[] {
    return [...this.#runs].flatMap(([jobId, tables]) => {
      const status = tables.get('apextestrunresult')?.[0]?.Status;
      return status === 'Queued' || status === 'Processing' ? [] : [jobId];
    });
  }

  /** All rows of a Tooling object; undefined for one that is not about test runs. */
  rows(object: string): readonly JsonRecord[] | undefined {
    if (!TABLES.includes(object.toLowerCase())) return undefined;
    if (object.toLowerCase() === 'apexorgwidecoverage') return [orgWideCoverage(this.#latest)];
    return [...this.#runs.values()].flatMap((tables) => tables.get(object.toLowerCase()) ?? []);
  }

  #keep(jobId: string, tables: Map<string, JsonRecord[]>): void {
    if (!this.#runs.has(jobId) && this.#runs.size >= MAXIMUM_RUNS) this.#runs.delete(this.#runs.keys().next().value!);
    this.#runs.set(jobId, tables);
  }

  #tablesOf(run: TestRun, jobId: string, started: Date, userId: string): Map<string, JsonRecord[]> {
    if (run.coverage.length > 0) this.#latest = run;
    const classIds = [...new Set(run.outcomes.map((outcome) => outcome.classId))];
    const queueItemByClass = new Map(classIds.map((id) => [id, this.#org.newId('709')]));
    const runResultId = this.#org.newId('05m');
    const now = salesforceTime(this.#org.now());
    const milliseconds = run.outcomes.reduce((sum, outcome) => sum + outcome.milliseconds, 0);
    return new Map([
      [
        'apextestrunresult',
        [
          runResult(
            runResultId,
            jobId,
            'Completed',
            classIds.length,
            run.outcomes.length,
            started,
            now,
            milliseconds,
            userId,
          ),
        ],
      ],
      [
        'apextestqueueitem',
        classIds.map((id) =>
          record('ApexTestQueueItem', queueItemByClass.get(id)!, {
            Status: 'Completed',
            ApexClassId: id,
            TestRunResultId: runResultId,
            ParentJobId: jobId,
          }),
        ),
      ],
      [
        'apextestresult',
        run.outcomes.map((outcome) =>
          record('ApexTestResult', this.#org.newId('07M'), {
            QueueItemId: queueItemByClass.get(outcome.classId),
            StackTrace: outcome.stackTrace,
            Message: outcome.message,
            RunTime: Math.round(outcome.milliseconds),
            TestTimestamp: now,
            AsyncApexJobId: jobId,
            MethodName: outcome.methodName,
            Outcome: outcome.outcome,
            ApexLogId: null,
            IsTestSetup: false,
            ApexClassId: outcome.classId,
            ApexClass: {
              attributes: { type: 'ApexClass' },
              Id: outcome.classId,
              Name: outcome.className,
              NamespacePrefix: null,
            },
          }),
        ),
      ],
      [
        'apexcodecoverage',
        classIds
          .slice(0, 1)
          .flatMap((id) =>
            this.#coverageRows(run, 'ApexCodeCoverage', '714', { ApexTestClassId: id, TestMethodName: 'all' }),
          ),
      ],
      ['apexcodecoverageaggregate', this.#coverageRows(run, 'ApexCodeCoverageAggregate', '715', {})],
    ]);
  }

  #coverageRows(run: TestRun, type: string, prefix: string, extra: JsonRecord): JsonRecord[] {
    return run.coverage.map((unit) =>
      record(type, this.#org.newId(prefix), {
        ...extra,
        ApexClassOrTriggerId: unit.id,
        ApexClassOrTrigger: { attributes: { type: 'Name' }, Id: unit.id, Name: unit.name },
        NumLinesCovered: unit.coveredLines.length,
        NumLinesUncovered: unit.uncoveredLines.length,
        Coverage: { coveredLines: unit.coveredLines, uncoveredLines: unit.uncoveredLines },
      }),
    );
  }
}

const TABLES = [
  'apextestrunresult',
  'apextestqueueitem',
  'apextestresult',
  'apexcodecoverage',
  'apexcodecoverageaggregate',
  'apexorgwidecoverage',
];

function record(type: string, id: string | null, fields: JsonRecord): JsonRecord {
  return { attributes: { type, url: `/services/data/v67.0/tooling/sobjects/${type}/${id}` }, Id: id, ...fields };
}

function runResult(
  id: string,
  jobId: string,
  status: string,
  classes: number,
  methods: number,
  started: Date,
  ended: string | null,
  milliseconds: number,
  userId: string,
): JsonRecord {
  return record('ApexTestRunResult', id, {
    AsyncApexJobId: jobId,
    Status: status,
    ClassesCompleted: status === 'Completed' ? classes : 0,
    ClassesEnqueued: classes,
    MethodsEnqueued: methods,
    StartTime: salesforceTime(started),
    EndTime: ended,
    TestTime: Math.round(milliseconds),
    TestSetupTime: 0,
    UserId: userId,
  });
}

function pendingTables(org: LocalOrg, jobId: string, started: Date, userId: string): Map<string, JsonRecord[]> {
  const runResultId = org.newId('05m');
  return new Map([
    ['apextestrunresult', [runResult(runResultId, jobId, 'Processing', 1, 1, started, null, 0, userId)]],
    [
      'apextestqueueitem',
      [
        record('ApexTestQueueItem', org.newId('709'), {
          Status: 'Processing',
          ApexClassId: '01p000000000000AAA',
          TestRunResultId: runResultId,
          ParentJobId: jobId,
        }),
      ],
    ],
  ]);
}

/** A run that could not be made: one failed result says why, so that nobody reads it as a pass. */
function abortedTables(
  org: LocalOrg,
  jobId: string,
  started: Date,
  userId: string,
  error: Error,
): Map<string, JsonRecord[]> {
  const queueItemId = org.newId('709');
  const runResultId = org.newId('05m');
  const now = salesforceTime(org.now());
  const classId = '01p000000000000AAA';
  return new Map([
    ['apextestrunresult', [runResult(runResultId, jobId, 'Completed', 1, 1, started, now, 0, userId)]],
    [
      'apextestqueueitem',
      [
        record('ApexTestQueueItem', queueItemId, {
          Status: 'Failed',
          ApexClassId: classId,
          TestRunResultId: runResultId,
          ParentJobId: jobId,
        }),
      ],
    ],
    [
      'apextestresult',
      [
        record('ApexTestResult', org.newId('07M'), {
          QueueItemId: queueItemId,
          StackTrace: null,
          Message: error.message,
          RunTime: 0,
          TestTimestamp: now,
          AsyncApexJobId: jobId,
          MethodName: 'run',
          Outcome: 'Fail',
          ApexLogId: null,
          IsTestSetup: false,
          ApexClass: { attributes: { type: 'ApexClass' }, Id: classId, Name: 'TestRun', NamespacePrefix: null },
        }),
      ],
    ],
  ]);
}

function orgWideCoverage(run: TestRun | undefined): JsonRecord {
  const covered = run?.coverage.reduce((sum, unit) => sum + unit.coveredLines.length, 0) ?? 0;
  const total =
    run?.coverage.reduce((sum, unit) => sum + unit.coveredLines.length + unit.uncoveredLines.length, 0) ?? 0;
  return record('ApexOrgWideCoverage', null, { PercentCovered: total === 0 ? 0 : Math.round((covered / total) * 100) });
}

/** `2026-01-01T00:00:00.000+0000`, REST's form of a moment. */
function salesforceTime(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}
