import { describe, expect, test } from 'vitest';
import { commandsFor, inviteLink } from '../../../src/adapters/discord/commands.ts';
import { openBotInServer, openDiscordForTest, startBot } from '../../support/discord/bot.ts';

const PUT = /^PUT /;

describe('our commands', () => {
  test('are registered everywhere at the first start, and left alone at the next', async () => {
    const { world, log, adapter, restart, told } = await openBotInServer();
    expect(world.commands.get('global')).toMatchObject([{ name: 'k8s', options: [{ required: true, autocomplete: true }] }, { type: 3 }]);
    expect(told[0]).toMatch(/^Discord: The commands are registered\. To take me/);
    await adapter.stop();
    const again = await restart();
    expect(again.told[0]).toMatch(/as they were/);
    expect(log.filter((request) => PUT.test(request))).toHaveLength(1);
  });

  test('are registered anew when they are not those that we have', async () => {
    const { world, log, adapter, restart } = await openBotInServer();
    await adapter.stop();
    const [ask, explain] = world.commands.get('global') ?? [];
    world.commands.set('global', [{ ...ask, description_localizations: { 'zh-CN': '旧' } }, { ...explain }]);
    await restart();
    expect(log.filter((request) => PUT.test(request))).toHaveLength(2);
    expect(world.commands.get('global')?.[0]).toMatchObject({ description_localizations: { 'zh-TW': expect.stringContaining('查詢') } });
  });

  test('that Discord does not take do not keep the bot from talking', async () => {
    const discord = await openDiscordForTest();
    const { channel } = discord.world.addGuild('Team');
    discord.faults.next(PUT, { kind: 'status', status: 400, code: 30034 });
    const { incidents, told } = await startBot(discord);
    expect([incidents.length, told[0]]).toEqual([1, expect.stringContaining('could not be registered')]);
    await discord.world.until(discord.people.types(discord.people.person('Ann'), channel, 'help').answer);
  });

  test('are registered in one server only where one is named, so that nobody sees them twice', async () => {
    const discord = await openDiscordForTest();
    const { guild } = discord.world.addGuild('Team');
    await startBot(discord, { settings: { guild: guild.id } });
    expect([...discord.world.commands.keys()]).toEqual([guild.id]);
  });

  test('that stand in one server and everywhere are told of where that server is named', async () => {
    const discord = await openDiscordForTest();
    const { guild } = discord.world.addGuild('Team');
    await startBot(discord);
    const { told } = await startBot(discord, { settings: { guild: guild.id } });
    expect(told[0]).toMatch(/registered everywhere too, so people in the server of DISCORD_GUILD_ID see them twice/);
  });

  test('that were tried in one server are taken back there once they are everywhere and somebody uses them', async () => {
    const discord = await openDiscordForTest();
    const { world, people } = discord;
    const { guild, channel } = world.addGuild('Team');
    const trial = await startBot(discord, { settings: { guild: guild.id } });
    await world.until(people.types(people.person('Ann'), channel, 'help').answer);
    await trial.adapter.stop();
    expect(world.commands.get(guild.id)).toHaveLength(2);
    const { adapter } = await startBot(discord);
    await world.until(people.types(people.person('Ann'), channel, 'help').answer);
    await adapter.stop();
    expect([guild.id, 'global'].map((scope) => world.commands.get(scope)?.length)).toEqual([0, 2]);
  });

  test('can be called in servers, direct messages and other conversations, by servers and people who have installed the bot', () => {
    expect(commandsFor('k8s')).toMatchObject(Array(2).fill({ integration_types: [0, 1], contexts: [0, 1, 2] }));
  });

  test('have names and descriptions in both kinds of Chinese', () => {
    const chinese = { 'zh-CN': expect.any(String), 'zh-TW': expect.any(String) };
    expect(commandsFor('k8s')).toMatchObject([
      { description_localizations: chinese, options: [{ name_localizations: chinese, description_localizations: chinese }] },
      { name_localizations: chinese },
    ]);
  });
});

test('the link that invites the bot asks for what it needs, and never for more', () => {
  const link = new URL(inviteLink({ id: '123' }));
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '123',
    scope: 'bot applications.commands',
    permissions: '274878008320',
  });
  // View Channel, Send Messages, Attach Files, Read Message History, Send Messages in Threads: https://docs.discord.com/developers/topics/permissions
  expect(274878008320n).toBe((1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n));
});
