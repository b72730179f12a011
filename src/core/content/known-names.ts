import { singular } from '../search/names.ts';
import { chineseWordsIn, isEnglishWord } from '../search/real-words.ts';
import { soundKey } from '../search/sound.ts';
import { createSpelling } from '../search/spelling.ts';
import { fold, hasHan, unitsOf } from '../search/text.ts';
import { type Concept, namesOf, wordingsOf } from './concept.ts';
import { keyOf } from './notes/found.ts';

/** Finds the concept that a note's term is, by the names that its author gives it, the author's own first. */
export type FindKnown = (names: readonly string[]) => string | undefined;

/**
 * Finds concepts by their names and listed misspellings; where no name of a
 * term is one, also by a slip of the pen, if only one concept can be meant.
 *
 * Where names point to several concepts, most names decide, then the first
 * name; a name that several bear is first of all that whose main name it is.
 *
 * @param concepts - those that come first win where all else is equal.
 */
export function createFindKnown(concepts: readonly Concept[]): FindKnown {
  const bearers = collectBearers(concepts);
  const findSlip = createFindSlip(bearers);
  const findExactly = (name: string): readonly string[] => {
    const key = keyOf(name);
    return bearers.get(key) ?? bearers.get(singular(key)) ?? [];
  };
  return (names) => {
    const voted = mostNamed(names.flatMap(findExactly));
    if (voted !== undefined) return voted;
    const meant = new Set(names.flatMap(findSlip));
    return meant.size === 1 ? [...meant][0] : undefined;
  };
}

/** The ids of the concepts that bear a name, by the name's key; the one whose main name it is comes first. */
type Bearers = ReadonlyMap<string, readonly string[]>;

function collectBearers(concepts: readonly Concept[]): Bearers {
  const right = new Map<string, string[]>();
  const misspelt = new Map<string, string[]>();
  const add = (bearers: Map<string, string[]>, name: string, id: string) => {
    const key = keyOf(name);
    const ids = bearers.get(key) ?? [];
    if (!ids.includes(id)) bearers.set(key, [...ids, id]);
  };
  for (const concept of concepts) for (const { name } of wordingsOf(concept)) add(right, name, concept.id);
  for (const concept of concepts) for (const name of namesOf(concept)) add(right, name, concept.id);
  for (const concept of concepts)
    for (const { misspellings } of wordingsOf(concept)) for (const name of misspellings) add(misspelt, name, concept.id);
  return new Map([...misspelt, ...right]);
}

/** The id that is there most often, the first of several. */
function mostNamed(ids: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  for (const id of ids) votes.set(id, (votes.get(id) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return [...votes].find(([, count]) => count === most)?.[0];
}

/** Latin names from this length on may be off by two letters. */
const LONG = 10;

/** Finds the concepts that a misspelt name may mean: those nearest in letters, in Chinese those of the same sound. */
function createFindSlip(bearers: Bearers): (name: string) => readonly string[] {
  const spelling = createSpelling([...bearers.keys()].filter((key) => !hasHan(key)));
  const sounds = Map.groupBy(
    [...bearers.keys()].filter((key) => hasHan(key)),
    soundKey,
  );
  const nearestTo = (key: string): readonly string[] => {
    if (hasHan(key)) return sounds.get(soundKey(key)) ?? [];
    const near = spelling
      .nearest(key)
      .filter((each) => each.distance <= (key.length < LONG ? 1 : 2) && digitsOf(each.key) === digitsOf(key));
    return near.filter(({ distance }) => distance === near[0]?.distance).map((each) => each.key);
  };
  return (name) => (isRight(name) ? [] : nearestTo(keyOf(name)).flatMap((key) => bearers.get(key) ?? []));
}

/** The numbers in a name tell things apart: IPv4, IPv6. */
const digitsOf = (key: string): string => key.replace(/\D/g, '');

/** Whether a name is made of words, so that it is meant as it stands: 景象 is no slip for 镜像, nor “node pool” for NodePort. */
function isRight(name: string): boolean {
  const words = unitsOf(fold(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')));
  const key = keyOf(name);
  return hasHan(key) ? chineseWordsIn(key).every((word) => word !== undefined) : words.every(({ text }) => isEnglishWord(text));
}
