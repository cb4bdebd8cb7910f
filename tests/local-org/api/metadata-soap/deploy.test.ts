import { zipSync } from 'fflate';
import { openDoors, packageOf, type Doors } from '../support/doors.ts';
import { soap, textOf } from '../support/soap.ts';

const GOOD = 'public class Good { public static Integer twice(Integer n) { return n * 2; } }';
const BAD = 'public class Bad {\n    void run() {\n        String s = 1;\n    }\n}';
const TEST = `@IsTest private class GoodTest {
    @IsTest static void doubles() { Assert.areEqual(5, Good.twice(2), 'wrong on purpose'); }
}`;

describe('deploy', () => {
  let doors: Doors;
  const metadata = (body: string, token?: string) => soap(doors, '/services/Soap/m/67.0', body, token);

  /** Deploys and polls to the end. @returns the last answer. */
  async function deploy(files: Record<string, string>, options = ''): Promise<string> {
    const zip = Buffer.from(zipSync(Object.fromEntries(packageOf(files)))).toString('base64');
    const started = await metadata(
      `<deploy><ZipFile>${zip}</ZipFile><DeployOptions><rollbackOnError>true</rollbackOnError>${options}</DeployOptions></deploy>`,
    );
    const id = textOf(started, 'id');
    for (;;) {
      const status = `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`;
      const answer = await metadata(status);
      if (textOf(answer, 'done') === 'true') return answer;
    }
  }
  const classes = async (): Promise<number> =>
    (await doors.call('GET', 'query?q=SELECT+COUNT()+FROM+ApexClass')).body.totalSize;

  beforeAll(async () => {
    doors = await openDoors();
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('an unknown session with the fault that the CLI looks for', async () => {
      const answer = await metadata('<checkDeployStatus/>', 'nonsense');
      expect(textOf(answer, 'faultcode')).toBe('sf:INVALID_SESSION_ID');
    });

    it('what it does not support, loudly', async () => {
      expect(textOf(await metadata('<retrieve/>'), 'faultcode')).toBe('sf:LOCAL_ORG_UNSUPPORTED');
    });

    it('to call off a deploy that is over', async () => {
      const id = textOf(await deploy({ 'classes/Good.cls': GOOD }, '<checkOnly>true</checkOnly>'), 'id');
      const answer = await metadata(`<cancelDeploy><id>${id}</id></cancelDeploy>`);
      expect(textOf(answer, 'faultcode')).toBe('sf:INVALID_ID_FIELD');
    });
  });

  describe('returns', () => {
    it('a compile error with line and column', async () => {
      const answer = await deploy({ 'classes/Bad.cls': BAD });
      expect(textOf(answer, 'status')).toBe('Failed');
      const failure = textOf(answer, 'componentFailures')!;
      expect([textOf(failure, 'problem'), textOf(failure, 'lineNumber'), textOf(failure, 'columnNumber')]).toEqual([
        'Illegal assignment from Integer to String',
        '3',
        '16',
      ]);
    });

    it('a failing test, and first in an answer that is not the last', async () => {
      const options = '<testLevel>RunSpecifiedTests</testLevel><runTests>GoodTest</runTests>';
      const answer = await deploy({ 'classes/Good.cls': GOOD, 'classes/GoodTest.cls': TEST }, options);
      expect([textOf(answer, 'status'), textOf(answer, 'numFailures')]).toEqual(['Failed', '1']);
      expect(textOf(answer, 'failures')).toContain('wrong on purpose');
    });
  });

  describe('changes', () => {
    it('nothing when one class does not compile, a test fails, or it only checks', async () => {
      const before = await classes();
      await deploy({ 'classes/Good.cls': GOOD, 'classes/Bad.cls': BAD });
      const tested = '<testLevel>RunSpecifiedTests</testLevel><runTests>GoodTest</runTests>';
      await deploy({ 'classes/Good.cls': GOOD, 'classes/GoodTest.cls': TEST }, tested);
      await deploy({ 'classes/Good.cls': GOOD }, '<checkOnly>true</checkOnly>');
      expect(await classes()).toBe(before);
    });

    it('the org once; the same again is unchanged', async () => {
      const first = await deploy({ 'classes/Good.cls': GOOD });
      const again = await deploy({ 'classes/Good.cls': GOOD });
      const outcome = (answer: string) => [textOf(answer, 'created'), textOf(answer, 'changed')];
      expect([outcome(first), outcome(again)]).toEqual([
        // What is created counts as changed, too.
        ['true', 'true'],
        ['false', 'false'],
      ]);
    });

    it('takes out what destructive changes name, and warns of what is not there', async () => {
      const destructive = `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Good</members><members>Nope</members><name>ApexClass</name></types><version>67.0</version></Package>`;
      const answer = await deploy({ 'destructiveChangesPost.xml': destructive });
      expect(textOf(answer, 'status')).toBe('Succeeded');
      expect(answer).toContain('No ApexClass named: Nope found');
      const { body } = await doors.call('GET', "query?q=SELECT+COUNT()+FROM+ApexClass+WHERE+Name='Good'");
      expect(body.totalSize).toBe(0);
    });
  });
});
