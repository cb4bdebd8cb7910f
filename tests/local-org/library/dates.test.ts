/** Statics of Date, Datetime, Time, TimeZone. Source: Apex Reference; the user is in America/Los_Angeles. */
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import {
  System_Date,
  System_Datetime,
  System_Time,
  System_TimeZone,
} from '../../../scripts/local-org/library/system/dates.ts';
import { NOW, thrownBy, useHost } from './fake-host.ts';

beforeAll(() => useHost());
const shown = (value: unknown): string => String(value);

test('dates are read and made', () => {
  expect(shown(System_Date.valueOf('2026-11-23 10:00:00'))).toBe('2026-11-23');
  expect(shown(System_Date.parse('11/3/2026'))).toBe('2026-11-03');
  expect(shown(System_Date.newInstance(2026, 13, 1))).toBe('2027-01-01');
  expect([System_Date.daysInMonth(2024, 2), System_Date.isLeapYear(2100)]).toEqual([29, false]);
  expect(shown(System_Date.today())).toBe('2026-11-23');
  expect(thrownBy(() => System_Date.valueOf('2026-02-30'))).toBe('System.TypeException: Invalid date: 2026-02-30');
  expect(thrownBy(() => System_Date.parse('x'))).toBe('System.TypeException: Invalid date: x');
});

test('date and times are in the user zone unless they say Gmt', () => {
  expect(System_Datetime.valueOf('2026-11-23 10:54:00').millis).toBe(NOW);
  expect(System_Datetime.valueOfGmt('2026-11-23 18:54:00').millis).toBe(NOW);
  expect(System_Datetime.parse('11/23/2026, 10:54 AM').millis).toBe(NOW);
  expect(System_Datetime.newInstance(2026, 11, 23, 10, 54, 0).millis).toBe(NOW);
  expect(System_Datetime.newInstanceGmt(2026, 11, 22, 42, 54, 0).millis).toBe(NOW);
  expect(System_Datetime.newInstance(BigInt(NOW)).millis).toBe(NOW);
  expect(thrownBy(() => System_Datetime.valueOf('x'))).toBe('System.TypeException: Invalid date/time: x');
});

test('times and zones', () => {
  expect(shown(System_Time.newInstance(1, 2, 3, 4))).toBe('01:02:03.004Z');
  const zone = System_TimeZone.getTimeZone('America/Los_Angeles');
  expect(zone.getOffset(System_Datetime.now())).toBe(-28_800_000);
  expect(zone.getDisplayName()).toBe('(GMT-08:00) Pacific Standard Time (America/Los_Angeles)');
  expect(System_TimeZone.getTimeZone('Nowhere/None').getID()).toBe('GMT');
});

test('datetimes are equal to the second, yet ordered to the millisecond', () => {
  const whole = new ApexDatetime(NOW);
  const later = new ApexDatetime(NOW + 900);
  expect([whole.equals(later), whole.hashCode() === later.hashCode()]).toEqual([true, true]);
  expect(whole.equals(new ApexDatetime(NOW + 1000))).toBe(false);
  expect(System_Datetime.valueOf(BigInt(NOW)).millis).toBe(NOW);
});
