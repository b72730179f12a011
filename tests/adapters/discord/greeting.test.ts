import { ChannelType } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { dailyOn } from '../../../src/cli/ticking.ts';
import { createBot } from '../../../src/core/bot.ts';
import { greet } from '../../../src/core/greeting.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import type { Arrival, Services } from '../../../src/core/ports.ts';
import { openStore } from '../../../src/store/store.ts';
import { newFilePlace } from '../../support/databases.ts';
import { openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { textOf } from '../../support/discord/seen.ts';
import type { Channel, Guild } from '../../support/discord/world.ts';
import { libraryOf } from '../../support/notes.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { usualServices } from '../../support/services.ts';

/** A bot with a memory that is on Discord, in no server yet. */
async function opened() {
  const discord = await openDiscordForTest();
  const now = () => new Date(discord.world.now());
  const store = await openStore((await newFilePlace()).where, { as: 'tool', now });
  onTestFinished(() => store.close());
  const knowledge = await createKnowledge(libraryOf(QUIZ_NOTES), () => undefined);
  const services: Services = {
    ...{ ...store, now, knowledge: () => knowledge },
    log: { incident: (_id, error) => expect.unreachable(String(error)) },
    laneOf: () => ({ lane: 'discord', gapMs: 0 }),
    ...{ ...usualServices(), zone: 'Europe/Berlin' },
  };
  const heard: Arrival[] = [];
  const start = () =>
    startBot(discord, {
      bot: createBot(services),
      async onArrival(arrival) {
        await greet(arrival, services);
        heard.push(arrival);
        discord.world.changed();
      },
    });
  const { adapter } = await start();
  const daily = dailyOn(store.records, new Map([['discord', adapter.poster]]), services);
  return {
    ...{ ...discord, adapter, start },
    heard: (count: number) => discord.world.until(() => heard.length >= count),
    async pass() {
      while ((await daily.tick()) > 0) await daily.settled();
    },
  };
}

test('taken into a server, the bot introduces itself once in its first channel, also after a restart', async () => {
  const { invite, heard, pass, world, people, adapter, start } = await opened();
  const { channel } = invite('Team', { locale: 'zh-CN' });
  const ann = people.person('Ann');
  await heard(1);
  await pass();
  await adapter.stop();
  await start();
  await heard(2);
  await pass();
  const [hello, ...others] = world.seenBy(ann, channel);
  if (!hello) throw new Error('nothing was posted');
  expect(others).toEqual([]);
  expect(textOf(hello)).toContain('我是小A');
  const feedback = await world.until(people.presses(ann, hello, 'A').answer);
  expect(feedback.visibleTo).toBe(ann.id);
});

test('it speaks where newcomers are greeted; where it may not, in the first channel in which it may', async () => {
  const { invite, heard, pass, world, people } = await opened();
  const ann = people.person('Ann');
  const withChannels = (forbids: readonly ('view' | 'send')[]) => {
    const others: Channel[] = [];
    const arrange = (guild: Guild) => {
      others.push(...[0, 1].map(() => world.addChannel(ChannelType.GuildText, { guildId: guild.id })));
      guild.channelIds.push(...others.map(({ id }) => id));
      const [, welcome] = others;
      if (welcome) guild.systemChannelId = welcome.id;
      for (const what of forbids) welcome?.forbids.add(what);
    };
    return { ...invite('Team', {}, arrange), others };
  };
  const servers = [withChannels([]), withChannels(['send']), withChannels(['view'])];
  await heard(3);
  await pass();
  const greeted = servers.map(({ channel, others }) => [channel, ...others].map((each) => world.seenBy(ann, each).length));
  expect(greeted).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [1, 0, 0],
  ]);
});

test('nothing is said in servers in which the bot has long been', async () => {
  const { world, start, adapter, pass, invite, heard } = await opened();
  const { channel } = world.addGuild('Old');
  await adapter.stop();
  await start();
  invite('New');
  await heard(1);
  await pass();
  expect(channel.messages.size).toBe(0);
});
