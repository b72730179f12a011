import type { Language } from '../content/schema.ts';
import { fold, nameKey } from '../search/text.ts';
import { inLanguage, type QuizItem } from './item.ts';

/**
 * The id of the choice that a person typed: its own text as it is shown, its
 * letter or its number, in any case and width, also as `B.`, `(2)` or `２、`.
 * `undefined` for all else, and where two choices could be meant.
 */
export function choiceFrom(typed: string, item: QuizItem, language: Language): string | undefined {
  const written = plain(typed);
  const { choices } = inLanguage(item, language);
  const exact = choices.filter(({ text }) => plain(text) === written);
  // A choice may itself be a number: its text says more than its place.
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.id : undefined;
  const place = /^[([]?\s*(?:([a-z])|(\d+))\s*[)\].,、。:]*$/.exec(written);
  if (place) return choices.find(({ id }, at) => id === place[1] || String(at + 1) === place[2])?.id;
  const key = nameKey(written);
  const near = choices.filter(({ text }) => key !== '' && nameKey(plain(text)) === key);
  return near.length === 1 ? near[0]?.id : undefined;
}

const plain = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();
