import { nextOccurrence, occurrencesBetween } from '../schedule/occurrences.ts';
import { type Day, EVERY_DAY, type Schedule } from '../schedule/schedule.ts';

/** A learner's day, from its first moment up to, not including, that of the next. */
export interface LearnerDay {
  readonly day: Day;
  readonly start: Date;
  /** 23 or 25 hours after the start where clocks are changed. */
  readonly end: Date;
}

/** When a learner's day begins, by the clock where they live: whoever reviews at midnight still does it today. */
const FOUR_IN_THE_MORNING = 4 * 60;
/** No day is longer, wherever clocks are changed and zones moved. */
const TWO_DAYS_MS = 48 * 3_600_000;

const morningsIn = (zone: string): Schedule => ({ minuteOfDay: FOUR_IN_THE_MORNING, zone, days: EVERY_DAY });

/**
 * The day of a learner that a moment is in.
 *
 * @param zone - the IANA name of the time zone where the learner lives.
 */
export function dayAround(at: Date, zone: string): LearnerDay {
  const mornings = morningsIn(zone);
  const morning = occurrencesBetween(mornings, new Date(at.getTime() - TWO_DAYS_MS), at).at(-1);
  const next = nextOccurrence(mornings, at);
  if (!morning || !next) throw new RangeError(`no four in the morning in ${zone} around ${at.toISOString()}`);
  return { day: morning.day, start: morning.at, end: next.at };
}

/** So many days of a learner, the one that a moment is in first. */
export function daysFrom(at: Date, zone: string, count: number): LearnerDay[] {
  const days = [dayAround(at, zone)];
  for (let last = days[0]; last && days.length < count; last = days.at(-1)) days.push(dayAround(last.end, zone));
  return days;
}
