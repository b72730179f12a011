import type { LeftOut, MeaningIndex } from './meaning-index.ts';
import { entriesAskedInSameWords } from './same-words.ts';
import { tokensOf } from './tokens.ts';

/** How well one entry fits a question, in figures between 0 and 1 but for `score` and `matched`. */
export interface Candidate {
  readonly entry: number;
  /** The BM25 score by which entries are ranked. */
  readonly score: number;
  /** What share of the question's weight the entry explains. */
  readonly coverage: number;
  /** How alike the question and the entry's most similar name or way to ask are (Dice). */
  readonly likeness: number;
  /** How many words of substance the entry shares with the question. */
  readonly matched: number;
}

/** Ranks entries by what a question is about. */
export interface Meaning {
  /** The best few entries for a folded question, best first; behind them those of `named` that share a word with it. */
  rank(folded: string, leftOut?: LeftOut, named?: readonly number[]): Candidate[];
  /** The entries that are asked for in just the words of a folded question, in whatever order and form. */
  askedInSameWords(folded: string): number[];
  /** The number of an entry's first row; its others follow as they were added. */
  firstRowOf(entry: number): number;
  /** Whether a stemmed word occurs in any entry. */
  knows(term: string): boolean;
}

/** How much of an entry's score is the sum over its rows rather than its best row. */
const SUM_SHARE = 0.4;
/** Once so many rows are open, common words only add to them, so that cost does not grow with the number of entries. */
const MAX_OPEN_ROWS = 10_000;
const FEW_ROWS = 50;
const CONSIDERED = 12;

const NONE: LeftOut = new Set();

interface Scored {
  readonly entry: number;
  readonly score: number;
}

interface QueryTerm {
  readonly id: number;
  readonly empty: boolean;
}

export function createMeaning(index: MeaningIndex): Meaning {
  const { terms, offset, row, impact, idf, entryOf } = index;
  const unknownMass = Math.log(1 + (entryOf.length + 0.5) / 0.5);
  // Reused by every question and left all zeros by each: nothing is allocated that grows with the number of entries.
  const rowScore = new Float32Array(entryOf.length);
  const best = new Float32Array(index.entries);
  const sum = new Float32Array(index.entries);
  const open = new Int32Array(entryOf.length);
  const touched = new Int32Array(index.entries);

  /** A term's number; `undefined` where it stands in no row but those that are left out. */
  const idOf = (term: string, leftOut: LeftOut): number | undefined => {
    const id = terms.get(term);
    if (id === undefined || leftOut.size === 0) return id;
    return row.subarray(offset[id]!, offset[id + 1]!).every((posted) => leftOut.has(posted)) ? undefined : id;
  };

  const parse = (folded: string, leftOut: LeftOut) => {
    const query = new Map<string, QueryTerm | undefined>();
    let mass = 0;
    for (const { term, empty } of tokensOf(folded)) {
      if (query.has(term)) continue;
      const id = idOf(term, leftOut);
      if (!empty) mass += id === undefined ? unknownMass : idf[id]!;
      query.set(term, id === undefined ? undefined : { id, empty });
    }
    const known = [...query.values()].filter((term) => term !== undefined);
    return { mass, known: known.sort((a, b) => idf[b.id]! - idf[a.id]! || a.id - b.id) };
  };

  /** Adds up the scores of rows; returns how many rows are open, which `open` lists. */
  const scoreRows = (known: readonly QueryTerm[]): number => {
    let count = 0;
    for (const { id, empty } of known) {
      const end = offset[id + 1]!;
      // Rare words open rows; a common one only adds to what they opened, unless there is nothing else to go by.
      const mayOpen = count + end - offset[id]! <= MAX_OPEN_ROWS || (count < FEW_ROWS && !empty);
      for (let at = offset[id]!; at < end; at++) {
        const posted = row[at]!;
        if (rowScore[posted] === 0) {
          if (!mayOpen) continue;
          open[count] = posted;
          count += 1;
        }
        rowScore[posted]! += impact[at]!;
      }
    }
    return count;
  };

  const scoreEntries = (count: number, named: readonly number[]) => {
    let touchedCount = 0;
    for (let at = 0; at < count; at++) {
      const posted = open[at]!;
      const entry = entryOf[posted]!;
      const score = rowScore[posted]!;
      if (score === 0) continue;
      if (sum[entry] === 0) {
        touched[touchedCount] = entry;
        touchedCount += 1;
      }
      sum[entry]! += score;
      if (score > best[entry]!) best[entry] = score;
      rowScore[posted] = 0;
    }
    const scoreOf = (entry: number) => best[entry]! * (1 - SUM_SHARE) + sum[entry]! * SUM_SHARE;
    const behind = named.map((entry) => ({ entry, score: scoreOf(entry) })).filter(({ score }) => score > 0);
    const top: Scored[] = [];
    for (let at = 0; at < touchedCount; at++) {
      const entry = touched[at]!;
      const score = scoreOf(entry);
      best[entry] = 0;
      sum[entry] = 0;
      if (top.length < CONSIDERED || score >= top[CONSIDERED - 1]!.score) insert(top, { entry, score });
    }
    return [...top, ...behind.filter(({ entry }) => !top.some((other) => other.entry === entry))];
  };

  /** The postings of a term that lie in an entry's rows. */
  const postingsIn = (entry: number, id: number, leftOut: LeftOut): Int32Array => {
    const from = firstOf(entry, row, entryOf, offset[id]!, offset[id + 1]!);
    const to = firstOf(entry + 1, row, entryOf, from, offset[id + 1]!);
    const posted = row.subarray(from, to);
    return leftOut.size === 0 ? posted : posted.filter((one) => !leftOut.has(one));
  };

  /** How much of the question an entry explains, and how much of its nearest row was asked for. */
  const weigh = ({ entry, score }: Scored, known: readonly QueryTerm[], mass: number, leftOut: LeftOut): Candidate => {
    let explained = 0;
    let matched = 0;
    const sharedBy = new Map<number, number>();
    for (const { id } of known.filter(({ empty }) => !empty)) {
      const posted = postingsIn(entry, id, leftOut);
      if (posted.length === 0) continue;
      explained += idf[id]!;
      matched += 1;
      for (const one of posted) if (index.isDefinition[one] === 0) sharedBy.set(one, (sharedBy.get(one) ?? 0) + idf[id]!);
    }
    let likeness = 0;
    for (const [posted, shared] of sharedBy) likeness = Math.max(likeness, (2 * shared) / (mass + index.rowMass[posted]!));
    return { entry, score, coverage: mass === 0 ? 0 : explained / mass, likeness: Math.min(1, likeness), matched };
  };

  return {
    knows: (term) => terms.has(term),
    askedInSameWords: (folded) => entriesAskedInSameWords(index, folded),
    firstRowOf: (entry) => entryOf.indexOf(entry),
    rank(folded, leftOut = NONE, named = []) {
      const { known, mass } = parse(folded, leftOut);
      const count = scoreRows(known);
      for (const posted of leftOut) rowScore[posted] = 0;
      return scoreEntries(count, named).map((scored) => weigh(scored, known, mass, leftOut));
    },
  };
}

/** Keeps the best few in order; equal scores go by the entry's number, so that order never depends on luck. */
function insert(top: Scored[], item: Scored): void {
  const isBefore = (other: Scored) => other.score > item.score || (other.score === item.score && other.entry < item.entry);
  const last = top.at(-1);
  if (top.length === CONSIDERED && last && isBefore(last)) return;
  let at = top.length;
  while (at > 0 && !isBefore(top[at - 1]!)) at -= 1;
  top.splice(at, 0, item);
  if (top.length > CONSIDERED) top.pop();
}

/** The first posting between `from` and `to` whose row belongs to this entry or a later one. */
function firstOf(entry: number, row: Int32Array, entryOf: Int32Array, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entryOf[row[middle]!]! < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
