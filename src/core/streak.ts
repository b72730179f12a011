import { addDays, type Day, weekdayOf } from './review/day.ts';

/** Which days a learner is expected to learn on. */
export interface Workdays {
  /** 0 for Sunday to 6 for Saturday: the days of the schedule. */
  readonly weekdays: readonly number[];
  /** Days off that would be workdays by their weekday. */
  readonly holidays?: ReadonlySet<Day>;
  /** Days of work that would be free by their weekday, to make up for a holiday. */
  readonly makeUpDays?: ReadonlySet<Day>;
}

export interface Streak {
  /** How many workdays with a review or an attempt stand in a row. */
  readonly length: number;
  /** The workdays in it that were missed and forgiven, the latest first. */
  readonly frozen: readonly Day[];
  readonly isTodayDone: boolean;
}

/** So many missed workdays of a calendar month are forgiven, the latest ones. */
const FREEZES_A_MONTH = 2;

/**
 * The workdays in a row on which a learner did a review or an attempt, up to today.
 *
 * Days off neither count nor break it, and today breaks it only when it is over.
 *
 * @param active - the days on which the learner did something.
 */
export function streakOf(active: ReadonlySet<Day>, today: Day, workdays: Workdays): Streak {
  const isTodayDone = active.has(today);
  const first = [...active].reduce((a, b) => (a < b ? a : b), today);
  const frozen: Day[] = [];
  const freezes = new Map<string, number>();
  let length = 0;
  /** Missed days count as forgiven only where something was done before them. */
  let pending: Day[] = [];
  for (let day = isTodayDone ? today : addDays(today, -1); day >= first; day = addDays(day, -1)) {
    if (!isWorkday(day, workdays)) continue;
    if (active.has(day)) {
      length += 1;
      frozen.push(...pending);
      pending = [];
      continue;
    }
    const month = day.slice(0, 7);
    const used = freezes.get(month) ?? 0;
    if (used === FREEZES_A_MONTH) break;
    freezes.set(month, used + 1);
    pending.push(day);
  }
  return { length, frozen, isTodayDone };
}

function isWorkday(day: Day, { weekdays, holidays, makeUpDays }: Workdays): boolean {
  if (makeUpDays?.has(day)) return true;
  return weekdays.includes(weekdayOf(day)) && !holidays?.has(day);
}
