import { expect, test } from 'vitest';
import { buttonOf, personCalled, textOf } from '../../support/bot.ts';
import { BOSS, quizWorld } from '../../support/quiz-world.ts';

const CROWD = 200;
const LETTERS = ['A', 'B', 'C'] as const;
/** A second, in minutes. */
const SECOND = 1 / 60;

test('of 200 people who press at once, some of them twice, every first press counts, and the message is drawn at most once in 5 seconds', async () => {
  const { clock, platform, records, pass, as } = await quizWorld();
  await as(BOSS).say('daily now');
  await pass();
  const shown = platform.shows();
  const people = Array.from({ length: CROWD }, (_, number) => ({ person: personCalled(`P${number}`), letter: LETTERS[number % 3] ?? 'A' }));
  const again = people.filter((_, number) => number % 4 === 0).map(({ person }) => ({ person, letter: 'C' as const }));

  const replies = [];
  for (let at = 0; at < CROWD + again.length; at += 25) {
    const together = [...people, ...again].slice(at, at + 25);
    replies.push(...(await Promise.all(together.map(({ person, letter }) => as(person).pressPublic(shown, letter)))));
    await pass();
    clock.pass(SECOND);
  }
  for (let step = 0; step < 20; step++) {
    await pass();
    clock.pass(SECOND);
  }

  const { quiz: id = '' } = buttonOf(shown ?? { summary: '', blocks: [] }, 'A').intent.args;
  const kept = await Promise.all(people.map(({ person }) => records.quizzes.chosenBy(person.id, Number(id))));
  expect(kept.map((chosen) => [...chosen])).toEqual(people.map(({ letter }) => [[1, letter.toLowerCase()]]));
  expect(replies.filter((reply) => textOf(reply).includes('first answer')).length).toBe(again.length);
  const quiz = await records.quizzes.find(Number(id));
  expect(quiz && (await records.quizzes.tally(quiz)).people).toBe(CROWD);

  const edits = platform.messages[0]?.editedAt.map((date) => date.getTime()) ?? [];
  expect(edits.length).toBeGreaterThan(1);
  const gaps = edits.slice(1).map((at, number) => at - (edits[number] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
  expect(textOf(platform.shows() ?? { summary: '', blocks: [] })).toContain('200 people have answered');
});
