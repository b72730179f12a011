import { chinesePatches } from './correct-chinese.ts';
import { EMPTY_WORDS } from './lexicon.ts';
import type { Names, Span } from './names.ts';
import { isEnglishWord } from './real-words.ts';
import type { Spelling } from './spelling.ts';
import type { Unit } from './text.ts';
import { stem } from './tokens.ts';

/** What a correction needs to know of the notes. */
export interface Vocabulary {
  readonly names: Names;
  readonly sounds: ReadonlyMap<string, string>;
  readonly spelling: Spelling;
  /** Whether some name or note holds this word, in whatever form. */
  holds(word: string): boolean;
}

/** A question with its misspellings mended. */
export interface Correction {
  readonly text: string;
  /** The mended words, as the notes write them. */
  readonly mended: readonly string[];
}

/** What is to stand in place of the units from `from` up to, not including, `to`. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const LONGEST_LATIN = 3;
const MAX_TRIES = 12;

/**
 * Mends misspelt terms in a folded question, or returns `undefined` where
 * nothing is to be mended. What is a word of either language is left alone.
 */
export function correct(folded: string, units: readonly Unit[], spans: readonly Span[], vocabulary: Vocabulary): Correction | undefined {
  const named = spans.filter(({ isMisspelt }) => !isMisspelt);
  const free = units.map((_, at) => !named.some(({ from, to }) => from <= at && at < to));
  const patches = [...latinPatches(units, free, vocabulary), ...chinesePatches(folded, units, named, vocabulary)];
  if (patches.length === 0) return undefined;
  let text = '';
  let next = 0;
  for (const { from, to, text: mended } of patches.toSorted((a, b) => a.from - b.from)) {
    const start = units[from]!.start;
    if (start < next) continue;
    text += folded.slice(next, start) + mended;
    next = units[to - 1]!.end;
  }
  return { text: text + folded.slice(next), mended: patches.map((patch) => patch.text.trim()) };
}

/** Words that neither the notes nor English know, alone or with their neighbours ("statefull set"), by letters. */
function latinPatches(units: readonly Unit[], free: readonly boolean[], vocabulary: Vocabulary): Patch[] {
  const patches: Patch[] = [];
  let tries = 0;
  for (let at = 0; at < units.length && tries < MAX_TRIES; at++) {
    if (!free[at] || !mayBeWrong(units[at]!)) continue;
    tries += 1;
    const patch = vocabulary.holds(units[at]!.text) ? sameStem(units, at, vocabulary) : bestPatch(units, at, vocabulary);
    if (patch) {
      patches.push(patch);
      at = patch.to - 1;
    }
  }
  return patches;
}

const mayBeWrong = ({ han, text }: Unit): boolean => !han && text.length >= 4 && !/^\d/.test(text) && !isEnglishWord(text);

/** A word that the notes hold in another form is right, unless it is a name but for a letter (servic, cut to the same stem as service). */
function sameStem(units: readonly Unit[], at: number, { spelling }: Vocabulary): Patch | undefined {
  const word = units[at]!.text;
  const [nearest] = spelling.nearest(word);
  if (nearest?.distance !== 1 || stem(nearest.key) !== stem(word)) return undefined;
  return { from: at, to: at + 1, text: ` ${nearest.key} ` };
}

/** The longest run of words around a strange one that is nearly a name. */
function bestPatch(units: readonly Unit[], strange: number, vocabulary: Vocabulary): Patch | undefined {
  for (let length = LONGEST_LATIN; length > 0; length--) {
    for (let from = Math.max(0, strange - length + 1); from <= strange && from + length <= units.length; from++) {
      const run = units.slice(from, from + length);
      if (run.some((unit) => unit.han)) continue;
      const [nearest, second] = vocabulary.spelling.nearest(run.map((unit) => unit.text).join(''));
      if (!nearest || (length > 1 && (second?.distance === nearest.distance || isLoose(run, nearest.key)))) continue;
      return { from, to: from + length, text: ` ${nearest.key} ` };
    }
  }
  return undefined;
}

/** Whether a run begins or ends with a word of the sentence that is no part of the name. */
function isLoose(run: readonly Unit[], name: string): boolean {
  const [first, last] = [run[0]!.text, run.at(-1)!.text];
  return (EMPTY_WORDS.has(first) && !name.startsWith(first)) || (EMPTY_WORDS.has(last) && !name.endsWith(last));
}
