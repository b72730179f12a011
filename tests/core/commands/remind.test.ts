import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { buttonsOf, personCalled, ROOM } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const DAY = 24 * 60;

/** Ann, of whose account the platform tells where it is. */
const IN_SHANGHAI = personCalled('Ann', { canManage: false, zone: 'Asia/Shanghai' });

/** Ann missed two things; it is 09:00 in Shanghai. */
const missed = async (who = IN_SHANGHAI) => {
  const world = await quizWorld();
  for (const concept of ['etcd', 'kubelet']) {
    await world.reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'missed' }, seen: 0 });
  }
  return { ...world, ann: world.as(who, ROOM) };
};

describe('a reminder', () => {
  test('comes at its time, once a day, in private, while something is due', async () => {
    const { ann, clock, pass, platform } = await missed();
    expect((await ann.say('remind 18:00')).summary).toMatch(/here at 18:00, Asia\/Shanghai/);
    await pass();
    clock.pass(9 * 60);
    await pass();
    expect(platform.messages).toEqual([]);
    clock.pass(DAY);
    await pass();
    await pass();
    expect(platform.messages.map(({ to }) => to)).toEqual([ROOM.id]);
    expect(platform.shows()?.summary).toBe('2 cards are due for review.');
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(2);
  });

  test('is in the language in which it was asked for, and ends when that is said', async () => {
    const { ann, clock, pass, platform } = await missed();
    expect((await ann.say('提醒我 下午6点')).summary).toMatch(/^每天 18:00/);
    clock.pass(DAY + 9 * 60);
    await pass();
    expect(platform.shows()?.summary).toBe('有 2 张卡该复习了。');
    expect((await ann.press(platform.shows(), '不再提醒')).summary).toBe('好，不再提醒。');
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(1);
    expect((await ann.say('remind')).summary).toMatch(/do not remind you/);
  });

  test('still comes once a day when its time is changed', async () => {
    const { ann, clock, pass, platform } = await missed();
    await ann.say('remind 18:00');
    clock.pass(DAY + 9 * 60);
    await pass();
    await ann.say('remind 20:00');
    clock.pass(2 * 60);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('is let go when it would come hours late, and in a holiday', async () => {
    const { ann, clock, pass, platform } = await missed();
    await ann.say('remind 18:00');
    clock.pass(DAY + 13 * 60);
    await pass();
    await ann.say('hold until 20 March');
    clock.pass(DAY - 4 * 60);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('ends where the platform says that the person cannot be reached', async () => {
    const { ann, clock, pass, platform, reviews } = await missed();
    await ann.say('remind 18:00');
    clock.pass(DAY + 9 * 60);
    platform.fail({ kind: 'forbidden' });
    await pass();
    expect(await reviews.reminders.find(ANN.id)).toBeUndefined();
  });

  test('is arranged in a direct conversation only, and is a question where it names no time', async () => {
    const { as, ann } = await missed();
    expect((await as(BOSS).say('remind 18:00')).summary).toMatch(/in a direct conversation/);
    expect((await ann.say('remind me what a Pod is')).outcome?.kind).toBe('unknown');
    expect((await ann.say('remind')).summary).toMatch(/remind 18:00/);
    await ann.say('remind me at 9 pm');
    expect((await ann.say('remind')).summary).toMatch(/21:00/);
    expect((await ann.say('remind off')).summary).toMatch(/will not/);
  });

  test.each(['remind stop', '提醒 关', '提醒 取消', '提醒 不要'])('ends however that is said: %s', async (text) => {
    const { ann, reviews } = await missed();
    await ann.say('remind me at 9 pm');
    expect(await reviews.reminders.find(ANN.id)).toBeDefined();
    await ann.say(text);
    expect(await reviews.reminders.find(ANN.id)).toBeUndefined();
  });

  test('comes by the clock of the person, which is asked for where nobody tells it', async () => {
    const { ann, reviews } = await missed(ANN);
    const asked = await ann.say('remind 18:00');
    expect(asked.summary).toBe('In which time zone?');
    expect(overBudget(asked)).toEqual([]);
    expect(await reviews.reminders.find(ANN.id)).toBeUndefined();
    const london = buttonsOf(asked).find(({ label }) => label.includes('London'));
    expect((await ann.press(asked, london?.label ?? '')).summary).toMatch(/18:00, Europe\/London/);
    expect((await ann.say('remind 20:00')).summary).toMatch(/20:00, Europe\/London/);
  });

  test.each([
    ['remind 18:00 Asia/Tokyo', /18:00, Asia\/Tokyo/],
    ['remind me at 6 pm in Berlin', /18:00, Europe\/Berlin/],
    ['提醒我 北京时间下午6点', /^每天 18:00，时区 Asia\/Shanghai（UTC\+8，北京时间）：/],
  ])('comes by the clock that is named: %s', async (text, said) => {
    const { ann } = await missed();
    expect((await ann.say(text)).summary).toMatch(said);
  });

  test.each([
    ['remind every day at 18:00', /here at 18:00, Asia\/Shanghai/],
    ['提醒我 每天 18:00', /^每天 18:00/],
    ['remind 25:00', /cannot read “25:00”\. For example: remind 18:00/],
    ['remind at 9 am pm', /cannot read “at 9 am pm”/],
    ['提醒 25点', /^看不懂“25点”。例如：提醒 18:00/],
    ['remind 18:00 weekdays', /cannot read “18:00 weekdays”/],
    ['remind 18:00 Nowhere', /cannot read “18:00 Nowhere”/],
  ])('is read as it was meant, or asked back: %s', async (text, said) => {
    const { ann } = await missed();
    expect((await ann.say(text)).summary).toMatch(said);
  });

  test('is no question’s answer where its number is no time', async () => {
    const { ann } = await missed();
    expect((await ann.say('remind me what port 6443 is for')).outcome?.kind).toBe('unknown');
  });

  test('offers zones where none is as far from UTC as was said', async () => {
    const { ann } = await missed();
    expect(buttonsOf(await ann.say('remind 18:00 UTC+25')).length).toBeGreaterThan(3);
    expect(buttonsOf(await ann.say('daily 18:00 UTC+25')).length).toBeGreaterThan(3);
  });

  test('a zone that may be several is asked back', async () => {
    const { ann } = await missed();
    const asked = await ann.say('remind 18:00 CST');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(expect.arrayContaining([expect.stringContaining('America/Chicago')]));
    expect((await ann.press(asked, buttonsOf(asked)[0]?.label ?? '')).summary).toMatch(/18:00, Asia\/Shanghai/);
  });
});
