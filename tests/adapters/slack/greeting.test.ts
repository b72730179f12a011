import { expect, test } from 'vitest';
import { dailyOn } from '../../../src/cli/ticking.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';

test.each<Mode>(['socket', 'http'])(
  'brought into a channel, the bot introduces itself there once, in the language of whoever brought it (by %s)',
  async (mode) => {
    const { slack, store, adapter, services, incidents, stop } = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const boss = createPerson(slack, 'boss', { locale: 'zh-CN', zone: 'Asia/Shanghai' });
    const ann = createPerson(slack, 'ann2');
    const team = slack.workspace.addChannel('team', { botIsMember: false });
    const told = boss.invites(team);
    if (!told) throw new Error('nobody was told');
    // Slack tells again what it is not sure that we have heard.
    for (let time = 0; time < 3; time++) await slack.deliver(told);
    const daily = dailyOn(store.records, new Map([['slack', adapter.poster]]), services);
    const pass = async () => {
      while ((await daily.tick()) > 0) await daily.settled();
    };
    await pass();
    const hello = await ann.until(team, '我是小A');
    expect(hello.onlyFor).toBeUndefined();
    expect(JSON.stringify(hello)).toContain('北京时间');

    await ann.presses(hello, 'A');
    const feedback = await slack.workspace.until(() => ann.sees(team).find(({ onlyFor }) => onlyFor === ann.id));
    expect(boss.sees(team).map(({ ts }) => ts)).not.toContain(feedback.ts);

    await stop();
    const next = await botOnSlack(mode, { notes: QUIZ_NOTES, slack, store });
    await slack.deliver(told);
    await pass();
    await boss.presses(hello, '以后再说');
    await boss.until(team, '不打扰了');
    expect(boss.sees(team).filter(({ onlyFor }) => onlyFor === undefined)).toEqual([]);
    expect([...incidents, ...next.incidents]).toEqual([]);
  },
);

test('who comes into a channel beside the bot is not greeted', async () => {
  const { slack, ann, general, store } = await botOnSlack('socket', { notes: QUIZ_NOTES });
  await ann.tells({ type: 'member_joined_channel', user: ann.id, channel: general.id, team: slack.workspace.team });
  expect(await store.records.posts.claim(['slack'], 10)).toEqual([]);
});
