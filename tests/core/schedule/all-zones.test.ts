import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/schedule/calendar.ts';
import { nextOccurrence } from '../../../src/core/schedule/occurrences.ts';
import { type Day, EVERY_DAY } from '../../../src/core/schedule/schedule.ts';

/** Midnights, the ends of hours, halves for Lord Howe, and odd minutes in between. */
const MINUTES = [0, 30, 59, 60, 90, 120, 135, 150, 179, 180, 570, 1320, 1350, 1380, 1410, 1439];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 2026;

/** How far the clocks of a zone are ahead of UTC, as seen on a clock and not from a table. */
function clockIn(zone: string): (at: number) => number {
  // The Swedish way to write dates is that of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}:00Z`) - at;
}

/** The days of a year on which, or before which, the clocks of a zone are changed. */
function changedDays(zone: string): Day[] {
  const aheadAt = clockIn(zone);
  const days = Array.from({ length: 366 }, (_, at) => addDays(`${YEAR}-01-01`, at));
  const ahead = days.map((day) => aheadAt(Date.parse(`${day}T12:00:00Z`)));
  return days.filter((_, at) => at > 0 && ahead[at] !== ahead[at - 1]).flatMap((day) => [addDays(day, -1), day]);
}

/** What the clock shows, as if it were UTC, for each minute of a day and three hours around it; no clocks are changed within a quarter of an hour. */
function minutesAround(day: Day, aheadAt: (at: number) => number): { shown: number; at: number }[] {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const begin = midnight - aheadAt(midnight) - 3 * HOUR;
  return Array.from({ length: 30 * 4 }, (_, quarter) => begin + quarter * 15 * MINUTE).flatMap((quarter) => {
    const ahead = aheadAt(quarter);
    return Array.from({ length: 15 }, (_, minute) => ({ shown: quarter + minute * MINUTE + ahead, at: quarter + minute * MINUTE }));
  });
}

function expectSame(zone: string, day: Day, minutesOfDay: readonly number[]): void {
  const minutes = minutesAround(day, clockIn(zone));
  for (const minuteOfDay of minutesOfDay) {
    const time = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE;
    // The first minute that shows the time; where none does, the first that shows a later one.
    const at = (minutes.find(({ shown }) => shown === time) ?? minutes.find(({ shown }) => shown > time))?.at;
    const schedule = { minuteOfDay, zone, days: EVERY_DAY };
    const next = nextOccurrence(schedule, new Date((at ?? 0) - 1));
    expect([zone, minuteOfDay, next?.day, next?.at.getTime()]).toEqual([zone, minuteOfDay, day, at]);
    expect([zone, minuteOfDay, next && nextOccurrence(schedule, next.at)?.day]).toEqual([zone, minuteOfDay, addDays(day, 1)]);
  }
}

describe('the next occurrence is that of a search through the minutes', () => {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ zone, days: changedDays(zone) }));

  test('on the days on which clocks are changed', () => {
    const changing = zones.filter(({ days }) => days.length > 0);
    expect(changing.length).toBeGreaterThan(100);
    for (const { zone, days } of changing) for (const day of days) expectSame(zone, day, MINUTES);
  });

  test('where clocks are never changed', () => {
    for (const { zone, days } of zones) if (days.length === 0) expectSame(zone, `${YEAR}-02-28`, [0, 570, 1439]);
  });

  test.each<[zone: string, day: Day]>([
    ['America/Sao_Paulo', '2018-11-04'],
    ['Asia/Beirut', '2021-03-28'],
    ['Africa/Casablanca', '2023-03-19'],
    ['America/Nuuk', '2024-03-30'],
  ])('in %s on %s', (zone, day) => {
    expectSame(zone, day, MINUTES);
  });
});
