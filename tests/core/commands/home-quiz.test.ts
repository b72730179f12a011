import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import type { Conversation } from '../../../src/core/turn.ts';
import { ROOM, textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const HOME = { command: 'home', args: {} };
const channel = (name: string): Conversation => ({ id: `test:${name}`, space: 'test:space', isDirect: false });

/** A space in which two channels have an open quiz, the second one for less long, and Ann, who is in some channels. */
async function twoQuizzes(isIn: readonly string[], questions = 1) {
  const world = await quizWorld();
  const { as, pass, clock } = world;
  for (const name of ['late', 'soon']) {
    await as(BOSS, channel(name)).say(`daily 09:30 shanghai ${questions} questions`);
    if (name === 'soon') await as(BOSS, channel(name)).say('daily closes 11:00');
  }
  clock.pass(30);
  await pass();
  const ann = as({ ...ANN, isIn: async (conversation) => isIn.some((name) => conversation === `test:${name}`) }, ROOM);
  const open = await world.records.quizzes.openIn('test:space');
  const quizOf = (name: string) => String(open.find(({ conversation }) => conversation === `test:${name}`)?.id);
  return { ...world, ann, home: () => ann.send(HOME), quizOf };
}

const quizShown = (reply: object): string | undefined => /"quiz":"(\d+)"/.exec(JSON.stringify(reply))?.[1];

describe('the page of a person who is in several channels', () => {
  test('asks the quiz that closes first, then the next one, and then says how the last went', async () => {
    const { home, ann, quizOf } = await twoQuizzes(['late', 'soon']);
    const first = await home();
    expect(quizShown(first)).toBe(quizOf('soon'));
    expect(overBudget(first)).toEqual([]);
    await ann.press(first, 'A');
    const second = await home();
    expect(quizShown(second)).toBe(quizOf('late'));
    await ann.press(second, 'I don’t know');
    const last = await home();
    expect(textOf(last)).toMatch(/You have answered the quiz of the day: [01] of 1 right/);
    expect(textOf(await ann.press(last, 'See the answer'))).toContain('You have answered all of today’s questions');
  });

  test('shows no quiz of a channel that they are not in, and none that is over', async () => {
    const { home, clock, quizOf } = await twoQuizzes(['late']);
    expect(quizShown(await home())).toBe(quizOf('late'));
    const outside = await twoQuizzes([]);
    expect(textOf(await outside.home())).not.toContain('Quiz of the day');
    clock.pass(24 * 60);
    expect(textOf(await home())).not.toContain('Quiz of the day');
  });

  test('goes on with the first question that is not answered', async () => {
    const { home, ann } = await twoQuizzes(['soon'], 3);
    const first = await home();
    expect(textOf(first)).toContain('Quiz of the day: question 1 of 3');
    await ann.press(await ann.press(first, 'A'), 'Next question ▸');
    expect(textOf(await home())).toContain('Quiz of the day: question 2 of 3');
  });
});

test('where a platform has no page, nothing is asked of it', async () => {
  const { as } = await twoQuizzes([]);
  expect(textOf(await as(ANN, ROOM).send(HOME))).not.toContain('Quiz of the day\n');
});
