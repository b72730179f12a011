import { describe, expect, test } from 'vitest';
import { parseSchedule, type SaidSchedule } from '../../../src/core/schedule/parse-schedule.ts';
import { EVERY_DAY, WEEKEND, WORKDAYS } from '../../../src/core/schedule/schedule.ts';

const now = new Date('2026-03-10T00:00:00Z');
const read = (text: string) => parseSchedule(text, { now, language: 'en' });
const nineThirty = { minuteOfDay: 570 };
const nine = { minuteOfDay: 540 };

const UNDERSTOOD: readonly (readonly [text: string, schedule: SaidSchedule])[] = [
  ['', {}],
  // Everything at once, in any order
  [
    '09:30 Asia/Shanghai weekdays 3 kubernetes',
    { ...nineThirty, zone: 'Asia/Shanghai', days: WORKDAYS, questions: 3, topic: 'kubernetes' },
  ],
  [
    'Kubernetes weekdays 3 asia/shanghai 9:30AM',
    { ...nineThirty, zone: 'Asia/Shanghai', days: WORKDAYS, questions: 3, topic: 'Kubernetes' },
  ],
  [
    'post 3 questions every Monday, Wednesday and Friday at half past nine in the morning London time',
    { ...nineThirty, zone: 'Europe/London', days: [1, 3, 5], questions: 3 },
  ],
  ['每个工作日上午九点半北京时间三题，关于容器', { ...nineThirty, zone: 'Asia/Shanghai', days: WORKDAYS, questions: 3, topic: '容器' }],
  ['容器网络的题 周一到周五 09:30 上海 2道题', { ...nineThirty, zone: 'Asia/Shanghai', days: WORKDAYS, questions: 2, topic: '容器网络' }],
  ['週一至週五 上午九點半 台北 兩題 容器', { ...nineThirty, zone: 'Asia/Taipei', days: WORKDAYS, questions: 2, topic: '容器' }],
  ['０９：３０　Ｂｅｒｌｉｎ', { ...nineThirty, zone: 'Europe/Berlin' }],
  ['每天 9am New York 3 questions 容器', { ...nine, zone: 'America/New_York', days: EVERY_DAY, questions: 3, topic: '容器' }],
  // Days
  ['every day', { days: EVERY_DAY }],
  ['每天9点3题', { ...nine, days: EVERY_DAY, questions: 3 }],
  ['工作日', { days: WORKDAYS }],
  ['weekends 9', { ...nine, days: WEEKEND }],
  ['周末9点', { ...nine, days: WEEKEND }],
  ['mon,wed,fri', { days: [1, 3, 5] }],
  ['Mon-Fri', { days: WORKDAYS }],
  ['Fri to Mon', { days: [1, 5, 6, 7] }],
  ['Tuesdays & Thursdays', { days: [2, 4] }],
  ['weekdays and Saturday', { days: [1, 2, 3, 4, 5, 6] }],
  ['every weekday except Friday', { days: [1, 2, 3, 4] }],
  ['除了周三，每天', { days: [1, 2, 4, 5, 6, 7] }],
  ['周一、三、五', { days: [1, 3, 5] }],
  ['每周一三五', { days: [1, 3, 5] }],
  ['周一到五', { days: WORKDAYS }],
  ['星期1至星期5', { days: WORKDAYS }],
  ['礼拜天', { days: [7] }],
  ['周1,3,5 8:30', { minuteOfDay: 510, days: [1, 3, 5] }],
  ['周1-5 9点', { ...nine, days: WORKDAYS }],
  ['周5 3 9:00', { ...nine, days: [5], questions: 3 }],
  ['周一,3:00', { minuteOfDay: 180, days: [1] }],
  ['周六日', { days: WEEKEND }],
  ['周一三点两题', { minuteOfDay: 180, days: [1], questions: 2 }],
  ['周一二十点', { minuteOfDay: 1200, days: [1] }],
  // Numbers: an hour, a number of questions, or part of a topic
  ['9', nine],
  ['3', { questions: 3 }],
  ['at 3', { minuteOfDay: 180 }],
  ['9 3', { ...nine, questions: 3 }],
  ['3 9', { ...nine, questions: 3 }],
  ['3 4', { minuteOfDay: 180, questions: 4 }],
  ['3 questions 4', { minuteOfDay: 240, questions: 3 }],
  ['at 9: 3 questions', { ...nine, questions: 3 }],
  ['9 pm 5', { minuteOfDay: 1260, questions: 5 }],
  ['weekdays 0930', { ...nineThirty, days: WORKDAYS }],
  ['docker 101 9:00', { ...nine, topic: 'docker 101' }],
  ['9:30 kubernetes 1.30', { ...nineThirty, topic: 'kubernetes 1.30' }],
  ['9.30 kubernetes', { ...nineThirty, topic: 'kubernetes' }],
  ['k8s 9:00', { ...nine, topic: 'k8s' }],
  // Topics: small words belong to them inside, not around
  ['9:00 about the state of the cluster', { ...nine, topic: 'state of the cluster' }],
  ['9:00 CI/CD', { ...nine, topic: 'CI/CD' }],
  ['kube-proxy at 9', { ...nine, topic: 'kube-proxy' }],
  ['9点 发布策略', { ...nine, topic: '发布策略' }],
  ['容器开发9点', { ...nine, topic: '容器开发' }],
  ['每天两个容器', { days: EVERY_DAY, topic: '两个容器' }],
  ['9点出两个，关于一致性', { ...nine, questions: 2, topic: '一致性' }],
  ['早期架构 9点', { ...nine, topic: '早期架构' }],
  ['每天三道容器题', { days: EVERY_DAY, questions: 3, topic: '容器' }],
  ['9点 5 道 Docker 题', { ...nine, questions: 5, topic: 'Docker' }],
  ['常见问题 9点', { ...nine, topic: '常见问题' }],
];

describe('a schedule that is typed', () => {
  test.each(UNDERSTOOD)('is understood: %s', (text, schedule) => {
    expect(read(text)).toEqual({ kind: 'schedule', schedule, unreadable: [] });
  });

  test('says which signs and numbers were left out', () => {
    expect(read('9:30 @#$ 1234567')).toEqual({ kind: 'schedule', schedule: nineThirty, unreadable: ['1234567', '@', '#', '$'] });
  });
});

describe('what is unclear is asked back', () => {
  test.each([
    ['25:00', '25:00', 'no such time'],
    ['weekdays 9:75 docker', '9:75', 'no such time'],
    ['上午九点七十分', '上午九点七十分', 'no such time'],
    ['早上15点', '早上15点', 'contradiction'],
    ['9:00 and 17:00', '9:00 and 17:00', 'two times'],
    ['every morning', 'morning', 'no hour'],
  ])('%s', (text, said, why) => {
    expect(read(text)).toEqual({ kind: 'unclear time', said, why });
  });

  test.each(['9:00 7 questions', '9:00 七题', '9:00 0 questions', '9:00 2 questions 3 questions', '9:00 12'])(
    'how many questions: %s',
    (text) => {
      expect(read(text).kind).toBe('unclear number');
    },
  );

  test('which days, where none is left', () => {
    expect(read('weekdays except Mon-Fri')).toEqual({ kind: 'no days', said: 'weekdays except Mon-Fri' });
  });
});
