/** One step of a check: a command, and how to count what it says. */
import { spawn } from 'node:child_process';

export interface StepCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Counts from the output; by default the step itself is one check. */
  readonly count?: (output: string, exitCode: number) => StepCount;
  /** An exit code that means "could not run", which is neither passed nor failed. */
  readonly cannotRunCode?: number;
}

export interface StepResult extends StepCount {
  readonly name: string;
  readonly exitCode: number;
  readonly seconds: number;
  readonly couldNotRun: boolean;
}

/** Runs steps one after the other, prints their output as it comes, and a table at the end. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    const began = process.hrtime.bigint();
    const { output, exitCode } = await run(step.command);
    const counted = step.count?.(output, exitCode) ?? {
      passed: exitCode === 0 ? 1 : 0,
      failed: exitCode === 0 ? 0 : 1,
      skipped: 0,
    };
    const couldNotRun = exitCode !== 0 && exitCode === step.cannotRunCode;
    // A step that ends badly without naming a failure is a failure of its own.
    const failed = exitCode !== 0 && counted.failed === 0 && counted.skipped === 0 && !couldNotRun ? 1 : counted.failed;
    results.push({
      name: step.name,
      ...counted,
      failed,
      exitCode,
      couldNotRun,
      seconds: Number((process.hrtime.bigint() - began) / 1_000_000n) / 1000,
    });
  }
  console.log('');
  for (const { name, passed, failed, skipped, seconds, couldNotRun } of results) {
    const text = couldNotRun
      ? 'COULD NOT RUN'
      : `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${name.padEnd(28)} ${text.padEnd(36)} ${seconds.toFixed(1)} s`);
  }
  return results;
}

/** The line that ends every check. */
export function closingLine(results: readonly StepCount[]): string {
  const sum = (member: keyof StepCount): number => results.reduce((total, result) => total + result[member], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`;
}

/** Counts by the last line of the form `N passed, N failed[, N skipped]`. */
export function countClosingLine(output: string): StepCount {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  return { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0), skipped: Number(last?.[3] ?? 0) };
}

/** Counts jest's summary: `Tests:  1 failed, 2 skipped, 30 passed, 33 total`. */
export function countJest(output: string): StepCount {
  const line = /^Tests:\s+(.*)$/m.exec(output)?.[1] ?? '';
  const number = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  const brokenSuites = line === '' ? Number(/^Test Suites:\s+(\d+) failed/m.exec(output)?.[1] ?? 0) : 0;
  return {
    passed: number('passed'),
    failed: number('failed') + brokenSuites,
    skipped: number('skipped') + number('todo'),
  };
}

function run(command: readonly string[]): Promise<{ output: string; exitCode: number }> {
  const [file, ...args] = command;
  const child = spawn(file!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => (chunks.push(chunk), process.stdout.write(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (chunks.push(chunk), process.stderr.write(chunk)));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ output: error.message, exitCode: 1 }));
    child.on('close', (code) => resolve({ output: Buffer.concat(chunks).toString('utf8'), exitCode: code ?? 1 }));
  });
}
