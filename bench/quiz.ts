import { answersASecond } from './quiz/answers.ts';
import { type Board, measureBoard } from './quiz/board.ts';
import { addPast, arrange, idleTick, tickAll } from './quiz/due.ts';
import { type Measured, newPostgres, newSqlite } from './quiz/stores.ts';
import type { Spread } from './quiz/times.ts';
import { describeGoals, describeLoad, describeMachine } from './report.ts';
import { time, times } from './units.ts';

/**
 * Measures the daily quiz on both stores: `npm run bench:quiz`. Prints
 * figures, and asserts none: they depend on the machine and on what else it does.
 */

const DUE = 10_000;
const PEOPLE = 10_000;
const ANSWERS_EACH = 100;
const BOARD_P99 = 50;
/** What is due and what is stored beside it, in the comparison of the two. */
const FEW = 500;
const STORED = 500;
const STORED_MORE = 100 * STORED;

const began = performance.now();
print(describeMachine());
print('SQLite waits for the disk at each commit; PostgreSQL, on a socket, does not. No network, and a platform that takes no time.');
const boards = [await measure(newSqlite), await measure(newPostgres)];
print(describeGoals(boards.flatMap(goalsFor)));
print(`load at the end ${describeLoad()}, ${Math.round((performance.now() - began) / 1000)} s in all`);

async function measure(open: () => Promise<Measured>): Promise<{ readonly name: string; readonly board: Board }> {
  const due = await on(open, async (store) => {
    await arrange(store, DUE, 0);
    await store.analyze();
    return tickAll(store);
  });
  const [small, large] = [await growth(open, STORED), await growth(open, STORED_MORE)];
  const answers = await on(open, (store) => answersASecond(store, 200, 10));
  const { name, board } = await on(open, async (store) => ({
    name: store.name,
    board: await measureBoard(store, PEOPLE, ANSWERS_EACH),
  }));
  const line = (label: string, value: string) => `  ${label.padEnd(62)}${value}`;
  print(
    [
      name,
      line(
        `${DUE.toLocaleString('en')} quizzes that are due: opened, drawn, posted, settled`,
        `${perSecond(due.posted, due.ms)} (${time(due.ms)})`,
      ),
      line(
        `${FEW} of them beside ${STORED} schedules and quizzes at rest`,
        `${perSecond(FEW, small.ms)}, an idle pass ${time(small.idleMs)}`,
      ),
      line(
        `the same beside ${STORED_MORE.toLocaleString('en')}`,
        `${perSecond(FEW, large.ms)}, an idle pass ${time(large.idleMs)}; ${times(large.ms / small.ms)} and ${times(large.idleMs / small.idleMs)} as long`,
      ),
      line('answers of 200 people at once', `${Math.round(answers).toLocaleString('en')} a second`),
      line(
        `${(PEOPLE * ANSWERS_EACH).toLocaleString('en')} answers of ${PEOPLE.toLocaleString('en')} people in one space: the top ten`,
        spread(board.top),
      ),
      line('  one’s own place', spread(board.own)),
      line('  counted from nothing', `${time(board.rebuilt.ms)}, ${board.rebuilt.result.toLocaleString('en')} lines missing`),
      line('  counted again and compared', `${time(board.again.ms)}, ${board.again.result} lines wrong`),
    ].join('\n'),
  );
  return { name, board };
}

async function growth(open: () => Promise<Measured>, stored: number): Promise<{ readonly ms: number; readonly idleMs: number }> {
  return on(open, async (store) => {
    await arrange(store, FEW, stored);
    await addPast(store, stored);
    await store.analyze();
    const { ms } = await tickAll(store);
    return { ms, idleMs: await idleTick(store) };
  });
}

async function on<T>(open: () => Promise<Measured>, work: (store: Measured) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.remove();
  }
}

function perSecond(count: number, ms: number): string {
  return `${Math.round((count * 1_000) / ms).toLocaleString('en')} a second`;
}

function spread({ count, p50, p99 }: Spread): string {
  return `median ${time(p50)}, p99 ${time(p99)} (${count})`;
}

function goalsFor({ name, board: { top, own, again } }: { readonly name: string; readonly board: Board }) {
  const p99 = Math.max(top.p99, own.p99);
  return [
    { goal: `leaderboards on ${name}: p99 ≤ ${BOARD_P99} ms`, measured: time(p99), isMet: p99 <= BOARD_P99 },
    { goal: `counters on ${name} equal those that are counted again`, measured: `${again.result} wrong`, isMet: again.result === 0 },
  ];
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
