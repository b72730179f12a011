import type { Transaction } from 'kysely';
import type { QuizItem } from '../core/quiz/item.ts';
import { DONT_KNOW, type NewAttempt, type Recorded } from '../core/quiz/records.ts';
import type { Evidence, MemoryModel } from '../core/review/memory.ts';
import { addAnswers } from './asked.ts';
import type { Engine } from './engine.ts';
import { addEvidence, lockedLearnerOf } from './learning.ts';
import { redrawSoon } from './posts-queue.ts';
import { count } from './standings.ts';
import type { Tables } from './tables.ts';

/** Keeps an answer and all that follows from it in one transaction; whoever was first counts. */
export async function record(
  transaction: Transaction<Tables>,
  attempt: NewAttempt,
  { engine, model, now }: { engine: Engine; model: MemoryModel; now: Date },
): Promise<Recorded> {
  const { quiz, position, actor, choice, isRight } = attempt;
  const learner = await lockedLearnerOf(engine, transaction, actor.id, now);
  const kept = await transaction
    .insertInto('attempt')
    .values({ quiz: quiz.id, position, learner, actor: actor.id, choice, is_right: Number(isRight), at_ms: now.getTime() })
    .onConflict((conflict) => conflict.columns(['quiz', 'position', 'learner']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) return { kind: 'already', choice: await firstChoice(transaction, quiz.id, position, learner) };
  await rename(transaction, actor.id, actor.name);
  const item = quiz.questions[position - 1]?.item;
  if (item) {
    await addEvidence(transaction, { learner, actor: actor.id, concept: item.concept }, evidenceOf(attempt, item), { model, now });
  }
  const isCounted = choice !== DONT_KNOW;
  if (quiz.owners) {
    if (item && isCounted) await addAnswers(transaction, `learner ${learner}`, item.id, 1, Number(isRight));
    return { kind: 'kept' };
  }
  if (isCounted) await count(transaction, quiz, learner, isRight);
  await redrawSoon(transaction, quiz.id, now);
  return { kind: 'kept' };
}

/** What an answer tells of a memory (ADR 9). */
function evidenceOf({ choice, isRight }: NewAttempt, { choices }: QuizItem): Evidence {
  if (choice === DONT_KNOW) return { kind: 'unsure' };
  return isRight ? { kind: 'hit', choices: choices.length } : { kind: 'missed' };
}

async function firstChoice(transaction: Transaction<Tables>, quiz: number, position: number, learner: number): Promise<string> {
  const row = await transaction
    .selectFrom('attempt')
    .select('choice')
    .where('quiz', '=', quiz)
    .where('position', '=', position)
    .where('learner', '=', learner)
    .executeTakeFirstOrThrow();
  return row.choice;
}

/** Who is named on leaderboards is named as their platform shows them now. */
async function rename(transaction: Transaction<Tables>, actor: string, name: string): Promise<void> {
  await transaction
    .updateTable('actor')
    .set({ name })
    .where('id', '=', actor as `${string}:${string}`)
    .where('name', '!=', name)
    .where('name', 'is not', null)
    .execute();
}
