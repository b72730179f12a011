import { describe, expect, test } from 'vitest';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf, createPerson } from '../../support/slack/people.ts';

const shown = (message: object | undefined): string => JSON.stringify(message);
const labels = (message: object): string[] => buttonsOf(message).map(({ text }) => text.text);

describe.each<Mode>(['socket', 'http'])('in Slack by %s', (mode) => {
  test('a question is answered to the one who asked, inside the acknowledgement', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    const bob = createPerson(slack, 'bob');
    await ann.types(general, 'what is kubelet');
    const [answer] = ann.sees(general);
    expect(shown(answer)).toContain('The agent on every node');
    expect(bob.sees(general)).toEqual([]);
    expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  test('a related concept and the other language edit the same message', async () => {
    const { ann, general } = await botOnSlack(mode);
    await ann.types(general, 'what is kubelet');
    const [answer] = ann.sees(general);
    if (!answer) throw new Error('no answer');
    await ann.presses(answer, '中文');
    const inChinese = await ann.until(general, '每个节点上的代理程序');
    await ann.presses(inChinese, 'Pod');
    await ann.until(general, '调度的最小单位');
    expect(ann.sees(general)).toHaveLength(1);
  });

  test('an answer is shared for all to see, and deleted by who shared it, not by others', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    const bob = createPerson(slack, 'bob');
    await ann.types(general, 'what is kubelet');
    const [answer] = ann.sees(general);
    if (!answer) throw new Error('no answer');
    await ann.presses(answer, 'Share here');
    const shared = await bob.until(general, 'Shared by ann');
    expect(labels(shared)).toContain('Delete');
    await bob.presses(shared, 'Delete');
    await bob.until(general, 'Only the person who shared this');
    expect(bob.sees(general).filter(({ ts }) => ts === shared.ts)).toHaveLength(1);
    // What one person presses on it changes nothing for the others.
    await bob.presses(shared, '中文');
    await bob.until(general, '每个节点上的代理程序');
    expect(ann.sees(general).filter((message) => shown(message).includes('每个节点上的代理程序'))).toEqual([]);
    await ann.presses(shared, 'Delete');
    await ann.until(general, 'Deleted.');
    expect(bob.sees(general).filter(({ ts }) => ts === shared.ts)).toEqual([]);
  });

  test('an administrator, and whoever brought the bot in, delete what others shared', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    const inviter = createPerson(slack, 'inviter');
    const admin = createPerson(slack, 'admin', { isAdmin: true });
    await inviter.tells({ type: 'member_joined_channel', user: 'U0BOT', channel: general.id, team: 'T0TEST', inviter: inviter.id });
    for (const manager of [inviter, admin]) {
      await ann.types(general, 'what is kubelet');
      const answer = await ann.until(general, 'Share here');
      await ann.presses(answer, 'Share here');
      const shared = await manager.until(general, 'Shared by ann');
      await manager.presses(shared, 'Delete');
      await manager.until(general, 'Deleted.');
      expect(ann.sees(general).filter(({ ts }) => ts === shared.ts)).toEqual([]);
    }
  });

  test('a mention is answered in its thread, for all who are there', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    const bob = createPerson(slack, 'bob');
    await ann.says(general, '<@U0BOT> what is kubelet');
    const answer = await bob.until(general, 'The agent on every node');
    const question = slack.workspace.messages.find(({ user }) => user === ann.id);
    expect(answer.thread_ts).toBe(question?.ts);
    expect(labels(answer)).toContain('Delete');
    expect(labels(answer)).not.toContain('Share here');
    await bob.presses(answer, 'Pod');
    const own = await bob.until(general, 'The smallest unit');
    expect([own.onlyFor, own.thread_ts]).toEqual([bob.id, question?.ts]);
  });

  test('a mention inside a thread is answered there, in the language of who asks', async () => {
    const { slack, general } = await botOnSlack(mode);
    const wang = createPerson(slack, 'wang', { locale: 'zh-CN' });
    await wang.says(general, '<@U0BOT> kubelet', '1700000000.000100');
    const answer = await wang.until(general, '每个节点上的代理程序');
    expect(answer.thread_ts).toBe('1700000000.000100');
  });

  test('a direct message is answered, and its buttons edit the answer', async () => {
    const { ann } = await botOnSlack(mode);
    const direct = ann.direct();
    await ann.says(direct, 'what is kubelet');
    const answer = await ann.until(direct, 'The agent on every node');
    expect(answer.thread_ts).toBeUndefined();
    expect(labels(answer)).not.toContain('Share here');
    await ann.presses(answer, 'Pod');
    const edited = await ann.until(direct, 'The smallest unit');
    expect(edited.ts).toBe(answer.ts);
  });

  test('the language of the profile is the default, and what is set holds', async () => {
    const { slack, general } = await botOnSlack(mode);
    const wang = createPerson(slack, 'wang', { locale: 'zh-CN' });
    await wang.types(general, 'kubelet');
    await wang.until(general, '每个节点上的代理程序');
    await wang.types(general, 'lang en');
    await wang.until(general, 'I will answer you in English.');
    await wang.types(general, 'kubelet');
    await wang.until(general, 'The agent on every node');
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test('the terms of a message are explained to the one who chose the shortcut', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    const bob = createPerson(slack, 'bob');
    const message = slack.workspace.add({ channel: general.id, user: bob.id, text: 'the kubelet cannot start the pod &amp; etcd is down' });
    await ann.choosesShortcut(message, 'explain_terms');
    const explained = await ann.until(general, 'The terms in this message');
    expect(labels(explained)).toEqual(expect.arrayContaining(['kubelet', 'Pod']));
    expect(bob.sees(general)).toEqual([]);
    await ann.presses(explained, 'kubelet');
    await ann.until(general, 'The agent on every node');
  });

  test.each([
    ['blocks', { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'the *kubelet* is down' } }] }],
    ['attachments', { text: 'Alert', attachments: [{ title: 'KubeletDown', text: 'the kubelet is down' }] }],
  ])('the terms of an app’s message are explained, whose text stands in its %s', async (_where, message) => {
    const { slack, ann, general } = await botOnSlack(mode);
    await ann.choosesShortcut(slack.workspace.add({ channel: general.id, user: 'U0APP', ...message } as never), 'explain_terms');
    expect(labels(await ann.until(general, 'The terms in this message'))).toContain('kubelet');
  });

  test('App Home shows where to begin, and answers in its own place, with a way back', async () => {
    const { slack } = await botOnSlack(mode);
    const wang = createPerson(slack, 'wang', { locale: 'zh-CN' });
    await wang.opensHome();
    const home = await wang.homeUntil('随便看一个');
    await wang.pressesHome(home, '全部主题');
    const topics = await wang.homeUntil('选一个主题');
    await wang.pressesHome(topics, '⌂ 首页');
    const again = await wang.homeUntil('随便看一个');
    await wang.pressesHome(again, 'English');
    await wang.homeUntil('I will answer you in English.');
    expect(wang.sees(wang.direct())).toEqual([]);
  });

  test('the command by itself says what one can do', async () => {
    const { ann, general } = await botOnSlack(mode);
    await ann.types(general, '');
    expect(shown(ann.sees(general)[0])).toContain('What you can ask me'.slice(0, 4));
    expect(labels(ann.sees(general)[0] ?? {})).toContain('All topics');
  });

  test('a message that mentions people mentions nobody in the answer', async () => {
    const { ann, general } = await botOnSlack(mode);
    await ann.types(general, '<!channel> <@U1|x> what is "kubelet" &amp; co');
    expect(shown(ann.sees(general)[0])).not.toMatch(/<[!@]/);
  });
});
