import type { Memory, MemoryModel } from './memory.ts';

/** So many people must tell before anything is said of a concept: of fewer, one could guess who it is. */
export const FEWEST_PEOPLE = 5;

/** How well those who share their memories would recall a concept, on average, at each of some times. */
export interface SharedRecall {
  readonly concept: string;
  /** From 0 to 1. */
  readonly recall: readonly number[];
}

/**
 * What several people would recall, the weakest first, then by id; only
 * concepts that at least {@link FEWEST_PEOPLE} of them have met.
 *
 * @param people - the memories of each who agreed.
 */
export function memoryMap(people: readonly ReadonlyMap<string, Memory>[], times: readonly Date[], model: MemoryModel): SharedRecall[] {
  const byConcept = Map.groupBy(
    people.flatMap((memories) => [...memories]),
    ([concept]) => concept,
  );
  return Array.from(byConcept)
    .filter(([, some]) => some.length >= FEWEST_PEOPLE)
    .map(([concept, some]) => {
      // Summed in an order that does not depend on who comes first, so that equal maps are equal.
      const average = (at: Date) =>
        some
          .map(([, memory]) => model.recall(memory, at))
          .toSorted()
          .reduce((sum, share) => sum + share, 0) / some.length;
      return { concept, recall: times.map(average) };
    })
    .toSorted((a, b) => (a.recall[0] ?? 0) - (b.recall[0] ?? 0) || (a.concept < b.concept ? -1 : 1));
}
