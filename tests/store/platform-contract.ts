import { describe, expect, onTestFinished, test } from 'vitest';
import { ContentError } from '../../src/core/errors.ts';
import { LONGEST_TURN_MS } from '../../src/core/ports.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { atNoon, NOON, type Place } from '../support/databases.ts';
import { createClock } from '../support/quiz.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What any store must do for the platforms' adapters. Call it once for each engine. */
export function platformContract(name: string, newPlace: () => Promise<Place>) {
  const open = async ({ where }: Place, now = atNoon): Promise<Store> => {
    const store = await openStore(where, { as: 'tool', now });
    onTestFinished(() => store.close());
    return store;
  };

  describe(`${name} gives turns that all processes share`, () => {
    const LANE = { lane: 'discord:posts', gapMs: 100 };
    const taken = (waitMs: number) => ({ isTaken: true, waitMs });

    test('one behind the other, each once, however many ask at once', async () => {
      const place = await newPlace();
      const budgets = (await Promise.all([open(place), open(place)])).map(({ budget }) => budget);
      const asked = Array.from({ length: 50 }, (_, at) => budgets[at % 2]?.take(LANE, LONGEST_TURN_MS));
      const waits = (await Promise.all(asked)).map((turn) => turn?.waitMs);
      expect(waits.toSorted((one, other) => (one ?? 0) - (other ?? 0))).toEqual(Array.from({ length: 50 }, (_, at) => at * 100));
    });

    test('to those who have patience for it; the others are told when to ask again, and take nothing', async () => {
      const { budget } = await open(await newPlace());
      for (const waitMs of [0, 100, 200]) expect(await budget.take(LANE, 200)).toEqual(taken(waitMs));
      expect(await budget.take(LANE, 100)).toEqual({ isTaken: false, waitMs: 200 });
      expect(await budget.take(LANE, 300)).toEqual(taken(300));
      expect(await budget.take({ ...LANE, lane: 'discord:talk' }, 0)).toEqual(taken(0));
    });

    test('anew once time has passed, and where a clock that was ahead has taken them all', async () => {
      const place = await newPlace();
      const clock = createClock('2026-03-02T12:00:00Z');
      const { budget } = await open(place, clock.now);
      await budget.take(LANE, 0);
      clock.pass(1);
      expect(await budget.take(LANE, 0)).toEqual(taken(0));
      clock.set('2026-03-02T11:00:00Z');
      expect(await budget.take(LANE, 0)).toEqual(taken(0));
    });
  });

  describe(`${name} remembers what was delivered`, () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `slack:${n}`);

    test('a delivery is new once, also when it comes again after a restart', async () => {
      const place = await newPlace();
      const before = await openStore(place.where, { as: 'tool', now: atNoon });
      expect([await before.seen.isNew('slack:Ev1'), await before.seen.isNew('slack:Ev1')]).toEqual([true, false]);
      await before.close();
      const { seen } = await open(place);
      expect([await seen.isNew('slack:Ev1'), await seen.isNew('discord:Ev1')]).toEqual([false, true]);
    });

    test('the same deliveries to several processes at once are new to one of them each', async () => {
      const place = await newPlace();
      const stores = await Promise.all([open(place), open(place), open(place)]);
      const deliveries = many(600);
      const asked = stores.map(({ seen }, store) =>
        Promise.all((store === 1 ? deliveries.toReversed() : deliveries).map((id) => seen.isNew(id))),
      );
      const answers = await Promise.all(asked);
      expect(answers.flat().filter((isNew) => isNew)).toHaveLength(600);
    });

    test('one that comes twice at once is new the first time', async () => {
      const { seen } = await open(await newPlace());
      expect(await Promise.all(['a', 'b', 'a', 'a'].map((id) => seen.isNew(id)))).toEqual([true, true, false, false]);
    });

    test('it is remembered for more than ten minutes, and not for ever', async () => {
      const place = await newPlace();
      let nowMs = NOON.getTime();
      const { seen } = await open(place, () => new Date(nowMs));
      await seen.isNew('old');
      nowMs += 20 * 60_000;
      expect(await seen.isNew('old')).toBe(false);
      nowMs += 24 * 60 * 60_000;
      await seen.isNew('other');
      expect((await place.query('select delivery from seen_delivery')).map(({ delivery }) => delivery)).toEqual(['other']);
    });

    test('where it cannot be written down, that is told, and the next one is asked anew', async () => {
      const place = await newPlace();
      const { seen } = await open(place);
      const asked = Promise.allSettled(['a', null as unknown as string].map((id) => seen.isNew(id)));
      expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await seen.isNew('a')).toBe(true);
    });
  });

  describe(`${name} remembers who brought the bot in`, () => {
    test('the last one, in each conversation, also after a restart', async () => {
      const place = await newPlace();
      const before = await openStore(place.where, { as: 'tool', now: atNoon });
      await before.inviters.remember('slack:T1:C1', 'slack:T1:U1');
      await before.inviters.remember('slack:T1:C1', 'slack:T1:U2');
      await before.inviters.remember('slack:T1:C2', 'slack:T1:U1');
      await before.close();
      const { inviters } = await open(place);
      expect(await inviters.isInviter('slack:T1:C1', 'slack:T1:U2')).toBe(true);
      expect(await inviters.isInviter('slack:T1:C1', 'slack:T1:U1')).toBe(false);
      expect(await inviters.isInviter('slack:T1:C2', 'slack:T1:U1')).toBe(true);
      expect(await inviters.isInviter('slack:T1:C3', 'slack:T1:U1')).toBe(false);
    });
  });

  describe(`${name} keeps credentials`, () => {
    const KEY = 'a key that nobody can guess';

    test('sealed, for their space, and only whoever has the key reads them', async () => {
      const place = await newPlace();
      const store = await open(place);
      await store.installations(KEY).save('slack:T1', 'xoxb-old');
      await store.installations(KEY).save('slack:T1', 'xoxb-secret');
      expect(await store.installations(KEY).find('slack:T1')).toBe('xoxb-secret');
      expect(await store.installations(KEY).find('slack:T2')).toBeUndefined();
      const rows = await place.query('select * from installation');
      expect([rows.length, JSON.stringify(rows)]).toEqual([1, expect.not.stringContaining('xoxb')]);
      const withOther = store.installations('another key that nobody can guess').find('slack:T1');
      await expect(withOther).rejects.toThrow(/SECRET_KEY is not the one/);
      await place.query(`update installation set space = 'slack:T2'`);
      await expect(store.installations(KEY).find('slack:T2')).rejects.toThrow(ContentError);
    });

    test('no longer, once the bot was uninstalled, until it is installed again', async () => {
      const { installations } = await open(await newPlace());
      const kept = installations(KEY);
      await kept.save('slack:T1', 'xoxb-1');
      await kept.remove('slack:T1');
      expect(await kept.find('slack:T1')).toBeUndefined();
      await kept.save('slack:T1', 'xoxb-2');
      expect(await kept.find('slack:T1')).toBe('xoxb-2');
    });

    test('one process at a time refreshes them, and one that is gone holds up nobody for long', async () => {
      const place = await newPlace();
      let nowMs = NOON.getTime();
      const stores = await Promise.all([1, 2, 3].map(() => open(place, () => new Date(nowMs))));
      await stores[0]?.installations(KEY).save('slack:T1', 'xoxe-1');
      const may = () => Promise.all(stores.map(({ installations }) => installations(KEY).mayRefresh('slack:T1')));
      expect((await may()).filter((allowed) => allowed)).toHaveLength(1);
      expect(await may()).toEqual([false, false, false]);
      nowMs += 31_000;
      expect((await may()).filter((allowed) => allowed)).toHaveLength(1);
      await stores[0]?.installations(KEY).save('slack:T1', 'xoxe-2');
      expect((await may()).filter((allowed) => allowed)).toHaveLength(1);
    });
  });

  describe(`${name} remembers which pictures a space has`, () => {
    test('by what is in them, each space by itself, also after a restart', async () => {
      const place = await newPlace();
      const before = await openStore(place.where, { as: 'tool', now: atNoon });
      await before.sentPictures.keep('slack:T1', 'a', 'F1');
      await before.sentPictures.keep('slack:T1', 'b', 'F2');
      await before.sentPictures.keep('slack:T1', 'a', 'F3');
      await before.close();
      const { sentPictures } = await open(place);
      expect(await sentPictures.find('slack:T1', ['a', 'b', 'c'])).toEqual(
        new Map([
          ['a', 'F3'],
          ['b', 'F2'],
        ]),
      );
      expect(await sentPictures.find('slack:T2', ['a'])).toEqual(new Map());
      expect(await sentPictures.find('slack:T1', [])).toEqual(new Map());
      await sentPictures.drop('slack:T1', 'a');
      expect([...(await sentPictures.find('slack:T1', ['a', 'b'])).keys()]).toEqual(['b']);
    });

    test('not for longer than a month', async () => {
      const place = await newPlace();
      let nowMs = NOON.getTime();
      const { sentPictures } = await open(place, () => new Date(nowMs));
      await sentPictures.keep('slack:T1', 'a', 'F1');
      nowMs += 30 * DAY_MS;
      expect(await sentPictures.find('slack:T1', ['a'])).toEqual(new Map());
      await sentPictures.keep('slack:T1', 'b', 'F2');
      expect((await place.query('select hash from sent_picture')).map(({ hash }) => hash)).toEqual(['b']);
    });
  });

  describe(`${name} remembers files of one person’s own figures`, () => {
    test('for a week, each space by itself, until they are deleted', async () => {
      let nowMs = NOON.getTime();
      const { personalFiles } = await open(await newPlace(), () => new Date(nowMs));
      await personalFiles.add('slack:T1', 'F1');
      await personalFiles.add('slack:T2', 'F1');
      nowMs += 1;
      await personalFiles.add('slack:T1', 'F2');
      await personalFiles.add('slack:T1', 'F2');
      nowMs += 7 * DAY_MS - 1;
      expect(await personalFiles.overdue('slack:T1')).toEqual(['F1']);
      nowMs += 1;
      expect(await personalFiles.overdue('slack:T1')).toEqual(['F1', 'F2']);
      await personalFiles.remove('slack:T1', 'F1');
      expect([await personalFiles.overdue('slack:T1'), await personalFiles.overdue('slack:T2')]).toEqual([['F2'], ['F1']]);
    });
  });
}
