import { describe, expect, test } from 'vitest';
import { around } from '../../../src/core/knowledge.ts';
import { sitDown } from '../../../src/core/review/desk.ts';
import { createMemoryModel, type Rating } from '../../../src/core/review/memory.ts';
import { libraryOf } from '../../support/notes.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { ANN, quizWorld } from '../../support/quiz-world.ts';

const DAY = 24 * 60;
const FEW = around(libraryOf(QUIZ_NOTES));

const conceptCalled = (id: string) =>
  `  - id: ${id}\n    kind: component\n    tier: 1\n    en: { name: ${id}, definition: "The part ${id}." }\n    zh: { name: ${id}, definition: "部件 ${id}。" }\n`;

/** More concepts than are weighed against each other. */
const MANY = around(
  libraryOf([
    ...QUIZ_NOTES.slice(0, 1),
    {
      path: 'demo/many.yaml',
      text: `topic: { en: Many, zh: 许多 }\nconcepts:\n${Array.from({ length: 310 }, (_, at) => conceptCalled(`c${at}`)).join('')}`,
    },
  ]),
);

const seated = async (knowledge = FEW) => {
  const { reviews, clock } = await quizWorld();
  const model = createMemoryModel();
  const sit = async () => {
    const habits = await reviews.habits.of(ANN.id);
    return sitDown({ actor: ANN.id, reviews, model, knowledge, habits, zone: 'UTC', now: clock.now() });
  };
  const rate = async (concept: string, rating: Rating) => {
    const { lines } = await reviews.log.grip(ANN.id, concept);
    await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'rated', rating }, seen: lines });
  };
  const offered = async () => (await sit()).queue.offers.map(({ concept, kind }) => `${kind} ${concept}`);
  /** A holiday from now on. */
  const hold = (days: number) =>
    reviews.habits.hold(ANN.id, { from: clock.now(), until: new Date(clock.now().getTime() + days * DAY * 60_000) });
  const nextDay = async () => (await sit()).next?.toISOString().slice(0, 10);
  return { reviews, clock, sit, rate, offered, hold, nextDay };
};

describe('who sits down to review', () => {
  test('is told when it goes on, by what the notes still have', async () => {
    const { rate, nextDay } = await seated();
    await rate('gone', 'again');
    for (const concept of ['etcd', 'kubelet', 'kube-proxy']) await rate(concept, 'good');
    expect(await nextDay()).toBe('2026-03-05');
  });

  test('is told of no day where nothing will ever come', async () => {
    const { rate, nextDay, reviews } = await seated();
    await rate('gone', 'again');
    await reviews.habits.set(ANN.id, { limits: { due: 20, fresh: 0 } });
    expect(await nextDay()).toBeUndefined();
  });

  test('is told when it goes on after a holiday, in which what was due became due later', async () => {
    const { rate, nextDay, clock, hold, offered } = await seated();
    await rate('etcd', 'again');
    await rate('kubelet', 'good');
    await rate('kube-proxy', 'easy');
    await hold(10);
    clock.pass(10 * DAY);
    expect(await offered()).toEqual([]);
    expect(await nextDay()).toBe('2026-03-13');
  });

  test('is offered after a holiday what is due, however much would be due had there been none', async () => {
    const { clock, rate, hold, offered } = await seated(MANY);
    for (const { id } of MANY.path.slice(1)) await rate(id, 'good');
    await hold(60);
    clock.pass(60 * DAY);
    await rate('c0', 'again');
    clock.pass(DAY);
    expect(await offered()).toEqual(['due c0']);
  });

  test('is offered nothing new twice after the first rating of it was taken back', async () => {
    const { reviews, clock, rate, offered } = await seated();
    expect((await offered())[0]).toBe('new kubelet');
    await rate('kubelet', 'good');
    expect(await offered()).not.toContain('new kubelet');
    const line = (await reviews.log.since(ANN.id, new Date(0))).lines.at(-1);
    await reviews.log.undo({ actor: ANN.id, line: line ?? { id: '', concept: '' } });
    expect((await offered())[0]).toBe('new kubelet');
    clock.pass(DAY);
    expect((await offered())[0]).toBe('new kubelet');
  });
});
