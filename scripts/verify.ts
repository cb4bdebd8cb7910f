/** `npm run verify`: everything that can be said without running the product. Exits 2 where the Apex checks cannot run. */
import { closingLine, runSteps, type Step } from './checks/step.ts';

const node = process.execPath;

const steps: Step[] = [
  { name: 'format', command: [node, '--no-warnings', 'scripts/tools/format.ts'] },
  {
    name: 'lint',
    command: [node, 'node_modules/eslint/bin/eslint.js', '--config', 'config/eslint.config.mjs', 'scripts', 'tests'],
  },
  { name: 'types', command: [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'Apex and metadata',
    command: [node, 'scripts/tools/apex-check/check.mjs', '--source-dir', 'force-app'],
    cannotRunCode: 2,
  },
  { name: 'support table', command: [node, '--no-warnings', 'scripts/tools/support-table.ts'] },
];

const results = await runSteps(steps);
const missing = results.filter((result) => result.couldNotRun);
if (missing.length > 0) {
  console.error(
    `\n*** ${missing.map((step) => step.name.toUpperCase()).join(', ')} COULD NOT RUN: a JDK of version 11 or newer is needed (java and javac on PATH, or JAVA_HOME).`,
  );
}
console.log(closingLine(results.map((result) => (result.couldNotRun ? { passed: 0, failed: 0, skipped: 0 } : result))));
process.exitCode = results.some((result) => result.failed > 0) ? 1 : missing.length > 0 ? 2 : 0;
