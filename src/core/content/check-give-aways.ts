import { hasHan } from '../search/text.ts';
import type { Language } from './schema.ts';

/**
 * What gives the right choice away, and how to mend it. Names are as long as
 * they are, and settings may be called "Always": only sentences are looked at.
 *
 * @param choices - the right one first.
 */
export function giveAwaysIn(choices: readonly string[], language: Language): { message: string; mend: string }[] {
  const [right = '', ...wrong] = choices;
  const words = ABSOLUTE[language].flatMap((word) => absolute(word, right, wrong.filter(isSentence)));
  return isSentence(right) ? [...longest(right, wrong), ...words] : words;
}

/** Words that are seldom right, as whoever has met a few quizzes knows. */
const ABSOLUTE: Readonly<Record<Language, readonly string[]>> = {
  en: ['always', 'never', 'only', 'must'],
  zh: ['总是', '绝不', '只能', '一定'],
};

/** So much longer than every other, the right choice is seen before it is read. */
const TOO_LONG = 1.5;

function longest(right: string, wrong: readonly string[]): { message: string; mend: string }[] {
  const rival = Math.max(...wrong.map(widthOf));
  if (widthOf(right) <= TOO_LONG * rival) return [];
  return [{ message: `the right choice "${right}" is by far the longest`, mend: 'shorten it, or say more in the others' }];
}

/** Four words, or as much in Chinese. */
const isSentence = (text: string): boolean => (hasHan(text) ? widthOf(text) >= 16 : text.trim().split(/\s+/).length >= 4);

/** A Chinese character says and takes about as much as two letters. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (hasHan(character) ? 2 : 1), 0);

function absolute(word: string, right: string, wrong: readonly string[]): { message: string; mend: string }[] {
  const pattern = new RegExp(hasHan(word) ? word : `(?<![-\\w])${word}\\b`, 'i');
  const isRight = isSentence(right) && pattern.test(right);
  if (wrong.some((text) => pattern.test(text)) === isRight) return [];
  const side = isRight ? 'the right choice' : 'wrong choices';
  return [{ message: `"${word}" stands in ${side} alone`, mend: 'leave it out, or let it stand on both sides' }];
}
