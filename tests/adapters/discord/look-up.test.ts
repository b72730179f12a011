import { describe, expect, test } from 'vitest';
import { createTutor, openBotInServer } from '../../support/discord/bot.ts';
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

  test('in a server without the bot is answered to whoever has brought it along, and known to be asked there', async () => {
    const { bot } = createTutor();
    const invites: unknown[] = [];
    const reply: typeof bot.reply = (turn) => {
      invites.push(turn.conversation.invite);
      return bot.reply(turn);
    };
    const { world, people, channel: ours } = await openBotInServer({ bot: { ...bot, reply } });
    const { guild, channel } = world.addGuild('Elsewhere');
    world.guilds.delete(guild.id);
    const ann = people.person('Ann');
    const answer = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    expect(answer.visibleTo).toBe(ann.id);
    await world.until(people.types(ann, ours, 'what is kubelet').answer);
    expect(invites).toEqual([expect.stringMatching(/^https:\/\/discord\.com\/oauth2\/authorize\?client_id=/), undefined]);
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
