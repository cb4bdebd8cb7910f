import {
  ApexDate,
  ApexDatetime,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  Decimal,
  INTEGER_TYPE,
  STRING_TYPE,
  compareText,
  longId,
  textEquals,
  toId,
} from '../../../../scripts/local-org/library/core/index.ts';
import { setHost } from '../../../../scripts/local-org/library/host.ts';
import type { Host } from '../../../../scripts/local-org/library/host.ts';

beforeAll(() => setHost({ user: () => ({ timeZone: 'America/Los_Angeles' }) } as unknown as Host));

describe('collections', () => {
  it('sorts null first', () => {
    const list = new ApexList(INTEGER_TYPE, [3, null, 1]);

    list.sort();

    expect(String(list)).toBe('(null, 1, 3)');
  });

  it('shows ten elements', () => {
    const list = new ApexList(
      INTEGER_TYPE,
      Array.from({ length: 12 }, (_, index) => index),
    );

    expect(String(list)).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
  });

  it('does not print itself within itself', () => {
    const list = new ApexList();

    list.add(list);

    expect(String(list)).toBe('((already output))');
  });

  it('compares keys by value and with their case', () => {
    const map = new ApexMap();

    map.put(ApexDate.of(2026, 1, 1), 'date');
    map.put('a', 1);
    map.put('A', 2);
    map.put(new ApexList(INTEGER_TYPE, [1]), 'list');

    expect(map.get(ApexDate.of(2026, 1, 1))).toBe('date');
    expect([map.get('a'), map.get('A'), map.get(new ApexList(INTEGER_TYPE, [1])), map.get('b')]).toEqual([
      1,
      2,
      'list',
      null,
    ]);
  });

  it('keeps sets as sets', () => {
    const set = new ApexSet(STRING_TYPE, ['b', 'a', 'b']);

    expect(String(set)).toBe('{b, a}');
    expect([set.retainAll(['a']), set.size(), set.equals(new ApexSet(STRING_TYPE, ['a']))]).toEqual([true, 1, true]);
  });

  it('treats equal decimals as one key', () => {
    const set = new ApexSet();

    set.add(Decimal.parse('1.0'));

    expect(set.contains(Decimal.parse('1.00'))).toBe(true);
  });
});

describe('dates', () => {
  it('cuts the day at the end of a month', () =>
    expect(String(ApexDate.of(2026, 1, 31).addMonths(1))).toBe('2026-02-28'));
  it('lets months roll over', () => expect(String(ApexDate.of(2026, 14, 1))).toBe('2027-02-01'));
  it('begins weeks on Sunday', () => expect(String(ApexDate.of(2026, 11, 25).toStartOfWeek())).toBe('2026-11-22'));

  it('shows a moment in the user’s zone', () => {
    const moment = new ApexDatetime(Date.UTC(2026, 10, 23, 18, 54));

    expect([
      moment.format(),
      moment.toLocalString(),
      moment.toIso(),
      moment.format('EEE, d MMM yyyy HH:mm Z', 'Europe/Berlin'),
    ]).toEqual([
      '11/23/2026, 10:54 AM',
      '2026-11-23 10:54:00',
      '2026-11-23T18:54:00.000Z',
      'Mon, 23 Nov 2026 19:54 +0100',
    ]);
  });

  it('keeps the hour over a change of the clocks', () => {
    const before = ApexDatetime.ofWall(ApexDate.of(2026, 10, 31), ApexTime.of(12, 0, 0, 0), 'America/Los_Angeles');

    expect(before.addDays(1).format()).toBe('11/1/2026, 12:00 PM');
  });
});

describe('texts and ids', () => {
  it('compares without case', () =>
    expect([textEquals('Straße', 'STRAßE'), compareText('a', 'B') < 0, textEquals('a', null)]).toEqual([
      true,
      true,
      false,
    ]));
  it('makes ids long', () => expect(longId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ'));
  it('refuses what is no id', () => expect(() => toId('12')).toThrow('Invalid id: 12'));
});
