import type { Concept } from '../src/core/content/concept.ts';
import { type AskedBefore, chooseConcepts } from '../src/core/quiz/choose.ts';
import { type Random, seededRandom, shuffled } from '../src/core/random.ts';
import { createMemoryModel, type Memory } from '../src/core/review/memory.ts';
import { createLearner, type Learner, subjectsOf } from './learners.ts';

/** Who decides what a team is asked. */
export const STRATEGIES = ['chooser', 'round-robin', 'random'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A team, its deck and its time. */
export interface Plan {
  readonly people: number;
  readonly days: number;
  readonly questionsADay: number;
  readonly concepts: number;
  /** Whether people meet concepts in their work too, of which the bot hears nothing. */
  readonly isAtWork: boolean;
}

const CHOICES = 4;
/** A concept counts as known by a person whose true recall is above this. */
const KNOWN = 0.9;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 2, 9);
const model = createMemoryModel();

interface Team {
  readonly learners: readonly Learner[];
  /** What the bot believes of each. */
  readonly memories: readonly Map<string, Memory>[];
  readonly asked: Map<string, AskedBefore>;
}

/** How many concepts each person of a team knows on the morning after the last day, on average; the seed decides who they are. */
export function knownAtTheEnd(strategy: Strategy, plan: Plan, seed: string): number {
  const nature = seededRandom(`team ${seed}`);
  const subjects = subjectsOf(plan.concepts, plan.isAtWork, nature);
  const learners = Array.from({ length: plan.people }, () => createLearner(subjects, plan.days, seededRandom(`person ${nature()}`)));
  const team: Team = { learners, memories: learners.map(() => new Map()), asked: new Map() };
  const attendance = seededRandom(`attendance ${seed}`);
  const ask = askBy(strategy, plan, team, seededRandom(`luck ${seed}`));
  for (let day = 0; day < plan.days; day += 1) {
    const present = learners.map(({ diligence }) => attendance() < diligence);
    for (const concept of ask(day)) pose(concept, day, team, present);
  }
  const known = learners.flatMap((learner) => subjects.map((_, concept) => learner.recall(concept, plan.days) > KNOWN));
  return known.filter((isKnown) => isKnown).length / plan.people;
}

const idOf = (concept: number): string => `concept-${concept}`;
const timeOf = (day: number): Date => new Date(START + day * DAY_MS);

/** What is asked on a day. */
function askBy(strategy: Strategy, { concepts, questionsADay: count }: Plan, { memories, asked }: Team, random: Random) {
  const numbers = Array.from({ length: concepts }, (_, at) => at);
  const members = memories.map((each) => ({ memories: each, isOptedOut: false }));
  const deck = numbers.map((number): Pick<Concept, 'id'> => ({ id: idOf(number) }));
  const byId = new Map(numbers.map((number) => [idOf(number), number]));
  const asks: Readonly<Record<Strategy, (day: number) => readonly number[]>> = {
    chooser: (day) =>
      chooseConcepts({ deck, members, asked, model, now: timeOf(day), count }).flatMap(({ concept }) => byId.get(concept) ?? []),
    'round-robin': (day) => numbers.slice(0, count).map((at) => (day * count + at) % concepts),
    random: () => shuffled(numbers, random).slice(0, count),
  };
  return asks[strategy];
}

/** Asks all who are there; the bot learns from their answers alone. */
function pose(concept: number, day: number, { learners, memories, asked }: Team, present: readonly boolean[]): void {
  const id = idOf(concept);
  const at = timeOf(day);
  const answers = learners.flatMap((learner, person) => {
    if (!present[person]) return [];
    const isRight = learner.answer(concept, day, CHOICES);
    const evidence = isRight ? ({ kind: 'hit', choices: CHOICES } as const) : ({ kind: 'missed' } as const);
    memories[person]?.set(id, model.learn(memories[person].get(id), evidence, at));
    return isRight;
  });
  const before = asked.get(id);
  asked.set(id, {
    lastAt: at,
    times: (before?.times ?? 0) + 1,
    answers: (before?.answers ?? 0) + answers.length,
    misses: (before?.misses ?? 0) + answers.filter((isRight) => !isRight).length,
  });
}
