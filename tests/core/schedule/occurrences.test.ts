import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../src/core/schedule/calendar.ts';
import { isOn, lateness, MAX_LATENESS_MS, missed, nextOccurrence, occurrencesBetween } from '../../../src/core/schedule/occurrences.ts';
import { type Day, EVERY_DAY, type Schedule, WORKDAYS } from '../../../src/core/schedule/schedule.ts';

const shanghai: Schedule = { minuteOfDay: 570, zone: 'Asia/Shanghai', days: WORKDAYS };
const daysOf = (schedule: Schedule, from: string, to: string) =>
  occurrencesBetween(schedule, new Date(from), new Date(to)).map(({ day }) => day);
const nextOf = (schedule: Schedule, after: string) => nextOccurrence(schedule, new Date(after))?.at.toISOString();

describe('the next occurrence', () => {
  test('is at the local time, on the next day of the schedule, strictly later', () => {
    expect(nextOf(shanghai, '2026-03-13T01:29:59.999Z')).toBe('2026-03-13T01:30:00.000Z');
    expect(nextOf(shanghai, '2026-03-13T01:30:00.000Z')).toBe('2026-03-16T01:30:00.000Z');
  });

  test('keeps the local time when the clocks change', () => {
    const berlin = { ...shanghai, zone: 'Europe/Berlin', days: EVERY_DAY };
    const times = occurrencesBetween(berlin, new Date('2026-03-28T00:00Z'), new Date('2026-03-29T23:00Z')).map(({ at }) =>
      at.toISOString(),
    );
    expect(times).toEqual(['2026-03-28T08:30:00.000Z', '2026-03-29T07:30:00.000Z']);
  });

  test('is at the first valid instant where the clocks leap over its time, and once where they show it twice', () => {
    const berlin = { minuteOfDay: 150, zone: 'Europe/Berlin', days: EVERY_DAY };
    expect(nextOf(berlin, '2026-03-28T12:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(daysOf(berlin, '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual(['2026-10-25', '2026-10-26']);
    expect(nextOf(berlin, '2026-10-24T12:00Z')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('belongs to its day even where the clocks leap over the end of it', () => {
    const nuuk = { minuteOfDay: 1410, zone: 'America/Nuuk', days: [6] } as const;
    expect(nextOccurrence(nuuk, new Date('2026-03-27T12:00Z'))).toEqual({ at: new Date('2026-03-29T01:00Z'), day: '2026-03-28' });
  });

  test('leaves out holidays and adds make-up days', () => {
    const october = {
      ...shanghai,
      holidays: ['2026-10-01', '2026-10-02', '2026-10-05'],
      makeUpDays: ['2026-10-10', '2026-10-05'],
    } as const;
    expect(daysOf(october, '2026-09-30T00:00Z', '2026-10-11T00:00Z')).toEqual([
      '2026-09-30',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
  });

  test('is not there for a schedule without days, or with holidays only', () => {
    expect(nextOf({ ...shanghai, days: [] }, '2026-03-13T00:00Z')).toBeUndefined();
    const holidays = Array.from({ length: 900 }, (_, at) => addDays('2026-03-12', at));
    expect(nextOf({ ...shanghai, holidays }, '2026-03-13T00:00Z')).toBeUndefined();
  });
});

const schedules = fc.record({
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  zone: fc.constantFrom(
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Nuuk',
    'Pacific/Kiritimati',
    'Etc/GMT+12',
  ),
  days: fc.subarray([...EVERY_DAY], { minLength: 1 }),
});
const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

describe('occurrences', () => {
  test('rise, one for each day of the schedule, none for another', () => {
    fc.assert(
      fc.property(schedules, instants, (schedule, from) => {
        const found = occurrencesBetween(schedule, from, new Date(from.getTime() + 30 * 86_400_000));
        for (const [at, { day }] of found.entries()) {
          const before = found[at - 1];
          expect(schedule.days).toContain(weekdayOf(day));
          if (!before) continue;
          expect(before.at < (found[at]?.at ?? 0)).toBe(true);
          for (let between = addDays(before.day, 1); between < day; between = addDays(between, 1))
            expect(isOn(schedule, between)).toBe(false);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('are the same in one stretch and in two', () => {
    fc.assert(
      fc.property(schedules, instants, fc.tuple(fc.nat(240), fc.nat(240)), (schedule, from, hours) => {
        const [middle, to] = [hours[0], hours[0] + hours[1]].map((count) => new Date(from.getTime() + count * 3_600_000)) as [Date, Date];
        const parts = [...occurrencesBetween(schedule, from, middle), ...occurrencesBetween(schedule, middle, to)];
        expect(parts).toEqual(occurrencesBetween(schedule, from, to));
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe('what was missed', () => {
  const at = (text: string) => new Date(text);

  test('is nothing before the time, and nothing after it is settled', () => {
    expect(missed(shanghai, '2026-03-12', at('2026-03-13T01:29:59Z'))).toEqual({ kind: 'nothing' });
    expect(missed(shanghai, '2026-03-13', at('2026-03-13T01:31Z'))).toEqual({ kind: 'nothing' });
    expect(missed(shanghai, '2026-03-13', at('2026-03-15T12:00Z'))).toEqual({ kind: 'nothing' });
    expect(missed(shanghai, '2026-03-20', at('2026-03-13T12:00Z'))).toEqual({ kind: 'nothing' });
  });

  test('is due from its instant on, for three hours', () => {
    const occurrence = { at: at('2026-03-13T01:30Z'), day: '2026-03-13' };
    expect(missed(shanghai, '2026-03-12', occurrence.at)).toEqual({ kind: 'due', occurrence, dropped: 0 });
    expect(missed(shanghai, '2026-03-12', at('2026-03-13T04:30Z'))).toEqual({ kind: 'due', occurrence, dropped: 0 });
    expect(missed(shanghai, '2026-03-12', at('2026-03-13T04:30:00.001Z'))).toEqual({ kind: 'too late', occurrence, dropped: 0 });
  });

  test('collapses into the newest', () => {
    const occurrence = { at: at('2026-03-16T01:30Z'), day: '2026-03-16' };
    expect(missed(shanghai, '2026-03-09', at('2026-03-16T02:00Z'))).toEqual({ kind: 'due', occurrence, dropped: 4 });
    expect(missed(shanghai, '2026-03-09', at('2026-03-16T12:00Z'))).toEqual({ kind: 'too late', occurrence, dropped: 4 });
  });

  test('is at most once a day, whatever the schedule becomes on that day', () => {
    const later = { ...shanghai, minuteOfDay: 600 };
    expect(missed(later, '2026-03-13', at('2026-03-13T02:01Z'))).toEqual({ kind: 'nothing' });
    expect(missed({ ...shanghai, zone: 'Europe/London' }, '2026-03-13', at('2026-03-13T10:00Z'))).toEqual({ kind: 'nothing' });
  });

  test('agrees with the occurrences since the last settled day', () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 1, max: 40 }), (schedule, now, back) => {
        const lastDay: Day = addDays(now.toISOString().slice(0, 10) as Day, -back);
        const since = occurrencesBetween(schedule, new Date(now.getTime() - 45 * 86_400_000), now).filter(({ day }) => day > lastDay);
        const newest = since.at(-1);
        const late = newest && lateness(newest, now) > MAX_LATENESS_MS;
        const expected = newest ? { kind: late ? 'too late' : 'due', occurrence: newest, dropped: since.length - 1 } : { kind: 'nothing' };
        expect(missed(schedule, lastDay, now)).toEqual(expected);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
