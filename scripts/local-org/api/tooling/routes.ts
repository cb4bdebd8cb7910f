/** The Tooling door: what `sf apex run test` and `sf data query --use-tooling-api` need. */
import { parseQuery } from '../../apex/index.ts';
import { ApiError, type JsonRecord, type TestRun, type TestSelection } from '../../org/local-org.ts';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import * as query from '../rest/query.ts';
import * as records from '../rest/records.ts';
import type { Route } from '../router.ts';
import { filterRows } from './memory-query.ts';
import type { TestRuns } from './test-run-tables.ts';

const BASE = '/services/data/:version/tooling';

export function toolingRoutes(runs: TestRuns): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `${BASE}/query`,
      summary: 'Runs a SOQL query on Tooling objects.',
      run: (context) => toolingQuery(context, runs),
    },
    {
      method: 'POST',
      path: `${BASE}/runTestsAsynchronous`,
      summary: 'Starts Apex tests.',
      run: (context) => startTests(context, runs),
    },
    {
      method: 'POST',
      path: `${BASE}/runTestsSynchronous`,
      summary: 'Runs Apex tests and answers their results.',
      run: (context) => runTests(context, runs),
    },
    { method: 'GET', path: `${BASE}/executeAnonymous`, summary: 'Runs anonymous Apex.', run: executeAnonymous },
    {
      method: 'GET',
      path: `${BASE}/sobjects/:object/describe`,
      summary: 'Refuses: no Tooling object is described.',
      run: notTracking,
    },
    { method: 'POST', path: `${BASE}/sobjects/:object`, summary: 'Creates a set-up record.', run: records.create },
    { method: 'GET', path: `${BASE}/sobjects/:object/:id`, summary: 'Reads a set-up record.', run: records.read },
    { method: 'PATCH', path: `${BASE}/sobjects/:object/:id`, summary: 'Updates a set-up record.', run: records.update },
    {
      method: 'DELETE',
      path: `${BASE}/sobjects/:object/:id`,
      summary: 'Deletes a set-up record.',
      run: records.remove,
    },
  ];
}

async function toolingQuery(context: DoorContext, runs: TestRuns): Promise<DoorResponse> {
  const soql = context.request.query.get('q') ?? '';
  const object = /\bFROM\s+(\w+)/i.exec(soql)?.[1] ?? '';
  const rows = runs.rows(object);
  if (rows === undefined) return query.run(context, { allRows: false, tooling: true });
  const records = filterRows(parseQuery(soql), rows);
  if (context.request.query.get('columns') === 'true') return json(200, { columnMetadata: [], entityName: object });
  return json(200, {
    size: records.length,
    totalSize: records.length,
    done: true,
    queryLocator: null,
    entityTypeName: object,
    records,
  });
}

async function startTests(context: DoorContext, runs: TestRuns): Promise<DoorResponse> {
  return json(200, runs.start(context.session, await selection(context)));
}

async function runTests(context: DoorContext, runs: TestRuns): Promise<DoorResponse> {
  const run = await context.org.runTests(context.session, await selection(context));
  runs.remember(run, context.session);
  return json(200, syncResult(run, context.org.newId('07L')));
}

interface TestsBody {
  readonly tests?: Array<{ className?: string; classId?: string; testMethods?: string[] }>;
  readonly testLevel?: string;
  readonly skipCodeCoverage?: boolean;
  readonly suiteNames?: string;
  readonly classNames?: string;
}

async function selection({ org, session, request }: DoorContext): Promise<TestSelection> {
  const body = jsonBody(request) as TestsBody;
  if (body.suiteNames !== undefined)
    throw new ApiError(400, 'LOCAL_ORG_UNSUPPORTED', 'The local org does not support test suites.');
  const tests = [];
  for (const { className, classId, testMethods } of body.tests ?? []) {
    tests.push({ className: className ?? (await classNameOf(classId ?? '')), methods: testMethods });
  }
  for (const className of body.classNames?.split(',') ?? []) tests.push({ className: className.trim() });
  await checkClasses(tests.map(({ className }) => className));
  return { tests, coverage: body.skipCodeCoverage !== true };

  async function checkClasses(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const soql = `SELECT Id FROM ApexClass WHERE Name = '${name.replace(/\W/g, '')}'`;
      if ((await org.query(session, soql)).records.length > 0) continue;
      throw new ApiError(
        400,
        'INVALID_INPUT',
        `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`,
      );
    }
  }

  async function classNameOf(id: string): Promise<string> {
    const { records } = await org.query(session, `SELECT Name FROM ApexClass WHERE Id = '${id.replace(/\W/g, '')}'`);
    if (records.length === 0) throw new ApiError(400, 'INVALID_INPUT', `There is no Apex class with the id ${id}.`);
    return records[0]!.Name as string;
  }
}

function syncResult(run: TestRun, logId: string): JsonRecord {
  const failures = run.outcomes.filter((outcome) => outcome.outcome !== 'Pass');
  return {
    apexLogId: logId,
    codeCoverage: [],
    codeCoverageWarnings: [],
    failures: failures.map((outcome) => ({
      id: outcome.classId,
      message: outcome.message,
      methodName: outcome.methodName,
      name: outcome.className,
      namespace: null,
      packageName: outcome.className,
      seeAllData: false,
      stackTrace: outcome.stackTrace,
      time: Math.round(outcome.milliseconds),
      type: 'Class',
    })),
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: run.outcomes.length,
    successes: run.outcomes
      .filter((outcome) => outcome.outcome === 'Pass')
      .map((outcome) => ({
        id: outcome.classId,
        methodName: outcome.methodName,
        name: outcome.className,
        namespace: null,
        seeAllData: false,
        time: Math.round(outcome.milliseconds),
      })),
    totalTime: Math.round(run.milliseconds),
  };
}

async function executeAnonymous({ org, session, request }: DoorContext): Promise<DoorResponse> {
  const { debugLog: _log, ...result } = await org.executeAnonymous(session, request.query.get('anonymousBody') ?? '');
  return json(200, result);
}

/** The CLI asks for SourceMember: this answer tells it that the org tracks no source (sf-cli-protocol, "Source tracking"). */
function notTracking(): never {
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
