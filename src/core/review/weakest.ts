import type { Memory, MemoryModel } from './memory.ts';

const SHOWN = 3;
/** What would be recalled more surely than this is not weak. */
const SURE = 0.95;

/** The few concepts that would most probably be missed now, the weakest first; equal ones stay in their order. */
export function weakest<Known extends { readonly memory: Memory }>(
  known: readonly Known[],
  model: MemoryModel,
  now: Date,
): (Known & { readonly recall: number })[] {
  return known
    .map((each) => ({ ...each, recall: model.recall(each.memory, now) }))
    .filter(({ recall }) => recall < SURE)
    .toSorted((a, b) => a.recall - b.recall)
    .slice(0, SHOWN);
}
