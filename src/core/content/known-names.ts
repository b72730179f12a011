import { createNames } from '../search/names.ts';
import { inChineseWords, isEnglishWord } from '../search/real-words.ts';
import { createSpelling } from '../search/spelling.ts';
import { fold, hasHan, nameKey } from '../search/text.ts';
import { type Concept, namesOf, wordingsOf } from './concept.ts';

/** Finds the concept that a note's term is, under any of its names. */
export type FindKnown = (names: readonly string[]) => string | undefined;

/**
 * Finds concepts by their names, their listed misspellings, and slips of the
 * pen: an edit that is no word of its own and has one concept that is nearest.
 * Where names point to several concepts, the one that most of them point to.
 */
export function createFindKnown(concepts: readonly Concept[]): FindKnown {
  const names = createNames();
  const keys = new Set<string>();
  for (const [number, concept] of concepts.entries()) {
    for (const name of namesOf(concept)) {
      names.add(fold(name), number);
      keys.add(nameKey(fold(name)));
    }
    for (const name of wordingsOf(concept).flatMap(({ misspellings }) => misspellings)) names.addMisspelling(fold(name), number);
  }
  const spelling = createSpelling(keys);

  const bearersOf = (name: string): readonly number[] => {
    const key = nameKey(fold(name));
    const exact = names.find(key);
    if (exact || isWord(key)) return exact ?? [];
    const near = spelling.nearest(key);
    const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
    const meant = new Set(nearest.flatMap((correction) => names.find(correction.key) ?? []));
    return meant.size === 1 ? [...meant] : [];
  };

  return (called) => {
    const votes = new Map<number, number>();
    for (const name of called) for (const bearer of bearersOf(name)) votes.set(bearer, (votes.get(bearer) ?? 0) + 1);
    const most = Math.max(0, ...votes.values());
    const chosen = [...votes].filter(([, count]) => count === most);
    const [first] = chosen;
    return chosen.length === 1 && first ? concepts[first[0]]?.id : undefined;
  };
}

/** Whether a name is right as it stands, so that it is no slip for another. */
function isWord(key: string): boolean {
  return hasHan(key) ? inChineseWords(key).every(Boolean) : isEnglishWord(key);
}
