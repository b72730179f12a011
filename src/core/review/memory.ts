import { FSRS, type FSRSState, type Grade, Rating as Grades, INIT_S_MAX } from 'ts-fsrs';

/** How well something came to mind, as the learner says. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

/** What is known of one learner's grip on one concept; plain data, a row of a table. */
export interface Memory {
  /** Days from the last evidence until recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  /** When recall will have fallen to the retention that is wished for. */
  readonly due: Date;
  /** When there was evidence last. */
  readonly seenAt: Date;
  /** When there was evidence first. */
  readonly since: Date;
  /** How often it was missed; "I don't know" is none. */
  readonly misses: number;
}

/** What tells something about a memory, and changes it. */
export type Evidence =
  | { readonly kind: 'rated'; readonly rating: Rating }
  /** The right one of so many choices, which may have been guessed. */
  | { readonly kind: 'hit'; readonly choices: number }
  | { readonly kind: 'missed' }
  /** "I don't know": as telling as a miss, and no fault. */
  | { readonly kind: 'unsure' }
  /** "I know this". */
  | { readonly kind: 'known' };

export interface MemorySettings {
  /** The recall at which a concept is due, between 0 and 1: higher is surer, and more work. */
  readonly retention: number;
  /** FSRS-6's 21 weights, fitted to a learner's log; left out, those that fit most people. */
  readonly weights?: readonly number[];
}

export const DEFAULT_SETTINGS: MemorySettings = { retention: 0.9 };

/** Predicts what a learner remembers, and learns from what happened. */
export interface MemoryModel {
  /** The memory after a review; evidence that is older than the memory counts as of the same moment. */
  rate(memory: Memory | undefined, rating: Rating, at: Date): Memory;
  /** The memory after any evidence. */
  learn(memory: Memory | undefined, evidence: Evidence, at: Date): Memory;
  /** How probably a concept would be recalled, from 0 to 1; 0 where there is no memory of it. */
  recall(memory: Memory | undefined, at: Date): number;
  /** Days until it would be due, for each rating. */
  preview(memory: Memory | undefined, at: Date): Readonly<Record<Rating, number>>;
}

const DAY_MS = 86_400_000;
const GRADES: Readonly<Record<Rating, Grade>> = { again: Grades.Again, hard: Grades.Hard, good: Grades.Good, easy: Grades.Easy };
/** How probably a concept was known of which nothing is known. */
const UNKNOWN = 0.5;

/** FSRS-6 over days, which may be fractions; see ADR 9 for what quizzes tell. */
export function createMemoryModel({ retention, weights }: MemorySettings = DEFAULT_SETTINGS): MemoryModel {
  const fsrs = new FSRS({ request_retention: retention, enable_short_term: false, ...(weights && { w: weights }) });
  const recall = (memory: Memory | undefined, at: Date) =>
    memory ? fsrs.forgetting_curve(daysBetween(memory.seenAt, at), memory.stability) : 0;

  const statesAfter = (memory: Memory | undefined, at: Date): Readonly<Record<Rating, FSRSState>> => {
    const elapsed = memory ? daysBetween(memory.seenAt, at) : 0;
    const after = (rating: Rating) => fsrs.next_state(memory ?? null, elapsed, GRADES[rating]);
    return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') };
  };

  const intervalOf = ({ stability }: FSRSState): number => fsrs.next_interval(stability, 0);

  /** As ts-fsrs's long-term scheduler has it: each rating at least a day after the one below it. */
  const intervalsOf = (states: Readonly<Record<Rating, FSRSState>>): Record<Rating, number> => {
    const again = Math.min(intervalOf(states.again), intervalOf(states.hard));
    const hard = Math.max(intervalOf(states.hard), again + 1);
    const good = Math.max(intervalOf(states.good), hard + 1);
    return { again, hard, good, easy: Math.max(intervalOf(states.easy), good + 1) };
  };

  const rate = (memory: Memory | undefined, rating: Rating, at: Date, isFault = rating === 'again'): Memory => {
    const states = statesAfter(memory, at);
    return update(memory, states[rating], intervalsOf(states)[rating], at, isFault);
  };

  /** As after a recall where it was known, as after a lapse where it was guessed; each as probable as Bayes' rule says. */
  const hit = (memory: Memory | undefined, choices: number, at: Date): Memory => {
    const known = memory ? recall(memory, at) : UNKNOWN;
    const share = known / (known + (1 - known) / choices);
    const { again, good } = statesAfter(memory, at);
    const state = {
      // Stabilities differ by factors, so their logarithms are averaged.
      stability: again.stability ** (1 - share) * good.stability ** share,
      difficulty: again.difficulty * (1 - share) + good.difficulty * share,
    };
    return update(memory, state, intervalOf(state), at, false);
  };

  const known = (memory: Memory | undefined, at: Date): Memory => {
    const { easy } = statesAfter(memory, at);
    // The longest that FSRS lets a first memory last: it is asked for again once in a few months.
    const state = { ...easy, stability: Math.max(easy.stability, INIT_S_MAX) };
    return update(memory, state, intervalOf(state), at, false);
  };

  return {
    rate: (memory, rating, at) => rate(memory, rating, at),
    learn(memory, evidence, at) {
      switch (evidence.kind) {
        case 'rated':
          return rate(memory, evidence.rating, at);
        case 'hit':
          return hit(memory, evidence.choices, at);
        case 'missed':
          return rate(memory, 'again', at);
        case 'unsure':
          return rate(memory, 'again', at, false);
        case 'known':
          return known(memory, at);
      }
    },
    recall,
    preview: (memory, at) => intervalsOf(statesAfter(memory, at)),
  };
}

/** Days from one moment to another, as a fraction; 0 where the other is earlier, as clocks may differ. */
const daysBetween = (from: Date, to: Date): number => Math.max(0, to.getTime() - from.getTime()) / DAY_MS;

function update(memory: Memory | undefined, { stability, difficulty }: FSRSState, days: number, at: Date, isFault: boolean): Memory {
  const seenAt = memory && memory.seenAt > at ? memory.seenAt : at;
  return {
    stability,
    difficulty,
    due: new Date(seenAt.getTime() + days * DAY_MS),
    seenAt,
    since: memory?.since ?? at,
    misses: (memory?.misses ?? 0) + (isFault ? 1 : 0),
  };
}
