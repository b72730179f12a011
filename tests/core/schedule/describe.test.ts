import { describe, expect, test } from 'vitest';
import { scheduleWordsIn } from '../../../src/core/i18n/schedule.ts';
import { describeSchedule, zoneLabel } from '../../../src/core/schedule/describe.ts';
import { parseSchedule } from '../../../src/core/schedule/parse-schedule.ts';
import { EVERY_DAY, type Schedule, WEEKEND, WORKDAYS } from '../../../src/core/schedule/schedule.ts';
import { findZone, zoneChoices } from '../../../src/core/schedule/zones.ts';

const winter = new Date('2026-01-10T00:00:00Z');
const summer = new Date('2026-07-10T00:00:00Z');
const workdays: Schedule = { minuteOfDay: 570, zone: 'Asia/Shanghai', days: WORKDAYS };

describe('a zone is named', () => {
  test('with its distance to UTC at the time, and as people call it', () => {
    expect(zoneLabel('Asia/Shanghai', summer, 'en')).toBe('Asia/Shanghai (UTC+8, Beijing time)');
    expect(zoneLabel('Asia/Shanghai', summer, 'zh')).toBe('Asia/Shanghai（UTC+8，北京时间）');
    expect(zoneLabel('America/New_York', winter, 'en')).toBe('America/New_York (UTC-5, New York time)');
    expect(zoneLabel('America/New_York', summer, 'zh')).toBe('America/New_York（UTC-4，纽约时间）');
    expect(zoneLabel('Europe/London', winter, 'zh')).toBe('Europe/London（UTC，伦敦时间）');
    expect(zoneLabel('Asia/Kolkata', winter, 'en')).toBe('Asia/Kolkata (UTC+5:30, India time)');
  });

  test('by the name that the machine has where we have none', () => {
    expect(zoneLabel('America/St_Johns', summer, 'en')).toBe('America/St_Johns (UTC-2:30, Newfoundland Time)');
    expect(zoneLabel('America/St_Johns', summer, 'zh')).toBe('America/St_Johns（UTC-2:30，纽芬兰时间）');
  });

  test('as a fixed distance where it is one, which is said', () => {
    expect(zoneLabel('Etc/GMT-8', summer, 'en')).toBe('UTC+8 (all year, no summer time)');
    expect(zoneLabel('Etc/GMT+3', summer, 'zh')).toBe('UTC-3（全年固定，没有夏令时）');
  });
});

describe('the zones to choose from', () => {
  test.each(['en', 'zh'] as const)('are few, exist, differ, and are found when typed (%s)', (language) => {
    const zones = zoneChoices(language);
    expect(zones.length).toBeLessThanOrEqual(20);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.map(findZone)).toEqual(zones);
    for (const zone of zones) expect(parseSchedule(zone, { now: summer, language })).toMatchObject({ schedule: { zone } });
  });
});

describe('a schedule in one sentence', () => {
  test.each<[Schedule, object, string, string]>([
    [
      workdays,
      { questions: 3, topic: 'Kubernetes' },
      'Every workday at 09:30, Asia/Shanghai (UTC+8): 3 questions about Kubernetes.',
      '每个工作日 09:30（北京时间，UTC+8）：3 道题，关于 Kubernetes。',
    ],
    [
      { ...workdays, days: EVERY_DAY, zone: 'Europe/London', minuteOfDay: 5 },
      { questions: 1 },
      'Every day at 00:05, Europe/London (UTC+1): one question.',
      '每天 00:05（伦敦时间，UTC+1）：1 道题。',
    ],
    [
      { ...workdays, days: [5, 1, 3] },
      { topic: '容器' },
      'Every Monday, Wednesday and Friday at 09:30, Asia/Shanghai (UTC+8): about 容器.',
      '每周一、周三、周五 09:30（北京时间，UTC+8）：关于容器的题。',
    ],
    [{ ...workdays, days: WEEKEND, zone: 'Etc/GMT-8' }, {}, 'Every Saturday and Sunday at 09:30, UTC+8.', '每个周末 09:30（UTC+8）。'],
  ])('%#', (schedule, asked, en, zh) => {
    expect(describeSchedule(schedule, asked, summer, 'en')).toBe(en);
    expect(describeSchedule(schedule, asked, summer, 'zh')).toBe(zh);
  });

  test.each([
    ['en', summer],
    ['en', winter],
    ['zh', summer],
    ['zh', winter],
  ] as const)('is understood when it is typed back (%s, %s)', (language, at) => {
    for (const zone of [...zoneChoices(language), 'Etc/GMT-8']) {
      for (const days of [EVERY_DAY, WORKDAYS, WEEKEND, [2, 4]] as const) {
        const schedule = { minuteOfDay: 1275, zone, days };
        const sentence = describeSchedule(schedule, { questions: 4 }, at, language);
        const reading = parseSchedule(sentence, { now: at, language });
        expect(reading).toEqual({ kind: 'schedule', schedule: { ...schedule, questions: 4 }, unreadable: [] });
      }
    }
  });
});

test('the words of the two languages have the same keys, and Chinese ones their own weekdays', () => {
  expect(Object.keys(scheduleWordsIn('zh'))).toEqual(Object.keys(scheduleWordsIn('en')));
  expect(scheduleWordsIn('zh').weekdays).toHaveLength(7);
});
