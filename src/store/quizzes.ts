import { type Kysely, sql, type Transaction } from 'kysely';
import { quizItemSchema } from '../core/quiz/item.ts';
import { type Chosen, type KeptSchedule, MOST_OPEN, type Opening, type Quiz, type Quizzes } from '../core/quiz/records.ts';
import type { MemoryModel } from '../core/review/memory.ts';
import type { Occurrence } from '../core/schedule/occurrences.ts';
import type { ActorId } from '../core/turn.ts';
import { askedIn, askedOf, countAsked, countAskings } from './asked.ts';
import { record } from './attempts.ts';
import type { Engine } from './engine.ts';
import { accountsOf, findLearner, learnerOf } from './learners.ts';
import { hasAny } from './peek.ts';
import { queueQuiz, redrawSoon } from './posts-queue.ts';
import { isStill, nextColumns } from './schedules.ts';
import type { Tables } from './tables.ts';

/** So long a quiz is found by its number, and its questions are kept. */
export const QUIZ_KEPT_MS = 400 * 24 * 60 * 60_000;

/** Quizzes, their questions as they were when they opened, and what people answered. */
export function createQuizzes(engine: Engine, now: () => Date, model: MemoryModel): Quizzes {
  return {
    open: (opening) => engine.write((transaction) => open(transaction, opening, now())),
    openDue: (schedule, opening, next) => engine.write((transaction) => openDue(transaction, { schedule, next }, opening, now())),

    endNow: (id) =>
      engine.write(async (transaction) => {
        const over = { closes_at_ms: now().getTime() };
        await transaction.updateTable('quiz').set(over).where('id', '=', id).where('closed_at_ms', 'is', null).execute();
      }),

    openOwn: (actor, { questions, ...place }) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        const row = { ...place, learner, day: null, is_quiet: 0, opened_at_ms: now().getTime(), closes_at_ms: null, closed_at_ms: null };
        const { id } = await transaction.insertInto('quiz').values(row).returning('id').executeTakeFirstOrThrow();
        await insertQuestions(transaction, id, questions);
        await countAskings(transaction, `learner ${learner}`, questions, now());
        return id;
      }),

    find: (id) => engine.read((database) => findQuiz(database, id, now())),

    async ofDay(conversation, day) {
      const row = await engine.read((database) =>
        database.selectFrom('quiz').select('id').where('conversation', '=', conversation).where('day', '=', day).executeTakeFirst(),
      );
      return row?.id;
    },

    openIn: (space) =>
      engine.read((database) =>
        database
          .selectFrom('quiz')
          .select(['id', 'conversation'])
          .where('space', '=', space)
          .where('day', 'is not', null)
          .where('closed_at_ms', 'is', null)
          .where('closes_at_ms', '>', now().getTime())
          .orderBy('closes_at_ms')
          .orderBy('id')
          .limit(MOST_OPEN)
          .execute(),
      ),

    async latestOwn(actor) {
      const row = await engine.read(async (database) => {
        const learner = await findLearner(database, actor);
        return learner === undefined
          ? undefined
          : database.selectFrom('quiz').select('id').where('learner', '=', learner).orderBy('id', 'desc').limit(1).executeTakeFirst();
      });
      return row?.id;
    },

    record: (attempt) => engine.write((transaction) => record(transaction, attempt, { engine, model, now: now() })),
    chosenBy: (actor, quiz) => engine.read((database) => chosenBy(database, actor, quiz)),
    tally: (quiz) => engine.read((database) => tally(database, quiz)),
    askedIn: (conversation) => engine.read((database) => askedIn(database, conversation)),
    askedOf: (actor) => engine.read((database) => askedOf(database, actor)),
    async closeDue(limit) {
      if (!(await hasAny(engine, 'quiz', [isOver(now())]))) return 0;
      return engine.write((transaction) => closeDue(transaction, engine, limit, now()));
    },
  };
}

async function openDue(
  transaction: Transaction<Tables>,
  { schedule, next }: { schedule: KeptSchedule; next: Occurrence | undefined },
  opening: Opening,
  now: Date,
): Promise<number | undefined> {
  const { numUpdatedRows } = await transaction
    .updateTable('schedule')
    .set({ ...nextColumns(next, now), remark: null })
    .where(isStill(schedule))
    .executeTakeFirst();
  return numUpdatedRows === 0n ? undefined : open(transaction, opening, now);
}

async function open(transaction: Transaction<Tables>, opening: Opening, now: Date): Promise<number | undefined> {
  const { conversation, space, language, isQuiet, day, dueAt = now, closesAt, questions, lane } = opening;
  const row = { conversation, space, language, day, is_quiet: Number(isQuiet), learner: null, closed_at_ms: null };
  const opened = await transaction
    .insertInto('quiz')
    .values({ ...row, opened_at_ms: now.getTime(), closes_at_ms: closesAt.getTime() })
    .onConflict((conflict) => conflict.columns(['conversation', 'day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!opened) return undefined;
  await insertQuestions(transaction, opened.id, questions);
  await countAskings(transaction, conversation, questions, now);
  await queueQuiz(transaction, { quiz: opened.id, conversation, dueAt, lane }, now);
  return opened.id;
}

/** Keeps the questions of a quiz that has just been opened; at least one. */
export async function insertQuestions(transaction: Transaction<Tables>, quiz: number, questions: readonly Chosen[]): Promise<void> {
  const rows = questions.map(({ item, why }, at) => ({
    quiz,
    position: at + 1,
    item_json: JSON.stringify(item),
    why_json: why === undefined ? null : JSON.stringify(why),
  }));
  await transaction.insertInto('question').values(rows).execute();
}

async function findQuiz(database: Kysely<Tables>, id: number, now: Date): Promise<Quiz | undefined> {
  const row = await database.selectFrom('quiz').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.opened_at_ms < now.getTime() - QUIZ_KEPT_MS) return undefined;
  const questions = await database.selectFrom('question').selectAll().where('quiz', '=', id).orderBy('position').execute();
  return {
    id,
    space: row.space,
    conversation: row.conversation,
    day: row.day ?? undefined,
    owners: row.learner === null ? undefined : await accountsOf(database, row.learner),
    language: row.language,
    isQuiet: row.is_quiet === 1,
    closesAt: instant(row.closes_at_ms),
    closedAt: instant(row.closed_at_ms),
    questions: questions.map(({ item_json, why_json }) => ({
      item: quizItemSchema.parse(JSON.parse(item_json)),
      why: why_json === null ? undefined : (JSON.parse(why_json) as unknown),
    })),
  };
}

const instant = (ms: number | null): Date | undefined => (ms === null ? undefined : new Date(ms));

async function chosenBy(database: Kysely<Tables>, actor: ActorId, quiz: number): Promise<ReadonlyMap<number, string>> {
  const rows = await database
    .selectFrom('attempt')
    .innerJoin('actor', 'actor.learner', 'attempt.learner')
    .select(['attempt.position', 'attempt.choice'])
    .where('actor.id', '=', actor)
    .where('attempt.quiz', '=', quiz)
    .execute();
  return new Map(rows.map(({ position, choice }) => [position, choice]));
}

async function tally(database: Kysely<Tables>, { id, questions }: Quiz) {
  const rows = await database
    .selectFrom('attempt')
    .select(['position', 'choice', (count) => count.fn.countAll<number>().as('times')])
    .where('quiz', '=', id)
    .groupBy(['position', 'choice'])
    .execute();
  const { people } = await database
    .selectFrom('attempt')
    .select((count) => count.fn.count<number>('learner').distinct().as('people'))
    .where('quiz', '=', id)
    .executeTakeFirstOrThrow();
  const choices = questions.map((_question, at) => {
    const own = rows.filter(({ position }) => position === at + 1);
    return new Map(own.map(({ choice, times }) => [choice, Number(times)]));
  });
  return { people: Number(people), choices };
}

const isOver = (now: Date) => sql<boolean>`closed_at_ms is null and closes_at_ms <= ${now.getTime()}`;

async function closeDue(transaction: Transaction<Tables>, engine: Engine, limit: number, now: Date): Promise<number> {
  const due = await transaction
    .selectFrom('quiz')
    .select(['id', 'conversation'])
    .where(isOver(now))
    .orderBy('closes_at_ms')
    .orderBy('id')
    .limit(limit)
    .modifyEnd(engine.skipHeld)
    .execute();
  for (const { id, conversation } of due) {
    await transaction.updateTable('quiz').set({ closed_at_ms: now.getTime() }).where('id', '=', id).execute();
    await countAsked(transaction, id, conversation);
    await redrawSoon(transaction, id, now);
  }
  return due.length;
}
