import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { DAY, dailyWorld, SECOND } from '../../support/daily-world.ts';
import { MORNINGS } from '../../support/quiz.ts';

describe('the daily quiz', () => {
  test('is posted at its time, once, and closed by the next one with its answer', async () => {
    const { clock, platform, pass } = await dailyWorld();
    await pass();
    expect(platform.messages).toEqual([]);
    clock.pass(30);
    await pass();
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(platform.shows()?.summary).toBe('Quiz: What is pod?');
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(2);
    expect(platform.shows()?.summary).toBe('The quiz is over. It was B. pod b');
  });

  test('is opened in some conversations at a time, so that ten thousand do not wait for the store one by one', async () => {
    const { clock, platform, arrange, dailyOn, quizzes } = await dailyWorld();
    const channels = [1, 2, 3, 4, 5, 6].map((number) => `test:c${number}` as const);
    for (const conversation of channels) await arrange({ conversation });
    clock.pass(30);
    let [together, most] = [0, 0];
    const whileComposing = async () => {
      together += 1;
      most = Math.max(most, together);
      await setImmediate();
      together -= 1;
    };
    const daily = dailyOn(platform.poster, { whileComposing });
    await daily.tick();
    await daily.settled();
    expect(most).toBe(4);
    for (const conversation of channels) expect(await quizzes.ofDay(conversation, '2026-03-02')).toBeGreaterThan(0);
  });

  test('shows how many have answered, and at its close what was mixed up and who was best', async () => {
    const { clock, platform, pass, answer } = await dailyWorld();
    clock.pass(30);
    await pass();
    await answer('ann', 'b');
    await answer('bob', 'a');
    await answer('eve', 'a');
    clock.pass(5 * SECOND);
    await pass();
    expect(JSON.stringify(platform.shows())).toContain('3 people have answered');
    expect(platform.edits()).toBe(1);
    clock.pass(DAY);
    await pass();
    const closed = JSON.stringify(platform.shows());
    expect(closed).toContain('1 of 3 answered right. Most common mix-up: A. pod a (2 people). a is another thing.');
    expect(closed).toContain('"rank":1,"name":"someone","score":"1 of 1 right"');
  });

  test('that was missed many times comes once, and is skipped when it is over three hours late', async () => {
    const { clock, platform, schedules, pass } = await dailyWorld();
    clock.set('2026-03-05T01:40:00Z');
    await pass();
    expect(platform.messages.length).toBe(1);
    clock.set('2026-03-06T04:31:00Z');
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(await schedules.find('test:channel')).toMatchObject({ remark: 'skipped', next: { day: '2026-03-07' } });
  });

  test('comes once a day, whatever its time is moved to meanwhile', async () => {
    const { clock, platform, arrange, pass } = await dailyWorld();
    clock.pass(30);
    await pass();
    await arrange({ timetable: { ...MORNINGS, minuteOfDay: 600 } });
    clock.pass(40);
    await pass();
    expect(platform.messages.length).toBe(1);
    // In Honolulu it is still the day before, and that day has had none.
    await arrange({ timetable: { ...MORNINGS, zone: 'Pacific/Honolulu', minuteOfDay: 17 * 60 } });
    clock.set('2026-03-02T03:00:00Z');
    await pass();
    expect(platform.messages.length).toBe(2);
  });

  test('comes once when the clock is set back and comes round again', async () => {
    const { clock, platform, pass } = await dailyWorld();
    clock.pass(30);
    await pass();
    clock.pass(-60);
    await pass();
    clock.pass(60);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('comes on the days that a clock which was ahead has left out, once it is right again', async () => {
    const { clock, platform, pass } = await dailyWorld();
    clock.pass(30);
    await pass();
    clock.pass(20 * DAY);
    await pass();
    expect(platform.messages.length).toBe(2);
    clock.set('2026-03-02T02:00:00Z');
    await pass();
    clock.set('2026-03-03T01:30:00Z');
    await pass();
    expect(platform.messages.length).toBe(3);
  });

  test('is not posted when it is over before it could be', async () => {
    const { clock, platform, quizzes, pass } = await dailyWorld();
    platform.fail({ kind: 'later', waitMs: 60_000 });
    clock.pass(30);
    await pass();
    await quizzes.endNow(1);
    clock.pass(2);
    await pass();
    expect(platform.messages).toEqual([]);
    expect(await quizzes.ofDay('test:channel', '2026-03-02')).toBeUndefined();
  });

  test('is held up by nobody else’s trouble', async () => {
    const { clock, platform, incidents, arrange, pass } = await dailyWorld();
    await arrange({ conversation: 'test:broken' });
    clock.pass(30);
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(incidents.length).toBe(1);
  });
});
