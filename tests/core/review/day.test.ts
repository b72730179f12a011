import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/core/review/day.ts';
import { addDays } from '../../../src/core/schedule/calendar.ts';

const HOUR_MS = 3_600_000;

describe('a learner’s day', () => {
  const shanghai = createCalendar('Asia/Shanghai');

  test('begins at four in the morning where they live', () => {
    expect(shanghai.dayOf(new Date('2026-03-31T03:59:59.999+08:00'))).toBe('2026-03-30');
    expect(shanghai.dayOf(new Date('2026-03-31T04:00:00+08:00'))).toBe('2026-03-31');
    expect(shanghai.dayOf(new Date('2026-01-01T00:30:00+08:00'))).toBe('2025-12-31');
  });

  test('has a first moment, and ends with that of the next', () => {
    expect(shanghai.dayAround(new Date('2026-03-31T12:00:00+08:00'))).toEqual({
      day: '2026-03-31',
      start: new Date('2026-03-31T04:00:00+08:00'),
      end: new Date('2026-04-01T04:00:00+08:00'),
    });
  });

  test.each([
    ['2026-03-28T12:00:00+01:00', 23],
    ['2026-10-24T12:00:00+02:00', 25],
    ['2026-07-01T12:00:00+02:00', 24],
  ])('is as long as the clocks make it: %s', (noon, hours) => {
    const { start, end } = createCalendar('Europe/Berlin').dayAround(new Date(noon));
    expect((end.getTime() - start.getTime()) / HOUR_MS).toBe(hours);
  });

  test('holds the moment that it was made from, and every moment is in one day', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const calendar = createCalendar(timeZone);
        const { day, start, end } = calendar.dayAround(at);
        expect(start <= at && at < end).toBe(true);
        expect([calendar.dayOf(start), calendar.dayOf(new Date(end.getTime() - 1))]).toEqual([day, day]);
        expect(calendar.dayOf(end)).toBe(addDays(day, 1));
      }),
    );
  });

  test('is not told for a time zone that does not exist', () => {
    expect(() => createCalendar('Mars/Olympus')).toThrow(RangeError);
  });
});
