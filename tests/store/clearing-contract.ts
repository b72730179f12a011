import { describe, expect, onTestFinished, test } from 'vitest';
import { formOf } from '../../src/core/inbox/form.ts';
import type { Day } from '../../src/core/schedule/schedule.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { chosen, createClock, opening } from '../support/quiz.ts';

const DAY_MINUTES = 24 * 60;
const ANN = { id: 'test:ann', name: 'Ann' } as const;

/** What any store must do with what is too old. Call it once for each engine. */
export function clearingContract(name: string, newPlace: () => Promise<Place>) {
  const open = async () => {
    const place = await newPlace();
    const clock = createClock('2026-03-02T12:00:00Z');
    const store = await openStore(place.where, { as: 'tool', ...clock });
    onTestFinished(() => store.close());
    const { quizzes, posts } = store.records;
    const count = async (table: string) => Number((await place.query(`select count(*) as rows from ${table}`))[0]?.rows);
    const openQuiz = async (day: Day) => {
      const quiz = await quizzes.find((await quizzes.open(opening(day, { questions: chosen('pod', 'node') }))) ?? 0);
      return quiz ?? expect.unreachable('no quiz');
    };
    /** Has all messages posted for which there is something to do. */
    const post = async () => {
      for (const one of await posts.claim(['test'], 10)) await posts.settle(one, `test:${one.key}`);
    };
    return { ...store, ...place, clock, count, openQuiz, post };
  };

  describe(`${name} lets go`, () => {
    test('messages 30 days after they were wanted, where there is nothing to do for them', async () => {
      const { records, clearing, query, clock, openQuiz, post } = await open();
      await openQuiz('2026-03-02');
      clock.pass(DAY_MINUTES);
      await records.quizzes.closeDue(10);
      await post();
      // Nobody has posted this one: it is for its platform to say what becomes of it.
      await openQuiz('2026-03-03');
      clock.pass(29 * DAY_MINUTES);
      expect(await clearing.letGo()).toBe(0);
      clock.pass(DAY_MINUTES);
      expect(await clearing.letGo()).toBe(1);
      expect(await query('select state from post')).toEqual([{ state: 'queued' }]);
      clock.pass(100 * DAY_MINUTES);
      expect(await clearing.letGo()).toBe(0);
    });

    test('the questions of a quiz after 400 days; who answered them stays', async () => {
      const { records, clearing, clock, count, openQuiz, reviews } = await open();
      const quiz = await openQuiz('2026-03-02');
      await records.quizzes.record({ quiz, position: 1, actor: ANN, choice: 'b', isRight: true });
      clock.pass(400 * DAY_MINUTES);
      const newer = await openQuiz('2027-04-06');
      expect(await clearing.letGo()).toBe(0);
      expect((await records.quizzes.find(quiz.id))?.questions).toHaveLength(2);
      clock.pass(1);
      expect(await records.quizzes.find(quiz.id)).toBeUndefined();
      expect(await clearing.letGo()).toBe(2);
      expect((await records.quizzes.find(newer.id))?.questions).toHaveLength(2);
      expect(await Promise.all(['quiz', 'attempt', 'log_line'].map(count))).toEqual([2, 1, 1]);
      expect(await records.standings.rebuild()).toBe(0);
      expect((await reviews.memories.all(ANN.id)).size).toBe(1);
    });

    test('a question without an answer that only one person has asked, though nobody asks another', async () => {
      const { inbox, clearing, clock, count } = await open();
      const text = 'how to install helm';
      await inbox.note(ANN.id, { space: 'test:space', text, form: formOf(text), language: 'en' });
      clock.pass(30 * DAY_MINUTES);
      expect([await clearing.letGo(), await count('gap')]).toEqual([0, 1]);
      clock.pass(1);
      expect([await clearing.letGo(), await count('gap'), await count('gap_asker')]).toEqual([1, 0, 0]);
    });

    test('a little at a time, the oldest first', async () => {
      const { clearing, query, count, openQuiz, post, clock } = await open();
      await openQuiz('2026-03-02');
      await post();
      const columns = 'kind, nonce, subject, conversation, state, due_at_ms, claim, tries, message, drawn_at_ms, is_stale';
      const numbers = 'with recursive n(n) as (select 1 union all select n + 1 from n where n < 1200)';
      await query(`insert into post (key, wanted_at_ms, ${columns}) ${numbers} select 'old:' || n, n, ${columns} from post, n`);
      clock.pass(1);
      expect(await clearing.letGo()).toBe(500);
      expect(await query('select min(wanted_at_ms) as first from post')).toEqual([{ first: expect.toSatisfy((ms) => Number(ms) === 501) }]);
      expect([await clearing.letGo(), await clearing.letGo(), await clearing.letGo()]).toEqual([500, 200, 0]);
      expect(await count('post')).toBe(1);
    });
  });
}
