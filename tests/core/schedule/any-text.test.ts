import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../../src/core/schedule/calendar.ts';
import { parseClock } from '../../../src/core/schedule/clock.ts';
import { parseDates } from '../../../src/core/schedule/parse-dates.ts';
import { MAX_QUESTIONS, parseSchedule } from '../../../src/core/schedule/parse-schedule.ts';
import { EVERY_DAY, WEEKEND, WORKDAYS } from '../../../src/core/schedule/schedule.ts';
import { findZone } from '../../../src/core/schedule/zones.ts';

const now = new Date('2026-03-10T00:00:00Z');
const circumstances = fc.record({
  language: fc.constantFrom('en', 'zh'),
  now: fc.constant(now),
  zone: fc.constantFrom(undefined, 'Asia/Shanghai'),
});

const scraps =
  '9 9:30 25:00 3 at am pm 上午 九点 点 半 差 一刻 周一 、 三 五 - 到 mon fri except weekdays 每天 3题 questions Asia/ Shanghai / CST UTC + 8 东八区 . 北京 时间 kubernetes 容器 发 2026 10月1日 Oct ..'.split(
    ' ',
  );
const scrappy = fc
  .array(fc.constantFrom(...scraps), { maxLength: 12 })
  .chain((parts) => fc.constantFrom(' ', '').map((joint) => parts.join(joint)));
const texts = fc.oneof(scrappy, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 }));

describe('any text', () => {
  test('gives a schedule that is whole, or a question back', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(texts, circumstances, (text, around) => {
        const reading = parseSchedule(text, around);
        kinds.add(reading.kind);
        if (reading.kind !== 'schedule') return;
        const { minuteOfDay = 0, zone = 'UTC', days = EVERY_DAY, questions = 1, topic = 'x' } = reading.schedule;
        expect(minuteOfDay).toSatisfy((minute: number) => Number.isInteger(minute) && minute >= 0 && minute < 1440);
        expect(findZone(zone) ?? zone).toBe(zone);
        expect(days).toEqual(EVERY_DAY.filter((day) => days.includes(day)));
        expect(days).not.toEqual([]);
        expect(questions).toSatisfy((count: number) => Number.isInteger(count) && count >= 1 && count <= MAX_QUESTIONS);
        expect(topic).toMatch(/\p{L}/u);
      }),
      { numRuns: 3_000, seed: 7 },
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['ambiguous zone', 'schedule', 'unclear number', 'unclear time']));
  });

  test('gives a time of the day, an unclear one, or none', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = parseClock(text);
        if (reading?.kind === 'clock') expect(reading.minuteOfDay).toSatisfy((minute: number) => minute >= 0 && minute < 1440);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  test('gives days that exist, in order and once each, or none', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'zh'), (text, language) => {
        const reading = parseDates(text, '2026-03-10', language);
        if (reading.kind !== 'dates') return;
        expect(reading.days.filter((day) => !isDay(day))).toEqual([]);
        expect(reading.days).toEqual([...new Set(reading.days)].toSorted());
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  test.each(['9:', 'a/', '周一、', '差', 'america/', 'UTC+', 'mon-', '10月', '. ', '九', '的'])(
    'of a hundred thousand characters costs what a long line costs: %s',
    (scrap) => {
      const long = scrap.repeat(100_000 / scrap.length);
      const start = performance.now();
      parseSchedule(long, { now, language: 'zh' });
      parseDates(long, '2026-03-10', 'zh');
      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );
});

describe('what is said in another order', () => {
  test('means the same', () => {
    const said = [
      fc.constantFrom('09:30', '9:30 am', '上午9点半', 'half past nine').map((text) => ({ text, minuteOfDay: 570 })),
      fc.constantFrom('Asia/Shanghai', 'Beijing time', '北京时间', '上海').map((text) => ({ text, zone: 'Asia/Shanghai' })),
      fc.constantFrom(
        { text: 'weekdays', days: WORKDAYS },
        { text: '周一到周五', days: WORKDAYS },
        { text: 'Sat and Sun', days: WEEKEND },
        { text: '周六、日', days: WEEKEND },
      ),
      fc.constantFrom('3 questions', '3题', '三道题', 'three questions').map((text) => ({ text, questions: 3 })),
      fc.constantFrom('kubernetes', '容器', 'control plane', '发布策略').map((text) => ({ text, topic: text })),
    ];
    const some = fc.tuple(...said).chain((parts) => fc.shuffledSubarray(parts));
    fc.assert(
      fc.property(some, fc.constantFrom(' ', '，', ', ', ' ; '), (parts, joint) => {
        const { text: _, ...schedule } = Object.assign({ text: '' }, ...parts);
        const reading = parseSchedule(parts.map(({ text }) => text).join(joint), { now, language: 'zh' });
        expect(reading).toEqual({ kind: 'schedule', schedule, unreadable: [] });
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});
