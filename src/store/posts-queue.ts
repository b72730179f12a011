import { sql, type Transaction } from 'kysely';
import type { ConversationId } from '../core/places.ts';
import type { Lane } from '../core/ports.ts';
import type { Telling } from '../core/quiz/records.ts';
import type { Tables } from './tables.ts';

/** A message that shows what changes is drawn anew at most so often, in milliseconds. */
export const REDRAW_MS = 5_000;

/** A lane is never filled further ahead than this, in milliseconds. */
export const LONGEST_LANE_MS = 3_600_000;

/** A number inside an expression, whose type PostgreSQL would otherwise take for text. */
export const integer = (value: number) => sql<number>`cast(${value} as bigint)`;

/** When a lane is free: what is fuller than it can be was filled before the clock was set back. */
export const freeAt = (nowMs: number, fullMs: number) =>
  sql<number>`case when pace.free_at_ms between ${integer(nowMs)} and ${integer(nowMs + fullMs)} then pace.free_at_ms else ${integer(nowMs)} end`;

/** The key of a quiz's message. */
export const quizKey = (quiz: number): string => `quiz:${quiz}`;

/** A message that is to be posted once for its key. */
interface NewPost {
  readonly key: string;
  readonly kind: 'quiz' | 'remind' | 'hello' | 'digest' | 'lost' | 'lost-digest';
  readonly subject: number;
  readonly conversation: ConversationId;
  readonly about?: ConversationId;
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

/** Tells whoever set something, in private, that we can no longer post in its conversation. */
export const queueLost = (
  transaction: Transaction<Tables>,
  kind: 'lost' | 'lost-digest',
  about: ConversationId,
  { person, unposted, lane }: Telling,
  now: Date,
): Promise<void> =>
  queuePost(transaction, { key: `lost:${unposted}`, kind, subject: 0, conversation: person, about, lane, dueAt: now }, now);

/** Puts a message into the outbox, behind those that go the same way; one whose key is there already is left as it is. */
export async function queuePost(
  transaction: Transaction<Tables>,
  { key, kind, subject, conversation, about, lane: { lane, gapMs }, dueAt }: NewPost,
  now: Date,
): Promise<void> {
  const nowMs = now.getTime();
  const { free_at_ms } = await transaction
    .insertInto('pace')
    .values({ lane, free_at_ms: nowMs + gapMs })
    .onConflict((conflict) =>
      conflict.column('lane').doUpdateSet({ free_at_ms: sql`${freeAt(nowMs, LONGEST_LANE_MS)} + ${integer(gapMs)}` }),
    )
    .returning('free_at_ms')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('post')
    .values({
      ...blankPost(key, subject, conversation, dueAt.getTime()),
      kind,
      about: about ?? null,
      state: 'queued',
      due_at_ms: free_at_ms - gapMs,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** 24 characters: Discord takes 25. */
const newNonce = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 24);

/** A message of which nothing is known yet. */
export const blankPost = (key: string, subject: number, conversation: ConversationId, wantedMs: number) => ({
  key,
  nonce: newNonce(),
  subject,
  conversation,
  about: null,
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
