import { describe, expect, test } from 'vitest';
import { createTutor, openBotInServer, openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';

describe('what is said to the bot', () => {
  test('by mention is answered below it, for all to see', async () => {
    const { world, people, channel } = await openBotInServer();
    const ann = people.person('Ann');
    const said = people.says(ann, channel, `<@${world.application.id}> what is kubelet`);
    const answer = await world.until(() => world.seenBy(ann, channel)[1]);
    expect(answer).toMatchObject({ replyTo: said.id });
    expect(answer.visibleTo).toBeUndefined();
    expect(textOf(answer)).toContain('The agent on every node');
    expect(labelsOf(answer)).toContain('Delete');
  });

  test('in a direct message needs no mention', async () => {
    const { world, people } = await openBotInServer();
    const ann = people.person('Ann');
    const direct = world.directChannel(ann.id);
    people.says(ann, direct, 'kubelet 是什么');
    expect(textOf(await world.until(() => world.seenBy(ann, direct)[1]))).toContain('每个节点上的代理程序');
  });

  test('by mention is said with what the person may do there, by their roles and as the owner', async () => {
    const accounts: unknown[] = [];
    const { bot } = createTutor();
    const discord = await openDiscordForTest();
    const { world, people } = discord;
    const { guild, channel } = world.addGuild('Team');
    const [ann, bob, cho] = [people.person('Ann', { roles: ['7'] }), people.person('Bob'), people.person('Cho')];
    guild.roles.set('7', 1n << 5n);
    guild.ownerId = cho.id;
    const reply: typeof bot.reply = async (turn) => {
      accounts.push(turn.actor.name, (await turn.actor.account()).canManage);
      return bot.reply(turn);
    };
    await startBot(discord, { bot: { ...bot, reply } });
    for (const [at, who] of [ann, bob, cho].entries()) {
      people.says(who, channel, `<@${world.application.id}> help`);
      await world.until(() => world.seenBy(ann, channel)[at * 2 + 1]);
    }
    expect(accounts).toEqual(['Ann', true, 'Bob', false, 'Cho', true]);
  });

  test('among others without a mention is none of the bot’s business', async () => {
    const { world, people, channel, adapter } = await openBotInServer();
    const ann = people.person('Ann');
    people.says(ann, channel, 'what is kubelet');
    const asked = people.says(ann, channel, `<@${world.application.id}> what is kubelet`);
    await world.until(() => world.seenBy(ann, channel)[2]);
    await adapter.stop();
    expect(world.seenBy(ann, channel).map(({ replyTo }) => replyTo)).toEqual([undefined, undefined, asked.id]);
  });

  test('where it may not speak is no incident', async () => {
    const { world, people, channel, incidents, log } = await openBotInServer();
    channel.forbids.add('send');
    people.says(people.person('Ann'), channel, `<@${world.application.id}> what is kubelet`);
    await world.until(() => log.some((request) => request.startsWith(`POST /channels/${channel.id}`)));
    const asked = people.types(people.person('Bob'), channel, 'help');
    await world.until(asked.answer);
    expect(incidents).toEqual([]);
  });
});
