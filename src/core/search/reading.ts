import type { Index } from './build.ts';
import { correct } from './correct.ts';
import { EMPTY_WORDS } from './lexicon.ts';
import type { Span } from './names.ts';
import { type Unit, unitsOf } from './text.ts';

/** A question, read against the notes. */
export interface Reading {
  /** Folded, with its misspelt terms mended. */
  readonly folded: string;
  readonly units: readonly Unit[];
  /** All names in it. */
  readonly names: readonly Span[];
  /** Those that can be meant: not the ones that are words of the frame there ("what is the job of the kubelet"). */
  readonly meant: readonly Span[];
  /** Of those, the ones it is about: not the ones that say where, or in which field ("the scheduler in Kubernetes"). */
  readonly subjects: readonly Span[];
  /** The terms that were put in place of misspelt ones. */
  readonly mended: readonly string[];
}

/** Reads a folded question: mends what is misspelt, and finds the names in it. */
export function read(index: Index, folded: string): Reading {
  const units = unitsOf(folded);
  const names = index.names.spot(units);
  const correction = correct(folded, units, names, index.vocabulary);
  if (!correction) return understand(index, folded, units, names, []);
  const mendedUnits = unitsOf(correction.text);
  return understand(index, correction.text, mendedUnits, index.names.spot(mendedUnits), correction.mended);
}

function understand(index: Index, folded: string, units: readonly Unit[], names: readonly Span[], mended: readonly string[]): Reading {
  const isField = ({ entries }: Span) => entries.every((entry) => index.entries[entry]!.isContext);
  const isTerm = (span: Span) => !isPlainWord(span, units);
  const saysWhere = (span: Span) => isField(span) || isInside(span, units);
  const isOnlyWhere = names.filter(isTerm).every(saysWhere);
  const meant = preferring(names, (span) => isTerm(span) || (isOnlyWhere && isTermAfterAll(span, names, units)));
  const things = preferring(meant, (span) => !saysWhere(span));
  const outside = preferring(things, (span) => !isPlace(span, units));
  const subjects = preferring(
    preferring(outside, (span) => !isInside(span, units)),
    (span) => !isField(span),
  );
  return { folded, units, names, meant, subjects, mended };
}

/** Whether a one-word name is a word of the sentence there; among Chinese words, an English one is the term. */
function isPlainWord({ from, to }: Span, units: readonly Unit[]): boolean {
  const isAmongEnglish = [units[from - 1], units[to]].some((unit) => unit !== undefined && !unit.han);
  return to - from === 1 && isAmongEnglish && EMPTY_WORDS.has(units[from]!.text);
}

const BEFORE_TERM = /^(?:a|an|is|are)$/;

/** "What is a Job in Kubernetes", "kubernetes context": nothing else is named, and so the word is the term. */
function isTermAfterAll({ from }: Span, names: readonly Span[], units: readonly Unit[]): boolean {
  return names.some(({ to }) => to === from) || BEFORE_TERM.test(units[from - 1]?.text ?? '');
}

/** Those that pass, unless none does. */
function preferring(spans: readonly Span[], passes: (span: Span) => boolean): readonly Span[] {
  const passing = spans.filter(passes);
  return passing.length > 0 ? passing : spans;
}

const BEFORE_INSIDE = /^(?:in|inside|within|on)$/;
const BEFORE_PLACE = /^(?:in|inside|within|on|of)$/;
const BEHIND_PLACE = /^[里中内上]$/;
const ARTICLE = /^(?:a|an|the|my)$/;

/** Whether a name only says where something is: "in a cluster", "of a cluster", 集群里. */
export const isPlace = (span: Span, units: readonly Unit[]): boolean => isPlaced(span, units, BEFORE_PLACE);

/** Whether it says where, and nothing else: what stands behind "of" may also be what is asked about ("the purpose of a cluster"). */
const isInside = (span: Span, units: readonly Unit[]): boolean => isPlaced(span, units, BEFORE_INSIDE);

function isPlaced({ from, to }: Span, units: readonly Unit[], prepositions: RegExp): boolean {
  const before = units[from - 1]?.text ?? '';
  const preposition = ARTICLE.test(before) ? (units[from - 2]?.text ?? '') : before;
  return prepositions.test(preposition) || BEHIND_PLACE.test(units[to]?.text ?? '');
}
