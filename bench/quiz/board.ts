import { addDays } from '../../src/core/schedule/calendar.ts';
import type { Day } from '../../src/core/schedule/schedule.ts';
import { storeOn } from '../../src/store/store.ts';
import { createDice } from '../random.ts';
import { NOW } from './due.ts';
import type { Measured } from './stores.ts';
import { type Spread, spreadOf, timed } from './times.ts';

const AT_ONCE = 2_000;
const SPACE = 'test:big';
const FIRST: Day = '2026-01-05';
/** Channels of the space; each has a quiz a day. */
const CHANNELS = 20;

export interface Board {
  readonly top: Spread;
  readonly own: Spread;
  /** What `rebuild` found wrong where nothing had been counted yet, and in how long it counted. */
  readonly rebuilt: { readonly result: number; readonly ms: number };
  /** The same once more. */
  readonly again: { readonly result: number; readonly ms: number };
}

/** Measures the leaderboards of a space with so many people, each of whom has given so many answers. */
export async function measureBoard(measured: Measured, people: number, answersEach: number): Promise<Board> {
  await insertAnswers(measured, people, answersEach);
  await measured.analyze();
  const { standings } = storeOn(measured.engine, { now: () => NOW }).records;
  const rebuilt = await timed(() => standings.rebuild());
  await measured.analyze();
  const dice = createDice(7);
  const periods = ['all', '2026-01', '2026-W03'] as const;
  const top = await spreadOf(500, (number) => standings.top({ space: SPACE }, periods[number % 3] ?? 'all', 10));
  const own = await spreadOf(500, (number) => standings.own({ space: SPACE }, periods[number % 3] ?? 'all', `test:n${dice.below(people)}`));
  const again = await timed(() => standings.rebuild());
  return { top, own, rebuilt, again };
}

async function insertAnswers({ engine }: Measured, people: number, answersEach: number): Promise<void> {
  const dice = createDice(1);
  const nowMs = NOW.getTime();
  const learners: number[] = [];
  await slices(people, (from, to) =>
    engine.write(async (transaction) => {
      const rows = Array.from({ length: to - from }, () => ({ first_seen_at_ms: nowMs }));
      const made = await transaction.insertInto('learner').values(rows).returning('id').execute();
      const actors = made.map(({ id }, at) => ({ id: `test:n${from + at}` as const, learner: id, name: null, linked_at_ms: nowMs }));
      await transaction.insertInto('actor').values(actors).execute();
      learners.push(...made.map(({ id }) => id));
    }),
  );
  const quizzes: number[] = [];
  await engine.write(async (transaction) => {
    const rows = Array.from({ length: answersEach }, (_, number) => ({
      ...({ space: SPACE, conversation: `test:b${number % CHANNELS}`, day: addDays(FIRST, Math.floor(number / CHANNELS)) } as const),
      ...({ learner: null, language: 'en', is_quiet: 0, opened_at_ms: nowMs, closes_at_ms: nowMs + 1e10, closed_at_ms: nowMs } as const),
    }));
    const made = await transaction.insertInto('quiz').values(rows).returning('id').execute();
    quizzes.push(...made.map(({ id }) => id));
  });
  for (const quiz of quizzes) {
    await slices(people, (from, to) =>
      engine.write(async (transaction) => {
        const rows = learners.slice(from, to).map((learner) => {
          const isRight = dice.below(10) < 3 + (learner % 7) ? 1 : 0;
          return { quiz, position: 1, learner, actor: 'test:n' as const, choice: isRight ? 'b' : 'a', is_right: isRight, at_ms: nowMs };
        });
        await transaction.insertInto('attempt').values(rows).execute();
      }),
    );
  }
}

async function slices(count: number, work: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) await work(from, Math.min(from + AT_ONCE, count));
}
