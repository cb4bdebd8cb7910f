/** Time zones by IANA name, over Intl: the offset at an instant, and the instant of a wall-clock time. */
import { host } from '../host.ts';

export const MILLISECONDS_A_DAY = 86_400_000;

/** The running user's time zone. */
export function userTimeZone(): string {
  return host().user().timeZone;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by quarter of an hour since 1970: Intl is slow, and programs ask about the same moments. */
  readonly offsets: Map<number, number>;
}
const zones = new Map<string, Zone>();

/** Java's zone ids that Intl does not know mean GMT, as in TimeZone.getTimeZone. */
function zone(name: string): Zone {
  let found = zones.get(name);
  if (found === undefined) {
    found = { format: zoneFormat(name), offsets: new Map() };
    zones.set(name, found);
  }
  return found;
}

function zoneFormat(name: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  const gmt = /^GMT([+-]\d{1,2}:?\d{2})$/.exec(name);
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: gmt === null ? name : gmt[1] });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}

export function isGmt(name: string): boolean {
  return name === 'GMT' || name === 'UTC' || name === 'Etc/UTC';
}

/** Milliseconds to add to an instant to get the zone's wall clock. */
export function zoneOffset(name: string, millis: number): number {
  if (isGmt(name)) return 0;
  const { format, offsets } = zone(name);
  const quarter = Math.floor(millis / 900_000);
  const remembered = offsets.get(quarter);
  if (remembered !== undefined) return remembered;
  const start = quarter * 900_000;
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(start)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const wall = utcMillis(year, Number(part['month']), Number(part['day'])) + wallTime(part);
  const offset = wall - start;
  offsets.set(quarter, offset);
  return offset;
}

function wallTime(part: Record<string, string>): number {
  return (Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second'])) * 1000;
}

/** The instant at which a zone's wall clock shows this: in a gap the later side, in an overlap the earlier instant. */
export function instantOfWall(name: string, wallMillis: number): number {
  if (isGmt(name)) return wallMillis;
  const before = wallMillis - zoneOffset(name, wallMillis - MILLISECONDS_A_DAY / 2);
  if (before + zoneOffset(name, before) === wallMillis) return before;
  const after = wallMillis - zoneOffset(name, wallMillis + MILLISECONDS_A_DAY / 2);
  if (after + zoneOffset(name, after) === wallMillis) return after;
  return before;
}

/** Milliseconds of midnight UTC; months and days beyond their range roll over, years below 100 stay what they are. */
export function utcMillis(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
