import { describe, expect, onTestFinished, test } from 'vitest';
import { DONT_KNOW, type Quiz } from '../../src/core/quiz/records.ts';
import { nextOccurrence } from '../../src/core/schedule/occurrences.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { arrangement, chosen, createClock, itemAbout, MORNINGS, opening } from '../support/quiz.ts';

const DAY = '2026-03-02';
const ANN = { id: 'test:ann', name: 'Ann' } as const;
const BOB = { id: 'test:bob', name: 'Bob' } as const;

/** What any store must do with quizzes. Call it once for each engine. */
export function quizContract(name: string, newPlace: () => Promise<Place>) {
  const open = async (place?: Place) => {
    const clock = createClock('2026-03-02T12:00:00Z');
    const where = place ?? (await newPlace());
    const store = await openStore(where.where, { as: 'tool', now: clock.now });
    onTestFinished(() => store.close());
    return { ...store.records, preferences: store.preferences, clock, place: where };
  };
  const opened = async (records: Awaited<ReturnType<typeof open>>, given = opening(DAY)): Promise<Quiz> => {
    const quiz = await records.quizzes.find((await records.quizzes.open(given)) ?? 0);
    if (!quiz) throw new Error('no quiz was opened');
    return quiz;
  };

  describe(`${name} keeps schedules`, () => {
    test('as they were arranged, one for a conversation', async () => {
      const { schedules, clock } = await open();
      const next = nextOccurrence(MORNINGS, clock.now());
      await schedules.save(arrangement({ questions: 2 }), next);
      await schedules.save(arrangement({ questions: 3, topic: 'kubernetes' }), next);
      expect(await schedules.find('test:channel')).toMatchObject({
        ...arrangement({ questions: 3, topic: 'kubernetes' }),
        state: 'on',
        next,
      });
      expect(await schedules.find('test:other')).toBeUndefined();
    });

    test('and knows which of a space comes next, of those that are on', async () => {
      const { schedules, clock } = await open();
      const { space } = arrangement();
      expect(await schedules.nextIn(space)).toBeUndefined();
      for (const [conversation, minutes] of [
        ['test:b', 2],
        ['test:a', 2],
        ['test:c', 1],
        ['test:d', 0],
      ] as const) {
        await schedules.save(arrangement({ conversation }), { at: new Date(clock.now().getTime() + minutes * 60_000), day: DAY });
      }
      await schedules.save(arrangement({ conversation: 'test:e', space: 'test:elsewhere' }), { at: clock.now(), day: DAY });
      await schedules.pause('test:d', 'asked');
      expect(await schedules.nextIn(space)).toMatchObject({ conversation: 'test:c' });
      await schedules.remove('test:c');
      expect(await schedules.nextIn(space)).toMatchObject({ conversation: 'test:a' });
    });

    test('and gives each that is due to one process alone, until its minute is over', async () => {
      const { schedules, clock } = await open();
      await schedules.save(arrangement(), { at: clock.now(), day: DAY });
      await schedules.save(arrangement({ conversation: 'other:channel' }), { at: clock.now(), day: DAY });
      await schedules.save(arrangement({ conversation: 'test:later' }), { at: new Date(clock.now().getTime() + 1), day: DAY });
      const claims = await Promise.all([schedules.claimDue(['test'], 10), schedules.claimDue(['test'], 10)]);
      expect(claims.flat().map(({ conversation }) => conversation)).toEqual(['test:channel']);
      clock.pass(1.1);
      expect((await schedules.claimDue(['test'], 10)).length).toBe(2);
      expect(await schedules.claimDue([], 10)).toEqual([]);
    });

    test('and makes them quiet without changing anything else', async () => {
      const { schedules, clock } = await open();
      const next = { at: clock.now(), day: DAY } as const;
      await schedules.save(arrangement(), next);
      await schedules.pause('test:channel', 'asked');
      await schedules.setQuiet('test:channel', true);
      expect(await schedules.find('test:channel')).toMatchObject({ isQuiet: true, state: 'paused', next });
    });

    test('that are paused or removed are not due', async () => {
      const { schedules, clock } = await open();
      const next = { at: clock.now(), day: DAY } as const;
      await schedules.save(arrangement(), next);
      await schedules.pause('test:channel', 'forbidden');
      expect(await schedules.claimDue(['test'], 10)).toEqual([]);
      expect(await schedules.find('test:channel')).toMatchObject({ state: 'paused', remark: 'forbidden' });
      await schedules.resume('test:channel', next);
      expect(await schedules.claimDue(['test'], 10)).toMatchObject([{ state: 'on', remark: undefined }]);
      await schedules.remove('test:channel');
      expect(await schedules.find('test:channel')).toBeUndefined();
    });
  });

  describe(`${name} keeps quizzes`, () => {
    test('one for a conversation and day, with its questions as they were', async () => {
      const records = await open();
      const quiz = await opened(
        records,
        opening(DAY, { questions: [{ item: itemAbout('pod'), why: { kind: 'first' } }, ...chosen('node')] }),
      );
      expect(await records.quizzes.open(opening(DAY))).toBeUndefined();
      expect(await records.quizzes.ofDay('test:channel', DAY)).toBe(quiz.id);
      expect(quiz.questions).toEqual([
        { item: itemAbout('pod'), why: { kind: 'first' } },
        { item: itemAbout('node'), why: undefined },
      ]);
      expect(quiz).toMatchObject({ day: DAY, owners: undefined, closedAt: undefined });
    });

    test('also when two processes open it at once', async () => {
      const place = await newPlace();
      const [one, other] = [await open(place), await open(place)];
      const ids = await Promise.all([one, other, one, other].map(({ quizzes }) => quizzes.open(opening(DAY))));
      expect(ids.filter((id) => id !== undefined).length).toBe(1);
    });

    test('that a schedule brings, once: whoever comes second finds that it has gone on', async () => {
      const { schedules, quizzes, clock } = await open();
      const next = { at: new Date('2026-03-03T01:30:00Z'), day: '2026-03-03' } as const;
      await schedules.save(arrangement(), { at: clock.now(), day: DAY });
      const [due] = await schedules.claimDue(['test'], 1);
      if (!due) throw new Error('nothing is due');
      expect(await quizzes.openDue(due, opening(DAY), next)).toBeTypeOf('number');
      expect(await quizzes.openDue(due, opening('2026-03-09'), next)).toBeUndefined();
      expect(await schedules.find('test:channel')).toMatchObject({ next });
      await schedules.skip(due, undefined);
      expect(await schedules.find('test:channel')).toMatchObject({ next });
    });

    test('of a learner’s own, with all of that learner’s accounts', async () => {
      const { quizzes, place } = await open();
      const id = await quizzes.openOwn(ANN.id, {
        conversation: 'test:room',
        space: 'test:space',
        language: 'zh',
        questions: chosen('pod'),
      });
      await place.query(`insert into actor (id, learner, linked_at_ms) select 'other:ann', learner, 0 from actor`);
      expect((await quizzes.find(id))?.owners).toEqual(['other:ann', 'test:ann']);
      expect(await quizzes.latestOwn('other:ann')).toBe(id);
      expect(await quizzes.latestOwn(BOB.id)).toBeUndefined();
      expect(await quizzes.find(id + 1)).toBeUndefined();
    });

    test('and knows which of a space’s are open, those that close first before the others', async () => {
      const { quizzes, clock } = await open();
      const { space } = arrangement();
      expect(await quizzes.openIn(space)).toEqual([]);
      const openFor = (conversation: `test:${string}`, minutes: number, where = space) =>
        quizzes.open(opening(DAY, { conversation, space: where, closesAt: new Date(clock.now().getTime() + minutes * 60_000) }));
      for (const [conversation, minutes] of [
        ['test:a', 30],
        ['test:b', 10],
        ['test:over', 0],
      ] as const)
        await openFor(conversation, minutes);
      await openFor('test:e', 5, 'test:elsewhere');
      await quizzes.openOwn(ANN.id, { conversation: 'test:a', space, language: 'en', questions: chosen('pod') });
      expect((await quizzes.openIn(space)).map(({ conversation }) => conversation)).toEqual(['test:b', 'test:a']);
      clock.pass(10);
      await quizzes.closeDue(10);
      expect(await quizzes.openIn(space)).toEqual([{ id: expect.any(Number), conversation: 'test:a' }]);
    });

    test('closes those whose time is over, once', async () => {
      const records = await open();
      const quiz = await opened(records);
      expect(await records.quizzes.closeDue(10)).toBe(0);
      await records.quizzes.endNow(quiz.id);
      expect(await records.quizzes.closeDue(10)).toBe(1);
      expect(await records.quizzes.closeDue(10)).toBe(0);
      expect((await records.quizzes.find(quiz.id))?.closedAt).toEqual(records.clock.now());
    });
  });

  describe(`${name} keeps answers`, () => {
    test('of which the first counts, for all of a person’s accounts', async () => {
      const records = await open();
      const quiz = await opened(records);
      const attempt = { quiz, position: 1, actor: ANN, choice: 'a', isRight: false };
      expect(await records.quizzes.record(attempt)).toEqual({ kind: 'kept' });
      await records.place.query(`insert into actor (id, learner, linked_at_ms) select 'other:ann', learner, 0 from actor`);
      const again = { ...attempt, actor: { id: 'other:ann', name: 'Ann' }, choice: 'b', isRight: true } as const;
      expect(await records.quizzes.record(again)).toEqual({ kind: 'already', choice: 'a' });
      expect([...(await records.quizzes.chosenBy('other:ann', quiz.id))]).toEqual([[1, 'a']]);
    });

    test('200 people who press at once, some of them twice: every first press, none twice', async () => {
      const place = await newPlace();
      const [one, other] = [await open(place), await open(place)];
      const quiz = await opened(one);
      const presses = Array.from({ length: 250 }, (_, at) =>
        (at % 2 ? one : other).quizzes.record({
          quiz,
          position: 1,
          actor: { id: `test:p${at % 200}`, name: 'P' },
          choice: at < 200 ? 'b' : 'a',
          isRight: at < 200,
        }),
      );
      const kept = (await Promise.all(presses)).filter(({ kind }) => kind === 'kept');
      expect(kept.length).toBe(200);
      const { people, choices } = await one.quizzes.tally(quiz);
      expect(people).toBe(200);
      expect(choices[0]?.values().reduce((sum, times) => sum + times, 0)).toBe(200);
      expect(await one.standings.people({ space: 'test:space' }, 'all')).toBe(200);
      expect(await one.standings.rebuild()).toBe(0);
    });

    test('and what a question’s answers were in a conversation, once its quiz is closed', async () => {
      const { quizzes, ...records } = await open();
      const quiz = await opened({ quizzes, ...records }, opening(DAY, { questions: chosen('pod', 'node') }));
      for (const [actor, choice] of [
        [ANN, 'b'],
        [BOB, 'a'],
        [{ id: 'test:eve', name: 'Eve' }, DONT_KNOW],
      ] as const) {
        await quizzes.record({ quiz, position: 1, actor, choice, isRight: choice === 'b' });
      }
      await quizzes.endNow(quiz.id);
      await quizzes.closeDue(1);
      const asked = { times: 1, lastAt: records.clock.now() };
      expect(await quizzes.askedIn('test:channel')).toEqual([
        { ...asked, item: 'node/what', concept: 'node', answered: 0, correct: 0 },
        { ...asked, item: 'pod/what', concept: 'pod', answered: 2, correct: 1 },
      ]);
    });

    test('and those of a learner’s own quizzes at once', async () => {
      const { quizzes } = await open();
      const own = { conversation: 'test:room', space: 'test:space', language: 'en', questions: chosen('pod') } as const;
      const quiz = await quizzes.find(await quizzes.openOwn(ANN.id, own));
      if (!quiz) throw new Error('no quiz');
      await quizzes.record({ quiz, position: 1, actor: ANN, choice: 'b', isRight: true });
      expect(await quizzes.askedOf(ANN.id)).toMatchObject([{ item: 'pod/what', answered: 1, correct: 1 }]);
      expect(await quizzes.askedOf(BOB.id)).toEqual([]);
    });
  });
}
