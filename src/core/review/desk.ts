import type { Knowledge } from '../ports.ts';
import type { ActorId } from '../turn.ts';
import { dayAround, type LearnerDay } from './day.ts';
import { dueAt } from './due.ts';
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
  /** A concept that is to come later. */
  readonly skip?: string | undefined;
}

/** As many due concepts are weighed against each other; of more, those that have been due the longest. */
const WEIGHED = 300;

/** Finds what a learner may review now, without reading more of their memories than may be offered. */
export async function sitDown({ actor, reviews, model, knowledge, habits, zone, now, wantsMore, skip }: Room): Promise<Sitting> {
  const { log, memories, lookUps } = reviews;
  const today = dayAround(now, zone);
  const finding = dueOnes(actor, memories, knowledge.worth, today);
  const [{ lines, before: lastSeen }, due, lookedUp, metBeforeToo] = await Promise.all([
    log.since(actor, today.start),
    finding,
    lookUps.of(actor),
    // All that was met is looked at only when it is the turn of something new: of ten thousand concepts that takes a while.
    finding.then(({ size }) => (size === 0 ? memories.metBefore(actor, today.start) : undefined)),
  ]);
  if (skip !== undefined) due.delete(skip);
  const counted = whatCounts(lines);
  const reviewed = counted.filter(isReview);
  const done = doneToday(lines, reviewed, today);
  const { limits = DEFAULT_LIMITS, holds } = habits;
  const wanted = wantsMore ? { due: done.due + 1, fresh: done.fresh + 1 } : limits;
  const desk: Desk = {
    ...{ path: knowledge.path, worth: knowledge.worth, memories: due, metBefore: [], model, lookUps: lookedUp, now, today, done, holds },
    metToday: counted.map(({ concept }) => concept),
    limits: { ...wanted, fresh: 0 },
    lastSeen: wantsMore ? undefined : lastSeen,
  };
  const dueQueue = queueFor(desk);
  const metBefore = async () => metBeforeToo ?? (await memories.metBefore(actor, today.start));
  const queue = dueQueue.offers.length > 0 ? dueQueue : queueFor({ ...desk, metBefore: await metBefore(), limits: wanted });
  const next = queue.offers.length === 0 ? await nextDue(actor, memories, today) : undefined;
  return { queue, isCut: due.size === WEIGHED, today, limits, last: reviewed.at(-1), next: next && dueAt(next, holds) };
}

const FAR = new Date(8.64e15);

async function nextDue(actor: ActorId, memories: Memories, today: LearnerDay): Promise<Memory | undefined> {
  const [next] = (await memories.due(actor, { from: today.end, before: FAR, notSeenSince: FAR, limit: 1, offset: 0 })).values();
  return next;
}

const isReview = ({ what }: LogLine): boolean => what.kind === 'rated' || what.kind === 'known';

/** How many concepts were reviewed today, and how many of these were new. */
function doneToday(lines: readonly LineOfToday[], reviewed: readonly LogLine[], { start }: LearnerDay): Limits {
  const since = new Map(lines.map((line) => [line.concept, line.since]));
  const concepts = [...new Set(reviewed.map(({ concept }) => concept))];
  const fresh = concepts.filter((concept) => (since.get(concept) ?? start) >= start).length;
  return { due: concepts.length - fresh, fresh };
}

/** Due memories of concepts that the notes have; what is remembered of others must not push them out. */
async function dueOnes(
  actor: ActorId,
  memories: Memories,
  inNotes: ReadonlyMap<string, unknown>,
  today: LearnerDay,
): Promise<Map<string, Memory>> {
  const found = new Map<string, Memory>();
  for (let offset = 0; ; offset += WEIGHED) {
    const page = await memories.due(actor, { before: today.end, notSeenSince: today.start, limit: WEIGHED, offset });
    for (const [id, memory] of page) if (inNotes.has(id) && found.size < WEIGHED) found.set(id, memory);
    if (page.size < WEIGHED || found.size === WEIGHED) return found;
  }
}
