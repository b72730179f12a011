import { describe, expect, onTestFinished, test } from 'vitest';
import type { Quiz } from '../../src/core/quiz/records.ts';
import { createMemoryModel, type Evidence } from '../../src/core/review/memory.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { arrangement, chosen, createClock, opening } from '../support/quiz.ts';

const SLACK = 'slack:T1:U1';
const DISCORD = 'discord:7';
const good: Evidence = { kind: 'rated', rating: 'good' };
const DAY = 24 * 60;
const START = '2026-03-02T12:00:00Z';

/** What any store must do with people of several accounts. Call it once for each engine. */
export function peopleContract(name: string, newPlace: () => Promise<Place>) {
  const open = async () => {
    const clock = createClock(START);
    const place = await newPlace();
    const store = await openStore(place.where, { as: 'tool', now: clock.now });
    onTestFinished(() => store.close());
    const { log, people, memories } = store.reviews;
    const learn = async (actor: typeof SLACK | typeof DISCORD, concept: string, evidence = good) =>
      log.learn({ actor, concept, evidence, seen: (await log.grip(actor, concept)).lines });
    const joined = async () => people.join(DISCORD, await people.offerCode(SLACK));
    /** Has people answer a channel's quiz of a day. */
    const answer = async (day: '2026-03-02' | '2026-03-03', actors: readonly (typeof SLACK | typeof DISCORD)[], choice = 'b') => {
      const id = (await store.records.quizzes.ofDay('test:channel', day)) ?? (await store.records.quizzes.open(opening(day)));
      const quiz = (await store.records.quizzes.find(id ?? 0)) as Quiz;
      for (const actor of actors) {
        await store.records.quizzes.record({ quiz, position: 1, actor: { id: actor, name: actor }, choice, isRight: choice === 'b' });
      }
      return quiz;
    };
    return { ...store, log, people, memories, learn, joined, answer, clock, place };
  };

  describe(`${name} links accounts`, () => {
    test('by a code, and makes their memories of both logs in the order of time', async () => {
      const { learn, clock, joined, log, people } = await open();
      const model = createMemoryModel();
      await learn(SLACK, 'pod');
      clock.pass(2 * DAY);
      await learn(DISCORD, 'pod', { kind: 'rated', rating: 'again' });
      const second = clock.now();
      clock.pass(3 * DAY);
      await learn(SLACK, 'pod');
      expect(await joined()).toBe('joined');
      const first = model.rate(model.rate(undefined, 'good', new Date(START)), 'again', second);
      const all = model.rate(first, 'good', clock.now());
      expect((await log.grip(SLACK, 'pod')).memory).toEqual(all);
      expect((await log.grip(DISCORD, 'pod')).memory).toEqual(all);
      expect(await people.accounts(DISCORD)).toEqual([DISCORD, SLACK]);
      expect(await log.rebuild()).toBe(0);
    });

    test('and parts them again, each with what was done by it', async () => {
      const { learn, joined, log, people, memories } = await open();
      await learn(SLACK, 'pod');
      await learn(DISCORD, 'node');
      const before = [await memories.all(SLACK), await memories.all(DISCORD)];
      await joined();
      expect((await memories.all(SLACK)).size).toBe(2);
      expect(await people.part(DISCORD)).toBe('kept');
      expect([await memories.all(SLACK), await memories.all(DISCORD)]).toEqual(before);
      expect(await people.part(DISCORD)).toBe('already');
      expect(await log.rebuild()).toBe(0);
    });

    test('by a code of eight letters that nobody takes for another, once, for ten minutes', async () => {
      const { people, clock, place } = await open();
      const code = await people.offerCode(SLACK);
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      expect(JSON.stringify(await place.query('select * from link_code'))).not.toContain(code);
      expect(await people.join(SLACK, code)).toBe('same already');
      expect(await people.join(DISCORD, code)).toBe('joined');
      await people.part(DISCORD);
      expect(await people.join(DISCORD, code)).toBe('no such code');
      const late = await people.offerCode(SLACK);
      clock.pass(10);
      expect(await people.join(DISCORD, late)).toBe('no such code');
      const [older, newer] = [await people.offerCode(SLACK), await people.offerCode(SLACK)];
      expect(await people.join(DISCORD, older)).toBe('no such code');
      expect(await people.join(DISCORD, `${newer.slice(0, 4)}-${newer.slice(4).toLowerCase()}`)).toBe('joined');
    });

    test('and lets nobody try more than ten codes an hour', async () => {
      const { people, clock } = await open();
      for (let tries = 0; tries < 10; tries++) expect(await people.join(DISCORD, 'AAAAAAAA')).toBe('no such code');
      expect(await people.join(DISCORD, await people.offerCode(SLACK))).toBe('too many tries');
      clock.pass(60);
      expect(await people.join(DISCORD, await people.offerCode(SLACK))).toBe('joined');
    });

    test('and what each alone had chosen holds for both, also after they part; of what both have chosen, the one’s who offered the code', async () => {
      const { joined, people, reviews, preferences, clock } = await open();
      const { habits, reminders } = reviews;
      const holiday = { from: clock.now(), until: new Date(clock.now().getTime() + 5 * 86_400_000) };
      await habits.set(SLACK, { zone: 'Asia/Shanghai' });
      await habits.set(DISCORD, { zone: 'Europe/Berlin', isOptedOut: true });
      await preferences.setLanguage(DISCORD, 'zh');
      await habits.hold(DISCORD, holiday);
      const reminder = {
        conversation: 'discord:9',
        space: 'discord:direct',
        language: 'zh',
        minuteOfDay: 540,
        zone: 'Europe/Berlin',
      } as const;
      await reminders.save(DISCORD, reminder, { at: clock.now(), day: '2026-03-03' });
      await joined();
      const both = { zone: 'Asia/Shanghai', isOptedOut: true, holds: [holiday] };
      expect([await habits.of(SLACK), await preferences.languageOf(SLACK)]).toMatchObject([both, 'zh']);
      expect(await reminders.find(SLACK)).toEqual(reminder);
      await people.part(DISCORD);
      for (const actor of [SLACK, DISCORD] as const) expect(await habits.of(actor)).toMatchObject(both);
      expect([await reminders.find(SLACK), await reminders.find(DISCORD)]).toEqual([undefined, reminder]);
    });

    test('and counts one person’s first answer to a question that both have answered', async () => {
      const { answer, clock, joined, records, learn } = await open();
      await learn(SLACK, 'pod');
      const quiz = await answer('2026-03-02', [DISCORD], 'a');
      clock.pass(1);
      await answer('2026-03-02', [SLACK], 'b');
      await answer('2026-03-03', [SLACK]);
      expect(await joined()).toBe('joined');
      expect((await records.quizzes.chosenBy(SLACK, quiz.id)).get(1)).toBe('a');
      const own = await records.standings.own({ conversation: 'test:channel' }, 'all', DISCORD);
      expect(own).toMatchObject({ answered: 2, correct: 1, rank: 1 });
      expect(await records.standings.people({ conversation: 'test:channel' }, 'all')).toBe(1);
      expect(await records.standings.rebuild()).toBe(0);
    });
  });

  describe(`${name} gives and deletes what is stored of somebody`, () => {
    const lived = async () => {
      const world = await open();
      const { learn, answer, joined, preferences, reviews, records } = world;
      await learn(SLACK, 'pod');
      await learn(DISCORD, 'node');
      await preferences.setNamed({ id: SLACK, name: 'Ann Alias' }, true);
      await reviews.habits.set(SLACK, { zone: 'Asia/Shanghai' });
      reviews.lookUps.note(SLACK, 'etcd');
      await reviews.lookUps.of(SLACK);
      await records.schedules.save(arrangement({ setBy: SLACK }), undefined);
      await reviews.people.ask(SLACK, 'none how to install helm');
      await world.inviters.remember('slack:T1:C1', SLACK);
      const own = { conversation: 'test:room', space: 'test:space', language: 'en', questions: chosen('pod') } as const;
      const quiz = (await records.quizzes.find(await records.quizzes.openOwn(SLACK, own))) as Quiz;
      await records.quizzes.record({ quiz, position: 1, actor: { id: SLACK, name: 'Ann Alias' }, choice: 'b', isRight: true });
      const ofChannel = await answer('2026-03-02', [SLACK], 'a');
      await joined();
      return { ...world, ofChannel };
    };

    test('all of it, from every account', async () => {
      const { people } = await lived();
      const dossier = await people.dossier(DISCORD);
      expect(dossier.actor?.map(({ id }) => id).toSorted()).toEqual([DISCORD, SLACK]);
      expect(dossier.log_line?.map(({ concept }) => concept).toSorted()).toEqual(['node', 'pod', 'pod', 'pod']);
      expect(dossier.look_up?.length).toBe(1);
      expect(dossier.asked?.length).toBe(1);
      expect(dossier.pending).toMatchObject([{ intent: 'none how to install helm' }]);
      expect(dossier.schedule).toMatchObject([{ conversation: 'test:channel', set_by: SLACK }]);
      expect(dossier.inviter).toMatchObject([{ conversation: 'slack:T1:C1', actor: SLACK }]);
      expect(await people.dossier('test:stranger')).toEqual({});
    });

    test('leaves nothing in any table by which they could be found, and every total as it was', async () => {
      const { people, records, ofChannel, place } = await lived();
      const scope = { conversation: 'test:channel' } as const;
      const before = [await records.quizzes.tally(ofChannel), await records.standings.people(scope, 'all')];
      const counts = await people.forget(DISCORD);
      expect(counts).toMatchObject({ actor: 2, log_line: 4, memory: 2, quiz: 1, look_up: 1 });
      expect([await records.quizzes.tally(ofChannel), await records.standings.people(scope, 'all')]).toEqual(before);
      expect(await records.standings.rebuild()).toBe(0);
      expect(await people.dossier(SLACK)).toEqual({});
      for (const table of [
        'actor',
        'preference',
        'log_line',
        'memory',
        'face',
        'look_up',
        'link_code',
        'link_try',
        'pending',
        'asked',
        'attempt',
        'schedule',
        'inviter',
        'learner',
      ]) {
        const said = JSON.stringify(await place.query(`select * from ${table} where 1 = 1`));
        for (const trace of [SLACK, DISCORD, 'Ann Alias', 'learner 1', 'learner 2'])
          expect([table, said.includes(trace)]).toEqual([table, false]);
      }
      expect((await place.query('select * from attempt')).map(({ at_ms }) => Number(at_ms))).toEqual([0]);
    });

    test.each([
      ['whose direct messages are a channel by itself', SLACK, 'slack:T1:D1', 'slack:T1'],
      ['who is the conversation', DISCORD, DISCORD, DISCORD],
    ] as const)(
      'with all that is arranged and open between the bot and one %s, and nothing of a channel',
      async (_who, actor, direct, space) => {
        const { people, records, digests, clock, place, learn } = await open();
        await learn(actor, 'pod');
        const next = { at: clock.now(), day: '2026-03-02' } as const;
        for (const where of [
          { conversation: direct, space, isDirect: true },
          { conversation: 'slack:T1:C1', space: 'slack:T1' },
        ] as const) {
          const given = arrangement({ ...where, setBy: actor });
          await records.schedules.save(given, next);
          await digests.save(given, next);
          const quiz = await records.quizzes.find((await records.quizzes.open(opening('2026-03-02', where))) ?? 0);
          await records.quizzes.record({ quiz: quiz as Quiz, position: 1, actor: { id: actor, name: 'Ann' }, choice: 'b', isRight: true });
        }
        expect(await people.forget(actor)).toMatchObject({ schedule: 1, digest: 1, quiz: 1, post: 1 });
        for (const table of ['schedule', 'digest', 'quiz', 'post'])
          expect((await place.query(`select conversation from ${table} where 1 = 1`)).map(({ conversation }) => conversation)).toEqual([
            'slack:T1:C1',
          ]);
        for (const table of ['asked', 'standing', 'attempt', 'schedule', 'digest'])
          expect(JSON.stringify(await place.query(`select * from ${table} where 1 = 1`))).not.toMatch(
            new RegExp(`"[^"]*(?:${direct}|${actor})"`),
          );
        expect(await records.schedules.find('slack:T1:C1')).toMatchObject({ setBy: 'nobody:0', state: 'on' });
        expect(await records.standings.people({ space: 'slack:T1' }, 'all')).toBe(1);
        expect(await records.standings.rebuild()).toBe(0);
      },
    );

    test('once it is confirmed by the same person, within ten minutes, one time', async () => {
      const { people, clock } = await open();
      const id = await people.ask(SLACK, 'forget');
      expect(await people.confirm(DISCORD, id)).toBeUndefined();
      expect(await people.confirm(SLACK, id)).toBe('forget');
      expect(await people.confirm(SLACK, id)).toBeUndefined();
      const late = await people.ask(SLACK, 'forget');
      clock.pass(10);
      expect(await people.confirm(SLACK, late)).toBeUndefined();
    });
  });
}
