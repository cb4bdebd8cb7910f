/**
 * Cron expressions of System.schedule: `seconds minutes hours day-of-month month day-of-week [year]`, in the time zone
 * of the user who schedules. Exactly one of the two day fields is `?` (Apex Reference, System.schedule).
 */
interface CronPlan {
  readonly second: number;
  readonly minute: number;
  readonly hours: ReadonlySet<number>;
  readonly matchesDay: (year: number, month: number, day: number) => boolean;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | undefined;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export class CronError extends Error {}

/** The first moment after `after` (epoch milliseconds), or undefined if none comes before the year 2100. */
export function nextFireTime(expression: string, after: number, timeZone: string): number | undefined {
  const plan = parseCron(expression);
  const start = localParts(after, timeZone);
  for (let dayOffset = 0; dayOffset < 47_500; dayOffset++) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day + dayOffset));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    if (!plan.months.has(month) || (plan.years && !plan.years.has(year)) || !plan.matchesDay(year, month, day))
      continue;
    for (const hour of [...plan.hours].sort((a, b) => a - b)) {
      const at = instantOf({ year, month, day, hour, minute: plan.minute, second: plan.second }, timeZone);
      if (at > after) return at;
    }
  }
  return undefined;
}

function parseCron(expression: string): CronPlan {
  const parts = expression.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7) throw new CronError(`Illegal cron expression format (${expression})`);
  const [seconds, minutes, hours, days, months, weekdays, years] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string?,
  ];
  if ((days === '?') === (weekdays === '?')) {
    throw new CronError(
      days === '?'
        ? "'?' can only be specfied for Day-of-Month -OR- Day-of-Week."
        : 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
    );
  }
  return {
    second: wholeNumber(seconds, 59, 'seconds', expression),
    minute: wholeNumber(minutes, 59, 'minutes', expression),
    hours: numbers(hours, 0, 23, []),
    months: numbers(months, 1, 12, MONTHS),
    years: years === undefined || years === '*' ? undefined : numbers(years, 1970, 2099, []),
    matchesDay: weekdays === '?' ? dayOfMonth(days) : dayOfWeek(weekdays),
  };
}

/** Seconds and minutes take one number only: Apex refuses lists and steps there. */
function wholeNumber(text: string, maximum: number, name: string, expression: string): number {
  if (!/^\d+$/.test(text) || Number(text) > maximum) {
    throw new CronError(`Seconds and minutes must be specified as integers: ${expression} (${name})`);
  }
  return Number(text);
}

function numbers(text: string, low: number, high: number, names: readonly string[]): Set<number> {
  const result = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', step] = item.split('/');
    const [from, to] = rangeOf(range, low, high, names, step !== undefined);
    for (let value = from; value <= to; value += Number(step ?? 1)) result.add(value);
  }
  if (result.size === 0) throw new CronError(`Illegal cron expression format (${text})`);
  return result;
}

function rangeOf(range: string, low: number, high: number, names: readonly string[], open: boolean): [number, number] {
  if (range === '*' || range === '?') return [low, high];
  const [first = '', last] = range.split('-');
  const from = numberOf(first, low, names);
  if (last !== undefined) return [from, numberOf(last, low, names)];
  return [from, open ? high : from];
}

function numberOf(text: string, low: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + low;
  if (!/^\d+$/.test(text)) throw new CronError(`Illegal characters for this position: '${text}'`);
  return Number(text);
}

function dayOfMonth(text: string): CronPlan['matchesDay'] {
  if (text === 'L') return (year, month, day) => day === daysIn(year, month);
  const nearest = /^(\d+|L)W$/.exec(text);
  if (nearest)
    return (year, month, day) =>
      day === nearestWeekday(year, month, nearest[1] === 'L' ? daysIn(year, month) : Number(nearest[1]));
  const days = numbers(text, 1, 31, []);
  return (_year, _month, day) => days.has(day);
}

function dayOfWeek(text: string): CronPlan['matchesDay'] {
  const last = /^([1-7]|[A-Za-z]{3})L$/.exec(text);
  if (last)
    return (year, month, day) =>
      weekday(year, month, day) === numberOf(last[1]!, 1, WEEKDAYS) && day + 7 > daysIn(year, month);
  const nth = /^([1-7]|[A-Za-z]{3})#([1-5])$/.exec(text);
  if (nth)
    return (year, month, day) =>
      weekday(year, month, day) === numberOf(nth[1]!, 1, WEEKDAYS) && Math.ceil(day / 7) === Number(nth[2]);
  const days = numbers(text === 'L' ? '7' : text, 1, 7, WEEKDAYS);
  return (year, month, day) => days.has(weekday(year, month, day));
}

/** 1 is Sunday. */
function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function nearestWeekday(year: number, month: number, day: number): number {
  const which = weekday(year, month, day);
  if (which === 7) return day === 1 ? 3 : day - 1;
  if (which === 1) return day === daysIn(year, month) ? day - 2 : day + 1;
  return day;
}

interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(instant: number, timeZone: string): LocalParts {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  return parts as unknown as LocalParts;
}

/** A local time that a change to summer time skips moves forward by the gap. */
function instantOf(local: LocalParts, timeZone: string): number {
  const wanted = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  let guess = wanted;
  for (let i = 0; i < 2; i++) {
    const seen = localParts(guess, timeZone);
    guess += wanted - Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute, seen.second);
  }
  return guess;
}
