import { type Kysely, sql, type Transaction } from 'kysely';
import { type Asked, type Chosen, DONT_KNOW } from '../core/quiz/records.ts';
import type { ActorId } from '../core/turn.ts';
import { findLearner } from './learners.ts';
import type { Tables } from './tables.ts';

/** How each question has fared in a conversation. */
export async function askedIn(database: Kysely<Tables>, scope: string): Promise<readonly Asked[]> {
  const rows = await database.selectFrom('asked').selectAll().where('scope', '=', scope).orderBy('item').execute();
  return rows.map(({ item, concept, times, last_at_ms, answered, correct }) => ({
    item,
    concept,
    times,
    lastAt: new Date(last_at_ms),
    answered,
    correct,
  }));
}

/** How each question has fared in a learner's own quizzes. */
export async function askedOf(database: Kysely<Tables>, actor: ActorId): Promise<readonly Asked[]> {
  const learner = await findLearner(database, actor);
  return learner === undefined ? [] : askedIn(database, `learner ${learner}`);
}

/** Counts that questions are asked. */
export async function countAskings(
  transaction: Transaction<Tables>,
  scope: string,
  questions: readonly Chosen[],
  now: Date,
): Promise<void> {
  const rows = questions.map(({ item }) => ({
    scope,
    item: item.id,
    concept: item.concept,
    times: 1,
    last_at_ms: now.getTime(),
    answered: 0,
    correct: 0,
  }));
  await transaction
    .insertInto('asked')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['scope', 'item']).doUpdateSet({ times: sql`asked.times + 1`, last_at_ms: sql`excluded.last_at_ms` }),
    )
    .execute();
}

/** Counts the answers to a quiz that is over, once: while it is open, 200 people would wait for each other's count. */
export async function countAsked(transaction: Transaction<Tables>, quiz: number, scope: string): Promise<void> {
  const counted = await transaction
    .selectFrom('attempt')
    .innerJoin('question', (join) => join.onRef('question.quiz', '=', 'attempt.quiz').onRef('question.position', '=', 'attempt.position'))
    .select(['question.item_json', (count) => count.fn.countAll<number>().as('answered')])
    .select((sum) => sum.fn.sum<number>('attempt.is_right').as('correct'))
    .where('attempt.quiz', '=', quiz)
    .where('attempt.choice', '!=', DONT_KNOW)
    .groupBy(['attempt.position', 'question.item_json'])
    .execute();
  for (const { item_json, answered, correct } of counted) {
    await addAnswers(transaction, scope, (JSON.parse(item_json) as { id: string }).id, Number(answered), Number(correct));
  }
}

/** Adds answers to a question's count. */
export async function addAnswers(
  transaction: Transaction<Tables>,
  scope: string,
  item: string,
  answered: number,
  correct: number,
): Promise<void> {
  await transaction
    .updateTable('asked')
    .set({ answered: sql`answered + ${sql.lit(answered)}`, correct: sql`correct + ${sql.lit(correct)}` })
    .where('scope', '=', scope)
    .where('item', '=', item)
    .execute();
}
