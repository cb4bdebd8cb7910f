/** `npm test`: TypeScript tests, the Apex tests on the local org, the contract tests over HTTP. */
import { closingLine, countClosingLine, countJest, runSteps, type Step } from './checks/step.ts';

const node = process.execPath;
const jest = 'node_modules/jest/bin/jest.js';

const steps: Step[] = [
  { name: 'build', command: [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'] },
  {
    name: 'TypeScript tests',
    command: [node, '--no-warnings', jest, '--config', 'config/jest/unit.config.cjs'],
    count: countJest,
  },
  {
    name: 'Apex tests',
    command: [node, '--no-warnings', 'scripts/org-test.ts', '--source-dir', 'force-app'],
    count: countClosingLine,
  },
  {
    name: 'contract tests',
    command: [node, '--no-warnings', jest, '--config', 'config/jest/contract.config.cjs', '--runInBand'],
    count: countJest,
  },
];

const results = await runSteps(steps);
console.log(closingLine(results));
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;
