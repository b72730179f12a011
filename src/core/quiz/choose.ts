import type { Concept } from '../content/concept.ts';
import type { Memory, MemoryModel } from '../review/memory.ts';

/** One of those who answer in a conversation. */
export interface Member {
  readonly memories: ReadonlyMap<string, Memory>;
  /** Whoever opted out counts for nothing, here and in the reasons that are given. */
  readonly isOptedOut: boolean;
}

/** How often and how well a concept was asked in a conversation. */
export interface AskedBefore {
  readonly lastAt: Date;
  readonly times: number;
  readonly answers: number;
  readonly misses: number;
}

/** What a quiz's concepts are chosen from. */
export interface Choosing {
  /** The concepts that can be asked, as `learningPath` orders them. */
  readonly deck: readonly Pick<Concept, 'id'>[];
  readonly members: readonly Member[];
  /** What was asked in this conversation, by concept. */
  readonly asked: ReadonlyMap<string, AskedBefore>;
  readonly model: MemoryModel;
  readonly now: Date;
  /** How many concepts to choose. */
  readonly count: number;
}

/** Why a concept was chosen, for a few words beside the question. */
export type Why =
  /** So many of those who answer here have met it nowhere yet. */
  | { readonly kind: 'new'; readonly members: number; readonly of: number }
  /** So many of them have not met it for so many days. */
  | { readonly kind: 'long-ago'; readonly members: number; readonly of: number; readonly days: number }
  /** It was missed so often here. */
  | { readonly kind: 'missed'; readonly misses: number; readonly answers: number }
  /** It was never asked here. */
  | { readonly kind: 'first' }
  /** It was not asked here for so many days. */
  | { readonly kind: 'rested'; readonly days: number };

export interface Chosen {
  readonly concept: string;
  readonly why: Why;
}

const DAY_MS = 86_400_000;
/** A concept comes back only after so many others, or after all others where there are fewer. */
const REST = 8;

/**
 * The concepts that the people of a conversation would most probably miss: the
 * highest sum of 1 − recall over those who answer there. Where they have no
 * memories, those that were asked the fewest times, so that none comes again
 * until the deck is used up; then the most often missed, the least recently
 * asked. Equal ones come in the order of the path.
 */
export function chooseConcepts({ deck, members, asked, model, now, count }: Choosing): Chosen[] {
  const counted = members.filter(({ isOptedOut }) => !isOptedOut);
  const hasMemories = deck.some(({ id }) => counted.some(({ memories }) => memories.has(id)));
  const candidates = deck.map((concept, at) => ({
    ...{ id: concept.id, at, before: asked.get(concept.id) },
    expectedMisses: sum(counted.map(({ memories }) => 1 - model.recall(memories.get(concept.id), now))),
  }));
  const order = hasMemories
    ? candidates.toSorted((a, b) => b.expectedMisses - a.expectedMisses || a.at - b.at)
    : candidates.toSorted(
        (a, b) =>
          (a.before?.times ?? 0) - (b.before?.times ?? 0) ||
          missRate(b.before) - missRate(a.before) ||
          lastTime(a.before) - lastTime(b.before) ||
          a.at - b.at,
      );
  const resting = restingAt(asked, deck.length - count);
  return order
    .toSorted((a, b) => Number(resting.has(a.id)) - Number(resting.has(b.id)))
    .slice(0, count)
    .map(({ id, before }) => ({ concept: id, why: (hasMemories && whyForgotten(id, counted, now)) || whyAsked(before, now) }));
}

/** The sum, the same to the last digit in whatever order the numbers come. */
const sum = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b).reduce((so, each) => so + each, 0);
const missRate = (before: AskedBefore | undefined): number => (before && before.answers > 0 ? before.misses / before.answers : 0);
const lastTime = (before: AskedBefore | undefined): number => before?.lastAt.getTime() ?? Number.NEGATIVE_INFINITY;

/** Those asked last, as many as may rest. */
function restingAt(asked: Choosing['asked'], spare: number): ReadonlySet<string> {
  const latest = [...asked].toSorted(([a, { lastAt }], [b, other]) => other.lastAt.getTime() - lastAt.getTime() || (a < b ? -1 : 1));
  return new Set(latest.slice(0, Math.max(0, Math.min(REST, spare))).map(([id]) => id));
}

/** What most of those who answer have in common; nothing where that is not what made the choice. */
function whyForgotten(id: string, members: readonly Member[], now: Date): Why | undefined {
  const of = members.length;
  const days = members.flatMap(({ memories }) => daysSince(memories.get(id)?.seenAt, now) ?? []).toSorted((a, b) => b - a);
  const unseen = of - days.length;
  if (unseen * 2 > of) return { kind: 'new', members: unseen, of };
  // The number of days that more than half of all have not met it for.
  const most = days[Math.floor(of / 2) - unseen];
  if (most === undefined || most < 1) return undefined;
  return { kind: 'long-ago', members: unseen + days.filter((each) => each >= most).length, of, days: most };
}

function whyAsked(before: AskedBefore | undefined, now: Date): Why {
  if (!before) return { kind: 'first' };
  if (before.misses * 2 > before.answers) return { kind: 'missed', misses: before.misses, answers: before.answers };
  return { kind: 'rested', days: daysSince(before.lastAt, now) ?? 0 };
}

const daysSince = (then: Date | undefined, now: Date): number | undefined =>
  then && Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY_MS));
