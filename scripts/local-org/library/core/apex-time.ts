/** Apex's Time: milliseconds since midnight, in no zone. */
import { TIME_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { nullPointer } from './exceptions.ts';
import { MILLISECONDS_A_DAY } from './time-zone.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export class ApexTime {
  declare readonly $type: RuntimeType;
  readonly millis: number;

  /** What lies beyond a day wraps around. */
  constructor(millis: number) {
    this.millis = ((millis % MILLISECONDS_A_DAY) + MILLISECONDS_A_DAY) % MILLISECONDS_A_DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  /** Reads `18:54:00.000Z` and its shorter forms; undefined when it is none. */
  static parseIso(text: string): ApexTime | undefined {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
    if (match === null) return undefined;
    const fraction = Number((match[4] ?? '0').padEnd(3, '0'));
    return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), fraction);
  }

  addHours(hours: number | null): ApexTime {
    return this.plus(hours, 3_600_000);
  }

  addMinutes(minutes: number | null): ApexTime {
    return this.plus(minutes, 60_000);
  }

  addSeconds(seconds: number | null): ApexTime {
    return this.plus(seconds, 1000);
  }

  addMilliseconds(milliseconds: number | null): ApexTime {
    return this.plus(milliseconds, 1);
  }

  private plus(amount: number | null, unit: number): ApexTime {
    if (amount === null) nullPointer();
    return new ApexTime(this.millis + amount * unit);
  }

  hour(): number {
    return Math.floor(this.millis / 3_600_000);
  }

  minute(): number {
    return Math.floor(this.millis / 60_000) % 60;
  }

  second(): number {
    return Math.floor(this.millis / 1000) % 60;
  }

  millisecond(): number {
    return this.millis % 1000;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexTime && other.millis === this.millis;
  }

  hashCode(): number {
    return this.millis;
  }

  /** `18:54:00.000Z` */
  toString(): string {
    return `${pad(this.hour(), 2)}:${pad(this.minute(), 2)}:${pad(this.second(), 2)}.${pad(this.millisecond(), 3)}Z`;
  }
}
Object.defineProperty(ApexTime.prototype, '$type', { value: TIME_TYPE });
