import { describe, expect, test } from 'vitest';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';
import type { Channel } from '../../support/slack/workspace.ts';

/** What the bot says when somebody wants a daily quiz somewhere, and whether there is one then. */
async function arranged(about: Partial<Channel>) {
  const { slack, store } = await botOnSlack('http');
  const boss = createPerson(slack, 'boss', { isAdmin: true, locale: 'zh-CN' });
  const channel = slack.workspace.addChannel('other', about);
  await boss.types(channel, 'daily 09:30 Asia/Shanghai');
  const [told] = boss.sees(channel);
  return { said: JSON.stringify(told), schedule: await store.records.schedules.find(`slack:T0TEST:${channel.id}`), boss, channel, slack };
}

describe('a daily quiz', () => {
  test.each([
    ['a channel', { botIsMember: false }],
    ['a private channel', { botIsMember: false, isPrivate: true }],
    ['the direct messages of two people', { personOfDirect: 'U0OTHER' }],
  ])('is not set where the bot is no member, and says how to invite it: %s', async (_where, about) => {
    const { said, schedule } = await arranged(about);
    expect(said).toContain('请输入 /invite 选我');
    expect(schedule).toBeUndefined();
  });

  test('can be set by whoever invited the bot then, though nobody else may', async () => {
    const { boss, slack, channel } = await arranged({ botIsMember: false });
    const ann = createPerson(slack, 'ann');
    await ann.types(channel, 'daily 09:30 Asia/Shanghai');
    await ann.until(channel, 'Type /invite and choose me');
    const joined = ann.invites(channel);
    if (!joined) throw new Error('nobody is told');
    await slack.deliver(joined);
    await createPerson(slack, 'bob').types(channel, 'daily 09:30 Asia/Shanghai');
    await ann.types(channel, 'daily 09:30 Asia/Shanghai');
    await ann.until(channel, 'The quiz of the day is set.');
    expect(boss.sees(channel)).toHaveLength(1);
  });

  test('is set in a direct message with the bot, and where Slack does not tell who is a member', async () => {
    const { ann, general, slack, store } = await botOnSlack('http');
    await ann.types(ann.direct(), 'daily 09:30 Asia/Shanghai');
    await ann.until(ann.direct(), 'The quiz of the day is set.');
    slack.faults.next('conversations.info', { kind: 'refused', error: 'missing_scope' });
    await createPerson(slack, 'boss', { isAdmin: true }).types(general, 'daily 09:30 Asia/Shanghai');
    expect(await store.records.schedules.find(`slack:T0TEST:${general.id}`)).toMatchObject({ state: 'on' });
  });
});

test('a Slack of ours shows a private channel to those who are in it only', async () => {
  const { slack } = await botOnSlack('http');
  const isMember = async (about: Partial<Channel>) => {
    const { id } = slack.workspace.addChannel('other', about);
    const headers = { authorization: `Bearer ${slack.tokens.bot}`, 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${slack.apiUrl}conversations.info`, { method: 'POST', headers, body: `channel=${id}` });
    const { channel, error } = (await response.json()) as { channel?: { is_member: boolean }; error?: string };
    return error ?? channel?.is_member;
  };
  expect([
    await isMember({}),
    await isMember({ botIsMember: false }),
    await isMember({ isPrivate: true }),
    await isMember({ isPrivate: true, botIsMember: false }),
  ]).toEqual([true, false, true, 'channel_not_found']);
});
