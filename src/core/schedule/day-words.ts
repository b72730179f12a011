import { EVERY_DAY, WEEKEND, type Weekday, WORKDAYS } from './schedule.ts';
import { phrases, type Read, readPhrase, type Token, touches } from './tokens.ts';

/** Days of the week as they were said. */
export interface SaidDays {
  readonly days: readonly Weekday[];
  /** Whether these days are left out (`except Friday`). */
  readonly isWithout: boolean;
}

const HAN_DAYS = '一二三四五六日';

const hanNames = (day: Weekday): string[] => {
  const ends = day === 7 ? ['日', '天', '7'] : [HAN_DAYS.charAt(day - 1), String(day)];
  return ['周', '星期', '礼拜'].flatMap((week) => ends.map((end) => week + end));
};

const DAYS = phrases<Weekday>([
  [['mon', 'monday', 'mondays', ...hanNames(1)], 1],
  [['tue', 'tues', 'tuesday', 'tuesdays', ...hanNames(2)], 2],
  [['wed', 'weds', 'wednesday', 'wednesdays', ...hanNames(3)], 3],
  [['thu', 'thur', 'thurs', 'thursday', 'thursdays', ...hanNames(4)], 4],
  [['fri', 'friday', 'fridays', ...hanNames(5)], 5],
  [['sat', 'saturday', 'saturdays', ...hanNames(6)], 6],
  [['sun', 'sunday', 'sundays', ...hanNames(7)], 7],
]);

const SETS = phrases<readonly Weekday[]>([
  [['every day', 'everyday', 'each day', 'daily', 'all days', 'all week', '每天', '每日', '天天', '一天', '一周七天'], EVERY_DAY],
  [['weekday', 'weekdays', 'workday', 'workdays', 'working days', 'business days', 'work days', '工作日', '上班日', '平日'], WORKDAYS],
  [['weekend', 'weekends', '周末', '双休日'], WEEKEND],
]);

const WITHOUT = phrases<true>([
  [['except', 'except on', 'without', 'but not', 'not on', 'excluding', '除了', '除', '除去', '不含', '不包括'], true],
]);
const UP_TO = phrases<true>([[['-', '–', '—', '~', '〜', 'to', 'through', 'thru', 'until', '到', '至'], true]]);
const AND = phrases<true>([[[',', ', and', '、', '&', '+', '/', 'and', '和', '与', '及', '跟'], true]]);

/** A numeral before one of these is a number, not the short name of a day: 周一三点 is Monday at three. */
const BEHIND_NUMBERS = new Set(['十', '点', '时', '刻', '分', '题', '道', '个', '半', '条', '小', ':', '.']);

/** A set of days, or a list of days, with `except` before it or without: `weekdays`, `Mon-Fri`, `mon, wed and fri`, `周一到周五`, `周一、三、五`. */
export function readDays(tokens: readonly Token[], at: number): Read<SaidDays> | undefined {
  const without = readPhrase(tokens, at, WITHOUT);
  const from = without?.next ?? at;
  const read = readPhrase(tokens, from, SETS) ?? readList(tokens, from);
  return read && { value: { days: read.value, isWithout: without !== undefined }, next: read.next };
}

function readList(tokens: readonly Token[], at: number): Read<readonly Weekday[]> | undefined {
  const days = new Set<Weekday>();
  let next = at;
  let read = readRange(tokens, at, 'word');
  while (read) {
    for (const day of read.value) days.add(day);
    next = read.next;
    const joined = readPhrase(tokens, next, AND);
    read = readRange(tokens, joined?.next ?? next, tokens[next - 1]?.kind);
  }
  return days.size > 0 ? { value: [...days], next } : undefined;
}

/** One day, or from one day to another, over the weekend too: Friday to Monday. */
function readRange(tokens: readonly Token[], at: number, before: Token['kind'] | undefined): Read<readonly Weekday[]> | undefined {
  const first = readDay(tokens, at, before);
  if (!first) return undefined;
  const upTo = readPhrase(tokens, first.next, UP_TO);
  const last = upTo && readDay(tokens, upTo.next, tokens[first.next - 1]?.kind);
  if (!last) return { value: [first.value], next: first.next };
  const length = (last.value - first.value + 7) % 7;
  return { value: EVERY_DAY.filter((day) => (day - first.value + 7) % 7 <= length), next: last.next };
}

/** A day by its name; behind a day that ends in a numeral, by a numeral of the same kind alone: 周一、三, 周1,3. */
function readDay(tokens: readonly Token[], at: number, before: Token['kind'] | undefined): Read<Weekday> | undefined {
  const named = readPhrase(tokens, at, DAYS);
  const token = tokens[at];
  if (named || !token || token.kind !== before || BEHIND_NUMBERS.has(tokens[at + 1]?.text ?? '')) return named;
  // Digits behind a space may be an hour or a number of questions.
  const digit = touches(tokens, at) ? '1234567'.indexOf(token.text) + 1 : 0;
  const day = token.kind === 'number' ? digit : HAN_DAYS.indexOf(token.text.replace('天', '日')) + 1;
  return day > 0 && token.text.length === 1 ? { value: day as Weekday, next: at + 1 } : undefined;
}
