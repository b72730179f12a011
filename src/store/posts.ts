import { sql, type Transaction, type UpdateObject } from 'kysely';
import type { ConversationId, MessageRef } from '../core/places.ts';
import type { Lane } from '../core/ports.ts';
import type { ClaimedPost, Posts, Quiz } from '../core/quiz/records.ts';
import type { Engine } from './engine.ts';
import { isOn, LEASE_MS } from './schedules.ts';
import type { Tables } from './tables.ts';

/** A message that shows what changes is drawn anew at most so often, in milliseconds. */
const REDRAW_MS = 5_000;

/** How long a process that seems dead is given to finish: longer than any call to a platform takes. */
const GRACE_MS = 15_000;

/** A lane is never filled further ahead than this. */
const LONGEST_LANE_MS = 3_600_000;

/** Nothing is put off further than this: what seems to be was put off by a clock that has been set back. */
const LONGEST_WAIT_MS = 2 * LONGEST_LANE_MS;

/** A number inside an expression, whose type PostgreSQL would otherwise take for text. */
const integer = (value: number) => sql<number>`cast(${value} as bigint)`;

const quizKey = (quiz: number): string => `quiz:${quiz}`;

/**
 * Messages that are to stand somewhere: an outbox.
 *
 * A claim is a lease. When its holder dies while it posts, the next one finds
 * `sending`, and looks in the conversation before it posts again.
 */
export function createPosts(engine: Engine, now: () => Date): Posts {
  const settled = (post: ClaimedPost, columns: UpdateObject<Tables, 'post'>) =>
    engine.write(async (transaction) => void (await change(transaction, post, columns)));
  return {
    claim: (platforms, limit) => engine.write((transaction) => claim(transaction, engine, { platforms, limit }, now())),

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

    doubt: (post, waitMs) =>
      settled(post, { state: post.state === 'posted' ? 'posted' : 'checking', due_at_ms: now().getTime() + waitMs, is_stale: 1 }),

    giveUp: (post) =>
      engine.write(async (transaction) => {
        const isOurs = await change(transaction, post, { state: 'failed', due_at_ms: null });
        if (isOurs && post.kind === 'quiz' && post.state === 'sending') await undo(transaction, post, now());
      }),

    notice: (quiz, message) => engine.write((transaction) => notice(transaction, quiz, message, now())),
  };
}

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

async function claim(
  transaction: Transaction<Tables>,
  engine: Engine,
  { platforms, limit }: { platforms: readonly string[]; limit: number },
  now: Date,
): Promise<readonly ClaimedPost[]> {
  const nowMs = now.getTime();
  const due = await transaction
    .selectFrom('post')
    .selectAll()
    // Whoever holds a message, by another clock, may be just about to post it.
    .where(({ or, and, eb }) =>
      or([eb('due_at_ms', '<=', nowMs), and([eb('due_at_ms', '>', nowMs + LONGEST_WAIT_MS), eb('claim', 'is', null)])]),
    )
    .where(isOn(platforms))
    .orderBy('due_at_ms')
    .orderBy('key')
    .limit(limit)
    .modifyEnd(engine.skipHeld)
    .execute();
  // Where a clock has leapt, a lease seems to have ended while its holder posts: one must not look before that has arrived.
  const isOrphan = ({ claim: holder, state }: (typeof due)[number]) => holder !== null && state !== 'posted';
  await letFinish(
    transaction,
    due.filter(isOrphan).map(({ key }) => key),
    nowMs,
  );
  const free = due.filter((post) => !isOrphan(post));
  const mark = crypto.randomUUID();
  const keys = free.map(({ key }) => key);
  if (keys.length === 0) return [];
  await transaction
    .updateTable('post')
    .set({
      state: sql`case state when 'queued' then 'sending' when 'posted' then 'posted' else 'checking' end`,
      claim: mark,
      due_at_ms: nowMs + LEASE_MS,
      tries: sql`tries + 1`,
      is_stale: 0,
    })
    .where('key', 'in', keys)
    .execute();
  return free.map(({ key, kind, nonce, subject, conversation, state, message, wanted_at_ms }) => ({
    key,
    kind,
    nonce,
    subject,
    conversation,
    state: state === 'queued' ? 'sending' : state === 'posted' ? 'posted' : 'checking',
    message: message ?? undefined,
    dueAt: new Date(wanted_at_ms),
    claim: mark,
  }));
}

/** A quiz that certainly stands nowhere is over, and its day may have another one. */
async function undo(transaction: Transaction<Tables>, { subject }: ClaimedPost, now: Date): Promise<void> {
  await transaction.updateTable('quiz').set({ day: null, closed_at_ms: now.getTime() }).where('id', '=', subject).execute();
}

/** Takes messages from whoever seems to be dead; after a while, they are to be looked for. */
async function letFinish(transaction: Transaction<Tables>, keys: readonly string[], nowMs: number): Promise<void> {
  if (keys.length === 0) return;
  const inDoubt = { state: 'checking' as const, claim: null, due_at_ms: nowMs + GRACE_MS };
  await transaction.updateTable('post').set(inDoubt).where('key', 'in', keys).execute();
}

/** A message that is to be posted once for its key. */
interface NewPost {
  readonly key: string;
  readonly kind: 'quiz' | 'remind' | 'hello';
  readonly subject: number;
  readonly conversation: ConversationId;
  readonly lane: Lane;
  /** When it should have been posted. */
  readonly dueAt: Date;
}

/** Puts a quiz's message into the outbox, behind those that go the same way. */
export const queueQuiz = (
  transaction: Transaction<Tables>,
  { quiz, ...to }: Pick<NewPost, 'conversation' | 'lane' | 'dueAt'> & { readonly quiz: number },
  now: Date,
): Promise<void> => queuePost(transaction, { key: quizKey(quiz), kind: 'quiz', subject: quiz, ...to }, now);

/** Puts a message into the outbox, behind those that go the same way; one whose key is there already is left as it is. */
export async function queuePost(
  transaction: Transaction<Tables>,
  { key, kind, subject, conversation, lane: { lane, gapMs }, dueAt }: NewPost,
  now: Date,
): Promise<void> {
  const nowMs = now.getTime();
  const { free_at_ms } = await transaction
    .insertInto('pace')
    .values({ lane, free_at_ms: nowMs + gapMs })
    .onConflict((conflict) =>
      // A lane that is fuller was filled before the clock was set back.
      conflict.column('lane').doUpdateSet({
        free_at_ms: sql`case when pace.free_at_ms between ${integer(nowMs)} and ${integer(nowMs + LONGEST_LANE_MS)} then pace.free_at_ms else ${integer(nowMs)} end + ${integer(gapMs)}`,
      }),
    )
    .returning('free_at_ms')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('post')
    .values({ ...blankPost(key, subject, conversation, dueAt.getTime()), kind, state: 'queued', due_at_ms: free_at_ms - gapMs })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** 24 characters: Discord takes 25. */
const newNonce = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 24);

const blankPost = (key: string, subject: number, conversation: ConversationId, wantedMs: number) => ({
  key,
  nonce: newNonce(),
  subject,
  conversation,
  wanted_at_ms: wantedMs,
  claim: null,
  tries: 0,
  message: null,
  drawn_at_ms: null,
  is_stale: 0,
});

/** Says that a quiz's message no longer shows what is true. It is drawn in a while, together with what else changes until then. */
export async function redrawSoon(transaction: Transaction<Tables>, quiz: number, now: Date): Promise<void> {
  const earliest = sql`coalesce(drawn_at_ms, 0) + ${sql.lit(REDRAW_MS)}`;
  const nowMs = integer(now.getTime());
  await transaction
    .updateTable('post')
    .set({
      is_stale: 1,
      due_at_ms: sql`case when due_at_ms is not null then due_at_ms when ${earliest} > ${nowMs} then ${earliest} else ${nowMs} end`,
    })
    .where('key', '=', quizKey(quiz))
    .where('is_stale', '=', 0)
    .where('state', '!=', 'failed')
    .execute();
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
