import { describe, expect, test } from 'vitest';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { CHANNEL, personCalled, ROOM, textOf } from '../../support/bot.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { ANN, BOSS } from '../../support/quiz-world.ts';
import { createTeam } from '../../support/team.ts';

const BOB = personCalled('Bob');
const DAY = 24 * 60;

const ETCD_ANSWERED = QUIZ_NOTES.map((note) => ({
  ...note,
  text: note.text.replace(
    'definition: "The part that keeps the state of the cluster."',
    'definition: "The part that keeps the state of the cluster.", asks: ["how do i install helm"]',
  ),
}));

/** A team whose channel gets a digest on Mondays at nine in Shanghai, from now on: an hour after nine. */
async function digesting() {
  const { startBot, ...team } = await createTeam();
  const bot = await startBot();
  const boss = bot.as(BOSS);
  team.clock.pass(60);
  const said = await boss.says('digest monday 09:00');
  /** Lets time pass until some minutes after nine, so many days later. */
  const later = async (days: number, ...bots: readonly { pass(): Promise<void> }[]) => {
    team.clock.pass(days * DAY);
    for (const each of [bot, ...bots]) await each.pass();
  };
  const asked = async (question: string) => {
    for (const person of [ANN, BOB]) await bot.as(person).says(question);
  };
  team.clock.set('2026-03-02T01:05:00Z');
  return { ...team, ...bot, startBot, boss, said, later, asked };
}

describe('a weekly digest', () => {
  test('is off until somebody who manages the channel sets it', async () => {
    const { startBot, clock, platform } = await createTeam();
    const bot = await startBot();
    for (const person of [ANN, BOB]) await bot.as(person).says('how do i install helm');
    clock.pass(14 * DAY);
    await bot.pass();
    expect(platform.messages).toEqual([]);
    expect(textOf(await bot.as(BOSS).says('digest'))).toContain('No digest comes to this channel');
    expect(textOf(await bot.as(ANN).says('digest monday 09:00'))).toContain('Only people who manage');
    expect(textOf(await bot.as(BOSS, ROOM).says('digest monday 09:00'))).toContain('in a channel that you manage');
    expect(await bot.store.digests.find(CHANNEL.id)).toBeUndefined();
  });

  test('tells what was asked in vain, what was missed, and what has been mended', async () => {
    const { later, asked, platform, store, learn, said } = await digesting();
    expect(textOf(said)).toContain('Every Monday at 09:00, Asia/Shanghai (UTC+8).');
    await asked('how do i install istio');
    await asked('how do i install helm');
    await later(1);
    const quiz = await store.records.quizzes.open({
      ...{ conversation: CHANNEL.id, space: CHANNEL.space, language: 'en', isQuiet: true, day: '2026-03-03' },
      closesAt: new Date('2026-03-04T00:00:00Z'),
      questions: [{ item: etcdItem }],
      lane: { lane: 'elsewhere', gapMs: 0 },
    });
    const opened = await store.records.quizzes.find(quiz ?? 0);
    if (!opened) throw new Error('no quiz was opened');
    for (const person of [ANN, BOB, BOSS])
      await store.records.quizzes.record({ quiz: opened, position: 1, actor: person, choice: 'a', isRight: false });
    await learn(ETCD_ANSWERED);
    await later(6);
    const told = platform.messages.find(({ shown: [first] }) => first?.summary === 'The week in our notes');
    expect(overBudget(told?.shown[0] as Reply)).toEqual([]);
    for (const line of ['how do i install istio · 2 times', 'etcd: 3 of 3 answers wrong', 'answered now: how do i install helm'])
      expect(textOf(told?.shown[0] as Reply)).toContain(line);
  });

  test('comes once, from several bots, and not again in a week without news', async () => {
    const { later, asked, platform, startBot, incidents } = await digesting();
    const other = await startBot();
    await asked('how do i install istio');
    await later(7, other, await startBot());
    expect(platform.messages.map(({ to }) => to)).toEqual([CHANNEL.id]);
    await later(7, other);
    expect(platform.messages).toHaveLength(1);
    expect(incidents).toEqual([]);
  });

  test('is let go when it comes hours late, and the next one comes', async () => {
    const { later, asked, platform, clock } = await digesting();
    await asked('how do i install istio');
    clock.pass(5 * 60);
    await later(7);
    expect(platform.messages).toEqual([]);
    await asked('how do i install istio');
    clock.pass(-5 * 60);
    await later(7);
    expect(platform.messages).toHaveLength(1);
  });

  test.each([
    ['gone', 'I can no longer find its channel'],
    ['forbidden', 'I may no longer write in its channel'],
  ] as const)('whose channel is lost (%s) is paused, and whoever set it is told so, once', async (kind, why) => {
    const { later, asked, platform, boss, incidents } = await digesting();
    await asked('how do i install istio');
    platform.fail({ kind });
    await later(7);
    await later(0.001);
    await asked('how do i install helm');
    await later(7);
    expect(platform.messages.map(({ to }) => to)).toEqual([BOSS.id]);
    const told = platform.shows() as Reply;
    expect(told.summary).toBe('A weekly digest that you set is paused');
    for (const part of [why, '`/k8s digest monday 09:00`']) expect(textOf(told)).toContain(part);
    expect(told.blocks).toContainEqual({ kind: 'caption', about: CHANNEL.id, text: 'Every Monday at 09:00, Asia/Shanghai (UTC+8).' });
    expect(textOf(await boss.says('digest'))).toContain('paused');
    await boss.says('digest monday 09:00');
    await asked('how do i install helm');
    await later(7);
    expect(platform.messages.map(({ to }) => to)).toEqual([BOSS.id, CHANNEL.id]);
    expect(incidents).toEqual([]);
  });

  test('whose channel is lost is not told of once it is set anew, nor to somebody who takes no messages', async () => {
    const { later, asked, platform, boss, store } = await digesting();
    for (const fault of [{ kind: 'later', waitMs: 60_000 }, { kind: 'forbidden' }] as const) {
      await asked('how do i install istio');
      platform.fail({ kind: 'gone' }, fault);
      await later(7);
      await later(0.001);
      if (fault.kind === 'later') await boss.says('digest monday 09:00');
      await later(0.01);
    }
    expect(platform.messages).toEqual([]);
    expect(await store.digests.find(CHANNEL.id)).toMatchObject({ remark: 'gone' });
    expect(await store.records.posts.waiting()).toBe(0);
  });

  test('ends when it is put off, and can be set at another time', async () => {
    const { boss, store } = await digesting();
    await boss.says('周报 周二 10点 北京时间');
    expect(await store.digests.find(CHANNEL.id)).toMatchObject({
      language: 'zh',
      timetable: { minuteOfDay: 600, days: [2], zone: 'Asia/Shanghai' },
    });
    expect(textOf(await boss.says('digest off'))).toContain('No digest');
    expect(await store.digests.find(CHANNEL.id)).toBeUndefined();
  });

  test('is a question where no time is said, and wants one day', async () => {
    const { boss } = await digesting();
    expect((await boss.says('digest authentication of a registry')).outcome?.kind).toBe('unknown');
    expect(textOf(await boss.says('digest weekdays 09:00'))).toContain('one day of the week');
  });
});

const etcdItem = {
  id: 'etcd/what',
  concept: 'etcd',
  sort: 'authored' as const,
  stem: { en: 'What keeps the state?', zh: '谁保存状态？' },
  choices: ['a', 'b'].map((id) => ({ id, text: { en: id, zh: id } })),
  answer: 'b',
  explanation: { en: 'b.', zh: 'b。' },
};
