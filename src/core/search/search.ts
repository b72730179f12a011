import { type Index, rowsOfAsk, type SearchEntry, type Tier } from './build.ts';
import { spanAskedFor } from './clauses.ts';
import { comparedEntries } from './compare.ts';
import { isOnlyFramed, restOf } from './frame.ts';
import { type Evidence, likelihoods } from './likelihood.ts';
import type { Candidate } from './meaning.ts';
import type { LeftOut } from './meaning-index.ts';
import { isSameThing, type Span, wordsOf } from './names.ts';
import { isPlace, type Reading, read } from './reading.ts';
import { fold, nameKey, spellingKey, tidy } from './text.ts';

/** What a question found. */
export interface Finding {
  readonly kind: 'answer' | 'did-you-mean' | 'unknown';
  /** The concepts to show, best first: one, or the two that are compared; up to three to choose from; or none. */
  readonly ids: readonly string[];
  /** The next nearest concepts, best first. */
  readonly others: readonly string[];
  readonly isComparison: boolean;
  /** The terms that were understood in place of misspelt ones. */
  readonly mended: readonly string[];
  /** How likely the first concept is what was asked for, 0 to 1. */
  readonly confidence: number;
}

/** From this likelihood on, the best concept is the answer. */
const ANSWER = 0.6;
/** From this likelihood on that it is any of them, a choice is offered. */
const CHOICE = 0.5;
/** From this likeness on, a question is a way to ask that an author wrote. */
const AS_WRITTEN = 0.92;
const MAX_CHOICES = 3;

const CODE_SIGNS = /[{}()[\]<>=;$|&\\]/g;
const MANY_SIGNS = 6;

const NOTHING: Finding = { kind: 'unknown', ids: [], others: [], isComparison: false, mended: [], confidence: 0 };

/**
 * Answers a question; any text will do.
 *
 * @param unwrittenFor - the id of an entry that answers as if nobody had written this question among its ways to ask.
 */
export function ask(index: Index, text: string, unwrittenFor?: string): Finding {
  const folded = fold(tidy(text));
  const key = nameKey(folded);
  if (key === '') return NOTHING;
  const bearers = index.names.find(key);
  if (bearers) return named(index, bearers, []);

  const reading = read(index, folded);
  const sure = compared(index, reading) ?? framed(index, reading) ?? listed(index, reading);
  if (sure) return unlessWritten(index, folded, sure, unwrittenFor);
  const leftOut = unwrittenFor === undefined ? undefined : rowsOfAsk(index, unwrittenFor, key);
  const found = index.tiers.map((tier) => rankedIn(index, tier, reading, leftOut?.tier === tier ? leftOut.rows : undefined));
  const likely = asAuthorAsks(found) ?? chatty(index, reading) ?? (isCode(folded) ? NOTHING : best(found));
  return likely.kind === 'unknown' ? unlessWritten(index, folded, likely, unwrittenFor) : likely;
}

/** Pasted code asks nothing, whatever words it holds. */
const isCode = (folded: string): boolean => (folded.match(CODE_SIGNS) ?? []).length >= MANY_SIGNS;

/**
 * What an author says is asked for word for word so, in place of what was found
 * by a name in it, or not at all since every word says nothing by itself. What is
 * found already stays, since it may be more: the other thing of a comparison.
 */
function unlessWritten({ entries, tiers }: Index, folded: string, found: Finding, unwrittenFor?: string): Finding {
  const key = nameKey(folded);
  const isAsked = ({ id, asks }: SearchEntry) => id !== unwrittenFor && asks.some((one) => spellingKey(one) === key);
  for (const { meaning, first } of tiers) {
    const [only, another] = meaning
      .askedInSameWords(folded)
      .map((entry) => entries[entry + first]!)
      .filter(isAsked);
    if (only && !another && !found.ids.includes(only.id)) return { ...NOTHING, kind: 'answer', ids: [only.id], confidence: 1 };
  }
  return found;
}

/** What bears the name; a team's own concept before a shipped one, which is a choice only where the team tells the two apart. */
function named(index: Index, bearers: readonly number[], mended: readonly string[]): Finding {
  const entries = bearers.map((entry) => index.entries[entry]!);
  const own = entries.filter(({ isOwn }) => isOwn);
  const shipped = entries.filter(({ isOwn }) => !isOwn);
  const isMeantToo = ({ id }: SearchEntry) => own.length === 0 || own.some(({ contrasts }) => contrasts.includes(id));
  const ids = [...own, ...shipped.filter(isMeantToo)].slice(0, MAX_CHOICES).map(({ id }) => id);
  const others = shipped.map(({ id }) => id).filter((id) => !ids.includes(id));
  return { ...NOTHING, kind: ids.length === 1 ? 'answer' : 'did-you-mean', ids, others, mended, confidence: 1 };
}

/** "A vs B", A和B的区别: both are found by name. */
function compared(index: Index, { folded, units, names, meant, mended }: Reading): Finding | undefined {
  const pair = comparedEntries(folded, units, names, meant, index.comparable);
  if (!pair) return undefined;
  const ids = pair.map((entry) => index.entries[entry]!.id);
  return { ...NOTHING, kind: 'answer', ids, isComparison: true, mended, confidence: 1 };
}

/** One name with nothing around it but the frame of a question. */
function framed(index: Index, { units, names, subjects, mended }: Reading): Finding | undefined {
  const [first] = subjects;
  const isOne = first !== undefined && subjects.every((span) => isSameThing(first, span));
  return isOne && isOnlyFramed(units, names) ? named(index, first.entries, mended) : undefined;
}

/** Three names or more and nothing else ("nodeport loadbalancer clusterip"): which of them is not said. */
function listed(index: Index, { units, names, subjects, mended }: Reading): Finding | undefined {
  const things = subjects.filter((span, at) => subjects.findIndex((other) => isSameThing(span, other)) === at);
  if (things.length < MAX_CHOICES || !isOnlyFramed(units, names)) return undefined;
  const entries = [...new Set(things.flatMap(({ entries: [first] }) => first ?? []))];
  return { ...NOTHING, kind: 'did-you-mean', ids: entries.slice(0, MAX_CHOICES).map((entry) => index.entries[entry]!.id), mended };
}

/** A question that an author wrote down as a way to ask, but for a word or so. */
function asAuthorAsks(found: readonly Ranked[]): Finding | undefined {
  const alike = found.flatMap(({ order }) => order).filter(({ likeness, matched }) => likeness >= AS_WRITTEN && matched > 1);
  const [first] = alike.toSorted((a, b) => b.likeness - a.likeness || b.likelihood - a.likelihood);
  const finding = found.find(({ order }) => first && order.includes(first))?.finding;
  if (!first || !finding) return undefined;
  const others = [...finding.ids, ...finding.others].filter((id) => id !== first.id).slice(0, MAX_CHOICES);
  return { ...finding, kind: 'answer', ids: [first.id], others, confidence: Math.max(first.likelihood, ANSWER) };
}

/** Chatter around a clause that asks for one name. */
function chatty(index: Index, { folded, units, subjects, mended }: Reading): Finding | undefined {
  const asked = spanAskedFor(folded, units, subjects, (span) => !index.isEveryday(wordsOf(span, units)));
  return asked && named(index, asked.entries, mended);
}

/** The best of a team's own concepts where that is sure, else of all. */
function best(found: readonly Ranked[]): Finding {
  const findings = found.map(({ finding }) => finding);
  const sure = findings.find(({ kind }) => kind === 'answer');
  return sure ?? findings.toSorted((a, b) => b.confidence - a.confidence)[0] ?? NOTHING;
}

/** What one tier makes of a question, by what it means. */
interface Ranked {
  readonly finding: Finding;
  /** Its candidates, likeliest first. */
  readonly order: readonly { readonly id: string; readonly likelihood: number; readonly likeness: number; readonly matched: number }[];
}

function rankedIn(index: Index, tier: Tier, reading: Reading, leftOut?: LeftOut): Ranked {
  const candidates = candidatesIn(tier, reading, leftOut);
  const likely = likelihoods(evidenceFor(index, tier, reading, candidates));
  const order = candidates
    .map(({ entry, likeness, matched }, at) => ({ id: index.entries[entry + tier.first]!.id, likelihood: likely[at]!, likeness, matched }))
    .sort((a, b) => b.likelihood - a.likelihood || (a.id < b.id ? -1 : 1));
  const confidence = order[0]?.likelihood ?? 0;
  const ids = order.map(({ id }) => id);
  const found = { ...NOTHING, mended: reading.mended, confidence };
  if (confidence >= ANSWER)
    return { order, finding: { ...found, kind: 'answer', ids: ids.slice(0, 1), others: ids.slice(1, 1 + MAX_CHOICES) } };
  const any = likely.reduce((sum, likelihood) => sum + likelihood, 0);
  if (any >= CHOICE) return { order, finding: { ...found, kind: 'did-you-mean', ids: ids.slice(0, MAX_CHOICES) } };
  return { order, finding: { ...found, others: ids.slice(0, MAX_CHOICES) } };
}

/** The names that a question may be about: not the ones that only say where. */
const aboutIn = ({ meant, units }: Reading): readonly Span[] => meant.filter((span) => !isPlace(span, units));

/** What a question may mean in a tier: what shares most with it, and what it names. */
function candidatesIn(tier: Tier, reading: Reading, leftOut?: LeftOut): Candidate[] {
  const named = new Set(aboutIn(reading).flatMap(({ entries }) => entries.map((entry) => entry - tier.first)));
  return tier.meaning.rank(reading.folded, leftOut, [...named]);
}

/** What speaks for each of a tier's candidates. */
export function evidenceFor(index: Index, tier: Tier, reading: Reading, candidates: readonly Candidate[]): Evidence[] {
  const { names, units } = reading;
  const bestScore = candidates[0]?.score ?? 1;
  const isEveryday = (span: Span) => index.isEveryday(wordsOf(span, units));
  const about = aboutIn(reading);
  const framed = 1 - restOf(units, names) / Math.max(1, units.length);
  return candidates.map(({ entry, score, coverage, likeness, matched }, rank) => {
    const own = about.filter(({ entries }) => entries.includes(entry + tier.first));
    const isNamed = own.length > 0;
    const isDistinct = !own.every(isEveryday);
    return {
      relative: score / bestScore,
      first: rank === 0 ? 1 : 0,
      coverage,
      likeness,
      matched: Math.min(matched, 6) / 6,
      single: matched <= 1 ? 1 : 0,
      distinct: isNamed && isDistinct ? 1 : 0,
      everyday: isNamed && !isDistinct ? 1 : 0,
      framed: isNamed ? framed : 0,
      context: isNamed && index.entries[entry + tier.first]!.isContext ? 1 : 0,
    };
  });
}

/** What speaks for the concepts that a question may mean, where no name decides it: for fitting the weights. */
export function evidenceOf(index: Index, text: string): { id: string; evidence: Evidence }[] {
  const folded = fold(tidy(text));
  if (nameKey(folded) === '' || index.names.find(nameKey(folded))) return [];
  const reading = read(index, folded);
  if (compared(index, reading) ?? framed(index, reading) ?? listed(index, reading) ?? chatty(index, reading)) return [];
  return index.tiers.flatMap((tier) => {
    const candidates = candidatesIn(tier, reading);
    return evidenceFor(index, tier, reading, candidates).map((evidence, at) => ({
      id: index.entries[candidates[at]!.entry + tier.first]!.id,
      evidence,
    }));
  });
}
