import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, isoWeekOf, localDay, monthOf, weekdayOf } from '../../../src/core/schedule/calendar.ts';
import type { Day } from '../../../src/core/schedule/schedule.ts';

const days = fc.integer({ min: 0, max: 365 * 200 }).map((count) => addDays('1990-01-01', count));

describe('a day of the calendar', () => {
  test.each<[Day, string]>([
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2023-01-01', '2022-W52'],
  ])('%s is in week %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });

  test('belongs to the same week as the Monday before it, and to another than that Monday’s eve', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = addDays(day, 1 - weekdayOf(day));
        expect(isoWeekOf(monday)).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(monday, -1)) < isoWeekOf(day)).toBe(true);
      }),
    );
  });

  test('is found again by the way back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        expect(isDay(day)).toBe(true);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('has a weekday and a month', () => {
    expect([weekdayOf('2026-03-09'), weekdayOf('2026-03-15')]).toEqual([1, 7]);
    expect(monthOf('2026-03-15')).toBe('2026-03');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '0001-01-01', '2026-01-01T00:00'])('is not %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('the day on the wall', () => {
  test('differs from place to place at one instant', () => {
    const at = new Date('2026-03-10T11:00:00Z');
    expect(localDay(at, 'Pacific/Kiritimati')).toBe('2026-03-11');
    expect(localDay(at, 'UTC')).toBe('2026-03-10');
    expect(localDay(at, 'Pacific/Midway')).toBe('2026-03-10');
    expect(localDay(new Date('2026-03-10T10:59:59Z'), 'Pacific/Midway')).toBe('2026-03-09');
  });
});
