import { describe, expect, test } from 'vitest';
import { dailyOn } from '../../../src/cli/ticking.ts';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';

/** Lin in a channel whose quiz of the day is open; somebody who is not in it; and the passes that draw its message anew. */
async function quizInChannel({ language = 'en' }: { readonly language?: 'en' | 'zh' } = {}) {
  const clock = createClock('2026-03-03T09:00:00Z');
  const world = await botOnSlack('socket', { notes: QUIZ_NOTES, now: clock.now });
  const { slack, store, adapter, services } = world;
  const person = (name: string) =>
    createPerson(slack, name, { zone: 'Asia/Shanghai', isAdmin: name === 'boss', locale: language === 'en' ? 'en-US' : 'zh-CN' });
  const [lin, boss, guest] = [person('lin'), person('boss'), person('guest')];
  const many = Array.from({ length: 1_500 }, (_, at) => `U9${at}`);
  const team = slack.workspace.addChannel('team', { members: [boss.id, ...many, lin.id] });
  await boss.types(team, language === 'en' ? 'daily now' : '每日 现在');
  const daily = dailyOn(store.records, new Map([['slack', adapter.poster]]), services);
  const pass = async () => {
    clock.pass(1);
    while ((await daily.tick()) > 0) await daily.settled();
  };
  await pass();
  const asked = (method: string) => slack.calls.filter((call) => call.method === method).length;
  return { ...world, lin, guest, team, pass, clock, asked };
}

const START = { en: '⌂ Start page', zh: '⌂ 首页' } as const;

describe('the quiz of the day in App Home', () => {
  test('is answered there, told there, and counted once, as in its channel', async () => {
    const { lin, team, pass, store, incidents } = await quizInChannel();
    await lin.opensHome();
    await lin.pressesHome(await lin.homeUntil('Quiz of the day'), 'A');
    const told = await lin.homeUntil('It is:');
    expect(lin.sees(team)).toHaveLength(1);
    await pass();
    const message = await lin.until(team, '1 person has answered');
    await lin.pressesHome(told, START.en);
    await lin.homeUntil('You have answered the quiz of the day');
    await lin.presses(message, 'B');
    await lin.until(team, 'the first answer counts');
    const quiz = await store.records.quizzes.find(1);
    const tally = quiz && (await store.records.quizzes.tally(quiz));
    expect([tally?.people, [...(tally?.choices[0] ?? [])]]).toEqual([1, [['a', 1]]]);
    expect(incidents).toEqual([]);
  });

  test('is not asked again of those who have answered in the channel', async () => {
    const { lin, team } = await quizInChannel();
    await lin.presses(await lin.until(team, 'Nobody has answered yet'), 'A');
    await lin.until(team, 'It is:');
    await lin.opensHome();
    expect(JSON.stringify(await lin.homeUntil('You have answered the quiz of the day'))).not.toContain('answer?');
  });

  test('is shown to those who are in the channel alone, who are asked for once', async () => {
    const { lin, guest, asked } = await quizInChannel();
    await guest.opensHome();
    expect(JSON.stringify(await guest.homeUntil('Settings'))).not.toContain('Quiz of the day');
    const calls = asked('conversations.members');
    expect(calls).toBe(2);
    await lin.opensHome();
    await lin.homeUntil('Quiz of the day');
    expect(asked('conversations.members')).toBe(calls);
  });

  test('is left out while Slack does not tell who is in the channel', async () => {
    const { slack, lin, incidents, clock } = await quizInChannel();
    slack.faults.next('conversations.members', { kind: 'refused', error: 'missing_scope' });
    await lin.opensHome();
    expect(JSON.stringify(await lin.homeUntil('Settings'))).not.toContain('answer?');
    expect(incidents).toEqual([]);
    clock.pass(5);
    await lin.opensHome();
    await lin.homeUntil('Quiz of the day');
  });

  test('is there in the language that one has just chosen', async () => {
    const { lin } = await quizInChannel();
    await lin.opensHome();
    await lin.pressesHome(await lin.homeUntil('Quiz of the day'), '中文');
    await lin.pressesHome(await lin.homeUntil(START.zh), START.zh);
    await lin.pressesHome(await lin.homeUntil('每日一测'), '不知道');
    await lin.pressesHome(await lin.homeUntil('答案：'), START.zh);
    await lin.homeUntil('今天的每日一测你已经答完');
  });
});

test.each(['en', 'zh'] as const)('App Home with a quiz, and with what is said to an answer, as they are seen (%s)', async (language) => {
  const { lin } = await quizInChannel({ language });
  const keep = (name: string, view: object) =>
    expect(`${JSON.stringify(view, null, 1)}\n`).toMatchFileSnapshot(`../../golden/slack/home-${name}.${language}.json`);
  await lin.opensHome();
  const asks = await lin.homeUntil('choice=a');
  await keep('quiz', asks);
  await lin.pressesHome(asks, 'A');
  const told = await lin.homeUntil(START[language]);
  await keep('quiz-told', told);
  await lin.pressesHome(told, START[language]);
  await keep('quiz-done', await lin.homeUntil(language === 'en' ? 'Settings' : '设置'));
});
