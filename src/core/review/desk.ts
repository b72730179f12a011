import type { Knowledge } from '../ports.ts';
import type { ActorId } from '../turn.ts';
import { dayAround, type LearnerDay } from './day.ts';
import { dueAt, type Hold } from './due.ts';
import type { Memory, MemoryModel } from './memory.ts';
import { DEFAULT_LIMITS, type Desk, type Limits, type Queue, queueFor } from './queue.ts';
import type { Habits, LineOfToday, Memories, ReviewRecords } from './records.ts';
import { type LogLine, whatCounts } from './replay.ts';

/** What a learner has before them when they sit down to review. */
export interface Sitting {
  /** What is due or, where nothing is, what is new. */
  readonly queue: Queue;
  /** Whether more may be waiting than were counted. */
  readonly isCut: boolean;
  readonly today: LearnerDay;
  readonly limits: Limits;
  /** The last review of today, which can be taken back. */
  readonly last: LogLine | undefined;
  /** Where nothing is offered: when the next concept is due that is not due today. */
  readonly next: Date | undefined;
}

/** What a sitting is made from. */
export interface Room {
  readonly actor: ActorId;
  readonly reviews: ReviewRecords;
  readonly model: MemoryModel;
  readonly knowledge: Pick<Knowledge, 'path' | 'worth'>;
  readonly habits: Habits;
  /** By whose clock the learner's days begin. */
  readonly zone: string;
  readonly now: Date;
  /** Whether the learner asked for one more, beyond the limits of the day. */
  readonly wantsMore?: boolean;
  /** A concept that is to come later, as all before it do. */
  readonly after?: string | undefined;
}

/** As many due concepts are weighed against each other; of more, those that have been due the longest. */
const WEIGHED = 300;

/** Finds what a learner may review now, without reading more of their memories than may be offered. */
export async function sitDown({ actor, reviews, model, knowledge, habits, zone, now, wantsMore, after }: Room): Promise<Sitting> {
  const { log, memories, lookUps } = reviews;
  const today = dayAround(now, zone);
  const { limits = DEFAULT_LIMITS, holds } = habits;
  const asked = { actor, memories, inNotes: knowledge.worth, today, holds };
  const finding = dueOnes(asked);
  const [{ lines, before: lastSeen }, { due, later }, lookedUp, metBeforeToo] = await Promise.all([
    log.since(actor, today.start),
    finding,
    lookUps.of(actor),
    // All that was met is looked at only when it is the turn of something new: of ten thousand concepts that takes a while.
    finding.then(({ due: { size } }) => (size === 0 ? memories.metBefore(actor, today.start) : undefined)),
  ]);
  const isCut = due.size === WEIGHED;
  const counted = whatCounts(lines);
  const reviewed = counted.filter(isReview);
  const done = doneToday(lines, reviewed, today);
  const wanted = wantsMore ? { due: done.due + 1, fresh: done.fresh + 1 } : limits;
  const desk: Desk = {
    ...{ path: knowledge.path, worth: knowledge.worth, memories: due, metBefore: [], model, lookUps: lookedUp, now, today, done, holds },
    metToday: counted.map(({ concept }) => concept),
    limits: { ...wanted, fresh: 0 },
    lastSeen: wantsMore ? undefined : lastSeen,
  };
  const dueQueue = goOnAfter(after, queueFor(desk));
  const metBefore = async () => metBeforeToo ?? (await memories.metBefore(actor, today.start));
  const queue =
    dueQueue.offers.length > 0 ? dueQueue : goOnAfter(after, queueFor({ ...desk, metBefore: await metBefore(), limits: wanted }));
  const next = queue.offers.length === 0 ? await nextDue(asked, later) : undefined;
  return { queue, isCut, today, limits, last: reviewed.at(-1), next };
}

/** What stands behind a due concept, while it and those before it wait; all, where the concept is not in the queue. */
function goOnAfter(after: string | undefined, queue: Queue): Queue {
  const put = queue.offers.findIndex(({ concept }) => concept === after) + 1;
  return { ...queue, offers: queue.offers.slice(put), waiting: queue.waiting + put };
}

const isReview = ({ what }: LogLine): boolean => what.kind === 'rated' || what.kind === 'known';

/** How many concepts were reviewed today, and how many of these were new. */
function doneToday(lines: readonly LineOfToday[], reviewed: readonly LogLine[], { start }: LearnerDay): Limits {
  const since = new Map(lines.map((line) => [line.concept, line.since]));
  const concepts = [...new Set(reviewed.map(({ concept }) => concept))];
  const fresh = concepts.filter((concept) => (since.get(concept) ?? start) >= start).length;
  return { due: concepts.length - fresh, fresh };
}

/** Whose due concepts are looked for, among those that the notes have: what is remembered of others must not push them out. */
interface Asked {
  readonly actor: ActorId;
  readonly memories: Memories;
  readonly inNotes: ReadonlyMap<string, unknown>;
  readonly today: LearnerDay;
  readonly holds: readonly Hold[];
}

/** What is due, and when the first comes of what a holiday has put off beyond today. */
async function dueOnes({ actor, memories, inNotes, today, holds }: Asked): Promise<{ due: Map<string, Memory>; later: Date | undefined }> {
  const due = new Map<string, Memory>();
  let later: Date | undefined;
  for (let offset = 0; ; offset += WEIGHED) {
    const page = await memories.due(actor, { before: today.end, notSeenSince: today.start, limit: WEIGHED, offset });
    for (const [id, memory] of page) {
      if (!inNotes.has(id)) continue;
      const at = dueAt(memory, holds);
      if (at >= today.end) later = earlier(later, at);
      else if (due.size < WEIGHED) due.set(id, memory);
    }
    if (page.size < WEIGHED || due.size === WEIGHED) return { due, later };
  }
}

const FAR = new Date(8.64e15);
/** Of those to come, read so many at once. */
const AHEAD = 20;

/** When the next concept is due after today, or another instant where that is sooner. */
async function nextDue({ actor, memories, inNotes, today, holds }: Asked, other: Date | undefined): Promise<Date | undefined> {
  let next = other;
  for (let offset = 0; ; offset += AHEAD) {
    const page = await memories.due(actor, { from: today.end, before: FAR, notSeenSince: FAR, limit: AHEAD, offset });
    for (const [id, memory] of page) {
      // Holidays put off, and never bring forward.
      if (next && memory.due >= next) return next;
      if (inNotes.has(id)) next = earlier(next, dueAt(memory, holds));
    }
    if (page.size < AHEAD) return next;
  }
}

const earlier = (one: Date | undefined, other: Date): Date => (one && one <= other ? one : other);
