/** Apex's Date: a day, kept as days since 1970-01-01. */
import { DATE_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { nullPointer } from './exceptions.ts';
import { dayOfYear } from './date-format.ts';
import { MILLISECONDS_A_DAY, utcMillis } from './time-zone.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export class ApexDate {
  declare readonly $type: RuntimeType;
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Months and days beyond their range roll over, as in Date.newInstance. */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(Math.floor(utcMillis(year, month, day) / MILLISECONDS_A_DAY));
  }

  /** Reads `2026-11-23`; undefined when it is none. */
  static parseIso(text: string): ApexDate | undefined {
    const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    return match === null ? undefined : ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
  }

  /** Midnight UTC. */
  get millis(): number {
    return this.days * MILLISECONDS_A_DAY;
  }

  private get date(): Date {
    return new Date(this.millis);
  }

  addDays(days: number | null): ApexDate {
    if (days === null) nullPointer();
    return new ApexDate(this.days + days);
  }

  /** The day is cut to the target month's last. */
  addMonths(months: number | null): ApexDate {
    if (months === null) nullPointer();
    return addMonthsTo(this, months);
  }

  addYears(years: number | null): ApexDate {
    if (years === null) nullPointer();
    return addMonthsTo(this, years * 12);
  }

  day(): number {
    return this.date.getUTCDate();
  }

  dayOfYear(): number {
    return dayOfYear(this.date);
  }

  daysBetween(other: ApexDate | null): number {
    if (other === null) nullPointer();
    return other.days - this.days;
  }

  format(): string {
    return `${this.month()}/${this.day()}/${this.year()}`;
  }

  isSameDay(other: ApexDate | null): boolean {
    return other !== null && other.days === this.days;
  }

  month(): number {
    return this.date.getUTCMonth() + 1;
  }

  monthsBetween(other: ApexDate | null): number {
    if (other === null) nullPointer();
    return (other.year() - this.year()) * 12 + other.month() - this.month();
  }

  toStartOfMonth(): ApexDate {
    return ApexDate.of(this.year(), this.month(), 1);
  }

  /** Weeks of the en_US locale begin on Sunday. */
  toStartOfWeek(): ApexDate {
    return new ApexDate(this.days - this.date.getUTCDay());
  }

  year(): number {
    return this.date.getUTCFullYear();
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDate && other.days === this.days;
  }

  hashCode(): number {
    return this.days | 0;
  }

  /** `2026-11-23` */
  toString(): string {
    return `${pad(this.year(), 4)}-${pad(this.month(), 2)}-${pad(this.day(), 2)}`;
  }
}
Object.defineProperty(ApexDate.prototype, '$type', { value: DATE_TYPE });

function addMonthsTo(date: ApexDate, months: number): ApexDate {
  const target = date.year() * 12 + date.month() - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  const lastDay = new Date(utcMillis(year, month + 1, 0)).getUTCDate();
  return ApexDate.of(year, month, Math.min(date.day(), lastDay));
}
