import type { Language } from '../content/schema.ts';
import { addDays, daysBetween, isDay } from './calendar.ts';
import type { Day } from './schedule.ts';
import { phrases, type Read, readPhrase, type Token, tokensOf } from './tokens.ts';

/** Days in order, each once; or the part of the text that names none, as it was typed. */
export type DatesReading =
  | { readonly kind: 'dates'; readonly days: readonly Day[] }
  | { readonly kind: 'unclear dates'; readonly said: string };

/** A longer range than a summer's holidays is a mistake. */
const LONGEST_RANGE = 92;

/** From 2096 to 2104 there is no 29 February. */
const LEAP_YEARS_APART = 8;

interface SaidDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

type DateReader = (tokens: readonly Token[], at: number) => Read<SaidDate> | undefined;

const MONTHS = phrases<number>(
  ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'].map(
    (name, at) => [name === 'september' ? [name, 'sept', 'sep'] : [name, name.slice(0, 3)], at + 1] as const,
  ),
);
const UP_TO = phrases<true>([[['..', '...', '…', '-', '–', '—', '~', '〜', 'to', 'until', 'through', '到', '至'], true]]);
const BETWEEN = phrases<true>([[[',', '、', ';', 'and', '和', '及', '.', '。'], true]]);
const ORDINAL = phrases<true>([[['st', 'nd', 'rd', 'th'], true]]);
const SEPARATORS = ['-', '/', '.'];

/**
 * Reads a list of days: `2026-10-01..2026-10-07`, `10月1日-7日`, `Oct 1-7, 1 May`, `2026年5月1日`.
 *
 * Without a year, the next such day is meant, today included. `10/1` is read in
 * Chinese only, where it cannot be the tenth of January.
 *
 * @param today - the day where the person is.
 */
export function parseDates(text: string, today: Day, language: Language): DatesReading {
  const { tokens, textOf } = tokensOf(text);
  const days = new Set<Day>();
  for (let at = 0; at < tokens.length; ) {
    const between = readPhrase(tokens, at, BETWEEN);
    if (between) {
      at = between.next;
      continue;
    }
    const range = readRange(tokens, at, language);
    const found = range && daysOf(range.value.first, range.value.last, today);
    if (!found) return { kind: 'unclear dates', said: textOf(at, tokens.length) };
    for (const day of found) days.add(day);
    at = range.next;
  }
  return days.size > 0 ? { kind: 'dates', days: [...days].toSorted() } : { kind: 'unclear dates', said: text };
}

function readRange(tokens: readonly Token[], at: number, language: Language): Read<{ first: SaidDate; last?: SaidDate }> | undefined {
  const dayFirst = readDaysOfMonth(tokens, at);
  if (dayFirst) return dayFirst;
  const first = readDate(tokens, at, language);
  const upTo = first && readPhrase(tokens, first.next, UP_TO);
  if (!upTo) return first && { value: { first: first.value }, next: first.next };
  const last = readDate(tokens, upTo.next, language);
  if (last) return { value: { first: first.value, last: last.value }, next: last.next };
  const day = readDayOfMonth(tokens, upTo.next);
  return day && { value: { first: first.value, last: { ...first.value, day: day.value } }, next: day.next };
}

/** `1-7 October`. */
function readDaysOfMonth(tokens: readonly Token[], at: number): Read<{ first: SaidDate; last: SaidDate }> | undefined {
  const first = readDayOfMonth(tokens, at);
  const upTo = first && readPhrase(tokens, first.next, UP_TO);
  const last = upTo && readDayOfMonth(tokens, upTo.next);
  const month = last && readPhrase(tokens, last.next, MONTHS);
  if (!month) return undefined;
  const year = readYear(tokens, month.next);
  const inMonth = (day: number) => ({ ...year.value, month: month.value, day });
  return { value: { first: inMonth(first.value), last: inMonth(last.value) }, next: year.next };
}

const readDate = (tokens: readonly Token[], at: number, language: Language): Read<SaidDate> | undefined =>
  readWhole(tokens, at) ?? readHan(tokens, at) ?? readEnglish(tokens, at) ?? (language === 'zh' ? readSlashed(tokens, at) : undefined);

/** `2026-10-01`, `2026/10/1`. */
const readWhole: DateReader = (tokens, at) => {
  const [year, month, day] = [numberAt(tokens, at), numberAt(tokens, at + 2), numberAt(tokens, at + 4)];
  const [before, after] = [tokens[at + 1]?.text ?? '', tokens[at + 3]?.text];
  if (year === undefined || month === undefined || day === undefined || year < 1000) return undefined;
  return SEPARATORS.includes(before) && before === after ? { value: { year, month, day }, next: at + 5 } : undefined;
};

/** `2026年10月1日`, `10月1号`. */
const readHan: DateReader = (tokens, at) => {
  const hasYear = tokens[at + 1]?.text === '年';
  const from = hasYear ? at + 2 : at;
  const month = numberAt(tokens, from);
  const day = tokens[from + 1]?.text === '月' ? readDayOfMonth(tokens, from + 2) : undefined;
  const year = hasYear ? numberAt(tokens, at) : undefined;
  return month === undefined || !day ? undefined : { value: { ...(year && { year }), month, day: day.value }, next: day.next };
};

/** `Oct 1`, `October 1st, 2026`, `1 Oct 2026`. */
const readEnglish: DateReader = (tokens, at) => {
  const monthFirst = readPhrase(tokens, at, MONTHS);
  const day = readDayOfMonth(tokens, monthFirst?.next ?? at);
  const month = monthFirst ?? (day && readPhrase(tokens, day.next, MONTHS));
  if (!day || !month) return undefined;
  const year = readYear(tokens, Math.max(day.next, month.next));
  return { value: { ...year.value, month: month.value, day: day.value }, next: year.next };
};

/** `10/1`. */
const readSlashed: DateReader = (tokens, at) => {
  const [month, day] = [numberAt(tokens, at), numberAt(tokens, at + 2)];
  return month === undefined || day === undefined || tokens[at + 1]?.text !== '/' ? undefined : { value: { month, day }, next: at + 3 };
};

/** `1`, `1st`, `1日`, `1号`. */
function readDayOfMonth(tokens: readonly Token[], at: number): Read<number> | undefined {
  const value = numberAt(tokens, at);
  if (value === undefined || value > 31) return undefined;
  const isHan = ['日', '号'].includes(tokens[at + 1]?.text ?? '');
  return { value, next: isHan ? at + 2 : (readPhrase(tokens, at + 1, ORDINAL)?.next ?? at + 1) };
}

/** A year behind a date, unless it begins the next date. */
function readYear(tokens: readonly Token[], at: number): Read<{ year?: number }> {
  const from = tokens[at]?.text === ',' ? at + 1 : at;
  const year = numberAt(tokens, from);
  const isNext = [...SEPARATORS, '年'].includes(tokens[from + 1]?.text ?? '') && numberAt(tokens, from + 2) !== undefined;
  return year === undefined || year < 1000 || isNext ? { value: {}, next: at } : { value: { year }, next: from + 1 };
}

const numberAt = (tokens: readonly Token[], at: number): number | undefined =>
  tokens[at]?.kind === 'number' && tokens[at].text.length <= 4 ? Number(tokens[at].text) : undefined;

function daysOf(first: SaidDate, last: SaidDate | undefined, today: Day): Day[] | undefined {
  // A range without a year may have begun: on 3 October, 1 to 7 October are this year's.
  const end = last && first.year === undefined ? dayFrom(last, today) : undefined;
  const from = dayFrom(first, end ? addDays(end, 1 - LONGEST_RANGE) : today);
  const to = from && last ? (end ?? dayFrom(last, from)) : from;
  if (!from || !to) return undefined;
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > LONGEST_RANGE) return undefined;
  return Array.from({ length }, (_, at) => addDays(from, at));
}

/** The day that was said; without a year, the first from `earliest` on. A 29 February may be years away. */
function dayFrom({ year, month, day }: SaidDate, earliest: Day): Day | undefined {
  const pad = (number: number) => String(number).padStart(2, '0');
  const ending = `-${pad(month)}-${pad(day)}`;
  if (year !== undefined) return existing(`${year}${ending}`);
  for (let more = 0; more <= LEAP_YEARS_APART; more++) {
    const found = existing(`${Number(earliest.slice(0, 4)) + more}${ending}`);
    if (found && found >= earliest) return found;
  }
  return undefined;
}

const existing = (text: string): Day | undefined => (isDay(text) ? text : undefined);
