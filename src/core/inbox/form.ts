import { fold } from '../search/text.ts';
import { tokensOf } from '../search/tokens.ts';

/** From this share of common words on, two questions are one. */
const NEAR = 0.7;

/** What two ways to put one question have in common: its words by their stems, in order of the alphabet; empty where it has none that say anything. */
export function formOf(question: string): string {
  const terms = tokensOf(fold(question)).flatMap(({ term, empty }) => (empty ? [] : [term]));
  return [...new Set(terms)].toSorted().join(' ');
}

/** Whether two forms are of questions that differ by a word or so (Dice's coefficient). */
export function areNear(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), new Set(other.split(' '))];
  const common = words.filter((word) => others.has(word)).length;
  return (2 * common) / (words.length + others.size) >= NEAR;
}
