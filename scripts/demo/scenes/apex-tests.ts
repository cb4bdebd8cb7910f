import { expect, type Scene } from '../scene.ts';

interface TestResult {
  readonly summary: {
    readonly outcome: string;
    readonly testsRan: number;
    readonly passing: number;
    readonly failing: number;
    readonly orgWideCoverage?: string;
  };
  readonly tests: ReadonlyArray<{
    readonly FullName: string;
    readonly Outcome: string;
    readonly Message: string | null;
  }>;
}

const COMMAND = ['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--code-coverage', '--wait', '10'];

export const apexTests: Scene = {
  name: 'apex-tests',
  title: 'The Apex tests pass in the org, with coverage',
  play: async (stage, say) => {
    say(`$ sf ${COMMAND.join(' ')}`);
    const { result } = await stage.sf<TestResult>(COMMAND);
    const { testsRan, passing, failing, orgWideCoverage } = result.summary;
    say(`  ${testsRan} tests ran: ${passing} passed, ${failing} failed; org-wide coverage ${orgWideCoverage}`);
    const failures = result.tests.filter((test) => test.Outcome !== 'Pass');
    for (const test of failures.slice(0, 10)) say(`  ✗ ${test.FullName}: ${test.Message}`);
    expect(failing === 0 && passing > 0, 'Every Apex test passes', { testsRan, failing });
    return { testsRan, passing, failing, orgWideCoverage };
  },
};
