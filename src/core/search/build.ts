import type { Comparable } from './compare.ts';
import type { Vocabulary } from './correct.ts';
import { createMeaning, type Meaning } from './meaning.ts';
import { createMeaningIndexer, type LeftOut } from './meaning-index.ts';
import { createNames, type Names, singular } from './names.ts';
import { isEnglishWord } from './real-words.ts';
import { soundKey } from './sound.ts';
import { createSpelling } from './spelling.ts';
import { fold, hasHan, nameKey, spellingKey, unitsOf } from './text.ts';
import { stem } from './tokens.ts';

/** What search knows of a concept. */
export interface SearchEntry {
  readonly id: string;
  /** Whether a team wrote it: its own notes come first. */
  readonly isOwn: boolean;
  /** All right names, in both languages. */
  readonly names: readonly string[];
  readonly misspellings: readonly string[];
  /** Ways to ask for it. */
  readonly asks: readonly string[];
  readonly definitions: readonly string[];
  /** Whether questions name it only to say what field they are in ("… in Kubernetes"). */
  readonly isContext: boolean;
  /** The ids of the concepts that an author tells it apart from. */
  readonly contrasts: readonly string[];
}

/** The entries that are ranked among themselves: a team's own notes are one tier, the shipped ones another. */
export interface Tier {
  readonly meaning: Meaning;
  /** The number of its first entry: `meaning` counts from 0 in each tier. */
  readonly first: number;
}

/** All entries, ready to be searched. */
export interface Index {
  readonly entries: readonly SearchEntry[];
  /** A team's own first. */
  readonly tiers: readonly Tier[];
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  readonly comparable: Comparable;
  /** Whether a name is also a word of daily life, so that it needs company to count. */
  isEveryday(name: string): boolean;
}

/** A short Chinese name may be a word of daily life (服务, 标签); a longer one is a term. */
const EVERYDAY_HAN = 3;
/** So may a short abbreviation (CSI, OCI). */
const EVERYDAY_LATIN = 3;
const SHORTEST_WORD = 4;

/** Indexes entries, a list for each tier, step by step: the caller may pause between any two steps. */
export function* buildIndex(tiers: readonly (readonly SearchEntry[])[]): Generator<void, Index> {
  const entries = tiers.flat();
  const words = createWords();
  const built: Tier[] = [];
  let first = 0;
  for (const tier of tiers) {
    const indexer = createMeaningIndexer();
    for (const [number, entry] of tier.entries()) {
      for (const name of entry.names) words.addName(name, first + number);
      for (const name of entry.misspellings) words.names.addMisspelling(fold(name), first + number);
      addRows(indexer, number, entry);
      yield;
    }
    built.push({ first, meaning: createMeaning(yield* indexer.finish()) });
    first += tier.length;
  }
  const spelling = createSpelling(words.spellable);
  words.spellable.clear();
  yield;
  const holds = (word: string) => built.some(({ meaning }) => meaning.knows(stem(word)));
  const { names, sounds } = words;
  const comparable: Comparable = {
    names,
    isEveryday,
    isContext: (entry) => entries[entry]!.isContext,
    isContrasted: (one, other) =>
      entries[one]!.contrasts.includes(entries[other]!.id) || entries[other]!.contrasts.includes(entries[one]!.id),
  };
  return { entries, tiers: built, names, vocabulary: { names, sounds, spelling, holds }, comparable, isEveryday };
}

/** Rows of one tier. */
export interface TierRows {
  readonly tier: Tier;
  readonly rows: LeftOut;
}

/** The rows of those of an entry's ways to ask that are spelt alike; `undefined` where there is no such entry. */
export function rowsOfAsk({ entries, tiers }: Index, id: string, key: string): TierRows | undefined {
  const number = entries.findIndex((entry) => entry.id === id);
  const tier = tiers.findLast(({ first }) => first <= number);
  if (!tier) return undefined;
  // The first row holds the names, and the ways to ask stand behind it.
  const firstAsk = tier.meaning.firstRowOf(number - tier.first) + 1;
  const rows = entries[number]!.asks.flatMap((ask, at) => (spellingKey(ask) === key ? [firstAsk + at] : []));
  return { tier, rows: new Set(rows) };
}

function addRows(indexer: ReturnType<typeof createMeaningIndexer>, number: number, entry: SearchEntry): void {
  indexer.add(number, 'names', fold(entry.names.join(' | ')));
  for (const ask of entry.asks) indexer.add(number, 'ask', fold(ask));
  if (entry.definitions.length > 0) indexer.add(number, 'definition', fold(entry.definitions.join(' | ')));
}

function createWords() {
  const names = createNames();
  const sounds = new Map<string, string>();
  const spellable = new Set<string>();
  return {
    names,
    sounds,
    spellable,
    addName(name: string, number: number) {
      const folded = fold(name);
      const key = nameKey(folded);
      names.add(folded, number);
      spellable.add(key);
      if (hasHan(key) && key.length > 1) setOnce(sounds, soundKey(key), folded);
      for (const word of folded.match(/[a-z]+/g) ?? []) if (word.length >= SHORTEST_WORD) spellable.add(word);
    },
  };
}

function isEveryday(name: string): boolean {
  if (hasHan(name)) return name.length <= EVERYDAY_HAN && !/[a-z]/.test(name);
  return name.length <= EVERYDAY_LATIN || unitsOf(name).every(({ text }) => isEnglishWord(text) || isEnglishWord(singular(text)));
}

function setOnce(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
