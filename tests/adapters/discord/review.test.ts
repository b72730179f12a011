import { expect, onTestFinished, test } from 'vitest';
import { around } from '../../../src/core/knowledge.ts';
import { openStore } from '../../../src/store/store.ts';
import { finding, tutorFor } from '../../support/bot.ts';
import { atNoon, newFilePlace } from '../../support/databases.ts';
import { openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';
import { libraryOf } from '../../support/notes.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';

const WORDS = {
  en: { review: 'review', show: 'Show answer', good: 'Good', undo: 'Undo', quiz: 'quiz 3', onward: 'Next question ▸', end: 'Another quiz' },
  zh: { review: '复习', show: '看答案', good: '记得', undo: '撤销', quiz: '测验 3', onward: '下一题 ▸', end: '再来一组' },
} as const;

/** A bot with a memory in a server of Discord. */
async function openWorld() {
  const { records, reviews, preferences, close } = await openStore((await newFilePlace()).where, { as: 'tool', now: atNoon });
  onTestFinished(close);
  const discord = await openDiscordForTest();
  const { channel } = discord.world.addGuild('Team');
  const library = libraryOf(QUIZ_NOTES);
  const knowledge = { ...around(library), find: () => finding({}), termsIn: () => [] };
  const { bot } = tutorFor({ library, services: { records, reviews, preferences, now: atNoon, knowledge: () => knowledge } });
  return { ...discord, ...(await startBot(discord, { bot })), records, reviews, channel, restart: () => startBot(discord, { bot }) };
}

test.each(['en', 'zh'] as const)('a review goes on in one message that nobody else sees, also after a restart (%s)', async (language) => {
  const words = WORDS[language];
  const { world, people, channel, adapter, restart, reviews, incidents } = await openWorld();
  const [ann, bob] = [people.person('Ann'), people.person('Bob')];
  const front = await world.until(people.types(ann, channel, words.review).answer);
  await adapter.stop();
  await restart();
  const back = await world.until(people.presses(ann, front, words.show).answer);
  const good = labelsOf(back).find((label) => label.startsWith(words.good)) ?? '';
  // Twice, as by a thumb that trembles: what the second press brings, the first has counted.
  const [once, twice] = [people.presses(ann, back, good), people.presses(ann, back, good)];
  await world.until(once.answer);
  await world.until(twice.answer);
  const [next] = world.seenBy(ann, channel);
  expect((await reviews.log.since(`discord:user:${ann.id}`, new Date(0))).lines).toHaveLength(1);
  if (!next) return expect.unreachable('nothing is there');
  expect(labelsOf(next)).toContain(words.undo);
  const undone = await world.until(people.presses(ann, next, words.undo).answer);
  expect(labelsOf(undone)).toContain(words.show);
  expect((await reviews.memories.all(`discord:user:${ann.id}`)).size).toBe(0);
  expect(world.seenBy(ann, channel)).toHaveLength(1);
  expect(world.seenBy(bob, channel)).toEqual([]);
  expect(incidents).toEqual([]);
});

test.each(['en', 'zh'] as const)('a quiz of one’s own is taken in private, to its end (%s)', async (language) => {
  const words = WORDS[language];
  const { world, people, channel, records, incidents } = await openWorld();
  const [ann, bob] = [people.person('Ann'), people.person('Bob')];
  let question = await world.until(people.types(ann, channel, words.quiz).answer);
  for (const end of [words.onward, words.onward, words.end]) {
    const told = await world.until(people.presses(ann, question, 'A').answer);
    expect(textOf(told)).not.toBe('');
    expect(labelsOf(told)).toContain(end);
    if (end === words.onward) question = await world.until(people.presses(ann, told, end).answer);
  }
  expect(await records.quizzes.askedOf(`discord:user:${ann.id}`)).toHaveLength(3);
  expect(world.seenBy(bob, channel)).toEqual([]);
  expect(incidents).toEqual([]);
});
