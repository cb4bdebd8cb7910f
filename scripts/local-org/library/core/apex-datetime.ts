/** Apex's Datetime: an instant in milliseconds since 1970 UTC. What has no `Gmt` in its name is in the user's zone. */
import { DATETIME_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { nullPointer } from './exceptions.ts';
import { ApexDate } from './apex-date.ts';
import { ApexTime } from './apex-time.ts';
import { formatPattern } from './date-format.ts';
import { MILLISECONDS_A_DAY, instantOfWall, userTimeZone, zoneOffset } from './time-zone.ts';
import { longHash } from './hash.ts';

export class ApexDatetime {
  declare readonly $type: RuntimeType;
  readonly millis: number;

  constructor(millis: number) {
    this.millis = millis;
  }

  /** The instant at which the zone's clock shows this day and time. */
  static ofWall(date: ApexDate, time: ApexTime, zone: string): ApexDatetime {
    return new ApexDatetime(instantOfWall(zone, date.millis + time.millis));
  }

  /** Wall clock of the user, as if it were UTC. */
  private wall(): number {
    return this.millis + zoneOffset(userTimeZone(), this.millis);
  }

  private plus(amount: number | null, unit: number): ApexDatetime {
    if (amount === null) nullPointer();
    return new ApexDatetime(this.millis + amount * unit);
  }

  /** Moves the wall clock, so that a day keeps its hour when the zone changes its offset. */
  private moveDate(move: (date: ApexDate) => ApexDate): ApexDatetime {
    const wall = this.wall();
    const days = Math.floor(wall / MILLISECONDS_A_DAY);
    const moved = move(new ApexDate(days)).millis + (wall - days * MILLISECONDS_A_DAY);
    return new ApexDatetime(instantOfWall(userTimeZone(), moved));
  }

  addDays(days: number | null): ApexDatetime {
    return this.moveDate((date) => date.addDays(days));
  }

  addMonths(months: number | null): ApexDatetime {
    return this.moveDate((date) => date.addMonths(months));
  }

  addYears(years: number | null): ApexDatetime {
    return this.moveDate((date) => date.addYears(years));
  }

  addHours(hours: number | null): ApexDatetime {
    return this.plus(hours, 3_600_000);
  }

  addMinutes(minutes: number | null): ApexDatetime {
    return this.plus(minutes, 60_000);
  }

  addSeconds(seconds: number | null): ApexDatetime {
    return this.plus(seconds, 1000);
  }

  date(): ApexDate {
    return new ApexDate(Math.floor(this.wall() / MILLISECONDS_A_DAY));
  }

  dateGmt(): ApexDate {
    return new ApexDate(Math.floor(this.millis / MILLISECONDS_A_DAY));
  }

  time(): ApexTime {
    return new ApexTime(this.wall());
  }

  timeGmt(): ApexTime {
    return new ApexTime(this.millis);
  }

  day(): number {
    return this.date().day();
  }

  dayGmt(): number {
    return this.dateGmt().day();
  }

  dayOfYear(): number {
    return this.date().dayOfYear();
  }

  dayOfYearGmt(): number {
    return this.dateGmt().dayOfYear();
  }

  month(): number {
    return this.date().month();
  }

  monthGmt(): number {
    return this.dateGmt().month();
  }

  year(): number {
    return this.date().year();
  }

  yearGmt(): number {
    return this.dateGmt().year();
  }

  hour(): number {
    return this.time().hour();
  }

  hourGmt(): number {
    return this.timeGmt().hour();
  }

  minute(): number {
    return this.time().minute();
  }

  minuteGmt(): number {
    return this.timeGmt().minute();
  }

  second(): number {
    return this.time().second();
  }

  secondGmt(): number {
    return this.timeGmt().second();
  }

  millisecond(): number {
    return this.time().millisecond();
  }

  millisecondGmt(): number {
    return this.timeGmt().millisecond();
  }

  getTime(): bigint {
    return BigInt(this.millis);
  }

  isSameDay(other: ApexDatetime | null): boolean {
    return other !== null && other.date().days === this.date().days;
  }

  /** Without a pattern: the en_US locale's short date and time. */
  format(pattern?: string | null, zone?: string | null): string {
    if (pattern === undefined) return this.formatIn('M/d/yyyy, h:mm a', userTimeZone());
    if (zone === null) nullPointer();
    return this.formatIn(pattern ?? 'M/d/yyyy, h:mm a', zone ?? userTimeZone());
  }

  formatGmt(pattern: string | null): string {
    if (pattern === null) nullPointer();
    return this.formatIn(pattern, 'GMT');
  }

  formatLong(): string {
    return this.formatIn('M/d/yyyy, h:mm:ss a z', userTimeZone());
  }

  private formatIn(pattern: string, zone: string): string {
    const offsetMillis = zoneOffset(zone, this.millis);
    return formatPattern(pattern, { wallMillis: this.millis + offsetMillis, offsetMillis, zone });
  }

  /** To the second, as Salesforce compares: what comes back from the database equals what went in. `<` sees more. */
  equals(other: unknown): boolean {
    return other instanceof ApexDatetime && other.seconds === this.seconds;
  }

  hashCode(): number {
    return longHash(BigInt(this.seconds));
  }

  private get seconds(): number {
    return Math.floor(this.millis / 1000);
  }

  /** `2026-11-23 18:54:00` in the user's zone: String.valueOf. */
  toLocalString(): string {
    return this.formatIn('yyyy-MM-dd HH:mm:ss', userTimeZone());
  }

  /** `2026-11-23 18:54:00` in GMT. */
  toString(): string {
    return this.formatIn('yyyy-MM-dd HH:mm:ss', 'GMT');
  }

  /** `2026-11-23T18:54:00.000Z`, as JSON has it. */
  toIso(): string {
    return this.formatIn("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'GMT');
  }
}
Object.defineProperty(ApexDatetime.prototype, '$type', { value: DATETIME_TYPE });
