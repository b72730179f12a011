import { tokensOf } from './tokens.ts';

/** What a row of an entry holds; a way to ask says more about what is asked than a definition does. */
const ROW_WEIGHTS = { names: 1, ask: 1.4, definition: 1 } as const;
export type RowKind = keyof typeof ROW_WEIGHTS;

// Robertson & Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond. Short rows want a small b.
const K1 = 1.2;
const B = 0.35;

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
  /** The summed idf of a row's words of substance. */
  readonly rowMass: Float32Array;
  readonly entries: number;
}

/** Collects rows, entry by entry in ascending order, and then makes the index of them. */
export function createMeaningIndexer(): {
  add(entry: number, kind: RowKind, folded: string): void;
  finish(): Generator<void, MeaningIndex>;
} {
  const terms = new Map<string, number>();
  const isEmpty: boolean[] = [];
  const postings: number[][] = [];
  const entryOf: number[] = [];
  const kinds: RowKind[] = [];
  const lengths: number[] = [];
  let totalLength = 0;
  let entries = 0;

  return {
    add(entry, kind, folded) {
      const counts = new Map<number, number>();
      const tokens = tokensOf(folded);
      if (tokens.length === 0) return;
      for (const { term, empty } of tokens) {
        let id = terms.get(term);
        if (id === undefined) {
          id = postings.length;
          terms.set(term, id);
          postings.push([]);
          isEmpty.push(empty);
        }
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counts) postings[id]!.push(entryOf.length, count);
      entryOf.push(entry);
      kinds.push(kind);
      lengths.push(tokens.length);
      totalLength += tokens.length;
      entries = entry + 1;
    },

    *finish() {
      const rows = entryOf.length;
      const average = totalLength / Math.max(1, rows);
      const size = postings.reduce((total, list) => total + list.length / 2, 0);
      const offset = new Int32Array(postings.length + 1);
      const row = new Int32Array(size);
      const impact = new Float32Array(size);
      const idf = new Float32Array(postings.length);
      const rowMass = new Float32Array(rows);
      let at = 0;
      for (const [id, list] of postings.entries()) {
        offset[id] = at;
        const frequency = list.length / 2;
        const rarity = Math.log(1 + (rows - frequency + 0.5) / (frequency + 0.5));
        idf[id] = rarity;
        for (let next = 0; next < list.length; next += 2) {
          const posted = list[next]!;
          const count = list[next + 1]!;
          const saturated = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengths[posted]!) / average));
          if (!isEmpty[id]) rowMass[posted]! += rarity;
          row[at] = posted;
          impact[at] = ROW_WEIGHTS[kinds[posted]!] * rarity * saturated;
          at += 1;
        }
        postings[id] = [];
        yield;
      }
      offset[postings.length] = at;
      const isDefinition = Uint8Array.from(kinds, (kind) => (kind === 'definition' ? 1 : 0));
      return { terms, offset, row, impact, idf, rowMass, isDefinition, entryOf: Int32Array.from(entryOf), entries };
    },
  };
}
