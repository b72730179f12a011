import type { Language } from '../content/schema.ts';
import { subjectsOf } from '../content/shelves.ts';
import type { Knowledge } from '../ports.ts';
import type { Random } from '../random.ts';
import type { MemoryModel } from '../review/memory.ts';
import type { ReviewRecords } from '../review/records.ts';
import type { ActorId } from '../turn.ts';
import { type AskedBefore, chooseConcepts, type Member } from './choose.ts';
import { drawItem } from './pool.ts';
import type { Arrangement, Asked, Chosen, QuizRecords } from './records.ts';
import { goTogether } from './together.ts';

/** What a quiz is made from. */
interface Sources {
  knowledge(): Knowledge;
  readonly records?: QuizRecords | undefined;
  readonly reviews?: ReviewRecords | undefined;
  readonly model: MemoryModel;
  readonly random: Random;
  readonly now: () => Date;
}

interface Wanted {
  readonly questions: number;
  /** A deck's or topic's key. */
  readonly topic?: string | undefined;
  readonly language: Language;
}

/** So many times as many concepts are looked at as are wanted: some have no question left that goes with the others. */
const SPARE = 4;
/** Whoever has answered nothing for so long does not answer here any more. */
export const MEMBER_MS = 60 * 24 * 60 * 60 * 1000;

/** Chooses the questions of a conversation's next quiz, by what those who answer there would probably miss; none where the notes have none. */
export async function compose(arrangement: Pick<Arrangement, 'conversation'> & Wanted, sources: Sources): Promise<readonly Chosen[]> {
  const { records, reviews, now } = sources;
  const since = new Date(now().getTime() - MEMBER_MS);
  const members = (await reviews?.memories.ofMembers(arrangement.conversation, since)) ?? [];
  return choose(arrangement, { members, asked: (await records?.quizzes.askedIn(arrangement.conversation)) ?? [] }, sources);
}

/** Chooses the questions of a learner's own quiz, by what they would probably miss. */
export async function composeOwn(actor: ActorId, wanted: Wanted, sources: Sources): Promise<readonly Chosen[]> {
  const memories = (await sources.reviews?.memories.all(actor)) ?? new Map();
  const asked = (await sources.records?.quizzes.askedOf(actor)) ?? [];
  return choose(wanted, { members: [{ memories, isOptedOut: false }], asked }, sources);
}

function choose(
  { questions, topic, language }: Wanted,
  { members, asked }: { readonly members: readonly Member[]; readonly asked: readonly Asked[] },
  { knowledge, random, now, model }: Sources,
): Chosen[] {
  const { library, path, questions: pool } = knowledge();
  const within = topic === undefined ? undefined : subjectsOf(library).find(({ key }) => key === topic)?.concepts;
  const ids = within && new Set(within.map(({ id }) => id));
  const deck = path.filter(({ id }) => !ids || ids.has(id));
  const order = chooseConcepts({
    deck,
    members,
    asked: byConcept(asked),
    model,
    now: now(),
    count: questions * SPARE,
  });
  const items = new Set(asked.map(({ item }) => item));
  const chosen: Chosen[] = [];
  for (const { concept, why } of order) {
    if (chosen.length === questions) break;
    // Once all of a concept's questions have been asked, they come again.
    const item =
      drawItem(concept, pool, { random, asked: items, language }) ?? drawItem(concept, pool, { random, asked: new Set(), language });
    if (item && chosen.every((other) => goTogether(other.item, item))) chosen.push({ item, why });
  }
  return chosen;
}

function byConcept(asked: readonly Asked[]): ReadonlyMap<string, AskedBefore> {
  const sums = new Map<string, AskedBefore>();
  for (const { concept, lastAt, times, answered, correct } of asked) {
    const before = sums.get(concept) ?? { lastAt, times: 0, answers: 0, misses: 0 };
    sums.set(concept, {
      lastAt: new Date(Math.max(before.lastAt.getTime(), lastAt.getTime())),
      times: before.times + times,
      answers: before.answers + answered,
      misses: before.misses + answered - correct,
    });
  }
  return sums;
}
