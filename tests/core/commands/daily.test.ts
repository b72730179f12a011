import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { buttonsOf, CHANNEL, personCalled, ROOM, textOf, tutorFor } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

describe('the quiz of the day', () => {
  test('is not set at first, and tells how', async () => {
    const { as } = await quizWorld();
    expect(textOf(await as(BOSS).say('daily'))).toContain('`/k8s daily 09:30 Asia/Shanghai weekdays`');
    expect(textOf(await as(BOSS).say('每日'))).toContain('`/k8s 每日 9 点半 北京 工作日`');
  });

  test.each([
    ['daily 09:30', 'Whoever manages it can take me in: https://chat.example/invite'],
    ['每日 现在', '请管理服务器的人打开：https://chat.example/invite'],
  ])('cannot be where the bot is only brought along by a person, and says how it could: %s', async (text, said) => {
    const conversation = { ...CHANNEL, invite: 'https://chat.example/invite' };
    expect(textOf(await tutorFor({ turn: { conversation } }).say(text))).toContain(said);
  });

  test('is not set where the bot is no member, whoever asks, and can be taken away there', async () => {
    const { as, records } = await quizWorld();
    await as(BOSS).say('daily 09:30 Asia/Shanghai');
    const outside = { ...CHANNEL, isMember: async () => false };
    const said = async (text: string) =>
      textOf(await tutorFor({ services: { records }, turn: { actor: BOSS, conversation: outside } }).say(text));
    for (const text of ['daily', 'daily 10:00', 'daily now', 'daily resume'])
      expect(await said(text)).toContain('Type /invite and choose me');
    expect(await said('daily off')).toContain('There is no quiz of the day here any more');
    expect(await records.schedules.find('test:channel')).toBeUndefined();
  });

  test('is set where the zone is said, and shown', async () => {
    const { as, records } = await quizWorld();
    await as(BOSS).say('daily 09:30 Asia/Shanghai weekdays 3 nodes');
    expect(await records.schedules.find('test:channel')).toMatchObject({
      timetable: { minuteOfDay: 570, zone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5] },
      questions: 3,
      topic: 'demo.nodes',
      language: 'en',
      state: 'on',
    });
    expect((await as(BOSS).say('每日')).summary).toBe('每个工作日 09:30（北京时间，UTC+8）：3 道题，关于节点。');
  });

  test('shows a zone from the person’s account before it is set', async () => {
    const { as, records } = await quizWorld();
    const asked = await as(BOSS).say('daily 上午9点半');
    expect(overBudget(asked)).toEqual([]);
    expect(await records.schedules.find('test:channel')).toBeUndefined();
    await as(BOSS).press(asked, '就这样');
    expect(await records.schedules.find('test:channel')).toMatchObject({ timetable: { zone: 'Asia/Shanghai' }, language: 'zh' });
  });

  test('asks for the zone where none is known, and where an abbreviation means several', async () => {
    const { as, records } = await quizWorld();
    const unknown = personCalled('Manager', { canManage: true });
    const asked = await as(unknown).say('daily 9:30 mon,wed 2');
    expect(asked.summary).toBe('In which time zone?');
    await as(unknown).press(asked, buttonsOf(asked)[0]?.label ?? '');
    expect(await records.schedules.find('test:channel')).toMatchObject({ timetable: { minuteOfDay: 570, days: [1, 3] }, questions: 2 });
    const which = await as(unknown).say('daily 10:00 CST');
    expect(
      buttonsOf(which)
        .map(({ label }) => label)
        .join(),
    ).toMatch(/Asia\/Shanghai.*America\/Chicago|America\/Chicago.*Asia\/Shanghai/s);
  });

  test('is set as the help says it in Chinese', async () => {
    const { as, records } = await quizWorld();
    await as(BOSS).say('每日 9 点半 北京 工作日 3 题');
    expect(await records.schedules.find('test:channel')).toMatchObject({
      timetable: { minuteOfDay: 570, zone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5] },
      questions: 3,
    });
  });

  test('keeps what is not said anew', async () => {
    const { as, records } = await quizWorld();
    await as(BOSS).say('daily 9:30 tokyo 3 masters');
    await as(BOSS).say('daily 10:00');
    expect(await records.schedules.find('test:channel')).toMatchObject({
      timetable: { minuteOfDay: 600, zone: 'Asia/Tokyo' },
      questions: 3,
      topic: 'demo.masters',
    });
    await as(BOSS).say('daily holidays 2026-12-25');
    await as(BOSS).say('daily 11:00');
    expect(await records.schedules.find('test:channel')).toMatchObject({ timetable: { minuteOfDay: 660, holidays: ['2026-12-25'] } });
  });

  test.each([
    ['daily 25:00', /cannot read “25:00”/],
    ['daily weekdays', /At what time/],
    ['daily 9:30 7 questions', /1 to 5/],
    ['daily 9:30 shanghai gardening', /no topic “gardening”/],
  ])('“%s” is told what to mend', async (text, told) => {
    const { as } = await quizWorld();
    expect((await as(BOSS).say(text)).summary).toMatch(told);
  });

  test('is a question where no time is meant', async () => {
    const { as } = await quizWorld();
    expect((await as(BOSS).say('daily backups of etcd')).outcome?.kind).toBe('unknown');
  });

  test('is changed by those who manage the channel, and by whoever set it; alone, by anyone', async () => {
    const { as, records } = await quizWorld();
    expect((await as(ANN).say('daily 9:30 shanghai')).summary).toMatch(/Only people who manage/);
    await as(BOSS).say('daily 9:30 shanghai');
    expect((await as(ANN).say('daily off')).summary).toMatch(/Only people who manage/);
    expect((await as(ANN).say('daily')).summary).toMatch(/Every workday at 09:30/);
    await as(personCalled('Boss')).say('daily pause');
    expect(await records.schedules.find('test:channel')).toMatchObject({ state: 'paused' });
    await as(ANN, ROOM).say('daily 9:30 shanghai');
    expect(await records.schedules.find('test:room')).toMatchObject({ state: 'on' });
  });

  test('pauses, goes on, comes now, is previewed, and ends', async () => {
    const { as, platform, clock, pass, records } = await quizWorld();
    const boss = as(BOSS);
    const set = await boss.say('daily 9:30 shanghai every day');
    expect(textOf(await boss.press(set, 'Pause'))).toContain('is paused');
    expect(textOf(await boss.press(await boss.say('daily'), 'Resume'))).toContain('goes on');
    const preview = await boss.press(set, 'Preview');
    expect(textOf(preview)).toMatch(/Preview: only you see this[\s\S]*Quiz of the day/);
    expect(buttonsOf(preview)).toEqual([]);
    expect((await boss.press(set, 'Post now')).summary).toBe('Today’s quiz is on its way.');
    await pass();
    expect(platform.messages.length).toBe(1);
    expect((await boss.say('daily now')).summary).toMatch(/here already/);
    expect((await boss.say('daily close')).summary).toMatch(/closed/);
    clock.pass(1);
    await pass();
    expect(platform.shows()?.summary).toMatch(/The quiz is over/);
    await boss.press(set, 'Turn off');
    expect(await records.schedules.find('test:channel')).toBeUndefined();
  });

  test('that came before its time does not come again at its time', async () => {
    const { as, platform, pass, clock } = await quizWorld();
    await as(BOSS).say('daily 9:30 shanghai every day');
    await as(BOSS).say('daily now');
    await pass();
    clock.pass(35);
    await pass();
    expect(platform.messages.length).toBe(1);
    clock.pass(24 * 60);
    await pass();
    expect(platform.messages.length).toBe(2);
  });

  test.each([
    ['17:00 America/Los_Angeles', '2026-03-02T18:00:00Z', '2026-03-04T01:00:00.000Z'],
    ['7:00 shanghai', '2026-03-02T10:00:00Z', '2026-03-02T23:00:00.000Z'],
  ])('that came before its time at %s is closed by the next day’s', async (time, now, closesAt) => {
    const { as, records, clock } = await quizWorld();
    clock.set(now);
    await as(BOSS).say(`daily ${time} every day`);
    await as(BOSS).say('daily now');
    expect((await records.quizzes.find(1))?.closesAt?.toISOString()).toBe(closesAt);
  });

  test('comes now without being set, for one day', async () => {
    const { as, platform, pass } = await quizWorld();
    await as(BOSS).say('daily now');
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('leaves out holidays, and comes on make-up days', async () => {
    const { as, platform, pass, clock } = await quizWorld();
    const boss = as(BOSS);
    await boss.say('daily 9:30 shanghai weekdays');
    expect(textOf(await boss.say('daily holidays 2026-03-02..2026-03-04'))).toContain('Holidays: 2026-03-02, 2026-03-03, 2026-03-04');
    await boss.say('每日 补班 3月7日');
    for (let day = 2; day <= 8; day++) {
      clock.set(`2026-03-0${day}T01:31:00Z`);
      await pass();
    }
    // Thursday, Friday, and a Saturday that makes up.
    expect(platform.messages.length).toBe(3);
    expect((await boss.say('daily holidays someday')).summary).toMatch(/cannot read “someday”/);
    expect(textOf(await boss.say('daily holidays'))).not.toContain('Holidays:');
  });

  test('says why it is paused', async () => {
    const { as, platform, pass, clock } = await quizWorld();
    await as(BOSS).say('daily 9:30 shanghai');
    platform.fail({ kind: 'forbidden' });
    clock.pass(30);
    await pass();
    expect(textOf(await as(BOSS).say('daily'))).toContain('I may not write here');
  });
});
