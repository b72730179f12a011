import { describe, expect, test } from 'vitest';
import { createTutor, openBotInServer, openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';

describe('a question', () => {
  test('is answered to the one who asked, in a message that nobody else sees', async () => {
    const { world, people, channel, incidents } = await openBotInServer();
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const asked = people.types(ann, channel, 'what is kubelet');
    const answer = await world.until(asked.answer);
    expect(textOf(answer)).toContain('The agent on every node');
    expect(labelsOf(answer)).toContain('Share here');
    expect(world.seenBy(ann, channel)).toEqual([answer]);
    expect(world.seenBy(bob, channel)).toEqual([]);
    expect(incidents).toEqual([]);
  });

  test.each([
    ['en-GB', 'kubelet', '## kubelet\n**The agent'],
    ['zh-CN', 'kubelet', '## kubelet\n**每个节点'],
    ['zh-TW', 'kubelet', '## kubelet\n**每个节点'],
    ['fr', 'kubelet', '## kubelet\n**The agent'],
    ['en-US', 'kubelet 是什么', '## kubelet\n**每个节点'],
    ['zh-CN', 'what is kubelet', '## kubelet\n**The agent'],
  ])('is answered in the language in which it is typed, else in that of the person’s client: %s, %s', async (locale, text, begin) => {
    const { world, people, channel } = await openBotInServer();
    const asked = people.types(people.person('Ann', { locale }), channel, text);
    expect(textOf(await world.until(asked.answer))).toMatch(new RegExp(`^${begin.replaceAll('*', '\\*')}`));
  });

  test('that is left out brings help', async () => {
    const { world, people, channel } = await openBotInServer();
    const asked = people.types(people.person('Ann'), channel, undefined);
    expect(textOf(await world.until(asked.answer))).toContain('Ask in your own words');
  });

  test('in direct messages is answered in a message that stays there', async () => {
    const { world, people } = await openBotInServer();
    const ann = people.person('Ann');
    const direct = world.directChannel(ann.id);
    const answer = await world.until(people.types(ann, direct, 'what is kubelet').answer);
    expect(answer.visibleTo).toBeUndefined();
    expect(labelsOf(answer)).not.toContain('Share here');
  });

  test('in a server without the bot is answered to whoever has brought it along', async () => {
    const discord = await openBotInServer();
    const { world, people } = discord;
    const { guild, channel } = world.addGuild('Elsewhere');
    world.guilds.delete(guild.id);
    const ann = people.person('Ann');
    const answer = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    expect(answer.visibleTo).toBe(ann.id);
  });
});

describe('a related concept', () => {
  test('takes the place of the answer, also after the bot was started anew', async () => {
    const { world, people, channel, adapter, restart } = await openBotInServer();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    await adapter.stop();
    await restart();
    const answer = await world.until(people.presses(ann, first, 'Pod').answer);
    expect(answer.id).toBe(first.id);
    expect(textOf(answer)).toContain('The smallest unit');
    expect(world.seenBy(ann, channel)).toEqual([answer]);
  });

  test('in the other language is a press away', async () => {
    const { world, people, channel } = await openBotInServer();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    expect(textOf(await world.until(people.presses(ann, first, '中文').answer))).toContain('每个节点上的代理程序');
  });
});

describe('sharing', () => {
  async function shared() {
    const opened = await openBotInServer();
    const { world, people, channel } = opened;
    const [ann, bob] = [people.person('Ann *A*'), people.person('Bob')];
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    const message = await world.until(people.presses(ann, first, 'Share here').answer);
    return { ...opened, ann, bob, first, message };
  }

  test('shows everyone the answer, and who shared it', async () => {
    const { world, channel, bob, message } = await shared();
    expect(world.seenBy(bob, channel)).toEqual([message]);
    expect(textOf(message)).toContain('Shared by Ann \\*A\\*');
  });

  test('leaves the shared answer as it is when others press its buttons, and answers them alone', async () => {
    const { world, people, channel, ann, bob, message } = await shared();
    const own = await world.until(people.presses(bob, message, 'Pod').answer);
    expect(own.visibleTo).toBe(bob.id);
    expect(world.seenBy(bob, channel)).toEqual([message, own]);
    expect(world.seenBy(ann, channel)).not.toContain(own);
  });

  test('is taken back by whoever shared it, who alone is told', async () => {
    const { world, people, channel, ann, bob, message } = await shared();
    people.presses(ann, message, 'Delete');
    const told = await world.until(() => world.seenBy(ann, channel).find((seen) => textOf(seen).includes('Deleted.')));
    expect(told.visibleTo).toBe(ann.id);
    expect(world.seenBy(bob, channel)).toEqual([]);
  });

  test('is taken back by whoever manages the server, and by nobody else', async () => {
    const { world, people, channel, bob, message } = await shared();
    const refused = await world.until(people.presses(bob, message, 'Delete').answer);
    expect(textOf(refused)).toContain('Only the person who shared this');
    expect(world.seenBy(bob, channel)).toContain(message);
    people.presses(people.person('Cho', { permissions: 1n << 4n }), message, 'Delete');
    await world.until(() => !world.seenBy(bob, channel).includes(message));
  });
});

describe('the terms of a message', () => {
  test('are explained to whoever asks for it in the message’s menu', async () => {
    const { world, people, channel } = await openBotInServer();
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const said = people.says(bob, channel, 'the kubelet starts a Pod with its ConfigMap');
    const answer = await world.until(people.chooses(ann, channel, 'Explain the terms here', said).answer);
    expect(answer.visibleTo).toBe(ann.id);
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['kubelet', 'ConfigMap']));
  });

  test('are read in the parts of a message too, where an app wrote it', async () => {
    const { world, people, channel } = await openBotInServer();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    const answer = await world.until(people.chooses(ann, channel, 'Explain the terms here', first).answer);
    expect(labelsOf(answer)).toContain('Pod');
  });
});

describe('what is being typed', () => {
  test.each([
    ['kub', 'en-US', 'kubelet'],
    ['what is a confi', 'en-US', 'ConfigMap'],
    ['节', 'zh-CN', '节点'],
    ['主', 'zh-CN', '主题'],
  ])('is completed, behind itself: %s', async (text, locale, said) => {
    const { world, people, channel } = await openBotInServer();
    const typing = people.completes(people.person('Ann', { locale }), channel, text);
    expect((await world.until(() => typing.choices)).slice(0, 2).map(({ value }) => value)).toEqual([text, said]);
  });
});

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
    const { world, people, channel } = await openBotInServer();
    const ann = people.person('Ann');
    people.says(ann, channel, 'what is kubelet');
    people.says(ann, channel, `<@${world.application.id}> random`);
    const answer = await world.until(() => world.seenBy(ann, channel)[2]);
    expect(textOf(answer)).not.toContain('not in the notes');
    expect(world.seenBy(ann, channel)).toHaveLength(3);
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
