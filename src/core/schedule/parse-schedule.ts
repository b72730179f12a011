import type { Language } from '../content/schema.ts';
import { asTime, clockOf, type Unclear } from './clock.ts';
import { type Item, itemsOf } from './items.ts';
import { leftOver } from './left-over.ts';
import { EVERY_DAY, type Weekday } from './schedule.ts';
import { type Typed, tokensOf } from './tokens.ts';
import { likeliestFirst, offsetMinutes, zonesAt } from './zones.ts';

/** A quiz has no more questions: longer ones are not finished. */
export const MAX_QUESTIONS = 5;

/** What was said about a schedule; what was not said is not there. */
export interface SaidSchedule {
  readonly minuteOfDay?: number;
  readonly zone?: string;
  readonly days?: readonly Weekday[];
  readonly questions?: number;
  /** Words that are none of the above, as they were typed: a topic or a deck. */
  readonly topic?: string;
}

/** A schedule as far as it was said, or what has to be asked back; `said` is what was typed. */
export type ScheduleReading =
  /** `unreadable`: signs and numbers that were not understood, and left out. */
  | { readonly kind: 'schedule'; readonly schedule: SaidSchedule; readonly unreadable: readonly string[] }
  /** `candidates`: zones to choose from, the likeliest first; none where nothing fits. */
  | { readonly kind: 'ambiguous zone'; readonly said: string; readonly candidates: readonly string[] }
  | { readonly kind: 'unclear time'; readonly said: string; readonly why: Unclear }
  /** Fewer questions than 1, more than {@link MAX_QUESTIONS}, or two numbers. */
  | { readonly kind: 'unclear number'; readonly said: string }
  /** No day is left of those that were said. */
  | { readonly kind: 'no days'; readonly said: string };

/** What helps to understand what was typed. */
export interface Circumstances {
  /** Which zones are at UTC+5:30 is a question of today. */
  readonly now: Date;
  /** The zone of the person, if known: it comes first among candidates. */
  readonly zone?: string | undefined;
  readonly language: Language;
}

/**
 * Reads when a quiz is wanted, and of what: `09:30 Asia/Shanghai weekdays 3 kubernetes`,
 * `每个工作日早上九点半，3题`, in any order and both languages.
 *
 * A bare number is an hour, beside a time it is the number of questions; a 1 to
 * 5 alone is the number of questions, since nobody is quizzed at night.
 */
export function parseSchedule(text: string, circumstances: Circumstances): ScheduleReading {
  const typed = tokensOf(text);
  const items = settleNumbers(itemsOf(typed.tokens));
  const clock = clockOf(items, typed);
  if (clock?.kind === 'unclear time') return clock;
  const zone = zoneOf(items, typed, circumstances);
  if (zone?.kind === 'ambiguous zone') return zone;
  const count = countOf(items, typed);
  if (count?.kind === 'unclear number') return count;
  const days = daysOf(items, typed);
  if (days?.kind === 'no days') return days;
  const { topic, unreadable } = leftOver(items, typed);
  const schedule = {
    ...(clock && { minuteOfDay: clock.minuteOfDay }),
    ...(zone && { zone: zone.zone }),
    ...(days && { days: days.days }),
    ...(count && { questions: count.questions }),
    ...(topic !== '' && { topic }),
  };
  return { kind: 'schedule', schedule, unreadable };
}

/** Decides for each number whether it is a time, a number of questions, or part of a topic (`docker 101`). */
function settleNumbers(items: readonly Item[]): Item[] {
  const time = items.some(({ kind }) => kind === 'time') ? undefined : (beside(items) ?? bareTime(items));
  const isCounted = items.some(({ kind }) => kind === 'count');
  const count = isCounted ? undefined : items.findLast((item) => item !== time && item.kind === 'number' && isQuizSize(item.value));
  return items.map((item, at) => {
    if (item === time) return asTime(item);
    const { from, to } = item;
    if (item.kind === 'dotted') return { kind: 'word', from, to };
    if (item.kind !== 'number') return item;
    const isInTopic = item !== count && (isCounted || count !== undefined || items[at - 1]?.kind === 'word');
    return isInTopic ? { kind: 'word', from, to } : { kind: 'count', value: item.value, from, to };
  });
}

/** The number beside a part of the day: before an English one (9 pm), behind a Chinese one (早上9), else on its other side. */
function beside(items: readonly Item[]): Item | undefined {
  const at = items.findIndex(({ kind }) => kind === 'part');
  const part = items[at];
  if (part?.kind !== 'part') return undefined;
  const sides = part.isHan ? [items[at + 1], items[at - 1]] : [items[at - 1], items[at + 1]];
  return sides.find((item) => item?.kind === 'number' || item?.kind === 'dotted');
}

/** What stands for the time where none is said: `9.30`, else a number that cannot be that of the questions, else the first of two. */
function bareTime(items: readonly Item[]): Item | undefined {
  const dotted = items.find(({ kind }) => kind === 'dotted');
  if (dotted) return dotted;
  const numbers = items.filter((item) => item.kind === 'number');
  const needsHour = numbers.length > 1 || items.some(({ kind }) => kind === 'count');
  return numbers.find(({ value }) => !isQuizSize(value)) ?? (needsHour ? numbers[0] : undefined);
}

const isQuizSize = (value: number): boolean => value >= 1 && value <= MAX_QUESTIONS;

/** Beside a zone, a distance to UTC only says which is meant: `CST (UTC+8)`, `Berlin, UTC+1`. */
function zoneOf(items: readonly Item[], typed: Typed, { now, zone, language }: Circumstances) {
  const said = items.filter((item) => item.kind === 'zone');
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return undefined;
  const named = said.filter(({ offset }) => offset === undefined);
  const offset = said.find((item) => item.offset !== undefined)?.offset;
  const zones = [...new Set((named.length > 0 ? named : said).flatMap((item) => item.zones))];
  const fitting = named.length > 0 && offset !== undefined ? zones.filter((each) => offsetMinutes(each, now) === offset) : zones;
  if (fitting.length === 1 && fitting[0]) return { kind: 'zone', zone: fitting[0] } as const;
  const possible = fitting.length > 0 ? fitting : [...zones, ...zonesAt(offset ?? 0, now)];
  const candidates = likeliestFirst(possible, zone, language);
  return { kind: 'ambiguous zone', said: typed.textOf(first.from, last.to), candidates } as const;
}

function countOf(items: readonly Item[], typed: Typed) {
  const said = items.filter((item) => item.kind === 'count');
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return undefined;
  const isClear = isQuizSize(first.value) && said.every(({ value }) => value === first.value);
  return isClear
    ? ({ kind: 'questions', questions: first.value } as const)
    : ({ kind: 'unclear number', said: typed.textOf(first.from, last.to) } as const);
}

function daysOf(items: readonly Item[], typed: Typed) {
  const said = items.filter((item) => item.kind === 'days');
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return undefined;
  const wanted = said.filter(({ isWithout }) => !isWithout).flatMap((item) => item.days);
  const unwanted = new Set(said.filter(({ isWithout }) => isWithout).flatMap((item) => item.days));
  const days = EVERY_DAY.filter((day) => (wanted.length === 0 || wanted.includes(day)) && !unwanted.has(day));
  return days.length > 0 ? ({ kind: 'days', days } as const) : ({ kind: 'no days', said: typed.textOf(first.from, last.to) } as const);
}
