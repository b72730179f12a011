import { expect, onTestFinished, test } from 'vitest';
import type { Quiz } from '../../src/core/quiz/records.ts';
import { openStore } from '../../src/store/store.ts';
import { TABLE_KEYS } from '../../src/store/table-keys.ts';
import type { Place } from '../support/databases.ts';
import { arrangement, chosen, createClock, opening } from '../support/quiz.ts';

const [ANN, DIRECT, BOB] = ['slack:T1:ann', 'slack:T1:D1', 'slack:T1:bob'] as const;
const SPACE = 'slack:T1';
const DAY = '2026-03-02';

/** What any store must give to whoever asks for all that is stored of them. Call it once for each engine. */
export function dossierContract(name: string, newPlace: () => Promise<Place>) {
  /** A store in which Ann has left a trace wherever one can. */
  const lived = async () => {
    const clock = createClock(`${DAY}T12:00:00Z`);
    const place = await newPlace();
    const store = await openStore(place.where, { as: 'tool', now: clock.now });
    onTestFinished(() => store.close());
    const { reviews, records, preferences } = store;
    const next = { at: clock.now(), day: DAY } as const;
    const answer = async (id: number | undefined, ...actors: readonly (typeof ANN | typeof BOB)[]) => {
      const quiz = (await records.quizzes.find(id ?? 0)) as Quiz;
      for (const actor of actors) {
        await records.quizzes.record({ quiz, position: 1, actor: { id: actor, name: actor }, choice: 'b', isRight: true });
      }
    };
    for (const actor of [ANN, BOB]) {
      await reviews.log.learn({ actor, concept: 'pod', evidence: { kind: 'known' }, seen: 0, face: 'pod:define:en' });
      await preferences.setNamed({ id: actor, name: actor }, true);
      await reviews.habits.hold(actor, { from: clock.now(), until: new Date(clock.now().getTime() + 1) });
      reviews.lookUps.note(actor, 'etcd');
      await reviews.lookUps.of(actor);
      await reviews.people.ask(actor, 'forget');
      await reviews.people.offerCode(actor);
      await reviews.people.join(actor, 'AAAAAAAA');
    }
    const reminder = { conversation: DIRECT, space: SPACE, language: 'en', minuteOfDay: 540, zone: 'UTC' } as const;
    await reviews.reminders.save(ANN, reminder, next);
    for (const due of await reviews.reminders.claimDue(['slack'], 1))
      await reviews.reminders.goOn(due, next, { lane: { lane: SPACE, gapMs: 0 }, ...next });
    for (const where of [
      { conversation: DIRECT, space: SPACE, isDirect: true },
      { conversation: 'slack:T1:C1', space: SPACE },
    ] as const) {
      const given = arrangement({ ...where, setBy: ANN });
      await records.schedules.save(given, next);
      await store.digests.save(given, next);
      await answer(await records.quizzes.open(opening(DAY, where)), ANN, ...('isDirect' in where ? [] : [BOB]));
    }
    await answer(await records.quizzes.openOwn(ANN, { conversation: DIRECT, space: SPACE, language: 'en', questions: chosen('pod') }), ANN);
    await store.inviters.remember('slack:T1:C1', ANN);
    const rowsBy = async () => {
      const rows: Record<string, string[]> = {};
      for (const table of Object.keys(TABLE_KEYS)) rows[table] = (await place.query(`select * from "${table}"`)).map(asText);
      return rows;
    };
    return { ...store, rowsBy };
  };

  test(`${name} gives a person every row that is deleted or made nobody’s when they are forgotten, and none of anybody else`, async () => {
    const { reviews, rowsBy } = await lived();
    const dossier = Object.entries(await reviews.people.dossier(ANN)).map(([table, rows]) => [table, rows.map(asText)] as const);
    const [before, others] = [await rowsBy(), await reviews.people.dossier(BOB)];
    await reviews.people.forget(ANN);
    const after = await rowsBy();
    const given = new Map(dossier);
    for (const [table, rows] of Object.entries(before)) {
      // The questions of a quiz are the notes’, and stand by it.
      if (table === 'question') continue;
      const gone = rows.filter((row) => !after[table]?.includes(row));
      expect([table, gone.filter((row) => !given.get(table)?.includes(row))]).toEqual([table, []]);
    }
    expect(dossier.filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(18);
    expect(JSON.stringify(dossier)).not.toContain(BOB);
    expect(JSON.stringify(others)).not.toContain(ANN);
  });
}

const asText = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(row).map(([key, value]) => [key, String(value)]));
