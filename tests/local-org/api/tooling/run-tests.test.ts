import { expectError, openDoors, type Doors, type Json } from '../support/doors.ts';

const CLASSES = {
  'classes/Good.cls':
    'public class Good {\n    public static Integer twice(Integer n) {\n        return n * 2;\n    }\n}',
  'classes/GoodTest.cls': `@IsTest
private class GoodTest {
    @IsTest
    static void doubles() {
        Assert.areEqual(4, Good.twice(2), 'twice');
    }
    @IsTest
    static void fails() {
        Assert.areEqual(5, Good.twice(2), 'not twice');
    }
}`,
};

describe('Apex tests', () => {
  let doors: Doors;
  const tooling = async (soql: string): Promise<Json[]> =>
    (await doors.call('GET', `tooling/query?q=${encodeURIComponent(soql)}`)).body.records;

  beforeAll(async () => {
    doors = await openDoors(CLASSES);
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it.each([
      ['a class that is not there', { className: 'Nope' }],
      ['a class that is no test', { className: 'Good' }],
      ['a method that is not there', { className: 'GoodTest', testMethods: ['nope'] }],
    ])('%s', async (_, test) => {
      expectError(await doors.call('POST', 'tooling/runTestsSynchronous', { tests: [test] }), 400, 'INVALID_INPUT');
    });
  });

  describe('returns', () => {
    it('what passed and what failed, with its stack', async () => {
      const { body } = await doors.call('POST', 'tooling/runTestsSynchronous', { tests: [{ className: 'GoodTest' }] });
      expect(body).toMatchObject({
        numTestsRun: 2,
        numFailures: 1,
        failures: [{ methodName: 'fails', stackTrace: 'Class.GoodTest.fails: line 9, column 1' }],
      });
    });

    it('one method when asked for one', async () => {
      const tests = [{ className: 'GoodTest', testMethods: ['doubles'] }];
      const { body } = await doors.call('POST', 'tooling/runTestsSynchronous', { tests });
      expect([body.numTestsRun, body.numFailures]).toEqual([1, 0]);
    });

    it('a run by its id, with results and coverage in the tables that the CLI reads', async () => {
      const run = { testLevel: 'RunLocalTests', skipCodeCoverage: false };
      const { body: id } = await doors.call<string>('POST', 'tooling/runTestsAsynchronous', run);
      expect(id).toMatch(/^707/);
      let status = 'Processing';
      while (status === 'Processing')
        status = (await tooling(`SELECT Status FROM ApexTestRunResult WHERE AsyncApexJobId = '${id}'`))[0].Status;
      const items = await tooling(`SELECT Id FROM ApexTestQueueItem WHERE ParentJobId = '${id}'`);
      const results = await tooling(
        `SELECT MethodName, Outcome FROM ApexTestResult WHERE QueueItemId IN ('${items[0].Id}')`,
      );
      expect(results.map((row) => row.Outcome).sort()).toEqual(['Fail', 'Pass']);
      const [good] = await tooling("SELECT Id FROM ApexClass WHERE Name = 'Good'");
      const [cover] = await tooling(
        `SELECT NumLinesCovered, NumLinesUncovered FROM ApexCodeCoverageAggregate WHERE ApexClassOrTriggerId IN ('${good.Id}')`,
      );
      expect(cover).toMatchObject({ NumLinesCovered: 1, NumLinesUncovered: 0 });
    });
  });
});
