import { addDays, monthOf } from './schedule/calendar.ts';
import { isOn } from './schedule/occurrences.ts';
import type { Day, Schedule } from './schedule/schedule.ts';

export interface Streak {
  /** How many workdays in a row on which something was done. */
  readonly length: number;
  /** The workdays in it that were missed and forgiven, the latest first. */
  readonly frozen: readonly Day[];
  readonly isTodayDone: boolean;
}

/** How many days a streak is followed back. */
export const STREAK_HORIZON_DAYS = 1000;

/** So many missed workdays of a calendar month are forgiven, the latest ones. */
const FREEZES_A_MONTH = 2;

/**
 * The workdays in a row on which somebody did something, up to today.
 *
 * Workdays are the days of a schedule. Others neither count nor break it, and
 * today breaks it only when it is over.
 *
 * @param active - the days on which something was done.
 */
export function streakOf(active: ReadonlySet<Day>, today: Day, workdays: Pick<Schedule, 'days' | 'holidays' | 'makeUpDays'>): Streak {
  const isTodayDone = active.has(today);
  const first = [...active].reduce((a, b) => (a < b ? a : b), today);
  const frozen: Day[] = [];
  const freezes = new Map<string, number>();
  let length = 0;
  /** Missed days count as forgiven only where something was done before them. */
  let pending: Day[] = [];
  for (let day = isTodayDone ? today : addDays(today, -1); day >= first; day = addDays(day, -1)) {
    if (!isOn(workdays, day)) continue;
    if (active.has(day)) {
      length += 1;
      frozen.push(...pending);
      pending = [];
      continue;
    }
    const month = monthOf(day);
    const used = freezes.get(month) ?? 0;
    if (used === FREEZES_A_MONTH) break;
    freezes.set(month, used + 1);
    pending.push(day);
  }
  return { length, frozen, isTodayDone };
}
