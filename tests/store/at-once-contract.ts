import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { createClock } from '../support/quiz.ts';

const START = '2026-03-02T12:00:00Z';
const DAY_MS = 86_400_000;

/** What any store must do where two devices of a person, each with a process of its own, want something at once. Call it once for each engine. */
export function atOnceContract(name: string, newPlace: () => Promise<Place>) {
  const open = async () => {
    const { now } = createClock(START);
    const place = await newPlace();
    const opened = async () => {
      const store = await openStore(place.where, { as: 'tool', now });
      onTestFinished(() => store.close());
      return store.reviews;
    };
    return { place, one: await opened(), other: await opened() };
  };

  describe(`${name}, asked from two devices at once,`, () => {
    test('keeps one holiday', async () => {
      const { one, other } = await open();
      const from = new Date(START);
      for (let round = 0; round < 5; round++) {
        const actor = `test:${round}` as const;
        const untils = [5, 7].map((days) => new Date(from.getTime() + days * DAY_MS));
        await Promise.all([one, other].map(({ habits }, at) => habits.hold(actor, { from, until: untils[at] ?? from })));
        expect((await one.habits.of(actor)).holds.length).toBe(1);
      }
    });

    test('takes a code once', async () => {
      const { one, other } = await open();
      for (let round = 0; round < 5; round++) {
        const code = await one.people.offerCode(`slack:T1:U${round}`);
        const joined = await Promise.all([one.people.join(`discord:${round}`, code), other.people.join(`web:${round}`, code)]);
        expect(joined.toSorted()).toEqual(['joined', 'no such code']);
        expect((await one.people.accounts(`slack:T1:U${round}`)).length).toBe(2);
      }
    });

    test('leaves nothing of whom it is to forget and to link', async () => {
      const { place, one, other } = await open();
      for (let round = 0; round < 5; round++) {
        const [here, there] = [`slack:T1:U${round}`, `discord:${round}`] as const;
        for (const actor of [here, there]) {
          await one.log.learn({ actor, concept: 'pod', evidence: { kind: 'known' }, seen: 0 });
        }
        const code = await one.people.offerCode(here);
        const [joined] = await Promise.all([one.people.join(there, code), other.people.forget(there)]);
        expect(await place.query(`select * from log_line where actor = '${there}'`)).toEqual([]);
        // Whoever was linked first is forgotten with all accounts; whoever was forgotten first brings nothing with them.
        const isForgottenWhole = (await one.memories.all(here)).size === 0;
        expect((await one.people.accounts(there)).length).toBe(joined === 'joined' && !isForgottenWhole ? 2 : 1);
      }
    });
  });
}
