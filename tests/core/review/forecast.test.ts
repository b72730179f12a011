import { describe, expect, test } from 'vitest';
import { daysFrom } from '../../../src/core/review/day.ts';
import { dueAt, holdAt } from '../../../src/core/review/due.ts';
import { forecast } from '../../../src/core/review/forecast.ts';
import type { Memory } from '../../../src/core/review/memory.ts';

const days = (count: number) => daysFrom(new Date('2026-11-20T09:00:00+08:00'), 'Asia/Shanghai', count);
const on = (day: number, time = '12:00') => new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`);

/** A memory that was made on one day and is due on another. */
const memory = (due: Date, seenAt = on(1)): Memory => ({ stability: 5, difficulty: 5, misses: 0, since: seenAt, seenAt, due });

describe('the forecast', () => {
  test('counts what is due each day, what is overdue today, and nothing beyond', () => {
    const memories = [on(3), on(20, '23:00'), on(21, '03:00'), on(21), on(23), on(24)].map((due) => memory(due));
    expect(forecast(memories, days(4))).toEqual([
      { day: '2026-11-20', due: 3 },
      { day: '2026-11-21', due: 1 },
      { day: '2026-11-22', due: 0 },
      { day: '2026-11-23', due: 1 },
    ]);
  });

  test('stretches over a holiday', () => {
    const holds = [{ from: on(21, '04:00'), until: on(23, '04:00') }];
    const memories = [on(20), on(21), on(22)].map((due) => memory(due));
    expect(forecast(memories, days(5), holds).map(({ due }) => due)).toEqual([1, 0, 0, 1, 1]);
  });
});

describe('a holiday', () => {
  const hold = { from: on(10), until: on(15) };

  test('puts off what would be due in it or after it by its length, and nothing that is due before', () => {
    expect(dueAt(memory(on(9)), [hold])).toEqual(on(9));
    expect(dueAt(memory(on(12)), [hold])).toEqual(on(17));
    expect(dueAt(memory(on(20)), [hold])).toEqual(on(25));
  });

  test('counts only from when something was seen in it, and not at all once it is over', () => {
    expect(dueAt(memory(on(14), on(12)), [hold])).toEqual(on(17));
    expect(dueAt(memory(on(18), on(15)), [hold])).toEqual(on(18));
  });

  test('adds to the next one', () => {
    const next = { from: on(20), until: on(22) };
    expect(dueAt(memory(on(16)), [hold, next])).toEqual(on(23));
    expect(dueAt(memory(on(14)), [hold, next])).toEqual(on(19));
  });

  test('begins with its first moment, and ends before its last', () => {
    expect(holdAt([hold], on(10))).toBe(hold);
    expect(holdAt([hold], on(15))).toBeUndefined();
  });
});
