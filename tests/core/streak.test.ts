import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/schedule/calendar.ts';
import { type Day, WORKDAYS } from '../../src/core/schedule/schedule.ts';
import { streakOf } from '../../src/core/streak.ts';

const WEEKDAYS = { days: WORKDAYS };
/** November 2026: the 2nd is a Monday. */
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;
const november = (...days: readonly number[]) => new Set(days.map(on));

describe('a streak', () => {
  test('counts workdays in a row, over weekends', () => {
    expect(streakOf(november(2, 3, 4, 5, 6, 9), on(9), WEEKDAYS)).toEqual({ length: 6, frozen: [], isTodayDone: true });
    expect(streakOf(november(6, 7, 8, 9), on(9), WEEKDAYS).length).toBe(2);
  });

  test('is not broken by a today that is not over', () => {
    expect(streakOf(november(5, 6), on(9), WEEKDAYS)).toEqual({ length: 2, frozen: [], isTodayDone: false });
  });

  test('forgives two missed workdays a month, and says which', () => {
    expect(streakOf(november(2, 3, 5, 9), on(9), WEEKDAYS)).toEqual({ length: 4, frozen: [on(6), on(4)], isTodayDone: true });
    expect(streakOf(november(2, 4, 6, 10), on(10), WEEKDAYS)).toEqual({ length: 3, frozen: [on(9), on(5)], isTodayDone: true });
  });

  test('has two new freezes in each month', () => {
    const active = new Set<Day>([...november(23, 26, 27), '2026-12-03']);
    // Missed: 1 and 2 December, which are forgiven; 30, 25 and 24 November, which are one too many.
    expect(streakOf(active, '2026-12-03', WEEKDAYS).length).toBe(3);
    expect(streakOf(new Set([...active, on(30)]), '2026-12-03', WEEKDAYS).length).toBe(5);
  });

  test('is nothing where nothing was done, or only long ago', () => {
    expect(streakOf(new Set(), on(9), WEEKDAYS)).toEqual({ length: 0, frozen: [], isTodayDone: false });
    expect(streakOf(november(2), on(20), WEEKDAYS)).toEqual({ length: 0, frozen: [], isTodayDone: false });
  });

  test('knows holidays, and the days that make up for them', () => {
    const workdays = { ...WEEKDAYS, holidays: [on(4), on(5), on(6)], makeUpDays: [on(8)] };
    expect(streakOf(november(2, 3, 9), on(9), workdays)).toEqual({ length: 3, frozen: [on(8)], isTodayDone: true });
    expect(streakOf(november(2, 3, 8, 9), on(9), workdays)).toEqual({ length: 4, frozen: [], isTodayDone: true });
  });

  test('keeps the days of a schedule that is not everyone’s', () => {
    expect(streakOf(november(1, 3, 8), on(8), { days: [7, 2] })).toEqual({ length: 3, frozen: [], isTodayDone: true });
  });

  test('is never shorter for one more day of work, nor longer than the days worked', () => {
    const days = fc.uniqueArray(fc.nat(80), { maxLength: 60 }).map((back) => back.map((each) => addDays('2026-11-20', -each)));
    fc.assert(
      fc.property(days, fc.nat(80), (active, back) => {
        const { length } = streakOf(new Set(active), '2026-11-20', WEEKDAYS);
        expect(length).toBeLessThanOrEqual(active.length);
        const more = streakOf(new Set([...active, addDays('2026-11-20', -back)]), '2026-11-20', WEEKDAYS);
        expect(more.length).toBeGreaterThanOrEqual(length);
      }),
    );
  });
});
