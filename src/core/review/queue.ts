import { oncePer } from '../cache.ts';
import type { Concept } from '../content/concept.ts';
import type { LearnerDay } from './day.ts';
import { dueAt, type Hold, holdAt } from './due.ts';
import type { Memory, MemoryModel } from './memory.ts';

/** How much a learner wants to be offered a day. */
export interface Limits {
  readonly due: number;
  readonly fresh: number;
}

export const DEFAULT_LIMITS: Limits = { due: 20, fresh: 5 };

/** What the queue is made of. */
export interface Desk {
  /** All that there is to learn, as `learningPath` orders it; memories of other concepts are left alone. */
  readonly path: readonly Concept[];
  /** At least of all concepts that may be due. */
  readonly memories: ReadonlyMap<string, Memory>;
  /** The concepts of which there was a memory when the day began. */
  readonly metBefore: readonly string[];
  /** Those of today. */
  readonly metToday: readonly string[];
  /** When there was evidence last, before today. */
  readonly lastSeen: Date | undefined;
  readonly model: MemoryModel;
  /** As `worthOf` says. */
  readonly worth: ReadonlyMap<string, number>;
  /** When each concept was looked up. */
  readonly lookUps: ReadonlyMap<string, readonly Date[]>;
  readonly now: Date;
  readonly today: LearnerDay;
  readonly limits: Limits;
  /** How many were reviewed today already. */
  readonly done: Limits;
  readonly holds: readonly Hold[];
}

/** One concept to review. */
export interface Offer {
  readonly concept: string;
  readonly kind: 'due' | 'new';
  /** Missed so often that once more would not help: show its contrast and its example instead. */
  readonly isLeech: boolean;
}

/** What a learner may do now. */
export interface Queue {
  /** The next one first. */
  readonly offers: readonly Offer[];
  /** How many more are due, and can wait. */
  readonly waiting: number;
  /** Whether the learner was away so long that the first few are enough. */
  readonly isBack: boolean;
  /** When the holiday ends, where it is one: then nothing is offered. */
  readonly heldUntil: Date | undefined;
}

const NOTHING: readonly never[] = [];
const DAY_MS = 86_400_000;
/** After so many days without a review, a learner is back from a break. */
const BREAK_DAYS = 7;
/** "5 now, the rest can wait." */
const AFTER_A_BREAK = 5;
/** Looked up so often in a week, a concept is likely not known. */
const LOOKED_UP = 2;
const WEEK_MS = 7 * DAY_MS;
const LEECH_MISSES = 6;
/** A memory that lasts three weeks has got over its misses. */
const LEECH_DAYS = 21;

/** Whether a concept was missed so often that it wants another way of showing it. */
export const isLeech = ({ misses, stability }: Memory): boolean => misses >= LEECH_MISSES && stability < LEECH_DAYS;

/**
 * What to review now: what is due by the end of the day, the most valuable
 * first (how probably it is forgotten × what it is worth), then new concepts in
 * the order of the path. What was looked up twice in a week comes before both;
 * what was seen today does not come again.
 */
export function queueFor(desk: Desk): Queue {
  const { path, memories, now, today, limits, done, holds } = desk;
  const held = holdAt(holds, now);
  if (held) return { offers: [], waiting: 0, isBack: false, heldUntil: held.until };
  const places = placesIn(path);
  const due = Array.from(memories)
    .flatMap(([id, memory]) => {
      const at = places.get(id);
      const isDue = at !== undefined && memory.seenAt < today.start && dueAt(memory, holds) < today.end;
      return isDue ? { offer: offer(id, 'due', memory), at, ...urgency(id, memory, desk) } : NOTHING;
    })
    .toSorted((a, b) => Number(b.isWanted) - Number(a.isWanted) || b.value - a.value || a.at - b.at);
  const isBack = isAfterBreak(desk) && due.length + done.due > AFTER_A_BREAK;
  const room = Math.max(0, (isBack ? Math.min(AFTER_A_BREAK, limits.due) : limits.due) - done.due);
  const offered = due.slice(0, room).map((each) => each.offer);
  const fresh = isBack ? [] : freshOffers(desk);
  return { offers: [...offered, ...fresh], waiting: due.length - offered.length, isBack, heldUntil: undefined };
}

/** Where on the path each concept stands: of ten thousand, a few are asked about. */
const placesIn = oncePer((path: readonly Concept[]) => new Map(path.map(({ id }, at) => [id, at])));

/** A byte for each place on a path, 1 where it was met: a set of ten thousand texts would take longer than all the rest. */
const takenOn = oncePer((path: readonly Concept[]) =>
  oncePer((met: readonly string[]) => {
    const places = placesIn(path);
    const isTaken = new Uint8Array(path.length);
    for (const id of met) isTaken[places.get(id) ?? path.length] = 1;
    return isTaken;
  }),
);

const offer = (concept: string, kind: Offer['kind'], memory?: Memory): Offer => ({
  concept,
  kind,
  isLeech: memory !== undefined && isLeech(memory),
});

function urgency(id: string, memory: Memory, { model, worth, now, lookUps }: Desk): { isWanted: boolean; value: number } {
  const value = (1 - model.recall(memory, now)) * (worth.get(id) ?? 1);
  return { isWanted: isLookedUp(id, lookUps, now), value };
}

function freshOffers({ path, metBefore, metToday, lookUps, now, limits, done }: Desk): Offer[] {
  const room = Math.max(0, limits.fresh - done.fresh);
  if (room === 0) return [];
  const places = placesIn(path);
  const isTaken = takenOn(path)(metBefore).slice();
  for (const id of metToday) isTaken[places.get(id) ?? path.length] = 1;
  const wanted = Array.from(lookUps.keys())
    .filter((id) => isLookedUp(id, lookUps, now))
    .flatMap((id) => places.get(id) ?? NOTHING)
    .filter((at) => isTaken[at] === 0)
    .toSorted((a, b) => a - b)
    .slice(0, room);
  for (const at of wanted) isTaken[at] = 1;
  const others: number[] = [];
  for (let at = isTaken.indexOf(0); at !== -1 && wanted.length + others.length < room; at = isTaken.indexOf(0, at + 1)) others.push(at);
  return [...wanted, ...others].flatMap((at) => path[at] ?? NOTHING).map(({ id }) => offer(id, 'new'));
}

function isLookedUp(id: string, lookUps: Desk['lookUps'], now: Date): boolean {
  const since = now.getTime() - WEEK_MS;
  return (lookUps.get(id) ?? NOTHING).filter((at) => at.getTime() >= since).length >= LOOKED_UP;
}

/** Whether nothing was seen in the last days before today; holidays count as none. */
function isAfterBreak({ lastSeen, today, holds }: Desk): boolean {
  if (!lastSeen) return false;
  const pause = holds.reduce((sum, { from, until }) => {
    return sum + Math.max(0, Math.min(until.getTime(), today.start.getTime()) - Math.max(from.getTime(), lastSeen.getTime()));
  }, 0);
  return today.start.getTime() - lastSeen.getTime() - pause >= BREAK_DAYS * DAY_MS;
}
