import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PlatformError, StoreError } from '../../../src/core/errors.ts';
import type { Budget } from '../../../src/core/ports.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { openStore } from '../../../src/store/store.ts';
import { atNoon, temporaryDir } from '../../support/databases.ts';
import { openBotInServer, openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { USUAL_LIMITS } from '../../support/discord/limits.ts';
import { textOf } from '../../support/discord/seen.ts';

const QUIZ: Reply = { summary: 'Quiz', blocks: [{ kind: 'heading', text: 'The quiz of today' }] };
const OVER: Reply = { summary: 'Over', blocks: [{ kind: 'heading', text: 'The quiz is over' }] };

/** The most that fall within a second. */
const busiest = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

/** Two processes on one store with one token, and at which milliseconds they are to make their calls: the store's clock stands still. */
async function twoProcesses() {
  let requests = 0;
  const turns: number[] = [];
  const discord = await openDiscordForTest({
    // On a slow machine, what was apart may arrive together.
    limits: { ...USUAL_LIMITS, global: { limit: 1_000, windowMs: 1_000 } },
    onRequest: (url) => {
      if (url.includes('/channels/')) requests += 1;
    },
  });
  const { guild } = discord.world.addGuild('Team');
  const dir = temporaryDir();
  const start = async () => {
    const store = await openStore(dir, { as: 'tool', now: atNoon });
    onTestFinished(store.close);
    const take: Budget['take'] = async (lane, mostMs) => {
      const taken = await store.budget.take(lane, mostMs);
      if (taken.isTaken) turns.push(taken.waitMs);
      return taken;
    };
    return startBot(discord, { settings: { shards: { ids: [0], of: 1 } }, budget: { take } });
  };
  const bots = [await start(), await start()];
  turns.length = 0;
  return { discord, guild, bots, turns, requests: () => requests };
}

describe('two processes with one token', () => {
  test('together stay below 50 requests a second: posts, redraws and answers to messages', async () => {
    const { discord, guild, bots, turns, requests } = await twoProcesses();
    const places = Array.from({ length: 40 }, () => discord.world.addChannel(0, { guildId: guild.id }));
    const [one, other] = bots.map(({ adapter }) => adapter.poster);
    const post = (at: number) => (at % 2 ? one : other)?.post(`discord:${guild.id}:${places[at]?.id}`, QUIZ, 'quiz') ?? '';
    const posted = await Promise.all(places.slice(0, 20).map((_place, at) => post(at)));
    // Each of the two hears it, and answers.
    for (const place of places.slice(0, 8))
      discord.people.says(discord.people.person('Ann'), place, `<@${discord.world.application.id}> help`);
    const outcomes = await Promise.allSettled([
      ...posted.flatMap((message) => [one?.edit(message, OVER), other?.edit(message, OVER)]),
      ...places.slice(20).map((_place, at) => post(20 + at)),
    ]);
    await Promise.all(bots.map(({ adapter }) => adapter.stop()));
    expect(requests()).toBe(turns.length);
    expect(busiest(turns)).toBeLessThan(50);
    // Posts went out; redraws for which there was no room come again.
    expect(outcomes.slice(40).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'fulfilled'));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ name: 'PlatformError', refusal: { kind: 'later' } });
  });
});

/** A budget in which the next turn of each lane is so far off, and who asked for what. */
function budgetWith(waitMs: number) {
  const asked: [lane: string, mostMs: number][] = [];
  const budget: Budget = {
    async take({ lane }, mostMs) {
      asked.push([lane, mostMs]);
      return waitMs > mostMs ? { isTaken: false, waitMs: waitMs - mostMs } : { isTaken: true, waitMs: 0 };
    },
  };
  return { budget, asked };
}

describe('while posts keep the budget full', () => {
  test('redraws come later, and posts go on', async () => {
    const { budget } = budgetWith(1_500);
    const { adapter, guild, channel, world, people } = await openBotInServer({ budget });
    const message = await adapter.poster.post(`discord:${guild.id}:${channel.id}`, QUIZ, 'quiz');
    await expect(adapter.poster.edit(message, OVER)).rejects.toMatchObject({ refusal: { kind: 'later', waitMs: 1_000 } });
    expect(world.seenBy(people.person('Ann'), channel).map(textOf)).toEqual(['## The quiz of today']);
  });

  test('so that there is no turn for a post either, it comes later too', async () => {
    const { budget } = budgetWith(5_000);
    const { adapter, guild, channel } = await openBotInServer({ budget });
    const refused = adapter.poster.post(`discord:${guild.id}:${channel.id}`, QUIZ, 'quiz');
    await expect(refused).rejects.toBeInstanceOf(PlatformError);
    await expect(refused).rejects.toMatchObject({ refusal: { kind: 'later', waitMs: 3_000 } });
  });
});

test('answers to commands take no turn; answers to messages have a lane of their own', async () => {
  const { budget, asked } = budgetWith(0);
  const { world, people, channel } = await openBotInServer({ budget });
  const ann = people.person('Ann');
  asked.length = 0;
  await world.until(people.types(ann, channel, 'what is kubelet').answer);
  expect(asked).toEqual([]);
  people.says(ann, channel, `<@${world.application.id}> what is kubelet`);
  await world.until(() => world.seenBy(ann, channel).find(({ replyTo }) => replyTo !== undefined));
  expect(asked).toEqual([['discord:talk', 10_000]]);
});

test('while the store fails, people are answered and quizzes posted all the same', async () => {
  const budget: Budget = { take: () => nextTurn().then(() => Promise.reject(new StoreError('gone', { retry: true }))) };
  const { adapter, guild, channel, world, people } = await openBotInServer({ budget });
  await adapter.poster.post(`discord:${guild.id}:${channel.id}`, QUIZ, 'quiz');
  expect(world.seenBy(people.person('Ann'), channel)).toHaveLength(1);
});
