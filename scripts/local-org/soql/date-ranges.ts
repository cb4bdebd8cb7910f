/** Date literals of SOQL as half-open ranges of days (SOQL Reference, "Date Formats and Date Literals"). Weeks begin on Sunday, fiscal years in January. */
import { ApexDate } from '../library/core/apex-date.ts';
import { QueryError } from './query-error.ts';

export interface DayRange {
  readonly start: ApexDate;
  /** Exclusive. */
  readonly end: ApexDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const PLURALS: Record<string, Unit> = {
  DAYS: 'DAY',
  WEEKS: 'WEEK',
  MONTHS: 'MONTH',
  QUARTERS: 'QUARTER',
  YEARS: 'YEAR',
};

/** `today`: in the user's time zone. */
export function dayRange(name: string, n: number | undefined, today: ApexDate): DayRange {
  const plain = name.replace('FISCAL_', '');
  if (plain === 'TODAY') return days(today, 0, 1);
  if (plain === 'YESTERDAY') return days(today, -1, 0);
  if (plain === 'TOMORROW') return days(today, 1, 2);
  if (plain === 'LAST_90_DAYS') return days(today, -90, 1);
  if (plain === 'NEXT_90_DAYS') return days(today, 1, 91);
  const single = /^(THIS|LAST|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(plain);
  if (single !== null) {
    const offset = single[1] === 'THIS' ? 0 : single[1] === 'LAST' ? -1 : 1;
    const unit = single[2] as Unit;
    return { start: move(today, unit, offset), end: move(today, unit, offset + 1) };
  }
  const counted = /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)$/.exec(plain);
  if (counted !== null && n !== undefined) return countedRange(counted[1] === 'NEXT', PLURALS[counted[2]!]!, n, today);
  const ago = /^N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)_AGO$/.exec(plain);
  if (ago !== null && n !== undefined) {
    const unit = PLURALS[ago[1]!]!;
    return { start: move(today, unit, -n), end: move(today, unit, 1 - n) };
  }
  throw new QueryError('MALFORMED_QUERY', `unknown date literal: ${name}`);
}

/** LAST_N_DAYS ends with today, the other units before the current one; NEXT begins after it. */
function countedRange(isNext: boolean, unit: Unit, n: number, today: ApexDate): DayRange {
  if (isNext) return { start: move(today, unit, 1), end: move(today, unit, n + 1) };
  return { start: move(today, unit, -n), end: unit === 'DAY' ? today.addDays(1) : move(today, unit, 0) };
}

function days(today: ApexDate, from: number, to: number): DayRange {
  return { start: today.addDays(from), end: today.addDays(to) };
}

/** The first day of the unit that is `offset` units away. */
function move(today: ApexDate, unit: Unit, offset: number): ApexDate {
  switch (unit) {
    case 'DAY':
      return today.addDays(offset);
    case 'WEEK':
      return today.toStartOfWeek().addDays(offset * 7);
    case 'MONTH':
      return ApexDate.of(today.year(), today.month() + offset, 1);
    case 'QUARTER':
      return ApexDate.of(today.year(), Math.floor((today.month() - 1) / 3) * 3 + 1 + offset * 3, 1);
    case 'YEAR':
      return ApexDate.of(today.year() + offset, 1, 1);
  }
}
