import { PlatformError } from '../errors.ts';
import type { Digesting } from '../inbox/digest.ts';
import { tellingOf } from '../lost.ts';
import { type ConversationId, platformOf } from '../places.ts';
import type { Found, Poster } from '../ports.ts';
import type { Reply } from '../reply.ts';
import type { Reminding } from '../review/remind.ts';
import { MAX_LATENESS_MS } from '../schedule/occurrences.ts';
import { type ClaimedPost, HOLD_MS, type Loss, type QuizRecords } from './records.ts';

/** What a message of the quiz needs of the world. */
export interface DeliveryServices {
  readonly records: QuizRecords;
  /** The ways to the platforms that are connected, by what their conversations' ids begin with. */
  readonly posters: ReadonlyMap<string, Poster>;
  /** Absent where nobody is reminded. */
  readonly reminding?: Reminding | undefined;
  /** Absent where nobody is told what is lacking. */
  readonly digesting?: Digesting | undefined;
  /** What a message of ours is to show now; `undefined` when its quiz is gone. */
  draw(post: ClaimedPost): Promise<Drawn | undefined>;
  readonly now: () => Date;
  /** Milliseconds by a clock that nobody sets. */
  readonly steady: () => number;
}

/** What a message is to show. */
export interface Drawn {
  readonly reply: Reply;
  /** Whether its quiz is over: then it changes what stands there, and is not posted. */
  readonly isOver: boolean;
}

/** A message in our hands. */
export interface Claimed {
  readonly post: ClaimedPost;
  /** By the steady clock. */
  readonly claimedAtMs: number;
}

/** How long after a claim a message may still be posted: before anyone else claims it, that must be over. */
const POST_WITHIN_MS = HOLD_MS / 2;
/** So much before its time, one of two clocks is wrong: whoever finds that it is time posts it. */
const MAX_EARLINESS_MS = 5 * 60_000;
/** So much before its time, a clock that was ahead may have posted a message. */
const POSTED_EARLY_MS = 6 * 60 * 60_000;
/** When a message is drawn anew of which nobody knows whether it was: twice does no harm. */
const REDRAW_AGAIN_MS = 15_000;

/** @throws Error where it is on none of ours. */
export function posterFor(conversation: ConversationId, { posters }: Pick<DeliveryServices, 'posters'>): Poster {
  const poster = posters.get(platformOf(conversation));
  if (!poster) throw new Error(`something was claimed for ${conversation}, which is on no platform that is connected`);
  return poster;
}

/** Posts a message, or draws it anew, and settles what is known of it. */
export async function deliver(claimed: Claimed, services: DeliveryServices): Promise<void> {
  const { post } = claimed;
  const drawn = await services.draw(post);
  if (!drawn) return services.records.posts.giveUp(post);
  const poster = posterFor(post.conversation, services);
  let standing: Found = { kind: 'unsure' };
  try {
    standing = await whereItStands(post, poster, services.now());
    await bringAbout(claimed, drawn, standing, services);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(error, post, standing, services);
  }
}

/** `absent` where it certainly stands nowhere. */
async function whereItStands({ state, message, conversation, nonce, dueAt }: ClaimedPost, poster: Poster, now: Date): Promise<Found> {
  if (state === 'posted' && message !== undefined) return { kind: 'found', message };
  if (state === 'sending') return { kind: 'absent' };
  const earliest = Math.min(dueAt.getTime(), now.getTime()) - POSTED_EARLY_MS;
  return poster.find(conversation, nonce, new Date(earliest));
}

async function bringAbout(
  { post, claimedAtMs }: Claimed,
  { reply, isOver }: Drawn,
  standing: Found,
  services: DeliveryServices,
): Promise<void> {
  const { posts } = services.records;
  const poster = posterFor(post.conversation, services);
  if (standing.kind === 'found') {
    // Since it was posted, people may have answered, or its quiz is over.
    await poster.edit(standing.message, reply);
    return posts.settle(post, standing.message);
  }
  const early = post.dueAt.getTime() - services.now().getTime();
  // What a clock that was far ahead has opened is left to its schedule.
  const isFarTooEarly = early > MAX_LATENESS_MS && standing.kind === 'absent';
  if (isOver || isFarTooEarly || early < -MAX_LATENESS_MS) return letGo(post, standing, services);
  if (early > MAX_EARLINESS_MS) return posts.postpone(post, early);
  // By now it may be in other hands.
  if (services.steady() - claimedAtMs > POST_WITHIN_MS) return;
  // Where one cannot look, there may now be two messages; both are the same quiz.
  return posts.settle(post, await poster.post(post.conversation, reply, post.nonce));
}

/** Only of what certainly stands nowhere may there be another. */
const letGo = (post: ClaimedPost, { kind }: Found, { records: { posts } }: DeliveryServices): Promise<void> =>
  kind === 'absent' ? posts.withdraw(post) : posts.giveUp(post);

/** Does as the platform says: waits, or stops where it is not wanted. */
async function heed({ refusal }: PlatformError, post: ClaimedPost, standing: Found, services: DeliveryServices): Promise<void> {
  const { posts } = services.records;
  if (refusal.kind === 'later') return posts.postpone(post, refusal.waitMs);
  if (refusal.kind === 'unknown outcome') return post.state === 'posted' ? posts.postpone(post, REDRAW_AGAIN_MS) : posts.doubt(post);
  await letGo(post, standing, services);
  if (post.kind === 'remind') return services.reminding?.end(post.subject);
  if (post.kind === 'digest') return services.digesting?.pause(post, refusal.kind);
  // Whoever takes no messages is not told.
  if (post.kind === 'lost' || post.kind === 'lost-digest') return;
  // A message can be deleted; only where none can be posted is the schedule at an end.
  if (standing.kind !== 'found') await pause(post, refusal.kind, services);
}

/** Pauses a conversation's quiz, and tells whoever set it, unless it was paused already. */
async function pause(
  { conversation, key }: ClaimedPost,
  reason: Loss,
  { records: { schedules }, posters }: DeliveryServices,
): Promise<void> {
  const schedule = await schedules.find(conversation);
  await schedules.pause(conversation, reason, schedule?.state === 'on' ? tellingOf(schedule, key, posters) : undefined);
}
