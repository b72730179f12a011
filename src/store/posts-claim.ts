import { type Selectable, sql, type Transaction } from 'kysely';
import { type ClaimedPost, HOLD_MS } from '../core/quiz/records.ts';
import { isOn } from './due.ts';
import type { Engine } from './engine.ts';
import { LONGEST_LANE_MS } from './posts-queue.ts';
import type { Tables } from './tables.ts';

/** Nothing is put off further than this, in milliseconds: what seems to be was put off by a clock that has been set back. */
export const LONGEST_WAIT_MS = 2 * LONGEST_LANE_MS;

type PostRow = Selectable<Tables['post']>;
type Held = Pick<PostRow, 'key' | 'claim'>;

/**
 * Tells which messages have been seen in the same hands for {@link HOLD_MS}: their holder is dead.
 *
 * That is measured by each process for itself, from when it first saw the
 * holder, by a clock that nobody sets; no two clocks are ever compared. So does
 * Kubernetes elect its leaders: https://pkg.go.dev/k8s.io/client-go/tools/leaderelection
 */
export type Watch = <Post extends Held>(held: readonly Post[]) => readonly Post[];

/** A watch that begins now. */
export function createWatch(steady: () => number): Watch {
  let since = new Map<string, number>();
  return (held) => {
    const now = steady();
    const nameOf = ({ key, claim }: Held) => `${claim} ${key}`;
    since = new Map(held.map(nameOf).map((name) => [name, since.get(name) ?? now]));
    return held.filter((post) => now - (since.get(nameOf(post)) ?? now) >= HOLD_MS);
  };
}

/** Messages that are in somebody's hands. */
export const heldPosts = (engine: Engine, platforms: readonly string[]): Promise<readonly Held[]> =>
  engine.read((database) =>
    database.selectFrom('post').select(['key', 'claim']).where(isOn(platforms)).where('claim', 'is not', null).execute(),
  );

/** That nobody holds a message, and its time has come. */
export const isDue = (nowMs: number) => sql<boolean>`claim is null and due_at_ms <= ${nowMs}`;

/** The same, by the right clock, where another has put it off. */
export const isPutOff = (nowMs: number) => sql<boolean>`claim is null and due_at_ms > ${nowMs + LONGEST_WAIT_MS}`;

interface Wanted {
  /** Messages whose holder is dead. */
  readonly orphans: readonly Held[];
  readonly platforms: readonly string[];
  readonly limit: number;
  readonly now: Date;
}

/** Takes messages for which there is something to do: those that nobody holds and whose time has come, and those whose holder is dead. */
export async function claimPosts(
  transaction: Transaction<Tables>,
  { skipHeld }: Engine,
  { orphans, platforms, limit, now }: Wanted,
): Promise<readonly ClaimedPost[]> {
  const next = (most: number) =>
    transaction.selectFrom('post').selectAll().where(isOn(platforms)).orderBy('due_at_ms').orderBy('key').limit(most).modifyEnd(skipHeld);
  const claims = new Map(orphans.map(({ key, claim }) => [key, claim]));
  const found =
    claims.size === 0
      ? []
      : await next(limit)
          .where('key', 'in', [...claims.keys()])
          .execute();
  // Meanwhile another process may have taken one of them.
  const left = found.filter(({ key, claim }) => claim !== null && claim === claims.get(key));
  const due = await next(limit - left.length)
    .where(isDue(now.getTime()))
    .execute();
  const putOff = await next(limit - left.length - due.length)
    .where(isPutOff(now.getTime()))
    .execute();
  return take(transaction, [...left, ...due, ...putOff]);
}

async function take(transaction: Transaction<Tables>, posts: readonly PostRow[]): Promise<readonly ClaimedPost[]> {
  if (posts.length === 0) return [];
  const claim = crypto.randomUUID();
  await transaction
    .updateTable('post')
    .set({
      state: sql`case state when 'queued' then 'sending' when 'posted' then 'posted' else 'checking' end`,
      claim,
      tries: sql`tries + 1`,
      is_stale: 0,
    })
    .where(
      'key',
      'in',
      posts.map(({ key }) => key),
    )
    .execute();
  return posts.map(({ key, kind, nonce, subject, conversation, about, state, message, wanted_at_ms }) => ({
    ...{ key, kind, nonce, subject, conversation, claim },
    state: state === 'queued' ? 'sending' : state === 'posted' ? 'posted' : 'checking',
    about: about ?? undefined,
    message: message ?? undefined,
    dueAt: new Date(wanted_at_ms),
  }));
}
