import { COUNTED, readDotted, readTime, type SaidTime } from './clock-words.ts';
import { DAY_PARTS, type DayPart } from './day-parts.ts';
import { readDays, type SaidDays } from './day-words.ts';
import { readNumber } from './numbers.ts';
import { phrases, type Read, readPhrase, type Token } from './tokens.ts';
import { readZone, type SaidZone } from './zone-words.ts';

/** What some tokens say about a schedule; a `word` says nothing that we know. */
export type Said =
  | ({ readonly kind: 'time' } & SaidTime)
  | ({ readonly kind: 'dotted' } & SaidTime)
  | { readonly kind: 'part'; readonly part: DayPart; readonly isHan: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  | ({ readonly kind: 'zone' } & SaidZone)
  | ({ readonly kind: 'days' } & SaidDays)
  | { readonly kind: 'filler'; readonly isLoose: boolean }
  | { readonly kind: 'word' | 'sign' };

/** What was said, and at which tokens: from one up to, not including, another. */
export type Item = Said & { readonly from: number; readonly to: number };

const SMALL_WORDS = ['every', 'each', 'on', 'at', 'in', 'the', 'of', 'from', 'with', 'for', 'a', 'an', 'and', 'please', 'me', 'us'];
const SAID_AROUND = [
  'every week',
  'each week',
  'send',
  'post',
  'ask',
  'quiz',
  'a day',
  'per day',
  'time',
  'local time',
  'zone',
  'time zone',
];
const BEFORE_TOPIC = ['about', 'topic', 'deck', '关于', '有关', '主题', '话题'];

/**
 * Words around what counts that say nothing by themselves. `loose` ones begin and end longer Chinese words too
 * (发 in 发布 and 开发); a `word` is one of those that would else be cut in two.
 */
const FILLERS = phrases<'firm' | 'loose' | 'word'>([
  [[...SMALL_WORDS, ...SAID_AROUND, ...BEFORE_TOPIC, '每', '每个', '逢', '每逢', '的', '题', '题目', '的问题'], 'firm'],
  [['周', '星期', '在', '于', '和', '请', '发', '出', '问', '时间', '时区'], 'loose'],
  [['问题', '难题', '专题', '标题', '课题'], 'word'],
]);

type Reader = (tokens: readonly Token[], at: number) => Read<Said> | undefined;

/** 早 and 晚 begin other words too (早期): they need an hour behind them. */
const readPart: Reader = (tokens, at) => {
  const part = readPhrase(tokens, at, DAY_PARTS);
  const isHan = tokens[at]?.kind === 'han';
  if (!part || (isHan && part.next === at + 1 && !readNumber(tokens, at + 1))) return undefined;
  return { value: { kind: 'part', part: part.value, isHan }, next: part.next };
};

const readFiller: Reader = (tokens, at) => {
  const filler = readPhrase(tokens, at, FILLERS);
  if (!filler) return undefined;
  const value: Said = filler.value === 'word' ? { kind: 'word' } : { kind: 'filler', isLoose: filler.value === 'loose' };
  return { value, next: filler.next };
};

/** `3题`, `three questions`, `两个`; before another noun (`两个容器`) 个 counts that noun. */
const readCount: Reader = (tokens, at) => {
  const number = readNumber(tokens, at);
  const counted = number && readPhrase(tokens, number.next, COUNTED);
  if (!counted) return undefined;
  const isOpen = counted.next - number.next === 1 && tokens[number.next]?.text === '个';
  const isNoun = tokens[counted.next]?.kind === 'han' && !readPhrase(tokens, counted.next, FILLERS);
  return isOpen && isNoun ? undefined : { value: { kind: 'count', value: number.value }, next: counted.next };
};

const of = <Kind extends Said['kind'], T extends object>(kind: Kind, read: Read<T> | undefined) =>
  read && { value: { ...read.value, kind }, next: read.next };

const READERS: readonly Reader[] = [
  (tokens, at) => of('zone', readZone(tokens, at)),
  (tokens, at) => of('days', readDays(tokens, at)),
  (tokens, at) => of('time', readTime(tokens, at)),
  readCount,
  readPart,
  (tokens, at) => of('dotted', readDotted(tokens, at)),
  readFiller,
];

/** What each token or phrase says, in order; nothing is left out. Phrases cannot overlap: the first reader that knows one takes it. */
export function itemsOf(tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = READERS.reduce<Read<Said> | undefined>((found, read) => found ?? read(tokens, at), undefined);
    const { value, next } = said ?? { value: plain(tokens[at]), next: at + 1 };
    items.push({ ...value, from: at, to: next });
    at = next;
  }
  return items;
}

function plain(token: Token | undefined): Said {
  if (token?.kind === 'sign') return { kind: 'sign' };
  const isNumber = token?.kind === 'number' && token.text.length <= 4;
  return isNumber ? { kind: 'number', value: Number(token.text) } : { kind: 'word' };
}
