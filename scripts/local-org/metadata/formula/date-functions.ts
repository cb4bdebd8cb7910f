/** The date functions of formulas. Days are those of the user's time zone, except DATETIMEVALUE, which reads GMT. */
import { ApexDate } from '../../library/core/apex-date.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexTime } from '../../library/core/apex-time.ts';
import { Decimal } from '../../library/core/decimal.ts';
import { MILLISECONDS_A_DAY, zoneOffset } from '../../library/core/time-zone.ts';
import type { FormulaContext } from './evaluate.ts';
import type { FormulaFunction } from './functions.ts';
import { FormulaDataError } from './syntax.ts';
import { isBlank, numberOf, textOf } from './values.ts';

const whole = (value: Decimal): number => value.rescaled(0, 'DOWN').toNumber();

function dayOf(millis: number, zone: string): ApexDate {
  return new ApexDate(Math.floor((millis + zoneOffset(zone, millis)) / MILLISECONDS_A_DAY));
}

function dateValue(value: unknown, context: FormulaContext): ApexDate | null {
  if (isBlank(value)) return null;
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return dayOf(value.millis, context.timeZone);
  const text = textOf(value);
  const date = ApexDate.parseIso(text);
  // A day that rolls over (2026-02-30) is none.
  const [, month, day] = text.split('-').map(Number);
  if (date === undefined || date.month() !== month || date.day() !== day)
    throw new FormulaDataError(`DATEVALUE of a text that is no date: ${text}`);
  return date;
}

function datetimeValue(value: unknown): ApexDatetime | null {
  if (isBlank(value)) return null;
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.millis);
  const text = textOf(value);
  const match = /^(\d{4}-\d{1,2}-\d{1,2})(?:[ T](.+))?$/.exec(text);
  const date = match === null ? undefined : ApexDate.parseIso(match[1]!);
  const time = ApexTime.parseIso(match?.[2] ?? '00:00:00');
  if (date === undefined || time === undefined)
    throw new FormulaDataError(`DATETIMEVALUE of a text that is no date and time: ${text}`);
  return new ApexDatetime(date.millis + time.millis);
}

function timeValue(value: unknown, context: FormulaContext): ApexTime | null {
  if (isBlank(value)) return null;
  if (value instanceof ApexTime) return value;
  if (value instanceof ApexDatetime) return new ApexTime(value.millis + zoneOffset(context.timeZone, value.millis));
  const time = ApexTime.parseIso(textOf(value));
  if (time === undefined) throw new FormulaDataError(`TIMEVALUE of a text that is no time: ${textOf(value)}`);
  return time;
}

function makeDate(args: readonly unknown[]): ApexDate | null {
  const [year, month, day] = args.map((value) => numberOf(value));
  if (year === null || month === null || day === null) return null;
  const date = ApexDate.of(whole(year!), whole(month!), whole(day!));
  if (date.month() !== whole(month!) || date.day() !== whole(day!))
    throw new FormulaDataError('DATE of a day that does not exist');
  return date;
}

/** The last day of a month leads to the last day of a month. */
function addMonths(value: unknown, months: Decimal | null): unknown {
  if (value === null || months === null) return null;
  if (value instanceof ApexDatetime) {
    const day = new ApexDate(Math.floor(value.millis / MILLISECONDS_A_DAY));
    return new ApexDatetime(movedByMonths(day, months).millis + value.millis - day.millis);
  }
  return movedByMonths(dayFrom(value), months);
}

function movedByMonths(day: ApexDate, months: Decimal): ApexDate {
  const moved = day.addMonths(whole(months));
  const isLast = day.addDays(1).day() === 1;
  return isLast ? moved.toStartOfMonth().addMonths(1).addDays(-1) : moved;
}

function dayFrom(value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  throw new FormulaDataError('Expected a date');
}

function ofDay(compute: (day: ApexDate) => number): FormulaFunction {
  return ([value]) => (value === null ? null : Decimal.ofInteger(compute(dayFrom(value))));
}

function ofTime(compute: (time: ApexTime) => number): FormulaFunction {
  return ([value]) => {
    if (value === null) return null;
    if (!(value instanceof ApexTime)) throw new FormulaDataError('Expected a time');
    return Decimal.ofInteger(compute(value));
  };
}

const weekday = (day: ApexDate): number => new Date(day.millis).getUTCDay() + 1;

/** The Thursday of the week says which year the week belongs to (ISO 8601). */
const thursday = (day: ApexDate): ApexDate => day.addDays(4 - (((weekday(day) + 5) % 7) + 1));

export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  ADDMONTHS: ([value, months]) => addMonths(value, numberOf(months)),
  DATE: makeDate,
  DATETIMEVALUE: ([value]) => datetimeValue(value),
  DATEVALUE: ([value], context) => dateValue(value, context),
  DAY: ofDay((day) => day.day()),
  DAYOFYEAR: ofDay((day) => day.dayOfYear()),
  FROMUNIXTIME: ([seconds]) => (seconds === null ? null : new ApexDatetime(whole(numberOf(seconds)!) * 1000)),
  HOUR: ofTime((time) => time.hour()),
  ISOWEEK: ofDay((day) => Math.ceil(thursday(day).dayOfYear() / 7)),
  ISOYEAR: ofDay((day) => thursday(day).year()),
  MILLISECOND: ofTime((time) => time.millisecond()),
  MINUTE: ofTime((time) => time.minute()),
  MONTH: ofDay((day) => day.month()),
  NOW: (_, context) => new ApexDatetime(context.now),
  SECOND: ofTime((time) => time.second()),
  TIMENOW: (_, context) => timeValue(new ApexDatetime(context.now), context),
  TIMEVALUE: ([value], context) => timeValue(value, context),
  TODAY: (_, context) => dayOf(context.now, context.timeZone),
  UNIXTIMESTAMP: ([value]) => {
    const moment = datetimeValue(value);
    return moment === null ? null : Decimal.ofLong(BigInt(Math.floor(moment.millis / 1000)));
  },
  WEEKDAY: ofDay(weekday),
  YEAR: ofDay((day) => day.year()),
};
