/**
 * Runs the Apex tests of any source tree in a fresh in-memory org:
 * `npm run --silent org:test -- --source-dir DIR [--source-dir DIR2 …] [--tests Class[.method],…] [--dependency-dir DIR] [--json]`.
 * Tests of a dependency directory are loaded, not run. Exit 0 if all passed, 1 if some failed, 2 if it was called wrongly.
 */
import { parseArgs } from 'node:util';
import { runSourceTests, type SourceTestReport } from './local-org/index.ts';

interface Arguments {
  readonly sourceDirs: readonly string[];
  readonly dependencyDirs: readonly string[];
  readonly tests: readonly string[];
  readonly json: boolean;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      'source-dir': { type: 'string', multiple: true, short: 'd' },
      'dependency-dir': { type: 'string', multiple: true },
      tests: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
  });
  const sourceDirs = values['source-dir'] ?? [];
  if (sourceDirs.length === 0) throw new Error('Name at least one folder: --source-dir DIR');
  return {
    sourceDirs,
    dependencyDirs: values['dependency-dir'] ?? [],
    tests: (values.tests ?? []).flatMap((list) => list.split(',')).filter((name) => name !== ''),
    json: values.json,
  };
}

function summaryOf(report: SourceTestReport): Record<string, number> {
  const failed = report.outcomes.filter((outcome) => outcome.outcome !== 'Pass').length;
  return {
    classes: new Set(report.outcomes.map((outcome) => outcome.className)).size,
    tests: report.outcomes.length,
    passed: report.outcomes.length - failed,
    failed,
    compileErrors: report.compileErrors.length,
    seconds: Math.round(report.milliseconds) / 1000,
  };
}

function jsonOf(report: SourceTestReport): string {
  const tests = report.outcomes.map((outcome) => ({
    class: outcome.className,
    method: outcome.methodName,
    outcome: outcome.outcome,
    message: outcome.message,
    stackTrace: outcome.stackTrace,
    milliseconds: Math.round(outcome.milliseconds),
  }));
  return JSON.stringify({ summary: summaryOf(report), tests, compileErrors: report.compileErrors });
}

function printForPeople(report: SourceTestReport): void {
  for (const error of report.compileErrors) console.log(`${error.file}:${error.line}:${error.column} ${error.message}`);
  for (const outcome of report.outcomes) {
    if (outcome.outcome === 'Pass') continue;
    console.log(`FAIL ${outcome.className}.${outcome.methodName}: ${outcome.message ?? outcome.outcome}`);
    if (outcome.stackTrace !== null && outcome.stackTrace !== '')
      console.log(outcome.stackTrace.replace(/^/gm, '     '));
  }
  const summary = summaryOf(report);
  console.log(
    `${summary.tests} tests in ${summary.classes} classes, ${summary.compileErrors} compile errors, ${summary.seconds} s`,
  );
  console.log(`${summary.passed} passed, ${summary.failed} failed`);
}

async function main(): Promise<number> {
  let parsed: Arguments;
  try {
    parsed = readArguments();
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const report = await runSourceTests(parsed.sourceDirs, {
    dependencyDirs: parsed.dependencyDirs,
    tests: parsed.tests,
  });
  if (parsed.json) console.log(jsonOf(report));
  else printForPeople(report);
  const hasFailed = report.compileErrors.length > 0 || report.outcomes.some((outcome) => outcome.outcome !== 'Pass');
  return hasFailed ? 1 : 0;
}

process.exitCode = await main();
