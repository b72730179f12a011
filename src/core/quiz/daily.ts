import { hashOf } from '../hash.ts';
import type { Log } from '../ports.ts';
import { addDays } from '../schedule/calendar.ts';
import { MAX_LATENESS_MS, missed, nextOccurrence, type Occurrence } from '../schedule/occurrences.ts';
import { EVERY_DAY, type Schedule } from '../schedule/schedule.ts';
import { type Claimed, type DeliveryServices, deliver, posterFor } from './deliver.ts';
import type { Chosen, KeptSchedule } from './records.ts';

/** What the daily quiz needs of the world. */
export interface DailyServices extends DeliveryServices {
  /** Chooses the questions of a conversation's next quiz; none where there is nothing to ask. */
  compose(schedule: KeptSchedule): Promise<readonly Chosen[]>;
  readonly log: Log;
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
/** So many are opened together; half of a process's connections are left to those who ask. */
const OPENED_TOGETHER = 4;
/** A quiz that nobody follows is open for so long at most. */
const LONGEST_OPEN_MS = 3 * 24 * 60 * 60 * 1000;

export function createDaily(services: DailyServices): Daily {
  const { records } = services;
  const underway = new Map<string, Promise<void>>();
  const send = (claimed: Claimed): void => {
    const { post } = claimed;
    // A process that stood still may be given what it is sending already.
    if (underway.has(post.key)) return;
    const sent = apart(`post ${post.key}`, () => deliver(claimed, services), services);
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
      await eachOf(due, (schedule) => apart(`schedule ${schedule.conversation}`, () => open(schedule, services), services));
      const reminders = (await services.reminding?.claimDue(platforms, AT_ONCE)) ?? [];
      for (const each of reminders) await apart(`reminder ${each.learner}`, async () => services.reminding?.open(each), services);
      const digests = (await services.digesting?.claimDue(platforms, AT_ONCE)) ?? [];
      for (const each of digests) await apart(`digest ${each.conversation}`, async () => services.digesting?.open(each), services);
      const room = AT_ONCE - underway.size;
      const claimedAtMs = services.steady();
      const posts = room > 0 ? await records.posts.claim(platforms, room) : [];
      for (const post of posts) send({ post, claimedAtMs });
      return closed + due.length + reminders.length + digests.length + posts.length;
    },
    async settled() {
      await Promise.all(underway.values());
    },
  };
}

/** Sees to all, some at a time: most of an opening is waiting for the store. */
async function eachOf<One>(all: readonly One[], see: (one: One) => Promise<void>): Promise<void> {
  const left = all.values();
  const inTurn = async () => {
    for (const one of left) await see(one);
  };
  await Promise.all(Array.from({ length: OPENED_TOGETHER }, inTurn));
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
  await records.quizzes.openDue(
    schedule,
    { ...schedule, day, questions, lane, dueAt: at, closesAt: closingTime(at, next, schedule.timetable) },
    next,
  );
}

const before = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

/** A quiz closes at its time, or when the next one comes. */
export function closingTime(at: Date, next: Occurrence | undefined, { closes, zone }: Pick<Schedule, 'closes' | 'zone'>): Date {
  const ends = closes === undefined ? undefined : nextOccurrence({ minuteOfDay: closes, zone, days: EVERY_DAY }, at);
  const latest = at.getTime() + LONGEST_OPEN_MS;
  return new Date(Math.min(latest, next?.at.getTime() ?? latest, ends?.at.getTime() ?? latest));
}
