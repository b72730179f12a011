import { lowerBound } from './ascending.ts';
import type { MeaningIndex } from './meaning-index.ts';
import { tokensOf } from './tokens.ts';

/** A question whose rarest word stands in more rows than this is not looked up: it costs, and the likeness of candidates tells nearly as much. */
const MAX_ROWS = 10_000;

/** The entries that are asked for in just the words of a folded question, in whatever order and form. */
export function entriesAskedInSameWords(index: MeaningIndex, folded: string): number[] {
  const rowsWith = postingsOfAll(index, folded);
  const rarest = rowsWith?.[0];
  if (!rowsWith || !rarest || rarest.length > MAX_ROWS) return [];
  const { isDefinition, termsIn, entryOf } = index;
  const isSame = (row: number) => termsIn[row] === rowsWith.length && isDefinition[row] === 0 && rowsWith.every((rows) => holds(rows, row));
  return [...new Set(Array.from(rarest.filter(isSame), (row) => entryOf[row]!))];
}

/** The rows of each word of a text, the rarest word's first; `undefined` where a word stands in none. */
function postingsOfAll({ terms, offset, row }: MeaningIndex, folded: string): Int32Array[] | undefined {
  const postings: Int32Array[] = [];
  for (const term of new Set(tokensOf(folded).map(({ term: one }) => one))) {
    const id = terms.get(term);
    if (id === undefined) return undefined;
    const rows = row.subarray(offset[id], offset[id + 1]);
    // A word that stands nearly everywhere has no postings, and is not counted in rows either.
    if (rows.length > 0) postings.push(rows);
  }
  return postings.sort((one, other) => one.length - other.length);
}

/** Whether a row stands among ascending ones. */
const holds = (rows: Int32Array, row: number): boolean => rows[lowerBound(rows, row)] === row;
