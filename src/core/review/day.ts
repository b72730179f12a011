import { addDays } from '../schedule/calendar.ts';
import type { Day } from '../schedule/schedule.ts';

/** When a learner's day begins, by the clock where they live: whoever reviews at midnight still does it today. */
const DAY_BEGINS = 4;
const HOUR_MS = 3_600_000;

/** A learner's day, from its first moment up to, not including, that of the next. */
export interface LearnerDay {
  readonly day: Day;
  readonly start: Date;
  readonly end: Date;
}

/** Tells a learner's days apart. */
export interface Calendar {
  dayOf(at: Date): Day;
  /** The whole day that a moment is in; 23 or 25 hours long where clocks are changed. */
  dayAround(at: Date): LearnerDay;
}

/**
 * The days of a learner, which begin at 04:00 in their time zone.
 *
 * @param timeZone - as in `Asia/Shanghai`; throws a RangeError for one that is not known.
 */
export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  });
  const dayOf = (at: Date): Day => {
    const { year, month, day, hour } = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${year}-${month}-${day}` as Day;
    return Number(hour) < DAY_BEGINS ? addDays(date, -1) : date;
  };
  return {
    dayOf,
    dayAround(at) {
      const day = dayOf(at);
      const isLater = (time: number) => dayOf(new Date(time)) > day;
      const isSame = (time: number) => dayOf(new Date(time)) >= day;
      const now = at.getTime();
      const start = firstWhere(isSame, now - 26 * HOUR_MS, now);
      return { day, start: new Date(start), end: new Date(firstWhere(isLater, now, now + 26 * HOUR_MS)) };
    },
  };
}

/** The first millisecond of which something is true that stays true, known to be so at the end and not at the beginning. */
function firstWhere(isTrue: (time: number) => boolean, from: number, to: number): number {
  let [no, yes] = [from, to];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isTrue(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
