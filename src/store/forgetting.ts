import { sql, type Transaction } from 'kysely';
import type { Forgotten } from '../core/review/records.ts';
import { forgetAsked } from './askers.ts';
import type { Tables } from './tables.ts';

/** All of these are a learner's own. Their order is that in which a person is told of them. */
const OWN = ['actor', 'preference', 'log_line', 'memory', 'face', 'look_up', 'hold', 'reminder', 'quiz', 'verdict'] as const;

/** Who stands in the place of a forgotten account where somebody must. */
const NOBODY = 'nobody:0';

/**
 * Deletes a learner. Their answers to the quizzes of conversations stay as those
 * of somebody without accounts, name and time, so that totals stay true.
 *
 * @returns how many rows were deleted, by table.
 */
export async function forget(transaction: Transaction<Tables>, learner: number, now: Date): Promise<Forgotten> {
  const counts: Record<string, number> = {};
  const actors = await transaction.selectFrom('actor').select('id').where('learner', '=', learner).execute();
  const ids = actors.map(({ id }) => id);
  const { id: nobody } = await transaction
    .insertInto('learner')
    .values({ first_seen_at_ms: now.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ofOthers = sql`update attempt set learner = ${nobody}, actor = ${NOBODY}, at_ms = 0
    where learner = ${learner} and quiz in (select id from quiz where learner is null)`;
  await ofOthers.execute(transaction);
  await transaction.updateTable('standing').set({ learner: nobody }).where('learner', '=', learner).execute();
  await transaction.updateTable('schedule').set({ set_by: NOBODY }).where('set_by', 'in', ids).execute();
  await transaction.updateTable('digest').set({ set_by: NOBODY }).where('set_by', 'in', ids).execute();
  await forgetAsked(transaction, ids);
  await transaction.deleteFrom('inviter').where('actor', 'in', ids).execute();
  await transaction.deleteFrom('post').where('kind', '=', 'remind').where('subject', '=', learner).execute();
  await transaction.deleteFrom('link_try').where('actor', 'in', ids).execute();
  await transaction.deleteFrom('asked').where('scope', '=', `learner ${learner}`).execute();
  for (const table of OWN) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where learner = ${learner}`.execute(transaction);
    counts[table] = Number(numAffectedRows ?? 0);
  }
  await transaction.deleteFrom('learner').where('id', '=', learner).execute();
  return counts;
}
