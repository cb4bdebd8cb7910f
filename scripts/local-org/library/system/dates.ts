/** The statics of Date, Datetime, Time and TimeZone, and TimeZone itself; instances of the others are core's. */
import { ApexDate } from '../core/apex-date.ts';
import { ApexDatetime } from '../core/apex-datetime.ts';
import { ApexTime } from '../core/apex-time.ts';
import { TypeException } from '../core/exceptions.ts';
import { stringHash } from '../core/hash.ts';
import { userTimeZone, zoneOffset } from '../core/time-zone.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';

type Parts = readonly (number | null)[];
const given = (parts: Parts): number[] => parts.map((part, index) => argument(part, index + 1));

function invalid(kind: string, text: string): never {
  throw new TypeException(`Invalid ${kind}: ${text}`);
}

/** A day that exists; Apex does not roll over what it reads from text. */
function checkedDate(year: number, month: number, day: number, kind: string, text: string): ApexDate {
  const date = ApexDate.of(year, month, day);
  return date.month() === month && date.day() === day ? date : invalid(kind, text);
}

/** `2026-11-23`, also with a time behind it, which does not count. */
function dateOf(value: unknown): ApexDate {
  const source = argument(value, 1);
  if (source instanceof ApexDate) return source;
  if (source instanceof ApexDatetime) return source.date();
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(String(source).trim());
  if (match === null) invalid('date', String(source));
  return checkedDate(Number(match[1]), Number(match[2]), Number(match[3]), 'date', String(source));
}

/** `11/23/2026` in the en_US locale; a year of two digits is of this century or near it. */
function parseLocaleDate(text: string, kind: string): ApexDate {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{1,4})$/.exec(text);
  if (match === null) invalid(kind, text);
  const year = Number(match[3]);
  return checkedDate(match[3]!.length <= 2 ? 2000 + year : year, Number(match[1]), Number(match[2]), kind, text);
}

export const System_Date = {
  daysInMonth(year: number | null, month: number | null): number {
    const [y, m] = given([year, month]) as [number, number];
    return ApexDate.of(y, m + 1, 0).day();
  },
  isLeapYear: (year: number | null): boolean => ApexDate.of(argument(year, 1), 3, 0).day() === 29,
  newInstance: (...parts: (number | null)[]): ApexDate => ApexDate.of(...(given(parts) as [number, number, number])),
  parse: (text: string | null): ApexDate => parseLocaleDate(argument(text, 1).trim(), 'date'),
  today: (): ApexDate => host().now().date(),
  valueOf: dateOf,
};

function wallTime(match: RegExpExecArray, first: number, kind: string, text: string): ApexTime {
  const [hour, minute, second] = [1, 2, 3].map((offset) => Number(match[first + offset - 1] ?? 0)) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) invalid(kind, text);
  return ApexTime.of(hour, minute, second, 0);
}

function datetimeIn(zone: string, value: string): ApexDatetime {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(?:Z)?$/.exec(value.trim());
  if (match === null) invalid('date/time', value);
  const date = checkedDate(Number(match[1]), Number(match[2]), Number(match[3]), 'date/time', value);
  return ApexDatetime.ofWall(date, wallTime(match, 4, 'date/time', value), zone);
}

function datetimeOf(value: unknown): ApexDatetime {
  const source = argument(value, 1);
  if (source instanceof ApexDatetime) return source;
  if (typeof source === 'bigint' || typeof source === 'number') return new ApexDatetime(Number(source));
  if (source instanceof ApexDate) return ApexDatetime.ofWall(source, new ApexTime(0), userTimeZone());
  return datetimeIn(userTimeZone(), String(source));
}

/** `11/23/2026, 6:54 PM`, with or without the comma. */
function parseLocaleDatetime(text: string): ApexDatetime {
  const match = /^(\d{1,2}\/\d{1,2}\/\d{1,4}),?[\s\u202f]+(\d{1,2}):(\d{2})(?:[\s\u202f]*([AaPp])[Mm])?$/.exec(
    text.trim(),
  );
  if (match === null) invalid('date/time', text);
  const isAfternoon = match[4]?.toLowerCase() === 'p';
  const hour = match[4] === undefined ? Number(match[2]) : (Number(match[2]) % 12) + (isAfternoon ? 12 : 0);
  return ApexDatetime.ofWall(
    parseLocaleDate(match[1]!, 'date/time'),
    ApexTime.of(hour, Number(match[3]), 0, 0),
    userTimeZone(),
  );
}

function fromParts(zone: string, parts: readonly unknown[]): ApexDatetime {
  parts.forEach((part, index) => argument(part, index + 1));
  if (parts[0] instanceof ApexDate) return ApexDatetime.ofWall(parts[0], parts[1] as ApexTime, zone);
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts as number[];
  const date = ApexDate.of(year!, month!, day!);
  // Hours, minutes and seconds beyond their range roll over into the next days.
  const seconds = (hour * 60 + minute) * 60 + second;
  const days = Math.floor(seconds / 86_400);
  return ApexDatetime.ofWall(date.addDays(days), new ApexTime((seconds - days * 86_400) * 1000), zone);
}

export const System_Datetime = {
  newInstance(...parts: unknown[]): ApexDatetime {
    if (parts.length > 1) return fromParts(userTimeZone(), parts);
    return new ApexDatetime(Number(argument(parts[0] as bigint | null, 1)));
  },
  newInstanceGmt: (...parts: unknown[]): ApexDatetime => fromParts('GMT', parts),
  now: (): ApexDatetime => host().now(),
  parse: (text: string | null): ApexDatetime => parseLocaleDatetime(argument(text, 1)),
  valueOf: datetimeOf,
  valueOfGmt: (text: string | null): ApexDatetime => datetimeIn('GMT', argument(text, 1)),
};

export const System_Time = {
  newInstance: (...parts: (number | null)[]): ApexTime =>
    ApexTime.of(...(given(parts) as [number, number, number, number])),
};

function isZone(id: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: id }) !== undefined;
  } catch {
    return false;
  }
}

/** A zone by its id of the tz database; as in Java, an unknown one is GMT. */
export class System_TimeZone {
  private readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  static getTimeZone(id: string | null): System_TimeZone {
    const wanted = argument(id, 1);
    return new System_TimeZone(isZone(wanted) || /^GMT[+-]\d{1,2}:?\d{2}$/.test(wanted) ? wanted : 'GMT');
  }

  getID(): string {
    return this.id;
  }

  getDisplayName(): string {
    const offset = zoneOffset(this.id, host().now().millis) / 60_000;
    const pad = (value: number): string => String(value).padStart(2, '0');
    const sign = offset < 0 ? '-' : '+';
    const size = Math.abs(offset);
    return `(GMT${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}) ${zoneLongName(this.id)} (${this.id})`;
  }

  getOffset(moment: ApexDatetime | null): number {
    return zoneOffset(this.id, argument(moment, 1).millis);
  }

  equals(other: unknown): boolean {
    return other instanceof System_TimeZone && other.id === this.id;
  }

  hashCode(): number {
    return stringHash(this.id);
  }

  toString(): string {
    return this.id;
  }
}

function zoneLongName(id: string): string {
  if (!isZone(id) || id === 'GMT') return 'Greenwich Mean Time';
  const format = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'long' });
  return format.formatToParts(host().now().millis).find((part) => part.type === 'timeZoneName')!.value;
}
