import type { Day } from '../schedule/schedule.ts';
import type { LearnerDay } from './day.ts';
import { dueAt, type Hold } from './due.ts';
import type { Memory } from './memory.ts';

/** How many concepts are due on a day. */
export interface DueOn {
  readonly day: Day;
  readonly due: number;
}

/**
 * How many concepts will be due on each of some days; what is overdue counts
 * for the first. Reviews to come will add to it.
 *
 * @param days - today and those after it, as `daysFrom` gives them.
 */
export function forecast(memories: Iterable<Memory>, days: readonly LearnerDay[], holds: readonly Hold[] = []): DueOn[] {
  const counts = days.map(() => 0);
  for (const memory of memories) {
    const due = dueAt(memory, holds);
    const at = days.findIndex(({ end }) => due < end);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return days.map(({ day }, at) => ({ day, due: counts[at] ?? 0 }));
}
