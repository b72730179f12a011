import type { Language } from '../content/schema.ts';
import { spaced } from './zh.ts';

/** A zone as people know it: `Asia/Shanghai`, `UTC+8`, `Beijing time`. */
interface NamedZone {
  readonly zone: string;
  readonly offset: string;
  readonly name: string;
}

const en = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  everyDay: 'Every day',
  everyWorkday: 'Every workday',
  everyWeekend: 'Every Saturday and Sunday',
  onDays: (days: readonly string[]) => `Every ${new Intl.ListFormat('en-GB').format(days)}`,
  placeTime: (place: string) => `${place} time`,
  fixedZone: (offset: string) => `${offset} (all year, no summer time)`,
  zone: ({ zone, offset, name }: NamedZone) => `${zone} (${offset}, ${name})`,
  at: (days: string, time: string, { zone, offset }: NamedZone) => `${days} at ${time}, ${zone} (${offset})`,
  atFixed: (days: string, time: string, offset: string) => `${days} at ${time}, ${offset}`,
  questions: (count: number) => (count === 1 ? 'one question' : `${count} questions`),
  about: (questions: string, topic: string) => `${questions} about ${topic}`.trim(),
  sentence: (when: string, what: string) => (what === '' ? `${when}.` : `${when}: ${what}.`),
};

/** Words about schedules, in one language. */
export type ScheduleWords = typeof en;

const zh: ScheduleWords = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  everyDay: '每天',
  everyWorkday: '每个工作日',
  everyWeekend: '每个周末',
  onDays: (days) => `每${days.join('、')}`,
  placeTime: (place) => `${place}时间`,
  fixedZone: (offset) => `${offset}（全年固定，没有夏令时）`,
  zone: ({ zone, offset, name }) => `${zone}（${offset}，${name}）`,
  at: (days, time, { offset, name }) => `${days} ${time}（${name}，${offset}）`,
  atFixed: (days, time, offset) => `${days} ${time}（${offset}）`,
  questions: (count) => `${count} 道题`,
  about: (questions, topic) => spaced(questions === '' ? `关于${topic}的题` : `${questions}，关于${topic}`),
  sentence: (when, what) => (what === '' ? `${when}。` : `${when}：${what}。`),
};

const ALL: Readonly<Record<Language, ScheduleWords>> = { en, zh };

/** The words about schedules in a language. A key that one language lacks does not compile. */
export const scheduleWordsIn = (language: Language): ScheduleWords => ALL[language];
