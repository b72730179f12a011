import { tokensOf } from './tokens.ts';

/** What a row of an entry holds; a way to ask says more about what is asked than a definition does. */
const ROW_WEIGHTS = { names: 1, ask: 1.4, definition: 1 } as const;
export type RowKind = keyof typeof ROW_WEIGHTS;
const KINDS = Object.keys(ROW_WEIGHTS) as RowKind[];

// Robertson & Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond. Short rows want a small b.
const K1 = 1.2;
const B = 0.35;
/** A word that says nothing and stands in so many rows is left out: it would take most of the room and tell nothing apart. */
const MAX_EMPTY_ROWS = 5000;

/** The rows of all entries, as flat arrays: postings of term `t` stand from `offset[t]` up to `offset[t + 1]`, ascending by row. */
export interface MeaningIndex {
  readonly terms: ReadonlyMap<string, number>;
  readonly offset: Int32Array;
  readonly row: Int32Array;
  /** The share of a row's score that this term earns, computed once. */
  readonly impact: Float32Array;
  readonly idf: Float32Array;
  readonly entryOf: Int32Array;
  readonly isDefinition: Uint8Array;
  /** How many different terms of a row have postings. */
  readonly termsIn: Uint16Array;
  /** The summed idf of a row's words of substance. */
  readonly rowMass: Float32Array;
  readonly entries: number;
}

/** Rows that are looked past, as if they had not been written. */
export type LeftOut = ReadonlySet<number>;

/** Numbers that come one by one; plain arrays of so many would take twice the room. */
function createStream() {
  let numbers = new Int32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === numbers.length) {
        const longer = new Int32Array(length * 2);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[length] = value;
      length += 1;
    },
    taken: () => numbers.subarray(0, length),
  };
}

/** Collects rows, entry by entry in ascending order, and then makes the index of them. */
export function createMeaningIndexer(): {
  /** Adds a row, be it empty: an entry's rows are numbered as they come. */
  add(entry: number, kind: RowKind, folded: string): void;
  finish(): Generator<void, MeaningIndex>;
} {
  const terms = new Map<string, number>();
  const isEmpty: boolean[] = [];
  // All rows behind one another: each row's terms in ascending order, a term as often as it stands there.
  const termStream = createStream();
  const rowEnds = createStream();
  const entryOf = createStream();
  const kinds = createStream();

  const idOf = (term: string, empty: boolean): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    terms.set(term, isEmpty.length);
    isEmpty.push(empty);
    return isEmpty.length - 1;
  };

  return {
    add(entry, kind, folded) {
      const ids = tokensOf(folded).map(({ term, empty }) => idOf(term, empty));
      for (const id of ids.sort((a, b) => a - b)) termStream.push(id);
      rowEnds.push(termStream.taken().length);
      entryOf.push(entry);
      kinds.push(KINDS.indexOf(kind));
    },
    finish: () =>
      invert(terms, isEmpty, { stream: termStream.taken(), ends: rowEnds.taken(), entryOf: entryOf.taken(), kinds: kinds.taken() }),
  };
}

interface Rows {
  readonly stream: Int32Array;
  /** Where each row ends in the stream. */
  readonly ends: Int32Array;
  readonly entryOf: Int32Array;
  readonly kinds: Int32Array;
}

/** How many rows are dealt with between two pauses. */
const ROWS_AT_ONCE = 256;

/** Turns rows of terms into terms with rows, by counting. */
function* invert(terms: ReadonlyMap<string, number>, isEmpty: readonly boolean[], rows: Rows): Generator<void, MeaningIndex> {
  const { stream, ends, entryOf, kinds } = rows;
  const frequency = new Int32Array(isEmpty.length);
  for (let row = 0; row < ends.length; row++) {
    forEachTerm(rows, row, (id) => {
      frequency[id]! += 1;
    });
    if (row % ROWS_AT_ONCE === 0) yield;
  }
  const idf = Float32Array.from(frequency, (count) => Math.log(1 + (ends.length - count + 0.5) / (count + 0.5)));
  const isKept = (id: number) => !isEmpty[id] || frequency[id]! <= MAX_EMPTY_ROWS;
  const offset = new Int32Array(isEmpty.length + 1);
  for (let id = 0; id < isEmpty.length; id++) offset[id + 1] = offset[id]! + (isKept(id) ? frequency[id]! : 0);
  yield;
  const next = offset.slice(0, -1);
  const row = new Int32Array(offset.at(-1) ?? 0);
  const impact = new Float32Array(row.length);
  const rowMass = new Float32Array(ends.length);
  const termsIn = new Uint16Array(ends.length);
  const average = stream.length / Math.max(1, ends.length);
  for (let at = 0; at < ends.length; at++) {
    const weight = ROW_WEIGHTS[KINDS[kinds[at]!]!];
    const norm = K1 * (1 - B + (B * (ends[at]! - (ends[at - 1] ?? 0))) / average);
    forEachTerm(rows, at, (id, count) => {
      if (!isEmpty[id]) rowMass[at]! += idf[id]!;
      if (!isKept(id)) return;
      row[next[id]!] = at;
      impact[next[id]!] = (weight * idf[id]! * count * (K1 + 1)) / (count + norm);
      next[id]! += 1;
      termsIn[at]! += 1;
    });
    if (at % ROWS_AT_ONCE === 0) yield;
  }
  const isDefinition = Uint8Array.from(kinds, (kind) => (KINDS[kind] === 'definition' ? 1 : 0));
  const entries = entryOf.length === 0 ? 0 : entryOf.at(-1)! + 1;
  return { terms, offset, row, impact, idf, rowMass, isDefinition, termsIn, entryOf: entryOf.slice(), entries };
}

/** Each term of a row once, with how often it stands there. */
function forEachTerm({ stream, ends }: Rows, row: number, visit: (id: number, count: number) => void): void {
  const end = ends[row]!;
  for (let at = ends[row - 1] ?? 0; at < end; ) {
    const id = stream[at]!;
    const from = at;
    while (at < end && stream[at] === id) at += 1;
    visit(id, at - from);
  }
}
