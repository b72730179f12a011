import { describe, expect, test } from 'vitest';
import { DAY, dailyWorld, SECOND } from '../../support/daily-world.ts';
import type { Fault } from '../../support/platform.ts';

describe('where the platform', () => {
  const faulty = async (fault: Fault, options?: { canLook: boolean }) => {
    const tutor = await dailyWorld(options);
    tutor.platform.fail(fault);
    tutor.clock.pass(30);
    await tutor.pass();
    return tutor;
  };

  test('loses its response, one looks before one posts again', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'lost response' });
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test.each([
    ['2026-03-02T01:31:00Z', '2026-03-01T19:30:00.000Z'],
    ['2026-03-02T01:10:00Z', '2026-03-01T19:10:00.000Z'],
  ])('loses its response, at %s one looks from %s on: a clock may have been hours ahead', async (now, since) => {
    const { clock, platform, dailyOn } = await faulty({ kind: 'lost response' });
    const asked: Date[] = [];
    const daily = dailyOn({
      ...platform.poster,
      async find(_to, _key, from) {
        asked.push(from);
        return { kind: 'unsure' };
      },
    });
    clock.pass(1);
    clock.set(now);
    await daily.tick();
    await daily.settled();
    expect(asked.map((date) => date.toISOString())).toEqual([since]);
  });

  test('cannot be asked, there may be two messages of one quiz; a press on the second moves it', async () => {
    const { clock, platform, quizzes, posts, pass } = await faulty({ kind: 'lost response' }, { canLook: false });
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(2);
    const quiz = await quizzes.find(1);
    if (!quiz) throw new Error('no quiz');
    await posts.notice(quiz, 'test:1');
    await pass();
    expect(platform.shows(0)?.summary).toBe('This quiz has moved');
    expect(platform.shows(1)?.summary).toBe('Quiz: What is pod?');
  });

  test('loses its response, what is found is drawn anew: its quiz may be over', async () => {
    const { clock, platform, quizzes, pass } = await faulty({ kind: 'lost response' });
    await quizzes.endNow(1);
    clock.pass(1);
    await pass();
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(platform.shows()?.summary).toMatch(/^The quiz is over/);
  });

  test('does nothing and does not say so, it is posted after all', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'unknown outcome' });
    expect(platform.messages).toEqual([]);
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('asks to wait, one waits as long as it says', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'later', waitMs: 40_000 });
    clock.pass(39 * SECOND);
    await pass();
    expect(platform.messages).toEqual([]);
    clock.pass(SECOND);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test.each(['gone', 'forbidden'] as const)('says that the channel is %s, its schedule is paused and says why', async (kind) => {
    const { clock, platform, schedules, pass } = await faulty({ kind });
    expect(await schedules.find('test:channel')).toMatchObject({ state: 'paused', remark: kind });
    clock.pass(2 * DAY);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('has lost the message, its edits end and the schedule goes on', async () => {
    const { clock, platform, pass, answer, schedules } = await dailyWorld();
    clock.pass(30);
    await pass();
    platform.messages.length = 0;
    await answer('ann', 'b');
    clock.pass(1);
    await pass();
    expect(await schedules.find('test:channel')).toMatchObject({ state: 'on' });
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('has lost a message that was looked for, the schedule goes on', async () => {
    const { clock, platform, pass, schedules } = await faulty({ kind: 'lost response' });
    platform.fail({ kind: 'gone' });
    clock.pass(1);
    await pass();
    expect(await schedules.find('test:channel')).toMatchObject({ state: 'on' });
  });

  test('cannot be reached until three hours after its time, the quiz is not posted, however late it was opened', async () => {
    const { clock, platform, pass } = await dailyWorld();
    clock.pass(30 + 170);
    platform.fail({ kind: 'later', waitMs: 20 * 60_000 });
    await pass();
    clock.pass(20);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('cannot be reached for over three hours, the quiz is not posted late', async () => {
    const { clock, platform, pass } = await dailyWorld();
    clock.pass(30);
    for (let hour = 0; hour < 5; hour++) {
      platform.fail({ kind: 'later', waitMs: 3_600_000 });
      await pass();
      clock.pass(60);
    }
    await pass();
    expect(platform.messages).toEqual([]);
  });
});
