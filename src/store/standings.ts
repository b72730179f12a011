import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { DONT_KNOW, type Quiz } from '../core/quiz/records.ts';
import type { Counted, Scope, Standings } from '../core/quiz/standing.ts';
import { HEAD_START, type Period, periodsOf, scoreOf } from '../core/quiz/standing.ts';
import type { Engine } from './engine.ts';
import { findLearner } from './learners.ts';
import type { Tables } from './tables.ts';

type Line = Selectable<Tables['standing']>;

/** Rows a statement carries: both engines limit how many values one may have. */
const ROWS_AT_ONCE = 500;

/** How people stand: counters that grow with each answer, since adding up a million answers takes a second. */
export function createStandings(engine: Engine): Standings {
  return {
    top: (scope, period, limit) =>
      engine.read(async (database) => {
        const lines = await linesOf(database, scope, period)
          .orderBy('standing.score', 'desc')
          .orderBy('standing.answered', 'desc')
          .orderBy('standing.learner')
          .limit(limit)
          .execute();
        const names = await namesOf(
          database,
          lines.map(({ learner }) => learner),
        );
        return lines.map((line) => ({ ...line, name: names.get(line.learner) }));
      }),

    own: (scope, period, actor) =>
      engine.read(async (database) => {
        const learner = await findLearner(database, actor);
        if (learner === undefined) return undefined;
        const line = await linesOf(database, scope, period).where('standing.learner', '=', learner).executeTakeFirst();
        if (!line) return undefined;
        const { before } = await database
          .selectFrom('standing')
          .select((count) => count.fn.countAll<number>().as('before'))
          .where('scope', '=', scopeKey(scope))
          .where('period', '=', period)
          .where('score', '>', line.score)
          .executeTakeFirstOrThrow();
        const names = await namesOf(database, [learner]);
        return { ...line, name: names.get(learner), rank: Number(before) + 1 };
      }),

    async people(scope, period) {
      const { people } = await engine.read((database) =>
        database
          .selectFrom('standing')
          .select((count) => count.fn.countAll<number>().as('people'))
          .where('scope', '=', scopeKey(scope))
          .where('period', '=', period)
          .executeTakeFirstOrThrow(),
      );
      return Number(people);
    },

    daysAnswered: (conversation, since, actor) =>
      engine.read(async (database) => {
        const learner = actor === undefined ? undefined : await findLearner(database, actor);
        if (actor !== undefined && learner === undefined) return new Set();
        const rows = await database
          .selectFrom('quiz')
          .select('day')
          .where('conversation', '=', conversation)
          .where('day', '>=', since)
          .where(({ exists, selectFrom }) => {
            const answers = selectFrom('attempt').select('attempt.id').whereRef('attempt.quiz', '=', 'quiz.id');
            return exists(learner === undefined ? answers : answers.where('attempt.learner', '=', learner));
          })
          .execute();
        return new Set(rows.flatMap(({ day }) => day ?? []));
      }),

    rebuild: () =>
      engine.write(async (transaction) => {
        // Whoever answers meanwhile is counted behind us, on what we have counted.
        await engine.hold(transaction, 'standing');
        return rebuild(transaction);
      }),
  };
}

const scopeKey = (scope: Scope): string => ('space' in scope ? `space ${scope.space}` : `conversation ${scope.conversation}`);

const linesOf = (database: Kysely<Tables>, scope: Scope, period: Period) =>
  database
    .selectFrom('standing')
    .select(['standing.learner', 'standing.answered', 'standing.correct', 'standing.score'])
    .where('standing.scope', '=', scopeKey(scope))
    .where('standing.period', '=', period);

/** The names of those learners who want to be named. */
async function namesOf(database: Kysely<Tables>, learners: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (learners.length === 0) return new Map();
  const rows = await database
    .selectFrom('actor')
    .innerJoin('preference', 'preference.learner', 'actor.learner')
    .select(['actor.learner', 'actor.name'])
    .where('actor.learner', 'in', learners)
    .where('preference.is_named', '=', 1)
    .where('actor.name', 'is not', null)
    .orderBy('actor.linked_at_ms', 'desc')
    .execute();
  return new Map(rows.flatMap(({ learner, name }): [number, string][] => (name === null ? [] : [[learner, name]])));
}

/** Counts one answer to a conversation's quiz, in its conversation and its space, for its week, its month and all time. */
export async function count(transaction: Transaction<Tables>, quiz: Quiz, learner: number, isRight: boolean): Promise<void> {
  const correct = Number(isRight);
  const lines = keysFor(quiz).map((key) => ({ ...key, learner, answered: 1, correct, score: scoreOf({ answered: 1, correct }) }));
  // A quiz of no day, such as the first question in a channel, is for trying.
  if (lines.length === 0) return;
  const answered = sql<number>`standing.answered + excluded.answered`;
  const right = sql<number>`standing.correct + excluded.correct`;
  await transaction
    .insertInto('standing')
    .values(lines)
    .onConflict((conflict) =>
      conflict.columns(['scope', 'period', 'learner']).doUpdateSet({
        answered,
        correct: right,
        // As `scoreOf` has it; whole numbers are divided without a rest.
        score: sql`((${right} + ${sql.lit(HEAD_START / 2)}) * 1000000) / (${answered} + ${sql.lit(HEAD_START)})`,
      }),
    )
    .execute();
}

function keysFor({ conversation, space, day }: Pick<Quiz, 'conversation' | 'space' | 'day'>): Pick<Line, 'scope' | 'period'>[] {
  const scopes = [scopeKey({ conversation }), scopeKey({ space })];
  return scopes.flatMap((scope) => (day === undefined ? [] : periodsOf(day)).map((period) => ({ scope, period })));
}

async function rebuild(transaction: Transaction<Tables>): Promise<number> {
  const counted = await countAll(transaction);
  const kept = await transaction.selectFrom('standing').selectAll().execute();
  const wrong = kept.filter((line) => !isSame(counted.get(lineKey(line)), line)).length;
  const missing = counted.size - kept.filter((line) => counted.has(lineKey(line))).length;
  if (wrong + missing === 0) return 0;
  await transaction.deleteFrom('standing').execute();
  await insert(transaction, [...counted.values()]);
  return wrong + missing;
}

/** Counts the answers of some learners again. */
export async function recount(transaction: Transaction<Tables>, learners: readonly number[]): Promise<void> {
  const lines = [...(await countAll(transaction, learners)).values()];
  await transaction.deleteFrom('standing').where('learner', 'in', learners).execute();
  await insert(transaction, lines);
}

async function insert(transaction: Transaction<Tables>, lines: readonly Line[]): Promise<void> {
  for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
    await transaction
      .insertInto('standing')
      .values(lines.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
}

async function countAll(transaction: Transaction<Tables>, learners?: readonly number[]): Promise<ReadonlyMap<string, Line>> {
  const counted = await transaction
    .selectFrom('attempt')
    .innerJoin('quiz', 'quiz.id', 'attempt.quiz')
    .select(['quiz.space', 'quiz.conversation', 'quiz.day', 'attempt.learner'])
    .select((fn) => [fn.fn.countAll<number>().as('answered'), fn.fn.sum<number>('attempt.is_right').as('correct')])
    .where('attempt.choice', '!=', DONT_KNOW)
    .where('quiz.day', 'is not', null)
    .$if(learners !== undefined, (query) => query.where('attempt.learner', 'in', learners ?? []))
    .groupBy(['quiz.space', 'quiz.conversation', 'quiz.day', 'attempt.learner'])
    .execute();
  const lines = new Map<string, Line>();
  for (const { learner, day, ...row } of counted) {
    for (const key of keysFor({ ...row, day: day ?? undefined })) {
      const before = lines.get(lineKey({ ...key, learner })) ?? { answered: 0, correct: 0 };
      const sum = { answered: before.answered + Number(row.answered), correct: before.correct + Number(row.correct) };
      lines.set(lineKey({ ...key, learner }), { ...key, learner, ...sum, score: scoreOf(sum) });
    }
  }
  return lines;
}

const lineKey = ({ scope, period, learner }: Pick<Line, 'scope' | 'period' | 'learner'>): string => `${scope}|${period}|${learner}`;

const isSame = (one: Counted | undefined, other: Counted): boolean =>
  one?.answered === other.answered && one.correct === other.correct && one.score === other.score;
