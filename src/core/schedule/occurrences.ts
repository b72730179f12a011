import { Cron } from 'croner';
import { createCache, findOrMake } from '../cache.ts';
import { addDays, daysBetween, localDay, weekdayOf } from './calendar.ts';
import type { Day, Schedule } from './schedule.ts';

/** One time that a schedule comes round. */
export interface Occurrence {
  readonly at: Date;
  /** The day of the schedule that it belongs to: its name, the same after a change of the time. */
  readonly day: Day;
}

/** What a restart, an outage or a leap of the clock left to do. */
export type Missed =
  | { readonly kind: 'nothing' }
  /** `dropped`: how many earlier ones this one stands for. */
  | { readonly kind: 'due' | 'too late'; readonly occurrence: Occurrence; readonly dropped: number };

/** Later than this, an occurrence is let go: a morning's quiz in the evening serves nobody. */
export const MAX_LATENESS_MS = 3 * 60 * 60 * 1000;

/** No schedule is looked through further than this, be it full of holidays. */
const HORIZON_DAYS = 800;

/** No zone is further ahead of UTC than 14 hours, so that any day has yet to begin everywhere. */
const BEFORE_ANY_MIDNIGHT_MS = 15 * 60 * 60 * 1000;

/**
 * The next time a schedule comes round, strictly after an instant.
 *
 * `undefined` where there is none within two years: no days, or holidays only.
 */
export function nextOccurrence(schedule: Schedule, after: Date): Occurrence | undefined {
  return occurrencesAfter(schedule, after).next().value;
}

/** All occurrences after `from` and up to `to`, in order. */
export function occurrencesBetween(schedule: Schedule, from: Date, to: Date): Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrencesAfter(schedule, from)) {
    if (occurrence.at > to) break;
    found.push(occurrence);
  }
  return found;
}

/** How many milliseconds after its time it is; below 0 before. */
export const lateness = ({ at }: Occurrence, now: Date): number => now.getTime() - at.getTime();

/**
 * What is to do now for a schedule whose occurrences up to `lastDay` are settled.
 *
 * However many were missed, only the newest counts, and not even that one when
 * it is over {@link MAX_LATENESS_MS} late. For a new schedule, `lastDay` is the
 * day before its next occurrence, so that today's time, if it is past, is not due.
 */
export function missed(schedule: Schedule, lastDay: Day, now: Date): Missed {
  const newest = newestOccurrence(schedule, lastDay, now);
  if (!newest) return { kind: 'nothing' };
  const between = Math.min(daysBetween(lastDay, newest.day) - 1, HORIZON_DAYS);
  const dropped = daysFrom(addDays(newest.day, -1), -1)
    .take(between)
    .filter((day) => isOn(schedule, day))
    .toArray().length;
  return { kind: lateness(newest, now) > MAX_LATENESS_MS ? 'too late' : 'due', occurrence: newest, dropped };
}

/** Whether a schedule comes round on a day. */
export function isOn({ days, holidays = [], makeUpDays = [] }: Pick<Schedule, 'days' | 'holidays' | 'makeUpDays'>, day: Day): boolean {
  if (makeUpDays.includes(day)) return true;
  return days.includes(weekdayOf(day)) && !holidays.includes(day);
}

function* occurrencesAfter(schedule: Schedule, after: Date): Generator<Occurrence, undefined> {
  let previous = after;
  let idle = 0;
  for (const day of daysFrom(localDay(after, schedule.zone), 1)) {
    if (idle++ > HORIZON_DAYS) return;
    if (!isOn(schedule, day)) continue;
    const at = instantOf(day, schedule);
    if (at <= previous) continue;
    previous = at;
    idle = 0;
    yield { at, day };
  }
}

function newestOccurrence(schedule: Schedule, lastDay: Day, now: Date): Occurrence | undefined {
  const today = localDay(now, schedule.zone);
  return daysFrom(today, -1)
    .take(Math.max(0, Math.min(daysBetween(lastDay, today), HORIZON_DAYS)))
    .filter((day) => isOn(schedule, day))
    .map((day) => ({ at: instantOf(day, schedule), day }))
    .find(({ at }) => at <= now);
}

/** Days for ever, forwards (1) or backwards (-1). */
function* daysFrom(first: Day, step: 1 | -1): Generator<Day, never> {
  for (let day = first; ; day = addDays(day, step)) yield day;
}

/**
 * When the clocks of a zone first show a time on a day. A time that they leap
 * over gives the first instant behind the gap.
 */
function instantOf(day: Day, { minuteOfDay, zone }: Schedule): Date {
  // croner finds nothing where the gap reaches up to midnight (America/Nuuk in March): the next day begins behind it.
  const atMs = showing(day, minuteOfDay, zone) ?? showing(addDays(day, 1), 0, zone);
  if (atMs === undefined) throw new Error(`no clock in ${zone} shows ${day}`);
  return new Date(atMs);
}

/** So many instants are remembered: those of a team's days are asked for again with each review, each quiz and each reminder. */
const MOST_INSTANTS = 5_000;
const instants = createCache<{ readonly ms: number | undefined }>(MOST_INSTANTS);

function showing(day: Day, minuteOfDay: number, zone: string): number | undefined {
  return findOrMake(instants, `${day} ${minuteOfDay} ${zone}`, () => ({ ms: findInstant(day, minuteOfDay, zone)?.getTime() })).ms;
}

/** Parses a pattern, which takes longer than all the rest of a review. */
function findInstant(day: Day, minuteOfDay: number, zone: string): Date | null {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const pattern = `0 ${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} ${dayOfMonth} ${month} * ${year}`;
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - BEFORE_ANY_MIDNIGHT_MS);
  return new Cron(pattern, { timezone: zone, mode: '7-part' }).nextRun(before);
}
