import Fuse from 'fuse.js';
import { lowerBound } from './ascending.ts';
import { editDistance } from './edit-distance.ts';
import { hasHan } from './text.ts';

/** A name that a misspelt word may have meant. */
export interface Correction {
  /** The name's key. */
  readonly key: string;
  /** How many letters are off. */
  readonly distance: number;
}

/** Finds the names that are nearest to a misspelt one. */
export interface Spelling {
  /** At most a dozen names within the letters that a word of its length may be off, nearest first; none for a word too short to tell. */
  nearest(key: string): Correction[];
}

const MAX_CANDIDATES = 40;
const MAX_SCORED = 12;
const MAX_LENGTH = 40;

/** How many letters may be off in a word of so many letters; a Chinese character says more than a letter. */
function allowance(key: string): number {
  const { length } = key;
  if (hasHan(key)) return length < 3 ? 0 : 1;
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 12 ? 2 : 3;
}

/** Pairs of neighbouring letters, the edges of the word among them; for Chinese the single characters. */
function gramsOf(key: string): Set<string> {
  if (hasHan(key)) return new Set(key);
  const framed = `^${key}$`;
  return new Set(Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2)));
}

export function createSpelling(names: Iterable<string>): Spelling {
  // Sorted by length, so that the part of a list that can match at all is found by two binary searches.
  const keys = [...new Set(names)].filter((key) => key.length > 2 && key.length <= MAX_LENGTH + 3);
  keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const shorterThan = countShorter(keys);
  const lists = listByGram(keys);
  const shared = new Uint8Array(keys.length);

  return {
    nearest(key) {
      const limit = allowance(key);
      if (limit === 0 || key.length > MAX_LENGTH) return [];
      const grams = gramsOf(key);
      const from = shorterThan(key.length - limit);
      const to = shorterThan(key.length + limit + 1);
      const needed = Math.max(hasHan(key) ? 1 : 2, grams.size - (hasHan(key) ? limit : 3 * limit));
      const candidates = sharing(lists, grams, from, to, needed, shared);
      const near = candidates
        .map((index) => ({ key: keys[index]!, distance: editDistance(keys[index]!, key, limit) }))
        .filter(({ key: name, distance }) => distance <= limit && distance < name.length / 2);
      return byLikeness(key, near);
    },
  };
}

function countShorter(sorted: readonly string[]): (length: number) => number {
  const counts = new Int32Array(MAX_LENGTH + 8);
  for (const { length } of sorted) counts[length + 1]! += 1;
  for (let length = 1; length < counts.length; length++) counts[length]! += counts[length - 1]!;
  return (length) => counts[Math.min(Math.max(length, 0), counts.length - 1)]!;
}

function listByGram(keys: readonly string[]): Map<string, Int32Array> {
  const growing = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    for (const gram of gramsOf(key)) {
      const list = growing.get(gram);
      if (list) list.push(index);
      else growing.set(gram, [index]);
    }
  }
  const lists = new Map<string, Int32Array>();
  for (const [gram, list] of growing) lists.set(gram, Int32Array.from(list));
  return lists;
}

/** The names between `from` and `to` that share at least `needed` grams, most shared first. `shared` is all zeros before and after. */
function sharing(
  lists: ReadonlyMap<string, Int32Array>,
  grams: ReadonlySet<string>,
  from: number,
  to: number,
  needed: number,
  shared: Uint8Array,
): number[] {
  const parts = Array.from(grams, (gram) => lists.get(gram))
    .filter((list) => list !== undefined)
    .map((list) => list.subarray(lowerBound(list, from), lowerBound(list, to)))
    .filter((list) => list.length > 0)
    .sort((a, b) => a.length - b.length);
  // A name that shares enough grams stands in one of the shortest lists; the longer ones only add to what these opened.
  const opening = parts.length - needed + 1;
  const touched: number[] = [];
  for (const [position, list] of parts.entries()) {
    for (const index of list) {
      if (shared[index] !== 0) shared[index]! += 1;
      else if (position < opening) {
        shared[index] = 1;
        touched.push(index);
      }
    }
  }
  const enough = touched.filter((index) => shared[index]! >= needed).sort((a, b) => shared[b]! - shared[a]! || a - b);
  for (const index of touched) shared[index] = 0;
  return enough.slice(0, MAX_CANDIDATES);
}

/** Nearest first; among equally near ones fuse.js, which weighs where the letters stand, says which is more alike. */
function byLikeness(key: string, near: readonly Correction[]): Correction[] {
  const few = near.toSorted((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1)).slice(0, MAX_SCORED);
  if (few.length < 2) return few;
  const fuse = new Fuse(few, { keys: ['key'], includeScore: true, threshold: 1, ignoreLocation: true, ignoreFieldNorm: true });
  const unlikeness = new Map(fuse.search(key.slice(0, 32)).map(({ item, score }) => [item.key, score ?? 1]));
  const unlike = (correction: Correction) => unlikeness.get(correction.key) ?? 1;
  return few.sort((a, b) => a.distance - b.distance || unlike(a) - unlike(b) || (a.key < b.key ? -1 : 1));
}
