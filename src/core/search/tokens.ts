import { stemmer } from 'stemmer';
import { EMPTY_WORDS, FUNCTION_CHARACTERS, FUNCTION_WORDS, LONE_CHARACTERS } from './lexicon.ts';

/** A piece of text that carries meaning: a stemmed word, a Han character, or a pair of them. */
export interface Token {
  readonly term: string;
  /** Whether it says nothing about the subject ("how", 的): it may help to rank, never to be sure. */
  readonly empty: boolean;
}

const PIECES = /[a-z0-9\u00c0-\u024f]+|[\u3400-\u4dbf\u4e00-\u9fff]+/g;
const FIRST_HAN = 0x3400;
const MAX_STEMS = 50_000;
const stems = new Map<string, string>();

/** The stem of an English word: *scheduling* and *scheduled* are one term. Remembered, since texts repeat their words. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stemmer(word);
  if (stems.size < MAX_STEMS) stems.set(word, found);
  return found;
}

/**
 * Cuts a folded text into tokens, in order, repeated ones included.
 *
 * Chinese is cut into single characters and pairs: on short notes they find more
 * than a word segmenter does, cost a tenth, and do not change with the version of ICU.
 */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const [piece] of folded.matchAll(PIECES)) {
    if (piece.charCodeAt(0) >= FIRST_HAN) addHan(tokens, piece);
    else if (piece.length > 1 && !FUNCTION_WORDS.has(piece)) tokens.push({ term: stem(piece), empty: EMPTY_WORDS.has(piece) });
  }
  return tokens;
}

function addHan(tokens: Token[], run: string): void {
  for (let at = 0; at < run.length; at++) {
    const one = run[at]!;
    const two = run[at + 1];
    // One character is too little to be sure by; a pair is, unless it joins two words by accident.
    if (!FUNCTION_CHARACTERS.has(one)) tokens.push({ term: one, empty: true });
    if (two !== undefined && !isEmptyPair(one, two)) tokens.push({ term: one + two, empty: false });
  }
}

const isEmptyPair = (one: string, two: string): boolean =>
  LONE_CHARACTERS.has(one) || LONE_CHARACTERS.has(two) || (FUNCTION_CHARACTERS.has(one) && FUNCTION_CHARACTERS.has(two));
