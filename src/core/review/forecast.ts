import { addDays } from '../schedule/calendar.ts';
import type { Day } from '../schedule/schedule.ts';
import type { Calendar } from './day.ts';
import { dueAt, type Hold } from './due.ts';
import type { Memory } from './memory.ts';

/** How many concepts are due on a day. */
export interface DueOn {
  readonly day: Day;
  readonly due: number;
}

/**
 * How many concepts will be due on each of the next days, today first; what is
 * overdue counts for today. Reviews to come will add to it.
 */
export function forecast(
  memories: Iterable<Memory>,
  { calendar, now, days, holds = [] }: { calendar: Calendar; now: Date; days: number; holds?: readonly Hold[] },
): DueOn[] {
  const today = calendar.dayOf(now);
  const last = addDays(today, days - 1);
  const counts = new Map<Day, number>();
  for (const memory of memories) {
    const due = calendar.dayOf(dueAt(memory, holds));
    if (due > last) continue;
    const isOverdue = due < today;
    const day = isOverdue ? today : due;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: days }, (_, at) => addDays(today, at)).map((day) => ({ day, due: counts.get(day) ?? 0 }));
}
