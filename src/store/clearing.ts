import { sql, type Transaction } from 'kysely';
import type { Clearing } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { letGapsGo } from './inbox.ts';
import { QUIZ_KEPT_MS } from './quizzes.ts';
import type { Tables } from './tables.ts';

/** A message at rest serves for as long as its quiz is open, or its day is not over. */
const POST_KEPT_MS = 30 * 24 * 60 * 60_000;

/** So few that nobody who answers has to wait for them. */
const ROWS_AT_ONCE = 500;

/** Deletes what serves nobody any more. What people answered stays, since memories and standings are made of it. */
export function createClearing(engine: Engine, now: () => Date): Clearing {
  const work = [letGapsGo, letPostsGo, letQuestionsGo];
  return {
    async letGo() {
      let deleted = 0;
      for (const part of work) deleted += await engine.write((transaction) => part(transaction, now()));
      return deleted;
    },
  };
}

async function letPostsGo(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const old = transaction
    .selectFrom('post')
    .select('key')
    .where(sql<boolean>`due_at_ms is null and claim is null`)
    .where('wanted_at_ms', '<', now.getTime() - POST_KEPT_MS)
    .orderBy('wanted_at_ms')
    .limit(ROWS_AT_ONCE);
  const { numDeletedRows } = await transaction.deleteFrom('post').where('key', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
}

/** The questions of a quiz that is not to be found any more; who answered it, and how, stays. */
async function letQuestionsGo(transaction: Transaction<Tables>, now: Date): Promise<number> {
  // Numbers of quizzes go up with time, so that the oldest are found without looking through all.
  const first = transaction.selectFrom('question').select('quiz').orderBy('quiz').limit(ROWS_AT_ONCE).as('first');
  const old = transaction
    .selectFrom(first)
    .innerJoin('quiz', 'quiz.id', 'first.quiz')
    .select('quiz.id')
    .where('quiz.opened_at_ms', '<', now.getTime() - QUIZ_KEPT_MS);
  const { numDeletedRows } = await transaction.deleteFrom('question').where('quiz', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
}
