import { createMeaning, type Meaning } from '../../src/core/search/meaning.ts';
import { createMeaningIndexer, type RowKind } from '../../src/core/search/meaning-index.ts';

/** The rows of one entry. */
export type Rows = readonly (readonly [kind: RowKind, text: string])[];

/** Entries 0, 1, 2 …, each with its rows. */
export function meaningOf(...entries: readonly Rows[]): Meaning {
  const indexer = createMeaningIndexer();
  for (const [entry, rows] of entries.entries()) for (const [kind, text] of rows) indexer.add(entry, kind, text);
  const building = indexer.finish();
  for (let step = building.next(); ; step = building.next()) if (step.done) return createMeaning(step.value);
}
