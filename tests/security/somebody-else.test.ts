import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply.ts';
import { buttonsOf, CHANNEL, ROOM } from '../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../support/quiz-world.ts';

test('every button of a person changes nothing of theirs in the hands of somebody else, whatever they may manage', async () => {
  const { as, reviews, clock } = await quizWorld();
  // Nobody else can be in somebody's direct conversation: they can only send what was shown there from elsewhere.
  const [ann, ...boss] = [as(ANN, ROOM), as(BOSS, { ...ROOM, id: 'test:room-of-boss' }), as(BOSS, CHANNEL)];
  const first = await ann.say('review');
  const back = await ann.press(first, 'Show answer');
  const second = await ann.press(back, buttonsOf(back)[2]?.label ?? '');
  const seen: Reply[] = [first, back, second, await ann.press(second, 'Show answer'), await ann.say('quiz 1')];
  for (const words of ['remind 18:00 Berlin', 'hold until 10 March', 'progress', 'forget me', 'map', 'gaps'])
    seen.push(await ann.say(words));
  const before = await reviews.people.dossier(ANN.id);
  expect([before.log_line?.length, before.quiz?.length, before.reminder?.length, before.hold?.length]).toEqual([1, 1, 1, 1]);
  clock.pass(1);
  const shown = seen.flatMap(buttonsOf).map(({ intent }) => intent);
  expect(shown.map(({ command }) => command)).toEqual(expect.arrayContaining(['card', 'rate', 'undo', 'answer', 'export', 'forget']));
  const unasked = [
    { command: 'remind', args: { off: '1' } },
    { command: 'hold', args: { end: '1' } },
  ];
  for (const elsewhere of boss) for (const intent of [...shown, ...unasked]) await elsewhere.send(intent);
  expect(await reviews.people.dossier(ANN.id)).toEqual(before);
  // Nor may they answer in a quiz that is Ann's.
  expect((await reviews.people.dossier(BOSS.id)).attempt).toEqual([]);
});
