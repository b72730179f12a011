import { hideNames, tellsEnough } from '../hide-names.ts';
import { isShort, plain } from './card-terms.ts';
import { findFenced } from './fences.ts';
import { keyOf } from './found.ts';
import { readNames } from './names.ts';
import type { NoteName, NoteTerm } from './note.ts';

/** A sentence in which an author marked a name to be hidden: `The ==kubelet== starts Pods.` */
export interface Cloze {
  readonly names: readonly NoteName[];
  /** The whole line, plain. */
  readonly sentence: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A text without the marks of its clozes, and what they were. */
export interface WithoutClozes {
  readonly text: string;
  readonly clozes: readonly Cloze[];
}

const MARKED = /==(?=[^\s=])([^=\n]{1,60}?)(?<=[^\s=])==(?!=)/g;
const MAX_LINE = 400;

/** Takes the marks `==…==` out of a text; a marked name in a sentence that tells enough without it is a cloze. */
export function takeClozes(text: string): WithoutClozes {
  if (!text.includes('==')) return { text, clozes: [] };
  const lines = text.split('\n');
  const isFenced = findFenced(lines);
  const clozes = lines.flatMap((line, at) => (isFenced[at] ? [] : clozesIn(line, at + 1)));
  const kept = lines.map((line, at) => (isFenced[at] ? line : line.replace(MARKED, '$1')));
  return { text: kept.join('\n'), clozes };
}

function clozesIn(line: string, number: number): Cloze[] {
  // A heading names what is below it, and so does a term before a colon.
  if (line.length > MAX_LINE || /^\s*(?:#|\|)/.test(line)) return [];
  const marked = [...line.matchAll(MARKED)].filter(({ 0: mark, index }) => !/^\s*[:：]/.test(line.slice(index + mark.length)));
  if (marked.length === 0) return [];
  const sentence = plain(line.replace(MARKED, '$1'));
  return marked.flatMap(([, name = '']) => {
    const reading = readNames(plain(name));
    // Longer marks are emphasis.
    if (reading.kind === 'refused' || !isShort(name)) return [];
    const [first] = reading.names;
    const hidden = hideNames(sentence, first ? [first.text] : []);
    return hidden !== sentence && tellsEnough(hidden) ? [{ names: reading.names, sentence, line: number }] : [];
  });
}

/** What is marked and explained nowhere else in the note becomes a term, explained by its sentence; the rest are cards of other terms. */
export function settleClozes(
  clozes: readonly Cloze[],
  terms: readonly NoteTerm[],
  headingsAbove: (line: number) => readonly string[],
): { clozes: Cloze[]; terms: NoteTerm[] } {
  const known = new Set(terms.flatMap(({ names }) => names.map(({ text }) => keyOf(text))));
  const made: NoteTerm[] = [];
  const cards: Cloze[] = [];
  for (const cloze of clozes) {
    const keys = cloze.names.map(({ text }) => keyOf(text));
    if (keys.some((key) => known.has(key))) cards.push(cloze);
    else
      made.push({
        names: cloze.names,
        definition: cloze.sentence,
        context: headingsAbove(cloze.line),
        line: cloze.line,
        evidence: 'cloze',
      });
    for (const key of keys) known.add(key);
  }
  return { clozes: cards, terms: made };
}
