import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DONT_KNOW, type Quiz } from '../../src/core/quiz/records.ts';
import { createMemoryModel, RATINGS } from '../../src/core/review/memory.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { chosen, createClock, opening } from '../support/quiz.ts';

const ANN = 'test:ann';
const good = { kind: 'rated', rating: 'good' } as const;
const again = { kind: 'rated', rating: 'again' } as const;
const START = '2026-03-02T12:00:00Z';
const DAY = 24 * 60;

/** What any store must do with reviews. Call it once for each engine. */
export function reviewsContract(name: string, newPlace: () => Promise<Place>) {
  const open = async (place?: Place) => {
    const clock = createClock(START);
    const where = place ?? (await newPlace());
    const store = await openStore(where.where, { as: 'tool', now: clock.now });
    onTestFinished(() => store.close());
    return { ...store.reviews, quizzes: store.records.quizzes, clock, place: where };
  };

  describe(`${name} keeps what is remembered`, () => {
    test('as the model has it, to the last digit', async () => {
      const { log, clock } = await open();
      const model = createMemoryModel();
      await log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 0 });
      clock.pass(3 * DAY + 7);
      await log.learn({ actor: ANN, concept: 'pod', evidence: again, seen: 1 });
      const first = model.rate(undefined, 'good', new Date(START));
      expect((await log.grip(ANN, 'pod')).memory).toEqual(model.rate(first, 'again', clock.now()));
    });

    test('and a second press, which has not seen the line of the first, changes nothing', async () => {
      const { log, clock } = await open();
      const press = { actor: ANN, concept: 'pod', evidence: good, seen: 0 } as const;
      expect(await log.learn(press)).toBe('kept');
      const before = await log.grip(ANN, 'pod');
      clock.pass(1);
      expect(await log.learn(press)).toBe('already');
      expect(await log.learn({ ...press, seen: 5 })).toBe('already');
      expect(await log.grip(ANN, 'pod')).toEqual(before);
    });

    test('also when it is pressed on several connections at once', async () => {
      const place = await newPlace();
      const stores = [await open(place), await open(place), await open(place)];
      const kept = await Promise.all(stores.map(({ log }) => log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 0 })));
      expect(kept.toSorted()).toEqual(['already', 'already', 'kept']);
      expect((await stores[0]?.log.grip(ANN, 'pod'))?.lines).toBe(1);
    });

    test('with when each face was shown', async () => {
      const { log, clock } = await open();
      await log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 0, face: 'pod:define:en' });
      clock.pass(DAY);
      await log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 1, face: 'pod:define:en' });
      expect((await log.grip(ANN, 'pod')).shownAt).toEqual(new Map([['pod:define:en', clock.now()]]));
    });

    test('and takes back a line once, as if it had never been', async () => {
      const { log, clock } = await open();
      await log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 0 });
      const before = await log.grip(ANN, 'pod');
      clock.pass(DAY);
      await log.learn({ actor: ANN, concept: 'pod', evidence: again, seen: 1 });
      const line = (await log.since(ANN, clock.now())).lines.at(-1) ?? { id: '', concept: '' };
      expect(await log.undo({ actor: ANN, line })).toBe('kept');
      expect(await log.undo({ actor: ANN, line })).toBe('already');
      expect(await log.undo({ actor: 'test:bob', line })).toBe('already');
      const after = await log.grip(ANN, 'pod');
      expect(after.memory).toEqual(before.memory);
      expect(after.lines).toBe(3);
    });

    test('so that nothing is known of a concept whose only line was taken back', async () => {
      const { log, memories, clock } = await open();
      await log.learn({ actor: ANN, concept: 'pod', evidence: good, seen: 0 });
      const [line] = (await log.since(ANN, clock.now())).lines;
      await log.undo({ actor: ANN, line: line ?? { id: '', concept: '' } });
      expect(await memories.all(ANN)).toEqual(new Map());
    });

    test('the same as its log says, whatever happens and however the clock leaps', async () => {
      const { log, clock } = await open();
      const step = fc.record({
        concept: fc.constantFrom('a', 'b'),
        rating: fc.constantFrom(...RATINGS),
        minutes: fc.integer({ min: -60, max: 3 * DAY }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.boolean(), async (steps, isUndone) => {
          for (const { concept, rating, minutes } of steps) {
            clock.pass(minutes);
            const { lines } = await log.grip(ANN, concept);
            await log.learn({ actor: ANN, concept, evidence: { kind: 'rated', rating }, seen: lines });
          }
          const last = (await log.since(ANN, new Date(0))).lines.findLast(({ what }) => what.kind === 'rated');
          if (isUndone && last) await log.undo({ actor: ANN, line: last });
          expect(await log.rebuild()).toBe(0);
        }),
        { numRuns: 10 },
      );
    });

    test('and mends memories that are not what the log says', async () => {
      const { log, place } = await open();
      for (const concept of ['a', 'b', 'c']) await log.learn({ actor: ANN, concept, evidence: good, seen: 0 });
      const right = await log.grip(ANN, 'a');
      await place.query(`update memory set stability = stability + 1 where concept = 'a'`);
      await place.query(`delete from memory where concept = 'b'`);
      await place.query(`update memory set concept = 'z' where concept = 'c'`);
      expect(await log.rebuild()).toBe(4);
      expect(await log.grip(ANN, 'a')).toEqual(right);
      expect(await log.rebuild()).toBe(0);
    });
  });

  describe(`${name} takes answers to a quiz for evidence`, () => {
    const answered = async (choice: string, isRight: boolean) => {
      const world = await open();
      const quiz = (await world.quizzes.find((await world.quizzes.open(opening('2026-03-02'))) ?? 0)) as Quiz;
      const press = () => world.quizzes.record({ quiz, position: 1, actor: { id: ANN, name: 'Ann' }, choice, isRight });
      await press();
      await press();
      return world;
    };

    test.each([
      ['b', true, { kind: 'hit', choices: 3 }, 0],
      ['a', false, { kind: 'missed' }, 1],
      [DONT_KNOW, false, { kind: 'unsure' }, 0],
    ] as const)('%s is one line in the log', async (choice, isRight, what, misses) => {
      const { log } = await answered(choice, isRight);
      expect((await log.since(ANN, new Date(0))).lines.map((line) => [line.concept, line.what])).toEqual([['pod', what]]);
      expect((await log.grip(ANN, 'pod')).memory?.misses).toBe(misses);
    });

    test('those who answered in a conversation are its members, with their memories unless they opted out', async () => {
      const { memories, habits, clock } = await answered('b', true);
      const since = new Date(START);
      expect(await memories.ofMembers('test:channel', since)).toMatchObject([{ isOptedOut: false }]);
      expect((await memories.ofMembers('test:channel', since))[0]?.memories.size).toBe(1);
      await habits.set(ANN, { isOptedOut: true });
      expect(await memories.ofMembers('test:channel', since)).toEqual([{ isOptedOut: true, isSharing: false, memories: new Map() }]);
      await habits.set(ANN, { isSharing: true });
      expect((await memories.ofMembers('test:channel', since))[0]).toMatchObject({ isOptedOut: true, isSharing: true });
      expect((await memories.ofMembers('test:channel', since))[0]?.memories.size).toBe(1);
      clock.pass(1);
      expect(await memories.ofMembers('test:channel', clock.now())).toEqual([]);
      expect(await memories.ofMembers('test:other', since)).toEqual([]);
    });

    test('a quiz for oneself makes nobody a member', async () => {
      const { memories, quizzes } = await open();
      const own = { conversation: 'test:channel', space: 'test:space', language: 'en', questions: chosen('pod') } as const;
      const quiz = (await quizzes.find(await quizzes.openOwn(ANN, own))) as Quiz;
      await quizzes.record({ quiz, position: 1, actor: { id: ANN, name: 'Ann' }, choice: 'b', isRight: true });
      expect((await memories.all(ANN)).size).toBe(1);
      expect(await memories.ofMembers('test:channel', new Date(0))).toEqual([]);
    });
  });

  describe(`${name} finds what to review`, () => {
    test('what is due and was not seen today, longest due first, a part at a time', async () => {
      const { log, memories, clock } = await open();
      for (const concept of ['c', 'a', 'b']) {
        await log.learn({ actor: ANN, concept, evidence: again, seen: 0 });
        clock.pass(60);
      }
      clock.pass(5 * DAY);
      const due = async (offset: number, notSeenSince = clock.now()) => [
        ...(await memories.due(ANN, { before: clock.now(), notSeenSince, limit: 2, offset })).keys(),
      ];
      expect(await due(0)).toEqual(['c', 'a']);
      expect(await due(2)).toEqual(['b']);
      expect(await due(0, new Date('2026-03-02T12:30:00Z'))).toEqual(['c']);
      expect([...(await memories.all(ANN)).keys()].toSorted()).toEqual(['a', 'b', 'c']);
      expect(await memories.due('test:bob', { before: clock.now(), notSeenSince: clock.now(), limit: 9, offset: 0 })).toEqual(new Map());
      expect(await memories.all('test:bob')).toEqual(new Map());
    });

    test('when something was done: today’s lines, the last one before, and the quarters of an hour', async () => {
      const { log, clock } = await open();
      await log.learn({ actor: ANN, concept: 'a', evidence: good, seen: 0 });
      const first = clock.now();
      clock.pass(DAY + 20);
      await log.learn({ actor: ANN, concept: 'a', evidence: good, seen: 1 });
      expect(await log.since(ANN, clock.now())).toMatchObject({
        lines: [{ concept: 'a', what: good, at: clock.now(), since: first }],
        before: first,
      });
      expect((await log.since(ANN, first)).before).toBeUndefined();
      expect(await log.since(ANN, new Date(clock.now().getTime() + 1))).toEqual({ lines: [], before: clock.now() });
      expect(await log.since('test:nobody', first)).toEqual({ lines: [], before: undefined });
      const quarters = (await log.activeQuarters(ANN, first)).map((at) => at.toISOString()).toSorted();
      expect(quarters).toEqual(['2026-03-02T12:00:00.000Z', '2026-03-03T12:15:00.000Z']);
    });

    test('what was looked up in the last days, and forgets what was before', async () => {
      const { lookUps, clock, place } = await open();
      lookUps.note(ANN, 'pod');
      lookUps.note(ANN, 'node');
      clock.pass(1);
      lookUps.note(ANN, 'pod');
      const found = await lookUps.of(ANN);
      expect(found.get('pod')?.toSorted()).toEqual([new Date(START), clock.now()]);
      expect(found.get('node')).toEqual([new Date(START)]);
      clock.pass(9 * DAY);
      expect(await lookUps.of(ANN)).toEqual(new Map());
      lookUps.note(ANN, 'etcd');
      expect([...(await lookUps.of(ANN)).keys()]).toEqual(['etcd']);
      expect((await place.query('select concept from look_up')).length).toBe(1);
    });

    test('how a learner wants to review', async () => {
      const { habits } = await open();
      expect(await habits.of(ANN)).toEqual({ limits: undefined, zone: undefined, isOptedOut: false, isSharing: false, holds: [] });
      await habits.set(ANN, { limits: { due: 10, fresh: 0 } });
      await habits.set(ANN, { zone: 'Asia/Shanghai', isOptedOut: true, isSharing: true });
      expect(await habits.of(ANN)).toEqual({
        ...{ limits: { due: 10, fresh: 0 }, zone: 'Asia/Shanghai' },
        ...{ isOptedOut: true, isSharing: true, holds: [] },
      });
    });

    test('holidays, of which only what is over and the last one stay', async () => {
      const { habits, clock } = await open();
      const at = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`);
      await habits.hold(ANN, { from: at(2), until: at(10) });
      await habits.hold(ANN, { from: at(20), until: at(25) });
      expect((await habits.of(ANN)).holds).toEqual([{ from: at(20), until: at(25) }]);
      clock.set(at(22).toISOString());
      await habits.hold(ANN, undefined);
      expect((await habits.of(ANN)).holds).toEqual([{ from: at(20), until: at(22) }]);
      await habits.hold(ANN, { from: at(1), until: at(30) });
      expect((await habits.of(ANN)).holds).toEqual([
        { from: at(20), until: at(22) },
        { from: at(22), until: at(30) },
      ]);
    });
  });
}
