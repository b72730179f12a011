import { readNumber } from './numbers.ts';
import { phrases, type Read, readPhrase, type Token, touches } from './tokens.ts';

/** A time as it was said, unchecked: what the hour means depends on the part of the day beside it. */
export interface SaidTime {
  readonly hour: number;
  readonly minute: number;
}

type TimeReader = (tokens: readonly Token[], at: number) => Read<SaidTime> | undefined;

/** What is counted: a number before one of these is no hour and no minute. */
export const COUNTED = phrases<true>([
  [['题', '题目', '道题', '道题目', '个题', '个题目', '个问题', '条题', '小题', '道', '个'], true],
  [['question', 'questions', 'q', 'qs', 'quiz questions'], true],
]);

const AROUND = phrases<number>([
  [['half past'], 30],
  [['quarter past', 'a quarter past', 'quarter after'], 15],
  [['quarter to', 'a quarter to', 'quarter before'], -15],
]);

const OCLOCK = phrases<true>([[["o'clock", 'oclock'], true]]);
const AT = phrases<true>([[['at', '@'], true]]);
const SPOKEN_MINUTES = new Set([15, 20, 30, 40, 45, 50]);

const isText = (tokens: readonly Token[], at: number, ...texts: string[]): boolean => texts.includes(tokens[at]?.text ?? '');

/** `9:30`, `09:30:00`. One digit behind the colon may be 9:05 or 9:50: it gives no such minute. */
const withColon: TimeReader = (tokens, at) => {
  const [hour, , minute] = tokens.slice(at, at + 3);
  const isOne = isText(tokens, at + 1, ':') && touches(tokens, at + 1) && touches(tokens, at + 2);
  if (!isOne || hour?.kind !== 'number' || minute?.kind !== 'number') return undefined;
  const hasSeconds = isText(tokens, at + 3, ':') && touches(tokens, at + 3) && tokens[at + 4]?.kind === 'number';
  return {
    value: { hour: Number(hour.text), minute: minute.text.length === 2 ? Number(minute.text) : 60 },
    next: hasSeconds ? at + 5 : at + 3,
  };
};

/** `9点`, `九点半`, `三点一刻`, `21点05分`, `9时30分`, `九点差五分`. */
const withDian: TimeReader = (tokens, at) => {
  const hour = readNumber(tokens, at);
  if (!hour || !isText(tokens, hour.next, '点', '时') || isText(tokens, hour.next + 1, '间', '区')) return undefined;
  const { value: minutes, next } = minutesBehind(tokens, hour.next + 1);
  const end = isText(tokens, next, '钟', '整') ? next + 1 : next;
  return { value: shifted(hour.value, minutes), next: end };
};

function minutesBehind(tokens: readonly Token[], at: number): Read<number> {
  if (isText(tokens, at, '半')) return { value: 30, next: at + 1 };
  if (isText(tokens, at, '差')) {
    const less = readSpan(tokens, at + 1);
    return less ? { value: -less.value, next: less.next } : { value: 0, next: at };
  }
  const span = readSpan(tokens, isText(tokens, at, '过') ? at + 1 : at);
  if (span) return span;
  const bare = readNumber(tokens, at);
  const isMinute = bare && tokens[at]?.kind !== 'word' && (tokens[bare.next - 1]?.end ?? 0) - (tokens[at]?.start ?? 0) >= 2;
  return isMinute && !readPhrase(tokens, bare.next, COUNTED) ? bare : { value: 0, next: at };
}

/** `5分`, `五分钟`, `一刻`, in minutes. */
function readSpan(tokens: readonly Token[], at: number): Read<number> | undefined {
  const number = readNumber(tokens, at);
  if (!number || !isText(tokens, number.next, '分', '刻')) return undefined;
  const isQuarter = isText(tokens, number.next, '刻');
  const end = number.next + 1;
  return { value: isQuarter ? number.value * 15 : number.value, next: isText(tokens, end, '钟') ? end + 1 : end };
}

/** `差一刻九点`, `差5分9点`. */
const lessBefore: TimeReader = (tokens, at) => {
  if (!isText(tokens, at, '差')) return undefined;
  const less = readSpan(tokens, at + 1);
  const time = less && withDian(tokens, less.next);
  return time && { value: shifted(time.value.hour, time.value.minute - less.value), next: time.next };
};

/** `half past nine`, `quarter to 10`. */
const aroundHour: TimeReader = (tokens, at) => {
  const around = readPhrase(tokens, at, AROUND);
  const hour = around && readNumber(tokens, around.next);
  return hour && { value: shifted(hour.value, around.value), next: hour.next };
};

/** `nine thirty`, `9 o'clock`. */
const inWords: TimeReader = (tokens, at) => {
  const hour = readNumber(tokens, at);
  if (!hour) return undefined;
  const oclock = readPhrase(tokens, hour.next, OCLOCK);
  if (oclock) return { value: { hour: hour.value, minute: 0 }, next: oclock.next };
  const minute = tokens[at]?.kind === 'word' && tokens[hour.next]?.kind === 'word' ? readNumber(tokens, hour.next) : undefined;
  return minute && SPOKEN_MINUTES.has(minute.value) ? { value: { hour: hour.value, minute: minute.value }, next: minute.next } : undefined;
};

const TIMES: readonly TimeReader[] = [withColon, lessBefore, withDian, aroundHour, inWords];

/** A time that cannot be anything else, with `at` before it or without. */
export function readTime(tokens: readonly Token[], at: number): Read<SaidTime> | undefined {
  const behindAt = readPhrase(tokens, at, AT)?.next;
  for (const read of TIMES) {
    const time = read(tokens, behindAt ?? at);
    if (time) return time;
  }
  const bare = behindAt === undefined ? undefined : (readDotted(tokens, behindAt) ?? readBare(tokens, behindAt));
  return bare && !readPhrase(tokens, bare.next, COUNTED) ? bare : undefined;
}

/** `9.30`: a time, unless a better one is said (`kubernetes 1.30`). */
export const readDotted: TimeReader = (tokens, at) => {
  const [hour, , minute] = tokens.slice(at, at + 3);
  const isDotted = isText(tokens, at + 1, '.') && touches(tokens, at + 1) && touches(tokens, at + 2) && minute?.text.length === 2;
  if (!isDotted || hour?.kind !== 'number' || hour.text.length > 2 || minute.kind !== 'number') return undefined;
  return { value: { hour: Number(hour.text), minute: Number(minute.text) }, next: at + 3 };
};

/** An hour alone (`9`, `nine`), or hour and minutes in one (`0930`). */
const readBare: TimeReader = (tokens, at) => {
  const number = readNumber(tokens, at);
  return number && { value: timeOfNumber(number.value), next: number.next };
};

/** The time that a bare number would be: 9 is 09:00, 930 is 09:30. */
export const timeOfNumber = (value: number): SaidTime =>
  value < 100 ? { hour: value, minute: 0 } : { hour: Math.floor(value / 100), minute: value % 100 };

/** A quarter to 10 is 9:45; what is no minute stays as it was said, to be refused. */
function shifted(hour: number, minutes: number): SaidTime {
  return minutes < 0 ? { hour: hour === 0 ? 23 : hour - 1, minute: minutes + 60 } : { hour, minute: minutes };
}
