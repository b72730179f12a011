import type { Day, Weekday } from './schedule.ts';

const DAY_MS = 86_400_000;

/** Midnight in UTC stands for the day, so that arithmetic on days meets no change of clocks. */
const utcOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (utc: Date): Day => utc.toISOString().slice(0, 10) as Day;

/** Whether a text is a day that the calendar has: `2026-02-30` is not. Years 1970 to 2999. */
export function isDay(text: string): text is Day {
  if (!/^(?:19[7-9]|2\d\d)\d-\d\d-\d\d$/.test(text)) return false;
  const utc = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && dayOf(utc) === text;
}

/** The day so many days later, or earlier for a number below 0. */
export const addDays = (day: Day, days: number): Day => dayOf(new Date(utcOf(day).getTime() + days * DAY_MS));

/** How many days lie between two days: 1 from one day to the next, below 0 backwards. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to).getTime() - utcOf(from).getTime()) / DAY_MS;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): Weekday => (utcOf(day).getUTCDay() || 7) as Weekday;

/** The ISO 8601 week, `2026-W01`: weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01` as Day, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The month, `2026-03`. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** Making a formatter takes longer than using it a hundred times; there are only some hundred zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** The day that the calendar on the wall shows in a zone at an instant. */
export function localDay(at: Date, zone: string): Day {
  const parts = formatterOf(zone).formatToParts(at);
  const part = (type: 'year' | 'month' | 'day') => parts.find((each) => each.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}` as Day;
}
