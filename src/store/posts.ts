import { sql, type Transaction, type UpdateObject } from 'kysely';
import type { MessageRef } from '../core/places.ts';
import type { ClaimedPost, Posts, Quiz } from '../core/quiz/records.ts';
import type { Engine } from './engine.ts';
import { hasAny } from './peek.ts';
import { claimPosts, createWatch, heldPosts, isDue, isPutOff, LONGEST_WAIT_MS } from './posts-claim.ts';
import { blankPost, integer, quizKey, REDRAW_MS } from './posts-queue.ts';
import { misled } from './schedules.ts';
import type { Tables } from './tables.ts';

/**
 * Messages that are to stand somewhere: an outbox.
 *
 * Each is in the hands of one process at most. When that dies while it posts,
 * the next one looks in the conversation before it posts again.
 *
 * @param steady - milliseconds by a clock that nobody sets.
 */
export function createPosts(engine: Engine, now: () => Date, steady: () => number): Posts {
  const watch = createWatch(steady);
  const settled = (post: ClaimedPost, columns: UpdateObject<Tables, 'post'>) =>
    engine.write(async (transaction) => void (await change(transaction, post, columns)));
  return {
    async claim(platforms, limit) {
      const orphans = watch(await heldPosts(engine, platforms));
      const nowMs = now().getTime();
      if (orphans.length === 0 && !(await hasAny(engine, 'post', [isDue(nowMs), isPutOff(nowMs)]))) return [];
      return engine.write((transaction) => claimPosts(transaction, engine, { orphans, platforms, limit, now: now() }));
    },

    settle: (post, message) => {
      const drawnMs = now().getTime();
      // What changed while it was drawn is drawn next.
      const due = sql<number | null>`case when is_stale = 1 then ${integer(drawnMs + REDRAW_MS)} else null end`;
      return settled(post, { state: 'posted', message, drawn_at_ms: drawnMs, due_at_ms: due, tries: 0 });
    },

    postpone: (post, waitMs) =>
      settled(post, {
        state: post.state === 'sending' ? 'queued' : post.state,
        due_at_ms: now().getTime() + Math.min(waitMs, LONGEST_WAIT_MS),
        is_stale: 1,
      }),

    // Nobody answers to this name: whoever has seen it long enough looks.
    doubt: (post) => settled(post, { state: 'checking', claim: crypto.randomUUID(), is_stale: 1 }),

    giveUp: (post) => settled(post, FAILED),

    withdraw: (post) =>
      engine.write(async (transaction) => {
        if ((await change(transaction, post, FAILED)) && post.kind === 'quiz') await undo(transaction, post, now());
      }),

    notice: (quiz, message) => engine.write((transaction) => notice(transaction, quiz, message, now())),

    waiting: () =>
      engine.read(async (database) => {
        const count = database.selectFrom('post').select(sql<number>`count(*)`.as('posts'));
        return Number((await count.where('due_at_ms', 'is not', null).executeTakeFirstOrThrow()).posts);
      }),
  };
}

const FAILED = { state: 'failed', due_at_ms: null } as const;

/** Changes a message, for as long as it is in the hands of whoever claimed it. @returns whether it was. */
async function change(transaction: Transaction<Tables>, post: ClaimedPost, columns: UpdateObject<Tables, 'post'>): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('post')
    .set({ claim: null, ...columns })
    .where('key', '=', post.key)
    .where('claim', '=', post.claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A quiz that certainly stands nowhere is over, and its day may have another one, where it is not past and nobody has ended it. */
async function undo(transaction: Transaction<Tables>, { subject, conversation }: ClaimedPost, now: Date): Promise<void> {
  const quiz = transaction.updateTable('quiz').where('id', '=', subject);
  const undone = await quiz.set({ day: null, closed_at_ms: now.getTime() }).returning('closes_at_ms').executeTakeFirst();
  if ((undone?.closes_at_ms ?? 0) > now.getTime()) await misled(transaction, conversation);
}

async function notice(transaction: Transaction<Tables>, quiz: Quiz, message: MessageRef, now: Date): Promise<void> {
  const known = await transaction.selectFrom('post').select(['message', 'state']).where('key', '=', quizKey(quiz.id)).executeTakeFirst();
  if (!known || known.message === message) return;
  if (known.message === null) {
    // We had not heard that it was posted: here it is.
    await transaction
      .updateTable('post')
      .set({ message, state: 'posted', claim: null, drawn_at_ms: now.getTime(), due_at_ms: now.getTime() + REDRAW_MS, is_stale: 1 })
      .where('key', '=', quizKey(quiz.id))
      .execute();
    return;
  }
  const twin = { ...blankPost(`twin:${message}`, quiz.id, quiz.conversation, now.getTime()), message };
  await transaction
    .insertInto('post')
    .values({ ...twin, kind: 'twin', state: 'posted', due_at_ms: now.getTime() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
