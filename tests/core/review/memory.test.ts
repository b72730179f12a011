import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryModel, type Evidence, type Memory, RATINGS, type Rating } from '../../../src/core/review/memory.ts';

const DAY_MS = 86_400_000;
const START = new Date('2026-03-02T09:00:00Z');
const inDays = (days: number, from = START) => new Date(from.getTime() + days * DAY_MS);
const daysUntil = (due: Date, from: Date) => (due.getTime() - from.getTime()) / DAY_MS;

const model = createMemoryModel();

/** A memory after ratings so many days apart. */
function rated(steps: readonly (readonly [days: number, rating: Rating])[], of = model): Memory {
  let memory: Memory | undefined;
  let at = START;
  for (const [days, rating] of steps) {
    at = inDays(days, at);
    memory = of.rate(memory, rating, at);
  }
  if (!memory) throw new Error('nothing was rated');
  return memory;
}

const history = fc
  .array(fc.tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.constantFrom(...RATINGS)), { minLength: 1, maxLength: 8 })
  .map((steps) => rated(steps));
/** Any memory that a learner may have, and none. */
const anyMemory = fc.option(history, { nil: undefined });
const anyDays = fc.double({ min: 0, max: 1000, noNaN: true });
const later = (memory: Memory | undefined, days: number) => inDays(days, memory?.seenAt);

describe('a memory after reviews', () => {
  // ts-fsrs's own tests: packages/fsrs/__tests__/FSRS-6.test.ts, "memory state[long-term]".
  test('is what ts-fsrs publishes for FSRS-6 with its default weights', () => {
    const { stability, difficulty } = rated([
      [0, 'again'],
      [0, 'good'],
      [1, 'good'],
      [3, 'good'],
      [8, 'good'],
      [21, 'good'],
    ]);
    expect(stability).toBeCloseTo(53.335106, 4);
    expect(difficulty).toBeCloseTo(6.3574867, 4);
  });

  // packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, "test2": each review on the day that it is due.
  test('is what ts-fsrs publishes for its long-term scheduler, with weights of one’s own', () => {
    const weights = [
      ...[0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712],
      ...[1.1178, 2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468, 0, 0.5],
    ];
    const own = createMemoryModel({ retention: 0.9, weights });
    const series: Rating[] = ['again', 'hard', 'good', 'easy', 'again', 'hard', 'good', 'easy'];
    const memories: Memory[] = [];
    for (const rating of series) memories.push(own.rate(memories.at(-1), rating, memories.at(-1)?.due ?? START));
    expect(memories.map(({ due, seenAt }) => daysUntil(due, seenAt))).toEqual([1, 2, 6, 41, 4, 7, 21, 133]);
    expect(memories.map(({ stability }) => stability)).toEqual([
      ...[0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454],
    ]);
    expect(memories.map(({ difficulty }) => difficulty)).toEqual([
      ...[7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547],
    ]);
  });

  test('is never due sooner after a better rating', () => {
    fc.assert(
      fc.property(anyMemory, anyDays, (memory, days) => {
        const at = later(memory, days);
        const dues = RATINGS.map((rating) => model.rate(memory, rating, at).due.getTime());
        expect(dues).toEqual(dues.toSorted((a, b) => a - b));
        expect(new Set(dues.slice(1)).size).toBe(3);
      }),
    );
  });

  test('is due when the preview said', () => {
    fc.assert(
      fc.property(anyMemory, anyDays, fc.constantFrom(...RATINGS), (memory, days, rating) => {
        const at = later(memory, days);
        expect(daysUntil(model.rate(memory, rating, at).due, at)).toBe(model.preview(memory, at)[rating]);
      }),
    );
  });

  test('is due sooner where more is to be remembered', () => {
    const wishes = [0.8, 0.9, 0.95].map((retention) => rated([[0, 'easy']], createMemoryModel({ retention })));
    expect(wishes.map(({ due }) => daysUntil(due, START))).toEqual([28, 8, 4]);
    const [due80] = wishes;
    expect(model.recall(due80, due80?.due ?? START)).toBeCloseTo(0.8, 1);
  });

  test('counts what was missed, and when it began', () => {
    const memory = rated([
      [0, 'again'],
      [2, 'good'],
      [5, 'again'],
    ]);
    expect([memory.misses, memory.since, memory.seenAt]).toEqual([2, START, inDays(7)]);
  });

  test('takes evidence of a clock that runs behind as of now', () => {
    const memory = rated([[0, 'good']]);
    const next = model.rate(memory, 'good', inDays(-3));
    expect(next).toEqual(model.rate(memory, 'good', START));
  });
});

describe('recall', () => {
  test('falls with the days, from 1 to 90 % when the stability has passed', () => {
    const memory = rated([[0, 'good']]);
    expect(model.recall(memory, START)).toBe(1);
    expect(model.recall(memory, inDays(memory.stability))).toBeCloseTo(0.9, 6);
    expect(model.recall(memory, inDays(100))).toBeLessThan(model.recall(memory, inDays(50)));
    expect(model.recall(undefined, START)).toBe(0);
  });
});

describe('an answer in a quiz', () => {
  const learn = (evidence: Evidence, memory?: Memory, at = later(memory, 0)) => model.learn(memory, evidence, at);

  test('tells more than a miss and less than a recall, and more with each further choice', () => {
    fc.assert(
      fc.property(anyMemory, anyDays, fc.integer({ min: 2, max: 8 }), (memory, days, choices) => {
        const at = later(memory, days);
        const [miss, fewer, more, recalled] = (
          [{ kind: 'missed' }, { kind: 'hit', choices }, { kind: 'hit', choices: choices + 1 }, { kind: 'rated', rating: 'good' }] as const
        ).map((evidence) => learn(evidence, memory, at)) as [Memory, Memory, Memory, Memory];
        const stabilities = [miss, fewer, more, recalled].map(({ stability }) => stability);
        expect(stabilities).toEqual(stabilities.toSorted((a, b) => a - b));
        expect(miss.due <= fewer.due && fewer.due <= more.due && more.due <= recalled.due).toBe(true);
        expect(fewer.difficulty).toBeGreaterThanOrEqual(recalled.difficulty - 1e-9);
      }),
    );
  });

  test('that is right says the more, the more probably it was known', () => {
    const memory = rated([[0, 'easy']]);
    /** What part of the way from a miss to a recall a hit goes. */
    const share = (days: number) => {
      const at = inDays(days);
      const [low, hit, high] = ([{ kind: 'missed' }, { kind: 'hit', choices: 4 }, { kind: 'rated', rating: 'good' }] as const).map(
        (evidence) => Math.log(learn(evidence, memory, at).stability),
      ) as [number, number, number];
      return (hit - low) / (high - low);
    };
    // Bayes' rule: known / (known + (1 − known) / 4), here with 0.9 and with 0.62.
    expect(share(memory.stability)).toBeCloseTo(0.9 / (0.9 + 0.1 / 4), 6);
    const recall = model.recall(memory, inDays(400));
    expect(recall).toBeLessThan(0.65);
    expect(share(400)).toBeCloseTo(recall / (recall + (1 - recall) / 4), 6);
  });

  test('of which nothing was known counts as known by half', () => {
    const { stability } = learn({ kind: 'hit', choices: 4 });
    // 0.212 days after Again and 2.3065 after Good, 1 to 4.
    expect(stability).toBeCloseTo(0.212 ** 0.2 * 2.3065 ** 0.8, 8);
  });

  test('that is wrong counts as Again, and so does “I don’t know”, which is no fault', () => {
    const memory = rated([
      [0, 'good'],
      [3, 'good'],
    ]);
    const at = inDays(20);
    const again = model.rate(memory, 'again', at);
    expect(learn({ kind: 'missed' }, memory, at)).toEqual(again);
    expect(learn({ kind: 'unsure' }, memory, at)).toEqual({ ...again, misses: 0 });
    expect(again.misses).toBe(1);
  });
});

test('“I know this” puts a concept off for months, and never shortens what is known better', () => {
  const fresh = model.learn(undefined, { kind: 'known' }, START);
  expect(daysUntil(fresh.due, START)).toBe(100);
  fc.assert(
    fc.property(anyMemory, anyDays, (memory, days) => {
      const at = later(memory, days);
      const { due, stability } = model.learn(memory, { kind: 'known' }, at);
      expect(daysUntil(due, at)).toBeGreaterThanOrEqual(100);
      expect(stability).toBeGreaterThanOrEqual(model.rate(memory, 'easy', at).stability);
    }),
  );
});
