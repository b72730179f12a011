import type { Patch, Vocabulary } from './correct.ts';
import { FUNCTION_CHARACTERS } from './lexicon.ts';
import type { Span } from './names.ts';
import { chineseWordsIn, type Word } from './real-words.ts';
import { soundKey, soundsNearly } from './sound.ts';
import { hasHan, nameKey, type Unit } from './text.ts';

const LONGEST = 8;
/** A run of fewer characters may sound like a name, or be one but for a character, by accident. */
const NO_ACCIDENT = 4;
/** How many runs of a question may be looked up by their characters: enough for all but nonsense. */
const MAX_LOOKUPS = 100;
/** What may stand inside a name: a mark of the sentence ends it. */
const JOINT = /^[\s\-_./]*$/;

/** Where the question stands, and what is known of it. */
interface Place {
  readonly folded: string;
  readonly units: readonly Unit[];
  /** The right names in it. */
  readonly named: readonly Span[];
  /** The word that each character belongs to. */
  readonly words: readonly (Word | undefined)[];
}

/**
 * Mends runs of Chinese characters that sound like a name, or are one but for a
 * character. A run may hold right names and words of the language, and never
 * cuts one in two: 那个软|件是 only sounds like 监视.
 */
export function chinesePatches(folded: string, units: readonly Unit[], named: readonly Span[], vocabulary: Vocabulary): Patch[] {
  if (!hasHan(folded)) return [];
  const place = { folded, units, named, words: chineseWordsIn(folded) };
  const nameFor = createFinder(place, vocabulary);
  const patches: Patch[] = [];
  for (let from = 0; from < units.length; from++) {
    const patch = longestFrom(place, from, nameFor);
    if (!patch) continue;
    patches.push(patch);
    from = patch.to - 1;
  }
  return patches;
}

function longestFrom(place: Place, from: number, nameFor: (from: number, to: number) => string | undefined): Patch | undefined {
  const { folded, units } = place;
  let found: Patch | undefined;
  if (cutsName(place, from) || cutsWord(place, units[from]!.start, 'before')) return undefined;
  for (let to = from + 2; to <= Math.min(units.length, from + LONGEST); to++) {
    if (!JOINT.test(folded.slice(units[to - 2]!.end, units[to - 1]!.start))) break;
    if (cutsName(place, to) || cutsWord(place, units[to - 1]!.end, 'behind')) continue;
    const text = nameFor(from, to);
    if (text !== undefined) found = { from, to, text };
  }
  return found;
}

const cutsName = ({ named }: Place, at: number): boolean => named.some(({ from, to }) => from < at && at < to);

/** Whether a word goes on across a place, with more than what says nothing (静像|是). */
function cutsWord({ folded, words }: Place, at: number, side: 'before' | 'behind'): boolean {
  const word = words[at];
  if (!word || word.start >= at) return false;
  const outside = side === 'before' ? folded.slice(word.start, at) : folded.slice(at, word.end);
  return [...outside].some((character) => !FUNCTION_CHARACTERS.has(character));
}

/** Finds the name that a run was meant to be. */
function createFinder({ folded, units, named, words }: Place, { sounds, names, spelling }: Vocabulary) {
  let lookups = 0;
  const isNamed = (at: number) => named.some(({ from, to }) => from <= at && at < to);
  const isWord = ({ start }: Unit) => words[start] !== undefined;

  /** Whether a character stands by itself, as the wrong one of a misspelt name does (持久|券), and no other joins two words by accident. */
  const mayBeMisspelt = (run: readonly Unit[], holdsName: boolean): boolean => {
    if (run.length < 3 || (holdsName && run.length < NO_ACCIDENT)) return false;
    return run.every(({ text }) => !FUNCTION_CHARACTERS.has(text)) && !run.every(isWord);
  };

  const nearest = (key: string): string | undefined => {
    lookups += 1;
    if (lookups > MAX_LOOKUPS) return undefined;
    const [first, second] = spelling.nearest(key);
    if (!first || second || first.key.length !== key.length) return undefined;
    return key.length >= NO_ACCIDENT || soundsNearly(key, first.key) ? first.key : undefined;
  };

  return (from: number, to: number): string | undefined => {
    const run = units.slice(from, to);
    const key = nameKey(folded.slice(units[from]!.start, units[to - 1]!.end));
    const inName = run.map((_, at) => isNamed(from + at));
    if (!hasHan(key) || names.find(key) || !inName.includes(false)) return undefined;
    // What is made of words as it stands is meant as it stands.
    if (run.length < NO_ACCIDENT && run.every(isWord)) return undefined;
    return sounds.get(soundKey(key)) ?? (mayBeMisspelt(run, inName.includes(true)) ? nearest(key) : undefined);
  };
}
