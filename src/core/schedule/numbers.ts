import { phrases, type Read, readPhrase, type Token } from './tokens.ts';

const HAN_DIGITS = '零一二三四五六七八九';

/** A Han numeral's digit: 〇 and 零 are 0, 两 is 2; `undefined` for anything else. */
function digitOf(token: Token | undefined): number | undefined {
  const digit = HAN_DIGITS.indexOf(token?.text.replace('〇', '零').replace('两', '二') ?? ' ');
  return digit < 0 ? undefined : digit;
}

const ENGLISH = phrases<number>([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, at) => [[word], at + 1] as const,
  ),
  [['fifteen'], 15],
  [['twenty'], 20],
  [['thirty'], 30],
  [['forty'], 40],
  [['forty-five'], 45],
  [['fifty'], 50],
]);

/** A number from 0 to 9999 in digits, in Chinese (below 100) or in English words (hours, and the minutes people say). */
export function readNumber(tokens: readonly Token[], at: number): Read<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') return token.text.length <= 4 ? { value: Number(token.text), next: at + 1 } : undefined;
  if (token?.kind === 'han') return readHanNumber(tokens, at);
  return readPhrase(tokens, at, ENGLISH);
}

function readHanNumber(tokens: readonly Token[], at: number): Read<number> | undefined {
  const first = digitOf(tokens[at]);
  const isTenAt = (place: number) => tokens[place]?.text === '十';
  if (first === 0) {
    const unit = digitOf(tokens[at + 1]);
    return unit === undefined ? { value: 0, next: at + 1 } : { value: unit, next: at + 2 };
  }
  if (first !== undefined && !isTenAt(at + 1)) return { value: first, next: at + 1 };
  const ten = first === undefined ? at : at + 1;
  if (!isTenAt(ten)) return undefined;
  const unit = digitOf(tokens[ten + 1]);
  return { value: (first ?? 1) * 10 + (unit ?? 0), next: unit === undefined ? ten + 1 : ten + 2 };
}
