import { FUNCTION_WORDS } from '../search/lexicon.ts';
import { hasHan, nameKey } from '../search/text.ts';
import { tokensOf } from '../search/tokens.ts';

/** Longer ones are no label of a button and are lettered in the text. */
export const MAX_LABEL = 75;
export const MAX_STEM = 200;
/** So much longer than the longest wrong choice, or shorter than the shortest, the answer catches the eye. */
const STANDS_OUT = 1.25;

const ABSOLUTE = /\b(?:always|never|only|must)\b|总是|绝不|只能|一定|永远|从不|必须/i;
/** A name of two things, or one with a remark, is odd beside plain names. */
const ODD = / and | or |与|和|及|[()（）]/;
/** What may not set the answer apart by its form, where it is a name. */
const FORMS: readonly ((text: string) => boolean)[] = [(text) => hasHan(text), (text) => /[a-z]/i.test(text), (text) => text.includes('.')];

const WORD = /[a-z]{3,}/g;
const HAN_PAIR = /(?=(\p{Script=Han}{2}))/gu;

/** What of a choice could give the answer away, for one stem in one language. */
export interface Looks {
  readonly key: string;
  readonly length: number;
  /** Words that the stem has too. */
  readonly echoes: ReadonlySet<string>;
  /** What may stand on both sides or on none. */
  readonly marks: readonly boolean[];
  readonly forms: readonly boolean[];
}

/** What authors wrote is in Simplified characters as it is. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Looks at a choice beside its stem. */
export function looksOf(text: string, stem: ReadonlySet<string>): Looks {
  const isName = text.length <= MAX_LABEL / 2;
  return {
    key: nameKey(plain(text)),
    length: [...text].length,
    echoes: echoableIn(text).intersection(stem),
    marks: [ABSOLUTE.test(text), isName && ODD.test(text)],
    forms: [/[.。！？!?]$/.test(text), ...(isName ? FORMS.map((is) => is(text)) : [])],
  };
}

/** What of a text is seen again elsewhere: words, their stems, pairs of Chinese characters; parts of a compound too, as *replica* in `ReplicaSet`. */
export function echoableIn(text: string): Set<string> {
  const parts = text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  const terms = [text, parts].flatMap((whole) => tokensOf(plain(whole))).flatMap(({ term }) => (term.length > 1 ? [term] : []));
  // Two words may have one stem, and look like two.
  const words = text.toLowerCase().match(WORD) ?? [];
  const seen = words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => `=${word.replace(/s$/, '')}`);
  return new Set([...terms, ...seen, ...Array.from(text.matchAll(HAN_PAIR), ([, pair]) => pair ?? '')]);
}

/**
 * Whether nothing in the looks of the choices tells which is right: no two
 * alike, no word of the stem in the answer alone, absolute words on both sides
 * or on none, and nothing about form or length that the answer alone has.
 */
export function isFair(right: Looks, wrong: readonly Looks[]): boolean {
  const keys = new Set([right, ...wrong].map(({ key }) => key));
  if (keys.size <= wrong.length || keys.has('')) return false;
  if (!right.echoes.values().every((word) => wrong.some(({ echoes }) => echoes.has(word)))) return false;
  if (right.marks.some((has, mark) => has !== wrong.some(({ marks }) => marks[mark]))) return false;
  if (!right.forms.every((has, form) => wrong.some(({ forms }) => forms[form] === has))) return false;
  const lengths = wrong.map(({ length }) => length);
  return !isOutside(right.length, lengths);
}

function isOutside(length: number, others: readonly number[]): boolean {
  // A few characters more or less catch nobody's eye.
  return length > Math.max(...others) * STANDS_OUT + 4 || length * STANDS_OUT + 4 < Math.min(...others);
}
