import { describe, expect, test } from 'vitest';
import { plainScreen, renderReply } from '../../../src/adapters/terminal/render.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const draw = (reply: Reply | undefined): string => `${renderReply(reply ?? { summary: '', blocks: [] }, plainScreen)}\n`;
const golden = (name: string) => `../../golden/terminal/quiz-${name}.txt`;
const DAY = 24 * 60;

/** A channel whose quiz of the day has just been opened. */
async function opened(said: string) {
  const world = await quizWorld();
  await world.as(BOSS).say(said);
  world.clock.pass(30);
  await world.pass();
  return world;
}

describe.each([
  ['en', 'daily 9:30 shanghai'],
  ['zh', '每日 9:30 上海'],
])('the quiz of the day in %s looks well', (language, said) => {
  const looks = async (reply: Reply | undefined, state: string) => {
    await expect(draw(reply)).toMatchFileSnapshot(golden(`${state}.${language}`));
    expect(reply && overBudget(reply)).toEqual([]);
  };

  test('while it is open, and when it is over', async () => {
    const { platform, clock, pass, as } = await opened(said);
    await looks(platform.shows(), 'day-open');
    await as(ANN).pressPublic(platform.shows(), 'A');
    await as(BOSS).pressPublic(platform.shows(), 'C');
    clock.pass(1);
    await pass();
    await looks(platform.shows(), 'day-answered');
    clock.pass(DAY);
    await pass();
    await looks(platform.shows(), 'day-closed');
  });

  test('where nobody answered', async () => {
    const { platform, clock, pass } = await opened(said);
    clock.pass(DAY);
    await pass();
    await looks(platform.shows(), 'day-nobody');
  });

  test('to those who press twice, and too late', async () => {
    const { platform, clock, pass, as } = await opened(said);
    const open = platform.shows();
    for (const person of [ANN, BOSS]) await as(person).say(`lang ${language}`);
    await as(ANN).pressPublic(open, 'A');
    await looks(await as(ANN).pressPublic(open, 'B'), 'day-again');
    clock.pass(DAY);
    await pass();
    await looks(await as(BOSS).pressPublic(open, 'A'), 'day-late');
  });

  test('where a second message of it has been found', async () => {
    const { platform, records, clock, pass } = await opened(said);
    await platform.poster.post('test:channel', platform.shows() ?? { summary: '', blocks: [] }, 'twin');
    const quiz = await records.quizzes.find(1);
    if (quiz) await records.posts.notice(quiz, 'test:2');
    clock.pass(1);
    await pass();
    await looks(platform.shows(1), 'day-moved');
  });
});
