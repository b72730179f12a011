import type { Transaction } from 'kysely';
import type { Memory, MemoryModel } from '../core/review/memory.ts';
import { replay } from '../core/review/replay.ts';
import type { Engine } from './engine.ts';
import { columnsOf, lineFrom, lockLearner, memoryFrom } from './learning.ts';
import type { Tables } from './tables.ts';

/** Rows a statement carries: both engines limit how many values one may have. */
const ROWS_AT_ONCE = 500;

/**
 * Makes a learner's memories anew from their log, concepts that are gone from the notes included.
 *
 * @returns how many had not been what the log says.
 */
export async function rebuildFor(transaction: Transaction<Tables>, learner: number, model: MemoryModel): Promise<number> {
  const lines = await transaction.selectFrom('log_line').selectAll().where('learner', '=', learner).execute();
  const replayed = replay(lines.map(lineFrom), model);
  const rows = await transaction.selectFrom('memory').selectAll().where('learner', '=', learner).execute();
  const kept = new Map(rows.map((row) => [row.concept, memoryFrom(row)]));
  const wrong = [...new Set([...kept.keys(), ...replayed.keys()])].filter((concept) => !isSame(kept.get(concept), replayed.get(concept)));
  if (wrong.length === 0) return 0;
  await transaction.deleteFrom('memory').where('learner', '=', learner).execute();
  const right = [...replayed].map(([concept, memory]) => ({ learner, concept, ...columnsOf(memory) }));
  for (let at = 0; at < right.length; at += ROWS_AT_ONCE) {
    await transaction
      .insertInto('memory')
      .values(right.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
  return wrong.length;
}

/** Makes the memories of all learners anew. */
export async function rebuildAll(transaction: Transaction<Tables>, engine: Engine, model: MemoryModel): Promise<number> {
  const learners = await transaction.selectFrom('learner').select('id').orderBy('id').execute();
  let wrong = 0;
  for (const { id } of learners) {
    await lockLearner(engine, transaction, id);
    wrong += await rebuildFor(transaction, id, model);
  }
  return wrong;
}

function isSame(one: Memory | undefined, other: Memory | undefined): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(columnsOf(one)) === JSON.stringify(columnsOf(other));
}
