import { describe, expect, test } from 'vitest';
import { closingSaid } from '../../../src/core/commands/daily-closing.ts';
import { closingTime } from '../../../src/core/quiz/daily.ts';
import { textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

describe('when a quiz is to close', () => {
  test.each([
    ['closes 17:00', 1020],
    ['close at 5 pm', 1020],
    ['until 9', 540],
    ['下午5点截止', 1020],
    ['截止 17:30', 1050],
    ['到 18 点', 1080],
    ['until the next', 'with the next'],
    ['closes with the next quiz', 'with the next'],
    ['到下一题', 'with the next'],
    ['close', undefined],
    ['close to the edge', undefined],
    ['9:30 weekdays', undefined],
    ['周一到周五', undefined],
    ['holidays 10/1', undefined],
  ])('is read: %s', (text, said) => {
    expect(closingSaid(text)).toBe(said);
  });

  test.each([
    ['the same day', { closes: 1020 }, '2026-03-02T01:30:00Z', '2026-03-02T09:00:00Z'],
    ['the next day, where it is earlier than it begins', { closes: 480 }, '2026-03-02T01:30:00Z', '2026-03-03T00:00:00Z'],
    ['with the next, where that comes first', { closes: 480 }, '2026-03-02T15:00:00Z', '2026-03-02T20:00:00Z'],
    ['with the next, where nothing else is said', {}, '2026-03-02T01:30:00Z', '2026-03-02T20:00:00Z'],
  ])('is %s', (_when, timetable, at, closes) => {
    const next = {
      at: new Date(at < '2026-03-02T10' && 'closes' in timetable ? '2026-03-05T01:30:00Z' : '2026-03-02T20:00:00Z'),
      day: '2026-03-03',
    } as const;
    expect(closingTime(new Date(at), next, { zone: 'Asia/Shanghai', ...timetable })).toEqual(new Date(closes));
  });

  test('is set by those who manage the channel, shown, kept to, and taken back', async () => {
    const { as, platform, pass, clock } = await quizWorld();
    const boss = as(BOSS);
    expect((await boss.say('daily closes 17:00')).summary).toMatch(/no quiz/i);
    await boss.say('daily 9:30 shanghai weekdays');
    expect((await as(ANN).say('daily closes 17:00')).summary).toMatch(/Only people who manage/);
    expect(textOf(await boss.say('daily closes 17:00'))).toContain('Closes at 17:00');
    expect(textOf(await boss.say('每日'))).toContain('17:00 截止');
    clock.set('2026-03-02T01:31:00Z');
    await pass();
    clock.set('2026-03-02T08:59:00Z');
    await pass();
    expect(textOf(platform.shows() ?? { summary: '', blocks: [] })).toContain('Which part');
    clock.set('2026-03-02T09:00:30Z');
    await pass();
    expect(textOf(platform.shows() ?? { summary: '', blocks: [] })).toMatch(/closed|is:/i);
    expect(textOf(await boss.say('daily until the next'))).not.toContain('Closes at');
  });

  test('can be changed while the quiz is paused, which it stays', async () => {
    const { as, records } = await quizWorld();
    const boss = as(BOSS);
    await boss.say('daily 9:30 shanghai weekdays');
    await boss.say('daily pause');
    await boss.say('daily closes 17:00');
    await boss.say('daily holidays 2026-12-25');
    expect(await records.schedules.find('test:channel')).toMatchObject({
      state: 'paused',
      remark: 'asked',
      timetable: { closes: 1020, holidays: ['2026-12-25'] },
    });
    await boss.say('daily 10:00');
    expect(await records.schedules.find('test:channel')).toMatchObject({ timetable: { minuteOfDay: 600, closes: 1020 } });
  });
});
