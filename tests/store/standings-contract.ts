import { describe, expect, onTestFinished, test } from 'vitest';
import { DONT_KNOW } from '../../src/core/quiz/records.ts';
import { ranked, scoreOf } from '../../src/core/quiz/standing.ts';
import type { Day } from '../../src/core/schedule/schedule.ts';
import { openStore } from '../../src/store/store.ts';
import { atNoon, type Place } from '../support/databases.ts';
import { opening } from '../support/quiz.ts';

/** What any store must do with standings. Call it once for each engine. */
export function standingsContract(name: string, newPlace: () => Promise<Place>) {
  const open = async () => {
    const place = await newPlace();
    const { records, preferences, close } = await openStore(place.where, { as: 'tool', now: atNoon });
    onTestFinished(close);
    /** Has people answer a day's quiz in a channel; `right` and `wrong` and `passed` name them. */
    const play = async (
      day: Day,
      channel: string,
      { right = [], wrong = [], passed = [] }: Partial<Record<'right' | 'wrong' | 'passed', string[]>>,
    ) => {
      const quiz = await records.quizzes.find((await records.quizzes.open(opening(day, { conversation: `test:${channel}` }))) ?? 0);
      if (!quiz) throw new Error('no quiz');
      const press = (who: string, choice: string) =>
        records.quizzes.record({ quiz, position: 1, actor: { id: `test:${who}`, name: who }, choice, isRight: choice === 'b' });
      for (const who of right) await press(who, 'b');
      for (const who of wrong) await press(who, 'a');
      for (const who of passed) await press(who, DONT_KNOW);
    };
    return { ...records, preferences, place, play };
  };
  const here = { conversation: 'test:here' } as const;

  describe(`${name} counts`, () => {
    test('right first answers by conversation, space, week and month', async () => {
      const { standings, play } = await open();
      await play('2026-03-01', 'here', { right: ['ann'], wrong: ['bob'] });
      await play('2026-03-02', 'here', { right: ['ann', 'bob'] });
      await play('2026-03-02', 'there', { right: ['bob'] });
      const lines = async (scope: Parameters<typeof standings.top>[0], period: string) =>
        (await standings.top(scope, period, 10)).map(({ answered, correct }) => [correct, answered]);
      expect(await lines(here, 'all')).toEqual([
        [2, 2],
        [1, 2],
      ]);
      expect(await lines(here, '2026-W10')).toEqual([
        [1, 1],
        [1, 1],
      ]);
      expect(await lines(here, '2026-02')).toEqual([]);
      expect(await lines({ space: 'test:space' }, '2026-03')).toEqual([
        [2, 2],
        [2, 3],
      ]);
    });

    test('nothing for “I don’t know”', async () => {
      const { standings, play } = await open();
      await play('2026-03-02', 'here', { passed: ['ann'] });
      expect(await standings.people(here, 'all')).toBe(0);
      expect(await standings.own(here, 'all', 'test:ann')).toBeUndefined();
    });

    test('a place that those with the same score share', async () => {
      const { standings, play } = await open();
      await play('2026-03-02', 'here', { right: ['ann', 'bob', 'eve'], wrong: ['dan'] });
      await play('2026-03-03', 'here', { right: ['ann'] });
      const best = await standings.top(here, 'all', 10);
      expect(ranked(best).map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
      expect(await standings.own(here, 'all', 'test:eve')).toMatchObject({
        rank: 2,
        correct: 1,
        score: scoreOf({ answered: 1, correct: 1 }),
      });
      expect(await standings.own(here, 'all', 'test:dan')).toMatchObject({ rank: 4 });
    });

    test('the days on which somebody answered, or one person', async () => {
      const { standings, play } = await open();
      await play('2026-03-01', 'here', { right: ['ann'] });
      await play('2026-03-02', 'here', {});
      await play('2026-03-03', 'here', { passed: ['bob'] });
      await play('2026-03-03', 'there', { right: ['ann'] });
      const days = async (...who: [`test:${string}`?]) => [...(await standings.daysAnswered('test:here', '2026-03-01', ...who))].toSorted();
      expect(await days()).toEqual(['2026-03-01', '2026-03-03']);
      expect(await days('test:ann')).toEqual(['2026-03-01']);
      expect(await days('test:nobody')).toEqual([]);
      expect([...(await standings.daysAnswered('test:here', '2026-03-02'))]).toEqual(['2026-03-03']);
    });

    test('those by name who asked for it, as they are called now', async () => {
      const { standings, preferences, play } = await open();
      await preferences.setNamed({ id: 'test:ann', name: 'Ann' }, true);
      await play('2026-03-02', 'here', { right: ['ann', 'bob'] });
      const names = async () => (await standings.top(here, 'all', 10)).map(({ name: shown }) => shown);
      expect(await names()).toEqual(['ann', undefined]);
      expect(await preferences.isNamed('test:ann')).toBe(true);
      await preferences.setNamed({ id: 'test:ann', name: 'ann' }, false);
      expect(await names()).toEqual([undefined, undefined]);
      expect(await preferences.isNamed('test:bob')).toBe(false);
    });

    test('again while people answer, and misses nobody', async () => {
      const { standings, place, play } = await open();
      await play('2026-03-01', 'here', { right: ['ann'], wrong: ['bob'] });
      for (let round = 1; round <= 10; round++) {
        await place.query(`update standing set correct = 7 where period = 'all'`);
        const day = `2026-04-${String(round).padStart(2, '0')}` as Day;
        await Promise.all([play(day, 'here', { right: ['ann', 'bob', 'eve'] }), ...[1, 2, 3, 4].map(() => standings.rebuild())]);
      }
      expect(await standings.own(here, 'all', 'test:ann')).toMatchObject({ answered: 11, correct: 11 });
      expect(await standings.rebuild()).toBe(0);
    });

    test('again from the attempts, and mends what is wrong', async () => {
      const { standings, place, play } = await open();
      await play('2026-03-01', 'here', { right: ['ann'], wrong: ['bob'] });
      await play('2026-03-02', 'there', { right: ['bob'], passed: ['ann'] });
      expect(await standings.rebuild()).toBe(0);
      const before = await standings.top({ space: 'test:space' }, 'all', 10);
      await place.query(`update standing set correct = 7 where period = 'all' and scope like 'space%'`);
      await place.query(`delete from standing where scope = 'conversation test:here'`);
      expect(await standings.rebuild()).toBe(2 + 6);
      expect(await standings.top({ space: 'test:space' }, 'all', 10)).toEqual(before);
      expect(await standings.rebuild()).toBe(0);
    });
  });
}
