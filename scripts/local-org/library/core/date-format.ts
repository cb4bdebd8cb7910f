/** Java's SimpleDateFormat patterns in the en_US locale, as Datetime.format and formatGmt take them. */
import { IllegalArgumentException } from './exceptions.ts';

export interface Moment {
  /** Wall clock in the zone, read as if it were UTC. */
  readonly wallMillis: number;
  readonly offsetMillis: number;
  readonly zone: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function formatPattern(pattern: string, moment: Moment): string {
  const date = new Date(moment.wallMillis);
  let text = '';
  for (let at = 0; at < pattern.length;) {
    const letter = pattern[at]!;
    if (letter === "'") {
      const [quoted, next] = readQuoted(pattern, at);
      text += quoted;
      at = next;
    } else if (/[A-Za-z]/.test(letter)) {
      let end = at + 1;
      while (pattern[end] === letter) end++;
      text += formatField(letter, end - at, date, moment);
      at = end;
    } else {
      text += letter;
      at++;
    }
  }
  return text;
}

function readQuoted(pattern: string, start: number): [string, number] {
  if (pattern[start + 1] === "'") return ["'", start + 2];
  let text = '';
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern[at] !== "'") text += pattern[at];
    else if (pattern[at + 1] === "'") text += pattern[at++];
    else return [text, at + 1];
  }
  throw new IllegalArgumentException('Unterminated quote');
}

function formatField(letter: string, width: number, date: Date, moment: Moment): string {
  const year = date.getUTCFullYear();
  const hour = date.getUTCHours();
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'Y':
      return yearText(letter === 'y' ? year : weekYear(date), width);
    case 'M':
    case 'L':
      return monthText(date.getUTCMonth(), width);
    case 'w':
      return pad(weekOfYear(date), width);
    case 'W':
      return pad(
        Math.ceil((date.getUTCDate() + new Date(Date.UTC(year, date.getUTCMonth(), 1)).getUTCDay()) / 7),
        width,
      );
    case 'D':
      return pad(dayOfYear(date), width);
    case 'd':
      return pad(date.getUTCDate(), width);
    case 'F':
      return pad(Math.ceil(date.getUTCDate() / 7), width);
    case 'E':
      return width >= 4 ? DAYS[date.getUTCDay()]! : DAYS[date.getUTCDay()]!.slice(0, 3);
    case 'u':
      return pad(date.getUTCDay() || 7, width);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour || 24, width);
    case 'K':
      return pad(hour % 12, width);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'm':
      return pad(date.getUTCMinutes(), width);
    case 's':
      return pad(date.getUTCSeconds(), width);
    case 'S':
      return pad(date.getUTCMilliseconds(), width);
    case 'z':
      return zoneName(moment, width >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(moment.offsetMillis, '');
    case 'X':
      return isoOffset(moment.offsetMillis, width);
    default:
      throw new IllegalArgumentException(`Illegal pattern character '${letter}'`);
  }
}

function yearText(year: number, width: number): string {
  const shown = year > 0 ? year : 1 - year;
  return width === 2 ? pad(shown % 100, 2) : pad(shown, width);
}

function monthText(month: number, width: number): string {
  if (width >= 4) return MONTHS[month]!;
  return width === 3 ? MONTHS[month]!.slice(0, 3) : pad(month + 1, width);
}

export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - yearStart(date.getUTCFullYear())) / DAY) + 1;
}

function yearStart(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime();
}

/** Weeks of the United States: they begin on Sunday, and the first holds January 1. */
function weekOfYear(date: Date): number {
  if (weekYear(date) > date.getUTCFullYear()) return 1;
  return Math.floor((dayOfYear(date) - 1 + new Date(yearStart(date.getUTCFullYear())).getUTCDay()) / 7) + 1;
}

function weekYear(date: Date): number {
  const year = date.getUTCFullYear();
  const saturday = date.getTime() + (6 - date.getUTCDay()) * DAY;
  return new Date(saturday).getUTCFullYear() > year ? year + 1 : year;
}

function offsetText(offsetMillis: number, separator: string): string {
  const minutes = Math.abs(offsetMillis) / 60_000;
  return `${offsetMillis < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function isoOffset(offsetMillis: number, width: number): string {
  if (offsetMillis === 0) return 'Z';
  if (width === 1) return offsetText(offsetMillis, '').slice(0, 3);
  return offsetText(offsetMillis, width === 2 ? '' : ':');
}

function zoneName(moment: Moment, style: 'long' | 'short'): string {
  if (moment.zone === 'GMT' || moment.zone === 'UTC') return style === 'long' ? 'Greenwich Mean Time' : moment.zone;
  const instant = moment.wallMillis - moment.offsetMillis;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: moment.zone, timeZoneName: style }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')!.value;
}
