import { CronError, nextFireTime } from '../../../../scripts/local-org/org/jobs/cron.ts';

const next = (expression: string, after: string, zone = 'GMT'): string | undefined => {
  const at = nextFireTime(expression, Date.parse(after), zone);
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('the next time of a cron expression', () => {
  it.each([
    ['0 0 * * * ?', '2026-11-25T03:09:00Z', '2026-11-25T04:00:00.000Z'],
    ['0 0 * * * ?', '2026-11-25T04:00:00Z', '2026-11-25T05:00:00.000Z'],
    ['30 15 6 * * ?', '2026-12-31T23:00:00Z', '2027-01-01T06:15:30.000Z'],
    ['0 0 12 ? * MON-FRI', '2026-11-27T12:00:00Z', '2026-11-30T12:00:00.000Z'],
    ['0 0 0 L * ?', '2026-02-01T00:00:00Z', '2026-02-28T00:00:00.000Z'],
    ['0 0 8-18/4 1 JAN,JUL ?', '2026-11-25T00:00:00Z', '2027-01-01T08:00:00.000Z'],
    ['0 0 9 ? * 6#3', '2026-11-01T00:00:00Z', '2026-11-20T09:00:00.000Z'],
    ['0 0 0 1 1 ? 2030', '2026-11-25T00:00:00Z', '2030-01-01T00:00:00.000Z'],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('is in the zone of the user, summer time observed', () => {
    expect(next('0 30 8 * * ?', '2026-03-08T00:00:00Z', 'America/New_York')).toBe('2026-03-08T12:30:00.000Z');
    expect(next('0 30 8 * * ?', '2026-03-07T00:00:00Z', 'America/New_York')).toBe('2026-03-07T13:30:00.000Z');
  });

  it('is none when the year is over', () => {
    expect(next('0 0 0 1 1 ? 2020', '2026-11-25T00:00:00Z')).toBeUndefined();
  });

  it.each(['0 */5 * * * ?', '0 0 * * *', '0 0 0 1 1 1', '0 0 0 ? * ?'])('refuses %s', (expression) => {
    expect(() => next(expression, '2026-11-25T00:00:00Z')).toThrow(CronError);
  });
});
