import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/content/schema.ts';
import { greet } from '../../src/core/greeting.ts';
import type { Arrival } from '../../src/core/ports.ts';
import { overBudget, type Reply } from '../../src/core/reply.ts';
import { buttonsOf, CHANNEL, textOf } from '../support/bot.ts';
import { arrangement } from '../support/quiz.ts';
import { ANN, BOSS } from '../support/quiz-world.ts';
import { createTeam } from '../support/team.ts';

const ARRIVAL: Arrival = { place: CHANNEL.id, conversation: CHANNEL.id, space: CHANNEL.space };
const labels = (reply: Reply | undefined) => (reply ? buttonsOf(reply).map(({ label }) => label) : []);

/** A bot that has just introduced itself. */
async function greeted(given: Partial<Arrival> = {}) {
  const { platform, startBot, ...team } = await createTeam();
  const bot = await startBot();
  await greet({ ...ARRIVAL, ...given }, bot.services);
  await bot.pass();
  const [message] = platform.messages;
  return { ...team, ...bot, platform, startBot, message: message?.shown.at(-1) };
}

describe('brought into a channel, the bot', () => {
  test('says once what it does, and asks a question', async () => {
    const { message, platform } = await greeted();
    expect(platform.messages).toHaveLength(1);
    expect(textOf(message as Reply)).toMatch(/Hello, I am Xiao A[\s\S]*Ask[\s\S]*Learn[\s\S]*Try one/);
    expect(labels(message)).toEqual(['A', 'B', 'C', 'I don’t know', 'Daily at 09:30 …', '中文', 'Not now']);
  });

  test('is silent from then on, also after a restart, where it is told again, and beside a second bot', async () => {
    const { platform, startBot, services, pass, clock } = await greeted();
    const other = await startBot();
    await Promise.all([greet(ARRIVAL, services), greet(ARRIVAL, other.services)]);
    clock.pass(7 * 24 * 60);
    for (const bot of [{ pass }, other, await startBot()]) await bot.pass();
    expect(platform.messages).toHaveLength(1);
    expect(platform.edits()).toBe(0);
  });

  test('is heard by two bots at once, and says it once', async () => {
    const { platform, startBot } = await createTeam();
    const bots = [await startBot(), await startBot()];
    await Promise.all(bots.map(({ services }) => greet(ARRIVAL, services)));
    await Promise.all(bots.map(({ pass }) => pass()));
    expect(platform.messages).toHaveLength(1);
  });

  test('goes to each channel of its own, and once to a whole server', async () => {
    const { services, pass, platform, clock } = await greeted({ place: 'test:space' });
    await greet({ ...ARRIVAL, place: 'test:space', conversation: 'test:other' }, services);
    await greet({ ...ARRIVAL, place: 'test:other', conversation: 'test:other' }, services);
    clock.pass(1);
    await pass();
    expect(platform.messages.map(({ to }) => to)).toEqual(['test:channel', 'test:other']);
  });

  test('says nothing where a quiz is arranged already', async () => {
    const { platform, startBot } = await createTeam();
    const { services, store, pass } = await startBot();
    await store.records.schedules.save(arrangement(), undefined);
    await greet(ARRIVAL, services);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test.each(LANGUAGES)('speaks the language of those who are there, within the budget (%s)', async (locale) => {
    const { message } = await greeted({ locale });
    expect(overBudget(message as Reply)).toEqual([]);
    expect(message?.language).toBe(locale);
    expect(textOf(message as Reply)).toContain(locale === 'zh' ? '北京时间' : 'Europe/Berlin');
  });

  test('takes the zone of whoever brought it', async () => {
    const { message } = await greeted({ zone: 'America/Lima' });
    expect(textOf(message as Reply)).toContain('Every workday at 09:30, America/Lima (UTC-5): one question.');
  });
});

describe('who reads it', () => {
  test('presses a letter, and learns alone whether it is right', async () => {
    const { message, as } = await greeted();
    const told = await as(ANN).pressesPublic(message, 'A');
    expect(told.replaces).toBeUndefined();
    expect(textOf(told)).toMatch(/Right|Not quite|It is/);
    expect(textOf(await as(ANN).pressesPublic(message, 'B'))).toContain('first answer');
  });

  test('reads it in the other language alone, and goes on in it', async () => {
    const { message, as } = await greeted();
    const inChinese = await as(ANN).pressesPublic(message, '中文');
    expect(inChinese).toMatchObject({ language: 'zh', summary: '大家好，我是小A，教 Docker 和 Kubernetes。' });
    expect(inChinese.replaces).toBeUndefined();
    expect((await as(ANN).presses(inChinese, 'English')).replaces).toBe(true);
    expect((await as(ANN).presses(inChinese, 'A')).language).toBe('zh');
  });

  test('sets the daily quiz, shown with its zone first, if they manage the channel', async () => {
    const { message, as, store } = await greeted({ zone: 'America/Lima' });
    expect(textOf(await as(ANN).pressesPublic(message, 'Daily at 09:30 …'))).toContain('Only people who manage this channel');
    const asked = await as(BOSS).pressesPublic(message, 'Daily at 09:30 …');
    expect(textOf(asked)).toContain('America/Lima');
    expect(await store.records.schedules.find(CHANNEL.id)).toBeUndefined();
    await as(BOSS).presses(asked, 'Yes, set it');
    expect(await store.records.schedules.find(CHANNEL.id)).toMatchObject({ timetable: { minuteOfDay: 570, zone: 'America/Lima' } });
  });

  test('puts it away, if they manage the channel', async () => {
    const { message, as } = await greeted();
    expect(await as(ANN).pressesPublic(message, 'Not now')).not.toHaveProperty('removes');
    expect(await as(BOSS).pressesPublic(message, 'Not now')).toMatchObject({ removes: true });
  });

  test('cannot press it in another place', async () => {
    const { message, as } = await greeted();
    const elsewhere = { ...CHANNEL, id: 'test:other' as const };
    expect(textOf(await as(BOSS, elsewhere).pressesPublic(message, 'Not now'))).toContain('I do not know this button');
  });
});
