import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAround, daysFrom } from '../../../src/core/review/day.ts';
import { addDays } from '../../../src/core/schedule/calendar.ts';

const HOUR_MS = 3_600_000;

describe('a learner’s day', () => {
  const dayOf = (time: string) => dayAround(new Date(time), 'Asia/Shanghai').day;

  test('begins at four in the morning where they live', () => {
    expect(dayOf('2026-03-31T03:59:59.999+08:00')).toBe('2026-03-30');
    expect(dayOf('2026-03-31T04:00:00+08:00')).toBe('2026-03-31');
    expect(dayOf('2026-01-01T00:30:00+08:00')).toBe('2025-12-31');
  });

  test('has a first moment, and ends with that of the next', () => {
    expect(dayAround(new Date('2026-03-31T12:00:00+08:00'), 'Asia/Shanghai')).toEqual({
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
    const { start, end } = dayAround(new Date(noon), 'Europe/Berlin');
    expect((end.getTime() - start.getTime()) / HOUR_MS).toBe(hours);
  });

  test('holds the moment that it was made from, and the next one follows it', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const { day, start, end } = dayAround(at, timeZone);
        expect(start <= at && at < end).toBe(true);
        expect([start, new Date(end.getTime() - 1)].map((edge) => dayAround(edge, timeZone).day)).toEqual([day, day]);
        const [first, second] = daysFrom(at, timeZone, 2);
        expect([first?.start, second?.start, second?.day]).toEqual([start, end, addDays(day, 1)]);
      }),
    );
  });

  test('is not told for a time zone that does not exist', () => {
    expect(() => dayAround(new Date(0), 'Mars/Olympus')).toThrow(RangeError);
  });
});
