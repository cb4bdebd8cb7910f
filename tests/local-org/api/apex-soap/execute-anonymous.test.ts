import { openDoors, type Doors } from '../support/doors.ts';
import { soap, textOf } from '../support/soap.ts';

describe('executeAnonymous', () => {
  let doors: Doors;
  const run = (code: string, token?: string) => {
    const escaped = code.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const body = `<executeAnonymous><apexcode>${escaped}</apexcode></executeAnonymous>`;
    return soap(doors, '/services/Soap/s/67.0/00D000000000001', body, token);
  };

  beforeAll(async () => {
    doors = await openDoors();
  }, 60_000);
  afterAll(() => doors.close());

  it('refuses an unknown session', async () => {
    expect(textOf(await run('Integer a;', 'nonsense'), 'faultcode')).toBe('sf:INVALID_SESSION_ID');
  });

  it('returns a compile error with its place', async () => {
    const answer = await run('Integer a = 1;\nString s = a;');
    expect(['compiled', 'line', 'column', 'compileProblem'].map((name) => textOf(answer, name))).toEqual([
      'false',
      '2',
      '8',
      'Illegal assignment from Integer to String',
    ]);
  });

  it('returns an exception with its stack', async () => {
    const answer = await run('Integer a = 1;\nInteger b = a / (a - 1);');
    expect([textOf(answer, 'compiled'), textOf(answer, 'success')]).toEqual(['true', 'false']);
    expect(textOf(answer, 'exceptionMessage')).toBe('System.MathException: Divide by 0');
    expect(textOf(answer, 'exceptionStackTrace')).toBe('AnonymousBlock: line 2, column 1');
  });

  it('changes the org and returns what was printed', async () => {
    const answer = await run("insert new Account(Name = 'Made');\nSystem.debug('made it');");
    expect(textOf(answer, 'success')).toBe('true');
    expect(textOf(answer, 'debugLog')).toContain('USER_DEBUG|[2]|DEBUG|made it');
    expect((await doors.call('GET', 'query?q=SELECT+COUNT()+FROM+Account')).body.totalSize).toBe(1);
  });
});
