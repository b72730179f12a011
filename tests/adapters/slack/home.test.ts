import { describe, expect, test } from 'vitest';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';

const published = ({ slack }: Awaited<ReturnType<typeof botOnSlack>>) =>
  slack.calls.filter(({ method }) => method === 'views.publish').length;

/** Ann, who missed one thing three days ago and knew another two days ago, in a workspace with a quiz of the day. */
async function learning(who: { readonly locale?: string } = {}) {
  const clock = createClock('2026-03-03T09:00:00Z');
  const world = await botOnSlack('socket', { notes: QUIZ_NOTES, now: clock.now });
  const { slack, store, general } = world;
  const learner = createPerson(slack, 'lin', { zone: 'Asia/Shanghai', ...who });
  const boss = createPerson(slack, 'boss', { isAdmin: true, zone: 'Asia/Shanghai' });
  await boss.types(general, 'daily 09:30 weekdays Asia/Shanghai');
  const learn = (concept: string, kind: 'missed' | 'known') =>
    store.reviews.log.learn({ actor: `slack:T0TEST:${learner.id}`, concept, evidence: { kind }, seen: 0 });
  await learn('kubelet', 'missed');
  clock.pass(24 * 60);
  await learn('etcd', 'known');
  clock.pass(24 * 60);
  return { ...world, learner };
}

describe('App Home', () => {
  test('is published when it is opened, with what is due, the streak, the quiz of the day and settings', async () => {
    const world = await learning();
    const { learner, incidents } = world;
    await learner.opensHome();
    const home = JSON.stringify(await learner.homeUntil('Settings'));
    expect(home).toContain('To review: 1');
    expect(home).toContain('Your streak: 2 days');
    expect(home).toContain('Every workday at 09:30');
    expect(home).not.toContain('general');
    expect(published(world)).toBe(1);
    expect(incidents).toEqual([]);
  });

  test('is drawn anew by each press: settings as they are now, and what is due no longer', async () => {
    const world = await learning();
    const { learner } = world;
    await learner.opensHome();
    await learner.pressesHome(await learner.homeUntil('I do not remind you'), 'Remind me at 18:00');
    await learner.pressesHome(await learner.homeUntil('I will write to you here at 18:00'), '⌂ Start page');
    await learner.pressesHome(await learner.homeUntil('I remind you at 18:00'), 'Show my name');
    await learner.pressesHome(await learner.homeUntil('Start page'), '⌂ Start page');
    await learner.pressesHome(await learner.homeUntil('Leaderboards show your name'), 'Review ▸');
    await learner.pressesHome(await learner.homeUntil('Show answer'), 'Show answer');
    const good = (await learner.homeUntil('Good')).blocks ?? [];
    const label = /"(Good[^"]*)"/.exec(JSON.stringify(good))?.[1] ?? '';
    await learner.pressesHome({ blocks: good }, label);
    await learner.pressesHome(await learner.homeUntil('back in'), '⌂ Start page');
    const home = JSON.stringify(await learner.homeUntil('Settings'));
    expect(home).not.toContain('To review: 1');
    expect(published(world)).toBe(9);
    expect(learner.sees(learner.direct())).toEqual([]);
  });
});

test.each([
  ['en', 'en-US', 'Settings'],
  ['zh', 'zh-CN', '设置'],
])('App Home as it is seen, in %s', async (language, locale, said) => {
  const { learner } = await learning({ locale });
  await learner.opensHome();
  await expect(`${JSON.stringify(await learner.homeUntil(said), null, 1)}\n`).toMatchFileSnapshot(
    `../../golden/slack/home.${language}.json`,
  );
});
