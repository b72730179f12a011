import type { Language } from '../../src/core/content/schema.ts';
import type { QuizItem } from '../../src/core/quiz/item.ts';
import type { Arrangement, Chosen, Opening } from '../../src/core/quiz/records.ts';
import type { Day, Schedule } from '../../src/core/schedule/schedule.ts';
import { EVERY_DAY } from '../../src/core/schedule/schedule.ts';

/** A clock that stands still until it is moved. */
export function createClock(start: string) {
  let time = new Date(start);
  let steadyMs = 0;
  return {
    now: () => time,
    /** Milliseconds by a clock that nobody sets. */
    steady: () => steadyMs,
    /** Lets so many minutes go by. */
    pass: (minutes: number) => {
      time = new Date(time.getTime() + minutes * 60_000);
      steadyMs += minutes * 60_000;
    },
    /** Sets the clock, as people and machines do. */
    set: (instant: string) => {
      time = new Date(instant);
    },
  };
}

/** A question about a concept, whose right choice is b. */
export const itemAbout = (concept: string): QuizItem => ({
  id: `${concept}/what`,
  concept,
  sort: 'authored',
  stem: { en: `What is ${concept}?`, zh: `${concept} 是什么？` },
  choices: ['a', 'b', 'c'].map((id) => ({
    id,
    text: { en: `${concept} ${id}`, zh: `${concept} 之 ${id}` },
    ...(id !== 'b' && { wrong: { en: `${id} is another thing.`, zh: `${id} 是另一回事。` } }),
  })),
  answer: 'b',
  explanation: { en: `${concept} is b.`, zh: `${concept} 就是 b。` },
});

export const chosen = (...concepts: readonly string[]): Chosen[] => concepts.map((concept) => ({ item: itemAbout(concept) }));

/** 09:30 in Shanghai, every day. */
export const MORNINGS: Schedule = { minuteOfDay: 570, zone: 'Asia/Shanghai', days: EVERY_DAY };

export const arrangement = (given: Partial<Arrangement> = {}): Arrangement => ({
  conversation: 'test:channel',
  space: 'test:space',
  isDirect: false,
  language: 'en' satisfies Language,
  timetable: MORNINGS,
  questions: 1,
  isQuiet: false,
  setBy: 'test:boss',
  ...given,
});

export const opening = (day: Day, given: Partial<Opening> = {}): Opening => ({
  ...arrangement(),
  day,
  closesAt: new Date(`${day}T23:00:00Z`),
  questions: chosen('pod'),
  lane: { lane: 'test:space', gapMs: 100 },
  ...given,
});
