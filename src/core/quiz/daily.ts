import { PlatformError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { ConversationId, MessageRef } from '../places.ts';
import type { Log, Poster } from '../ports.ts';
import type { Reply } from '../reply.ts';
import type { Reminding } from '../review/remind.ts';
import { addDays } from '../schedule/calendar.ts';
import { MAX_LATENESS_MS, missed, nextOccurrence, type Occurrence } from '../schedule/occurrences.ts';
import type { Chosen, ClaimedPost, KeptSchedule, QuizRecords } from './records.ts';

/** What the daily quiz needs of the world. */
export interface DailyServices {
  readonly records: QuizRecords;
  /** The ways to the platforms that are connected, by what their conversations' ids begin with. */
  readonly posters: ReadonlyMap<string, Poster>;
  /** Absent where nobody is reminded. */
  readonly reminding?: Reminding | undefined;
  /** Chooses the questions of a conversation's next quiz; none where there is nothing to ask. */
  compose(schedule: KeptSchedule): Promise<readonly Chosen[]>;
  /** What a message of ours is to show now; `undefined` when its quiz is gone. */
  draw(post: ClaimedPost): Promise<Drawn | undefined>;
  readonly now: () => Date;
  readonly log: Log;
}

/** What a message is to show. */
export interface Drawn {
  readonly reply: Reply;
  /** Whether its quiz is over: then it changes what stands there, and is not posted. */
  readonly isOver: boolean;
}

/** Opens the quizzes that are due, posts those that are open, closes those that are over. */
export interface Daily {
  /**
   * One pass. It can be broken off anywhere and made by several processes at
   * once: whatever is left to do is found by the next pass.
   *
   * Messages go out by themselves, so that a slow one holds up nobody.
   *
   * @returns how much was found to do; 0 when there was nothing.
   */
  tick(): Promise<number>;
  /** Waits for the messages that are on their way. */
  settled(): Promise<void>;
}

/** How much one pass takes on. */
const AT_ONCE = 100;
/** How long a message whose fate is unknown is given to turn up, before one looks for it. */
const DOUBT_MS = 15_000;
/** A quiz that nobody follows is open for so long at most. */
const LONGEST_OPEN_MS = 3 * 24 * 60 * 60 * 1000;

export function createDaily(services: DailyServices): Daily {
  const { records } = services;
  const underway = new Map<string, Promise<void>>();
  const send = (post: ClaimedPost): void => {
    // A leap of the clock ends a claim before its time: what is on its way is not sent again.
    if (underway.has(post.key)) return;
    const sent = apart(`post ${post.key}`, () => deliver(post, services), services);
    underway.set(
      post.key,
      sent.finally(() => underway.delete(post.key)),
    );
  };
  return {
    async tick() {
      const closed = await records.quizzes.closeDue(AT_ONCE);
      const platforms = [...services.posters.keys()];
      const due = await records.schedules.claimDue(platforms, AT_ONCE);
      for (const schedule of due) await apart(`schedule ${schedule.conversation}`, () => open(schedule, services), services);
      const reminders = (await services.reminding?.claimDue(platforms, AT_ONCE)) ?? [];
      for (const each of reminders) await apart(`reminder ${each.learner}`, async () => services.reminding?.open(each), services);
      const room = AT_ONCE - underway.size;
      const posts = room > 0 ? await records.posts.claim(platforms, room) : [];
      posts.forEach(send);
      return closed + due.length + reminders.length + posts.length;
    },
    async settled() {
      await Promise.all(underway.values());
    },
  };
}

/** One conversation's trouble must not hold up the others: it is logged, and its turn comes again when its claim ends. */
async function apart(what: string, work: () => Promise<void>, { log }: DailyServices): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.incident(hashOf(what).toString(36), error);
  }
}

/** Opens the newest quiz that is due; those that were missed before it are let go. */
async function open(schedule: KeptSchedule, services: DailyServices): Promise<void> {
  const { records, now } = services;
  if (!schedule.next) return;
  const next = nextOccurrence(schedule.timetable, now());
  const due = missed(schedule.timetable, addDays(schedule.next.day, -1), now());
  // A clock that was ahead has left out days that are yet to come, or are not too late; a day that has had its quiz gets no second one.
  if (due.kind === 'nothing')
    return records.schedules.reckonAnew(schedule, nextOccurrence(schedule.timetable, before(now(), MAX_LATENESS_MS)));
  const lane = posterFor(schedule.conversation, services).laneOf(schedule);
  const questions = due.kind === 'due' ? await services.compose(schedule) : [];
  if (due.kind !== 'due' || questions.length === 0) return records.schedules.skip(schedule, next);
  const { day, at } = due.occurrence;
  await records.quizzes.openDue(schedule, { ...schedule, day, questions, lane, dueAt: at, closesAt: closingTime(at, next) }, next);
}

const before = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

/** The next quiz closes the one before it. */
export function closingTime(at: Date, next: Occurrence | undefined): Date {
  const latest = at.getTime() + LONGEST_OPEN_MS;
  return new Date(Math.min(next?.at.getTime() ?? latest, latest));
}

/** The platform that a conversation is on. */
export const platformOf = (conversation: ConversationId): string => conversation.slice(0, conversation.indexOf(':'));

function posterFor(conversation: ConversationId, { posters }: DailyServices): Poster {
  const poster = posters.get(platformOf(conversation));
  if (!poster) throw new Error(`something was claimed for ${conversation}, which is on no platform that is connected`);
  return poster;
}

/** Posts a message, or draws it anew, and settles what is known of it. */
async function deliver(post: ClaimedPost, services: DailyServices): Promise<void> {
  const { records } = services;
  const poster = posterFor(post.conversation, services);
  const drawn = await services.draw(post);
  if (!drawn) return records.posts.giveUp(post);
  try {
    const message = await bringAbout(post, drawn, poster, services);
    await (message === undefined ? records.posts.giveUp(post) : records.posts.settle(post, message));
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(error, post, services);
  }
}

/** @returns where the message stands; `undefined` when it is too late to post it. */
async function bringAbout(
  post: ClaimedPost,
  { reply, isOver }: Drawn,
  poster: Poster,
  { now }: DailyServices,
): Promise<MessageRef | undefined> {
  if (post.state === 'posted' && post.message !== undefined) {
    await poster.edit(post.message, reply);
    return post.message;
  }
  const found = post.state === 'checking' ? await poster.find(post.conversation, post.nonce) : undefined;
  if (found?.kind === 'found') {
    // Since it was posted, people may have answered, or its quiz is over.
    await poster.edit(found.message, reply);
    return found.message;
  }
  const isLate = now().getTime() - post.dueAt.getTime() > MAX_LATENESS_MS;
  // Where one cannot look, there may now be two messages; both are the same quiz.
  return isLate || isOver ? undefined : poster.post(post.conversation, reply, post.nonce);
}

/** Does as the platform says: waits, or stops where it is not wanted. */
async function heed({ refusal }: PlatformError, post: ClaimedPost, { records, reminding }: DailyServices): Promise<void> {
  if (refusal.kind === 'later') return records.posts.postpone(post, refusal.waitMs);
  if (refusal.kind === 'unknown outcome') return records.posts.doubt(post, DOUBT_MS);
  await records.posts.giveUp(post);
  if (post.kind === 'remind') return reminding?.end(post.subject);
  // A message can be deleted; only where none can be posted is the schedule at an end.
  if (post.state !== 'posted') await records.schedules.pause(post.conversation, refusal.kind);
}
