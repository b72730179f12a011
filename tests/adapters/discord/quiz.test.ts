import { describe, expect, onTestFinished, test } from 'vitest';
import { around } from '../../../src/core/knowledge.ts';
import { compose } from '../../../src/core/quiz/compose.ts';
import { createDaily } from '../../../src/core/quiz/daily.ts';
import { drawPost } from '../../../src/core/quiz/messages.ts';
import { createMemoryModel } from '../../../src/core/review/memory.ts';
import { openStore } from '../../../src/store/store.ts';
import { finding, tutorFor } from '../../support/bot.ts';
import { newFilePlace } from '../../support/databases.ts';
import { openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';
import { libraryOf } from '../../support/notes.ts';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';

const MANAGES = 1n << 5n;

/** A bot with a memory in a server of Discord, and the means to do what is due. */
async function openQuiz() {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { records, preferences, close } = await openStore((await newFilePlace()).where, { as: 'tool', ...clock });
  onTestFinished(close);
  const discord = await openDiscordForTest({ now: () => clock.now().getTime() });
  const { channel } = discord.world.addGuild('Team');
  const library = libraryOf(QUIZ_NOTES);
  const knowledge = { ...around(library), find: () => finding({}), termsIn: () => [] };
  const laneOf = () => ({ lane: 'discord', gapMs: 29 });
  const services = { preferences, records, now: clock.now, laneOf };
  const { bot } = tutorFor({ library, services });
  const started = await startBot(discord, { bot });
  const daily = createDaily({
    ...{ records, now: clock.now, steady: clock.steady, log: { incident: (_id, error) => started.incidents.push(error) } },
    posters: new Map([['discord', started.adapter.poster]]),
    compose: (schedule) => compose(schedule, { ...services, random: () => 0, model: createMemoryModel(), knowledge: () => knowledge }),
    draw: (post) => drawPost(post, records),
  });
  const pass = async () => {
    while ((await daily.tick()) > 0) await daily.settled();
  };
  return { ...discord, ...started, channel, pass, restart: () => startBot(discord, { bot }) };
}

describe('the quiz', () => {
  test('is opened by a manager, posted for all, and answered by each alone, also after the bot was started anew', async () => {
    const { world, people, channel, pass, adapter, restart, incidents } = await openQuiz();
    const [boss, ann, bob] = [people.person('Boss', { permissions: MANAGES }), people.person('Ann'), people.person('Bob')];
    await world.until(people.types(boss, channel, 'daily now').answer);
    await pass();
    const [post] = world.seenBy(bob, channel);
    if (!post) throw new Error('nothing was posted');
    await adapter.stop();
    await restart();
    const label = labelsOf(post)[0] ?? '';
    const feedback = await world.until(people.presses(ann, post, label).answer);
    expect(feedback.visibleTo).toBe(ann.id);
    expect(world.seenBy(bob, channel)).toEqual([post]);
    const again = await world.until(people.presses(ann, post, labelsOf(post)[1] ?? '').answer);
    expect(textOf(again)).not.toBe(textOf(feedback));
    expect(incidents).toEqual([]);
  });

  test('is not for others to open', async () => {
    const { world, people, channel, pass } = await openQuiz();
    const bob = people.person('Bob');
    const refused = await world.until(people.types(bob, channel, 'daily now').answer);
    expect(textOf(refused)).toBe('Only people who manage this channel can change its quiz.');
    await pass();
    expect(world.seenBy(bob, channel)).toEqual([refused]);
  });
});
