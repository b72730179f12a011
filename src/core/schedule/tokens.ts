import { fold, tidy } from '../search/text.ts';

/** A number, a word, one Han character or one sign of what a person typed. */
export interface Token {
  readonly kind: 'number' | 'word' | 'han' | 'sign';
  /** Folded: half width, lower case, Simplified. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A typed text in pieces. */
export interface Typed {
  readonly tokens: readonly Token[];
  /** What was typed at the tokens from one up to, not including, another. */
  readonly textOf: (from: number, to: number) => string;
}

/** What a reader found at a token, and the token behind it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

/** Words and phrases with what they mean, to be found at a token by {@link readPhrase}. */
export interface Phrases<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** Tokens in the longest phrase. */
  readonly longest: number;
}

const TOKEN = /\d+|\p{Script=Han}|[^\s\d\p{P}\p{S}\p{Script=Han}][^\s\p{P}\p{S}\p{Script=Han}]*|[^\s]/gu;

/** Signs inside a phrase that do not change what it says: `new_york`, `a.m.`, `o'clock`. */
const JOINERS = new Set(['_', '-', '.', "'", '’']);

/** Cuts a text into tokens. At most 400 characters are looked at. */
export function tokensOf(text: string): Typed {
  const typed = tidy(text).normalize('NFKC');
  const folded = fold(typed);
  // Where folding changed the length, places in the two texts differ; then the folded one is shown.
  const shown = folded.length === typed.length ? typed : folded;
  const tokens = Array.from(folded.matchAll(TOKEN), ({ 0: found, index }) => ({
    kind: kindOf(found),
    text: found,
    start: index,
    end: index + found.length,
  }));
  return { tokens, textOf: (from, to) => shown.slice(tokens[from]?.start, tokens[to - 1]?.end) };
}

function kindOf(text: string): Token['kind'] {
  if (/^\d/.test(text)) return 'number';
  if (/^\p{Script=Han}/u.test(text)) return 'han';
  return /^[\p{P}\p{S}]/u.test(text) ? 'sign' : 'word';
}

/** Whether nothing stands between a token and the one before it. */
export const touches = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined && tokens[at - 1]?.end === tokens[at].start;

/** Makes phrases from rows of texts that mean one thing; space, case and script do not matter. */
export function phrases<T>(rows: Iterable<readonly [texts: readonly string[], meaning: T]>): Phrases<T> {
  const meanings = new Map<string, T>();
  let longest = 0;
  for (const [texts, meaning] of rows) {
    for (const text of texts) {
      const { tokens } = tokensOf(text);
      longest = Math.max(longest, tokens.length);
      meanings.set(keyOf(tokens), meaning);
    }
  }
  return { meanings, longest };
}

/** The longest phrase that begins at a token. */
export function readPhrase<T>(tokens: readonly Token[], at: number, { meanings, longest }: Phrases<T>): Read<T> | undefined {
  for (let next = Math.min(at + longest, tokens.length); next > at; next--) {
    if (tokens[next - 1]?.kind === 'sign' && tokens[at]?.kind !== 'sign') continue;
    const value = meanings.get(keyOf(tokens.slice(at, next)));
    if (value !== undefined) return { value, next };
  }
  return undefined;
}

const keyOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind, text }) => tokens.length === 1 || kind !== 'sign' || !JOINERS.has(text))
    .map(({ text }) => text)
    .join('');
