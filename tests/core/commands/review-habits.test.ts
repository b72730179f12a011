import { describe, expect, test } from 'vitest';
import { buttonsOf, ROOM, textOf } from '../../support/bot.ts';
import { shippedLibrary } from '../../support/notes.ts';
import { ANN, quizWorld } from '../../support/quiz-world.ts';
import { reviewWorld } from '../../support/reviewing.ts';

const DAY = 24 * 60;

describe('what one can choose about reviews', () => {
  test('how much comes a day', async () => {
    const { ann } = await reviewWorld();
    expect((await ann.say('limit 10 new 1')).summary).toMatch(/10 due and 1 new/);
    expect(textOf(await ann.say('review'))).toContain('New for you: 1');
    expect((await ann.say('上限 新 2')).summary).toBe('每天最多复习 10 个，新学 2 个。要改的话：上限 10 新 3');
    expect((await ann.say('limit')).summary).toMatch(/10/);
    expect((await ann.say('limits')).outcome?.kind).toBe('unknown');
    expect((await ann.say('limit ranges of a Pod')).outcome?.kind).toBe('unknown');
    expect((await ann.say('limit 2 CPUs')).outcome?.kind).toBe('unknown');
    for (const text of ['limit 1000', 'limit -1', 'limit 10 new 1.5']) expect((await ann.say(text)).summary).toMatch(/from 0 to 999/);
    expect((await ann.say('上限 1000')).summary).toMatch(/^请用 0 到 999 的整数/);
  });

  test('one more, when the day’s are done', async () => {
    const { ann, allRated } = await reviewWorld();
    await ann.say('limit 5 new 1');
    const end = await allRated('review', 'Good');
    expect(textOf(await ann.press(end, 'One more ▸'))).toContain('New for you: 1');
  });

  test.each([
    ['hold until 10 March', 'Wednesday 11 March'],
    ['hold 5-7 March', 'Sunday 8 March'],
    ['假期 到 3月10日', '3 月 11 日（星期三）'],
    ['假期 3月5日到7日', '3 月 8 日（星期日）'],
    ['hold until 10 Jan', 'Monday, 11 January 2027'],
    ['假期 到 1月10日', '2027 年 1 月 11 日（星期一）'],
  ])('a holiday: %s', async (text, back) => {
    const { ann } = await reviewWorld();
    expect((await ann.say(text)).summary).toContain(back);
  });

  test('in a holiday nothing is asked, nor grows overdue, and it can be ended', async () => {
    const { ann, allRated, clock } = await reviewWorld();
    await allRated('review', 'Again');
    const set = await ann.say('hold until 20 March');
    expect(buttonsOf(set).map(({ label }) => label)).toEqual(['End the holiday']);
    expect(buttonsOf(await ann.say('hold 5-7 March')).map(({ label }) => label)).toEqual(['Review ▸']);
    await ann.say('hold until 20 March');
    clock.pass(5 * DAY);
    const held = await ann.say('review');
    expect(held.summary).toContain('nothing is asked before Saturday 21 March');
    await ann.press(held, 'End the holiday');
    expect(textOf(await ann.say('review'))).toContain('Nothing is due');
    clock.pass(DAY);
    expect(textOf(await ann.say('review'))).toContain('To review: 3');
  });

  test('what is no holiday is asked back, or is a question', async () => {
    const { ann } = await reviewWorld();
    expect((await ann.say('hold until 99')).summary).toMatch(/Until when/);
    expect((await ann.say('hold')).summary).toMatch(/Until when/);
    for (const text of ['hold until next friday', 'hold tomorrow', 'hold for a week'])
      expect((await ann.say(text)).summary).toMatch(/Until when/);
    for (const text of ['假期 下周一到下周五', '假期 一周', '休假 到周五']) expect((await ann.say(text)).summary).toMatch(/^到哪天/);
    expect((await ann.say('hold my containers')).outcome?.kind).toBe('unknown');
    expect((await ann.say('hold until 1 March 2020')).summary).toMatch(/Until when/);
  });

  test('not to count when a channel’s quiz is chosen', async () => {
    const { ann, reviews } = await reviewWorld();
    expect((await ann.say('opt out')).summary).toMatch(/no longer plays a part/);
    expect((await reviews.habits.of(ANN.id)).isOptedOut).toBe(true);
    expect((await ann.say('参与选题')).summary).toContain('其中也有你');
    expect((await reviews.habits.of(ANN.id)).isOptedOut).toBe(false);
  });

  test.each([
    ['review', '5 now, the other 7 can wait.'],
    ['复习', '先看 5 个，其余 7 个不着急。'],
  ])('after a break five are enough, without a word of blame: %s', async (text, said) => {
    const library = await shippedLibrary();
    const { as, clock, reviews } = await quizWorld(library);
    for (const { id } of [...library.concepts.values()].slice(0, 12)) {
      await reviews.log.learn({ actor: ANN.id, concept: id, evidence: { kind: 'missed' }, seen: 0 });
    }
    clock.pass(20 * DAY);
    expect(textOf(await as(ANN, ROOM).say(text))).toContain(said);
  });

  test('after a break, the greeting stands above what slips away too', async () => {
    const library = await shippedLibrary();
    const { as, clock, reviews } = await quizWorld(library);
    for (const { id } of [...library.concepts.values()].slice(0, 6)) {
      for (let seen = 0; seen < 6; seen++) await reviews.log.learn({ actor: ANN.id, concept: id, evidence: { kind: 'missed' }, seen });
    }
    clock.pass(20 * DAY);
    expect(textOf(await as(ANN, ROOM).say('review'))).toMatch(/5 now, the other one can wait\.\nThis one slipped away 6 times/);
  });

  test('after a break, few that are due are all shown', async () => {
    const { ann, clock, reviews } = await reviewWorld();
    for (const concept of ['kubelet', 'kube-proxy', 'etcd']) {
      await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'missed' }, seen: 0 });
    }
    clock.pass(20 * DAY);
    expect(textOf(await ann.say('review'))).toContain('To review: 3');
  });
});
