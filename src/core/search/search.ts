import type { Index, Tier } from './build.ts';
import { asksToCompare, comparedEntries } from './compare.ts';
import { confidenceOf, type Evidence } from './confidence.ts';
import { correct } from './correct.ts';
import { restOf } from './frame.ts';
import type { Candidate } from './meaning.ts';
import type { Span } from './names.ts';
import { fold, nameKey, tidy, type Unit, unitsOf } from './text.ts';

/** What a question found. */
export interface Finding {
  readonly kind: 'answer' | 'did-you-mean' | 'unknown';
  /** The concepts to show, best first: one, or all that are compared; up to three to choose from; or none. */
  readonly ids: readonly string[];
  /** The next nearest concepts, best first. */
  readonly others: readonly string[];
  readonly isComparison: boolean;
  /** The terms that were understood in place of misspelt ones. */
  readonly mended: readonly string[];
  /** How likely the first concept is what was asked for, 0 to 1. */
  readonly confidence: number;
  /** Which step found it, for those who tune the search. */
  readonly by: 'name' | 'frame' | 'comparison' | 'meaning' | 'nothing';
  readonly evidence?: Evidence;
}

/** Above the first an answer is given, above the second a choice is offered; fitted with the weights (`npm run fit`). */
const ANSWER = 0.6;
const SUGGEST = 0.35;
const MAX_CHOICES = 3;
const NAMED_CONFIDENCE = 0.98;
const MENDED_CONFIDENCE = 0.85;

/** A question, read against one index. */
interface Reading {
  readonly folded: string;
  readonly units: readonly Unit[];
  readonly spans: readonly Span[];
  readonly mended: readonly string[];
}

const NOTHING: Finding = { kind: 'unknown', ids: [], others: [], isComparison: false, mended: [], confidence: 0, by: 'nothing' };

/** Answers a question from one index; any text will do. */
export function ask(index: Index, text: string): Finding {
  const folded = fold(tidy(text));
  const key = nameKey(folded);
  if (key === '') return NOTHING;
  const bearers = index.names.find(key);
  if (bearers) return named(index, bearers, [], 'name');

  const reading = read(index, folded);
  return compared(index, reading) ?? framed(index, reading) ?? ranked(index, reading);
}

function read(index: Index, folded: string): Reading {
  const units = unitsOf(folded);
  const spans = index.names.spot(units);
  const correction = correct(folded, units, spans, index.vocabulary);
  if (!correction) return { folded, units, spans, mended: [] };
  const mendedUnits = unitsOf(correction.text);
  return { folded: correction.text, units: mendedUnits, spans: index.names.spot(mendedUnits), mended: correction.mended };
}

function named(index: Index, bearers: readonly number[], mended: readonly string[], by: Finding['by']): Finding {
  const entries = bearers.map((entry) => index.entries[entry]!);
  const own = entries.filter(({ isOwn }) => isOwn);
  const ids = (own.length > 0 ? own : entries).slice(0, MAX_CHOICES).map(({ id }) => id);
  const confidence = mended.length > 0 ? MENDED_CONFIDENCE : NAMED_CONFIDENCE;
  return { ...NOTHING, kind: ids.length === 1 ? 'answer' : 'did-you-mean', ids, mended, confidence, by };
}

/** "A vs B", "A和B的区别": both must be found by name. */
function compared(index: Index, { folded, units, spans, mended }: Reading): Finding | undefined {
  const entries = comparedEntries(spans, (entry) => index.entries[entry]!.isContext);
  if (entries.length < 2) return undefined;
  const first = spans[0]!;
  const last = spans.at(-1)!;
  const between = folded.slice(units[first.to - 1]!.end, units[last.from]!.start);
  if (!asksToCompare(folded, between)) return undefined;
  const ids = entries.map((entry) => index.entries[entry]!.id);
  return { ...NOTHING, kind: 'answer', ids, isComparison: true, mended, confidence: NAMED_CONFIDENCE, by: 'comparison' };
}

/** One name, and around it nothing but the frame of a question. */
function framed(index: Index, { units, spans, mended }: Reading): Finding | undefined {
  const subjects = subjectsOf(index, spans);
  const bearers = subjects[0]?.entries;
  if (!bearers || subjects.some(({ entries }) => entries.join() !== bearers.join())) return undefined;
  if (restOf(units, spans).length > 0) return undefined;
  return named(index, bearers, mended, 'frame');
}

/** The names that a question is about: not the one that only says which field it is in. */
function subjectsOf(index: Index, spans: readonly Span[]): readonly Span[] {
  const subjects = spans.filter(({ entries }) => !entries.every((entry) => index.entries[entry]!.isContext));
  return subjects.length > 0 ? subjects : spans;
}

/** The best of the tiers: a team's own where that is sure, else the surest. */
function ranked(index: Index, reading: Reading): Finding {
  const findings = index.tiers.map((tier) => rankedIn(index, tier, reading));
  const sure = findings.find(({ kind }) => kind === 'answer');
  return sure ?? findings.toSorted((a, b) => b.confidence - a.confidence)[0] ?? NOTHING;
}

function rankedIn(index: Index, { meaning, first }: Tier, reading: Reading): Finding {
  const candidates = meaning.rank(reading.folded).map((candidate) => ({ ...candidate, entry: candidate.entry + first }));
  const [top, next] = candidates;
  if (!top) return { ...NOTHING, mended: reading.mended };
  const evidence = evidenceFor(index, reading, top, next);
  const confidence = confidenceOf(evidence);
  const ids = candidates.slice(0, MAX_CHOICES + 1).map(({ entry }) => index.entries[entry]!.id);
  const found = { ...NOTHING, mended: reading.mended, confidence, by: 'meaning', evidence } as const;
  if (confidence >= ANSWER) return { ...found, kind: 'answer', ids: ids.slice(0, 1), others: ids.slice(1) };
  if (confidence >= SUGGEST) return { ...found, kind: 'did-you-mean', ids: ids.slice(0, MAX_CHOICES), others: [] };
  return { ...found, others: ids.slice(0, MAX_CHOICES) };
}

function evidenceFor(index: Index, { units, spans }: Reading, top: Candidate, next: Candidate | undefined): Evidence {
  const own = spans.filter(({ entries }) => entries.includes(top.entry));
  const isEveryday = ({ from, to }: Span) =>
    index.isEveryday(
      units
        .slice(from, to)
        .map((unit) => unit.text)
        .join(' '),
    );
  return {
    coverage: top.coverage,
    likeness: top.likeness,
    margin: next ? top.score / next.score : 3,
    matched: top.matched,
    named: own.length > 0,
    everyday: own.every(isEveryday),
  };
}
