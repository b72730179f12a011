import { type Kysely, sql, type Transaction } from 'kysely';
import type { ConversationId } from '../core/places.ts';
import type { Forgotten } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import { forgetAsked } from './askers.ts';
import { newLearner } from './learners.ts';
import { recount } from './standings.ts';
import type { Tables } from './tables.ts';

/** All of these are a learner's own. Their order is that in which a person is told of them. */
const OWN = ['actor', 'preference', 'log_line', 'memory', 'face', 'look_up', 'hold', 'reminder', 'quiz', 'verdict'] as const;

/** Who stands in the place of a forgotten account where somebody must. */
const NOBODY = 'nobody:0';

/**
 * Deletes a learner, with what is in their direct conversations. Their answers
 * to the quizzes of channels stay as those of somebody without accounts, name
 * and time, so that totals stay true.
 *
 * @returns how many rows were deleted, by table.
 */
export async function forget(transaction: Transaction<Tables>, learner: number, now: Date): Promise<Forgotten> {
  const actors = await transaction.selectFrom('actor').select('id').where('learner', '=', learner).execute();
  const ids = actors.map(({ id }) => id);
  const nobody = await newLearner(transaction, now);
  const own = await directConversations(transaction, learner, ids);
  const counts = await forgetConversations(transaction, own);
  const ofOthers = sql`update attempt set learner = ${nobody}, actor = ${NOBODY}, at_ms = 0
    where learner = ${learner} and quiz in (select id from quiz where learner is null)`;
  await ofOthers.execute(transaction);
  await recount(transaction, [learner, nobody]);
  await transaction.updateTable('schedule').set({ set_by: NOBODY }).where('set_by', 'in', ids).execute();
  await transaction.updateTable('digest').set({ set_by: NOBODY }).where('set_by', 'in', ids).execute();
  await forgetAsked(transaction, ids);
  await transaction.deleteFrom('inviter').where('actor', 'in', ids).execute();
  await transaction.deleteFrom('post').where('kind', '=', 'remind').where('subject', '=', learner).execute();
  await transaction.deleteFrom('link_try').where('actor', 'in', ids).execute();
  await transaction.deleteFrom('asked').where('scope', '=', `learner ${learner}`).execute();
  for (const table of OWN) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where learner = ${learner}`.execute(transaction);
    counts[table] = (counts[table] ?? 0) + Number(numAffectedRows ?? 0);
  }
  await transaction.deleteFrom('learner').where('id', '=', learner).execute();
  return counts;
}

/** Where nobody but this learner and the bot is, as far as anything was ever arranged there. */
export async function directConversations(
  database: Kysely<Tables>,
  learner: number,
  ids: readonly ActorId[],
): Promise<readonly ConversationId[]> {
  const arrangedIn = (table: 'schedule' | 'digest') =>
    database.selectFrom(table).select('conversation').where('is_direct', '=', 1).where('set_by', 'in', ids);
  const rows = await arrangedIn('schedule')
    .union(arrangedIn('digest'))
    .union(database.selectFrom('reminder').select('conversation').where('learner', '=', learner))
    .execute();
  // On most platforms such a conversation goes by the account.
  return [...new Set([...ids, ...rows.map(({ conversation }) => conversation)])];
}

/** Deletes all that is arranged, asked and still to be posted in conversations. @returns how many rows were deleted, by table. */
async function forgetConversations(
  transaction: Transaction<Tables>,
  conversations: readonly ConversationId[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['schedule', 'digest', 'quiz', 'post'] as const) {
    const { numDeletedRows } = await transaction.deleteFrom(table).where('conversation', 'in', conversations).executeTakeFirst();
    counts[table] = Number(numDeletedRows);
  }
  await transaction.deleteFrom('asked').where('scope', 'in', conversations).execute();
  return counts;
}
