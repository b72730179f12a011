import { describe, expect, onTestFinished, test } from 'vitest';
import type { ActorId } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { createClock } from '../support/quiz.ts';

const [ANN, BEN, CAT] = ['slack:T1:ann', 'discord:ann', 'test:ann'] as const;
const DAY = 24 * 60;

/** What any store must say of the concepts that were met before a day, read once or not. Call it once for each engine. */
export function metBeforeContract(name: string, newPlace: () => Promise<Place>) {
  /** Two processes on one store. */
  const open = async () => {
    const clock = createClock('2026-03-02T12:00:00Z');
    const { where } = await newPlace();
    const opened = async () => {
      const store = await openStore(where, { as: 'tool', now: clock.now });
      onTestFinished(() => store.close());
      return store.reviews;
    };
    const [one, other] = [await opened(), await opened()];
    const learn = (concept: string, actor: ActorId = ANN) =>
      one.log.learn({ actor, concept, evidence: { kind: 'rated', rating: 'good' }, seen: 0 });
    const metBefore = async (start: Date, actor: ActorId = ANN) => {
      const [here, there] = await Promise.all([one, other].map(({ memories }) => memories.metBefore(actor, start)));
      expect(here?.toSorted()).toEqual(there?.toSorted());
      return here?.toSorted();
    };
    return { clock, one, other, learn, metBefore };
  };

  describe(`${name} tells which concepts were met before a day`, () => {
    test('of which no answer of that day is one', async () => {
      const { clock, learn, metBefore } = await open();
      expect(await metBefore(clock.now())).toEqual([]);
      await learn('pod');
      clock.pass(1);
      const start = clock.now();
      expect(await metBefore(start)).toEqual(['pod']);
      await learn('node');
      expect(await metBefore(start)).toEqual(['pod']);
      clock.pass(1);
      expect(await metBefore(clock.now())).toEqual(['node', 'pod']);
    });

    test('also when another process links accounts, parts them, or forgets their person', async () => {
      const { clock, one, other, learn, metBefore } = await open();
      await learn('pod');
      await learn('kubectl', BEN);
      clock.pass(1);
      const start = clock.now();
      expect(await metBefore(start)).toEqual(['pod']);
      await one.people.join(BEN, await other.people.offerCode(ANN));
      expect(await metBefore(start)).toEqual(['kubectl', 'pod']);
      await other.people.part(BEN);
      expect(await metBefore(start)).toEqual(['pod']);
      await other.people.forget(ANN);
      expect(await metBefore(start)).toEqual([]);
    });

    test('also when one account takes the place of another', async () => {
      const { clock, one, learn, metBefore } = await open();
      await learn('pod');
      await learn('kubectl', BEN);
      await learn('helm', CAT);
      clock.pass(1);
      const start = clock.now();
      await one.people.join(BEN, await one.people.offerCode(ANN));
      expect(await metBefore(start)).toEqual(['kubectl', 'pod']);
      await one.people.part(BEN);
      await one.people.join(CAT, await one.people.offerCode(ANN));
      expect(await metBefore(start)).toEqual(['helm', 'pod']);
    });

    test('also when an account is back that has been forgotten meanwhile', async () => {
      const { clock, one, learn, metBefore } = await open();
      await learn('pod');
      await learn('kubectl', BEN);
      clock.pass(1);
      const start = clock.now();
      await one.people.join(BEN, await one.people.offerCode(ANN));
      expect(await metBefore(start)).toEqual(['kubectl', 'pod']);
      await one.people.part(BEN);
      await one.people.forget(BEN);
      clock.pass(1);
      await one.people.join(BEN, await one.people.offerCode(ANN));
      expect(await metBefore(start)).toEqual(['pod']);
    });

    test('also on the day itself, after a clock that ran ahead has asked for it', async () => {
      const { clock, learn, metBefore } = await open();
      await learn('pod');
      const [today, tomorrow] = [clock.now(), new Date(clock.now().getTime() + DAY * 60_000)];
      clock.set(tomorrow.toISOString());
      expect(await metBefore(tomorrow)).toEqual(['pod']);
      clock.set(today.toISOString());
      expect(await metBefore(today)).toEqual([]);
      await learn('node');
      clock.set(tomorrow.toISOString());
      expect(await metBefore(tomorrow)).toEqual(['node', 'pod']);
    });
  });
}
