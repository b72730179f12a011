import { describe, expect, onTestFinished, test } from 'vitest';
import { ContentError } from '../../../src/core/errors.ts';
import { openStore } from '../../../src/store/store.ts';
import { atNoon, NOON, newFilePlace } from '../../support/databases.ts';
import { openBotInServer, openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { textOf } from '../../support/discord/seen.ts';
import { slowBot } from '../../support/discord/slow-bot.ts';
import { arrangement } from '../../support/quiz.ts';

describe('the connection', () => {
  test('is resumed when it breaks, and what was asked meanwhile is answered', async () => {
    const { world, people, channel, gateway, adapter } = await openBotInServer();
    const ann = people.person('Ann');
    gateway.drop();
    await world.until(() => gateway.counts().connected === 0);
    const asked = people.types(ann, channel, 'what is kubelet');
    expect(textOf(await world.until(asked.answer))).toContain('The agent');
    expect(gateway.counts()).toMatchObject({ identified: 1, resumed: 1, connected: 1 });
    expect(adapter.isReady()).toBe(true);
  });

  test('serves a thousand servers: it is ready, and answers in the first and the last', async () => {
    const discord = await openDiscordForTest();
    const { world, people } = discord;
    const servers = Array.from({ length: 1_000 }, (_, at) => world.addGuild(`Team ${at}`));
    const entered = new Set<string>();
    const { adapter, incidents } = await startBot(discord, {
      spaces: {
        known: async () => [],
        left: async () => {},
        async entered(space) {
          entered.add(space);
          world.changed();
        },
      },
    });
    await world.until(() => entered.size === servers.length);
    const ann = people.person('Ann');
    for (const { channel } of [servers[0], servers[999]].filter((server) => server !== undefined)) {
      expect(textOf(await world.until(people.types(ann, channel, 'what is kubelet').answer))).toContain('The agent');
    }
    expect([adapter.isReady(), incidents]).toEqual([true, []]);
  });

  test('is opened anew when the session is invalid', async () => {
    const { world, people, channel, gateway } = await openBotInServer();
    gateway.invalidate();
    await world.until(() => gateway.counts().identified === 2);
    expect(textOf(await world.until(people.types(people.person('Ann'), channel, 'what is kubelet').answer))).toContain('The agent');
  });

  test('asks for nothing that needs Discord’s leave', async () => {
    const { gateway } = await openBotInServer();
    expect(gateway.counts()).toMatchObject({ identified: 1, connected: 1 });
  });

  test('is shared by shards, each of which hears of its own servers', async () => {
    const discord = await openDiscordForTest({ shards: 2 });
    const servers = Array.from({ length: 4 }, (_, at) => discord.world.addGuild(`Team ${at}`));
    await startBot(discord);
    expect(discord.gateway.counts()).toMatchObject({ identified: 2, connected: 2 });
    for (const { channel } of servers) {
      const asked = discord.people.types(discord.people.person('Ann'), channel, 'what is kubelet');
      await discord.world.until(asked.answer);
    }
  });

  test('of one process among several covers its own shards only', async () => {
    const discord = await openDiscordForTest();
    await startBot(discord, { settings: { shards: { ids: [1], of: 2 } } });
    expect(discord.gateway.counts()).toMatchObject({ identified: 1, connected: 1 });
  });
});

describe('the bot is ready', () => {
  /** When one has had an answer, the bot has also heard all that was told before. */
  async function talk({ world, people, channel }: Awaited<ReturnType<typeof openBotInServer>>): Promise<void> {
    await world.until(people.types(people.person('Ann'), channel, 'help').answer);
  }

  test('while the gateway is alive', async () => {
    const opened = await openBotInServer();
    const { world, adapter, gateway } = opened;
    await talk(opened);
    expect(adapter.isReady()).toBe(true);
    gateway.fallSilent();
    await world.until(() => gateway.counts().ignored > 0);
    expect(adapter.isReady()).toBe(false);
    await adapter.stop();
    expect(adapter.isReady()).toBe(false);
  });

  test('not while Discord refuses its token, though the gateway looks well; and again as soon as it is taken', async () => {
    const opened = await openBotInServer();
    const { adapter, faults, channel } = opened;
    await talk(opened);
    const post = () => adapter.poster.post(`discord:${channel.id}`, { summary: 'x', blocks: [{ kind: 'prose', text: 'x' }] }, 'key');
    faults.next(/^POST \/channels/, { kind: 'status', status: 401 });
    await expect(post()).rejects.toThrow();
    expect(adapter.isReady()).toBe(false);
    await post();
    expect(adapter.isReady()).toBe(true);
  });
});

describe('a token that is not taken', () => {
  test('is told at start, with where to get another', async () => {
    const discord = await openDiscordForTest();
    const starting = startBot(discord, { settings: { token: 'old' } });
    await expect(starting).rejects.toThrow(ContentError);
    await expect(starting).rejects.toThrow(/DISCORD_TOKEN.*Reset Token/);
  });
});

describe('a gateway that Discord closes for good', () => {
  test.each([
    [4004, /DISCORD_TOKEN.*Reset Token/],
    [4011, /closed the gateway for good \(ShardingRequired\).*DISCORD_SHARDS/],
  ])('is told, with what to do, and nobody is ready: %i', async (code, said) => {
    const { world, gateway, adapter, told, people, channel } = await openBotInServer();
    await world.until(people.types(people.person('Ann'), channel, 'help').answer);
    gateway.shutOut(code);
    expect(await world.until(() => told.find((line) => said.test(line)))).toMatch(/^Discord/);
    expect(adapter.isReady()).toBe(false);
  });
});

describe('stopping', () => {
  test('waits for what has begun, and takes nothing new', async () => {
    const slow = slowBot();
    const { world, people, channel, adapter, gateway } = await openBotInServer({ bot: slow.bot });
    const asked = people.types(people.person('Ann'), channel, 'what is kubelet');
    await slow.asked();
    const stopped = adapter.stop();
    await world.until(() => gateway.counts().connected === 0);
    slow.answerNow();
    await stopped;
    expect(asked.ack).toBe(4);
  });
});

describe('a server', () => {
  /** A server with a quiz a day, and what became of it when the bot has answered after it heard of something. */
  const withQuiz = async () => {
    const { spaces, records, close } = await openStore((await newFilePlace()).where, { as: 'tool', now: atNoon });
    onTestFinished(close);
    const at = await openBotInServer({ spaces });
    const conversation = `discord:${at.guild.id}:${at.channel.id}` as const;
    await records.schedules.save(arrangement({ conversation, space: `discord:${at.guild.id}` }), { at: NOON, day: '2026-03-02' });
    const state = async () => {
      const ann = at.people.person('Ann');
      at.people.says(ann, at.world.directChannel(ann.id), 'help');
      await at.world.until(() => at.world.seenBy(ann, at.world.directChannel(ann.id))[1]);
      return (await records.schedules.find(conversation))?.state;
    };
    return { ...at, state, records };
  };

  test('that sends the bot away has no quiz any longer', async () => {
    const { guild, expel, state } = await withQuiz();
    expel(guild);
    expect(await state()).toBe('paused');
  });

  test('that sends the bot away while it does not run has none either, as soon as it runs again; others keep theirs', async () => {
    const { guild, expel, state, adapter, restart, records, world } = await withQuiz();
    const { guild: other } = world.addGuild('Other');
    await records.schedules.save(arrangement({ conversation: `discord:${other.id}:1`, space: `discord:${other.id}` }), {
      at: NOON,
      day: '2026-03-02',
    });
    await records.schedules.save(arrangement({ conversation: 'discord:user:7', space: 'discord:user:7' }), { at: NOON, day: '2026-03-02' });
    await adapter.stop();
    expel(guild);
    await restart();
    expect(await state()).toBe('paused');
    for (const kept of [`discord:${other.id}:1`, 'discord:user:7'] as const)
      expect(await records.schedules.find(kept)).toMatchObject({ state: 'on' });
  });

  test('that is only out of reach keeps it', async () => {
    const { guild, gateway, state } = await withQuiz();
    gateway.tell({ name: 'GUILD_DELETE', payload: { id: guild.id, unavailable: true }, guildId: guild.id, intents: 1 });
    expect(await state()).toBe('on');
  });

  test('that the bot joins while it runs is served at once', async () => {
    const { world, invite, people } = await openBotInServer();
    const { channel } = invite('New');
    await world.until(people.types(people.person('Ann'), channel, 'what is kubelet').answer);
  });
});
