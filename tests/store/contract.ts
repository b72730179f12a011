import { describe, expect, onTestFinished, test } from 'vitest';
import type { Remembered } from '../../src/core/content/notes/remembered.ts';
import { ContentError } from '../../src/core/errors.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { atNoon, NOON, type Place } from '../support/databases.ts';
import { arrangement, opening } from '../support/quiz.ts';

const concept = (id: string, name = id): Remembered => ({
  id,
  names: [name, `${name}（译名）`],
  definition: `What ${name} is.`,
  place: `a.md#${id}`,
});

/** What any store must do. Call it once for each engine. */
export function storeContract(name: string, newPlace: () => Promise<Place>) {
  const open = async ({ where }: Place, now = atNoon): Promise<Store> => {
    const store = await openStore(where, { as: 'tool', now });
    onTestFinished(() => store.close());
    return store;
  };

  describe(`${name} keeps what people have chosen`, () => {
    test('nobody has chosen a language before they do', async () => {
      const { preferences } = await open(await newPlace());
      expect(await preferences.languageOf('slack:T1:U1')).toBeUndefined();
    });

    test('the last choice counts, for its actor alone, and after a restart', async () => {
      const place = await newPlace();
      const before = await openStore(place.where, { as: 'tool', now: atNoon });
      await before.preferences.setLanguage('slack:T1:U1', 'en');
      await before.preferences.setLanguage('slack:T1:U1', 'zh');
      await before.preferences.setLanguage('discord:7', 'en');
      await before.close();
      const { preferences } = await open(place);
      expect(await preferences.languageOf('slack:T1:U1')).toBe('zh');
      expect(await preferences.languageOf('discord:7')).toBe('en');
      expect(await preferences.languageOf('discord:8')).toBeUndefined();
    });

    test('a choice holds for all accounts of a learner', async () => {
      const place = await newPlace();
      const { preferences } = await open(place);
      await preferences.setLanguage('slack:T1:U1', 'zh');
      await place.query(`insert into actor (id, learner, linked_at_ms) select 'discord:7', learner, 0 from actor`);
      expect(await preferences.languageOf('discord:7')).toBe('zh');
      await preferences.setLanguage('discord:7', 'en');
      expect(await preferences.languageOf('slack:T1:U1')).toBe('en');
    });

    test('first presses at once, on several connections, are one learner', async () => {
      const place = await newPlace();
      const stores = await Promise.all([open(place), open(place), open(place)]);
      const presses = stores.flatMap(({ preferences }) => Array.from({ length: 5 }, () => preferences.setLanguage('slack:T1:U1', 'zh')));
      await Promise.all(presses);
      expect((await place.query('select id from learner')).length).toBe(1);
      expect((await place.query('select id from actor')).length).toBe(1);
    });

    test('instants are milliseconds, and come back as numbers', async () => {
      const place = await newPlace();
      const { preferences } = await open(place);
      await preferences.setLanguage('slack:T1:U1', 'zh');
      const [actor] = await place.query('select linked_at_ms from actor');
      expect(Number(actor?.linked_at_ms)).toBe(NOON.getTime());
    });

    test('a learner’s number is never given twice', async () => {
      const place = await newPlace();
      const { preferences } = await open(place);
      await preferences.setLanguage('slack:T1:U1', 'zh');
      const [first] = await place.query('select id from learner');
      await place.query('delete from learner');
      expect(await preferences.languageOf('slack:T1:U1')).toBeUndefined();
      await preferences.setLanguage('slack:T1:U1', 'zh');
      const [second] = await place.query('select id from learner');
      expect(Number(second?.id)).toBeGreaterThan(Number(first?.id));
    });
  });

  describe(`${name} remembers the concepts of notes`, () => {
    test('what was remembered comes back as it was, by id', async () => {
      const { knownConcepts } = await open(await newPlace());
      const concepts = [concept('pod'), concept('kubelet', 'kubelet "quoted" 🚢'), concept('etcd', '存储')];
      await knownConcepts.revise('notes', () => ({ remembered: concepts }));
      expect(await knownConcepts.load('notes')).toEqual([concepts[2], concepts[1], concepts[0]]);
    });

    test('a scope knows nothing of another, even of the same ids', async () => {
      const { knownConcepts } = await open(await newPlace());
      await knownConcepts.revise('one', () => ({ remembered: [concept('pod', 'Pod')] }));
      await knownConcepts.revise('two', () => ({ remembered: [concept('pod', 'Peapod')] }));
      await knownConcepts.revise('two', () => ({ remembered: [] }));
      expect(await knownConcepts.load('one')).toEqual([concept('pod', 'Pod')]);
      expect(await knownConcepts.load('two')).toEqual([]);
    });

    test('a revision sees what is remembered, replaces it, and gives back what it was asked for', async () => {
      const { knownConcepts } = await open(await newPlace());
      await knownConcepts.revise('notes', () => ({ remembered: [concept('a'), concept('b'), concept('c')] }));
      const seen = await knownConcepts.revise('notes', (remembered) => ({
        remembered: [concept('a'), concept('b', 'B, edited'), concept('d')],
        before: remembered.map(({ id }) => id),
      }));
      expect(seen.before).toEqual(['a', 'b', 'c']);
      expect(await knownConcepts.load('notes')).toEqual([concept('a'), concept('b', 'B, edited'), concept('d')]);
    });

    test('an edited concept keeps the instant when it was first seen', async () => {
      const place = await newPlace();
      const early = await open(place, () => new Date(1_000));
      await early.knownConcepts.revise('notes', () => ({ remembered: [concept('a')] }));
      const late = await open(place, () => new Date(2_000));
      await late.knownConcepts.revise('notes', () => ({ remembered: [concept('a', 'edited'), concept('b')] }));
      const rows = await place.query('select id, first_seen_at_ms from known_concept order by id');
      expect(rows.map((row) => [row.id, Number(row.first_seen_at_ms)])).toEqual([
        ['a', 1_000],
        ['b', 2_000],
      ]);
    });

    test('a revision that fails changes nothing, and its error is its own', async () => {
      const { knownConcepts } = await open(await newPlace());
      await knownConcepts.revise('notes', () => ({ remembered: [concept('a')] }));
      const mistake = new ContentError('no');
      await expect(
        knownConcepts.revise('notes', () => {
          throw mistake;
        }),
      ).rejects.toBe(mistake);
      // By the time that the last row is refused, most have been written.
      const many = Array.from({ length: 600 }, (_, n) => concept(`n${n}`));
      const broken = { ...concept('z'), definition: null as unknown as string };
      const revision = knownConcepts.revise('notes', () => ({ remembered: [...many, broken] }));
      await expect(revision).rejects.toMatchObject({ name: 'StoreError', retry: false });
      expect(await knownConcepts.load('notes')).toEqual([concept('a')]);
    });

    test('revisions at once, on several connections, do not forget each other’s concepts', async () => {
      const place = await newPlace();
      const stores = await Promise.all([open(place), open(place), open(place)]);
      await Promise.all(
        stores.flatMap(({ knownConcepts }, store) =>
          [1, 2, 3].map((n) => knownConcepts.revise('notes', (known) => ({ remembered: [...known, concept(`c${store}-${n}`)] }))),
        ),
      );
      expect((await stores[0]?.knownConcepts.load('notes'))?.length).toBe(9);
    });

    test('a large folder of notes is kept whole', async () => {
      const { knownConcepts } = await open(await newPlace());
      const many = Array.from({ length: 5_001 }, (_, n) => concept(`c${String(n).padStart(5, '0')}`));
      await knownConcepts.revise('notes', () => ({ remembered: many }));
      expect(await knownConcepts.load('notes')).toEqual(many);
      await knownConcepts.revise('notes', () => ({ remembered: many.slice(0, 10) }));
      expect(await knownConcepts.load('notes')).toEqual(many.slice(0, 10));
    });
  });

  describe(`${name} looks after its tables`, () => {
    test('every step is taken once, when several start together and ever after', async () => {
      const place = await newPlace();
      await Promise.all(Array.from({ length: 6 }, () => open(place)));
      const steps = await place.query('select name, applied_at_ms from migration order by name');
      expect(steps.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
      await open(place, () => new Date(NOON.getTime() + 1));
      expect(await place.query('select name, applied_at_ms from migration order by name')).toEqual(steps);
    });

    test('what was arranged in direct messages by an older version is known to be so', async () => {
      const place = await newPlace();
      const older = await openStore(place.where, { as: 'tool', now: atNoon });
      const direct = ['discord:user:7', 'slack:T1:D1', 'terminal:local'] as const;
      for (const conversation of [...direct, 'discord:1:2', 'slack:T1:C1'] as const) {
        const setBy = conversation.startsWith('slack')
          ? 'slack:T1:U1'
          : conversation === 'terminal:local'
            ? conversation
            : 'discord:user:7';
        await older.records.schedules.save(arrangement({ conversation, setBy }), undefined);
        await older.digests.save(arrangement({ conversation, setBy }), { at: NOON, day: '2026-03-02' });
      }
      await older.close();
      for (const table of ['schedule', 'digest']) await place.query(`alter table ${table} drop column is_direct`);
      await place.query(`delete from migration where name = '0017-direct'`);
      await (await openStore(place.where, { as: 'tool', now: atNoon })).close();
      for (const table of ['schedule', 'digest']) {
        const rows = await place.query(`select conversation from ${table} where is_direct = 1 order by conversation`);
        expect(rows.map(({ conversation }) => conversation)).toEqual(direct);
      }
    });

    test('whoever is still to be told by an older version that a channel is lost is told by this one', async () => {
      const place = await newPlace();
      const older = await openStore(place.where, { as: 'tool', now: atNoon });
      const quiz = await older.records.quizzes.open(opening('2026-03-02', { conversation: 'test:old' }));
      await older.close();
      await place.query(`update post set kind = 'lost', subject = ${quiz}, conversation = 'test:boss'`);
      for (const column of ['post drop column about', 'digest drop column remark']) await place.query(`alter table ${column}`);
      await place.query(`delete from migration where name = '0018-lost-digests'`);
      const { records } = await open(place);
      expect(await records.posts.claim(['test'], 1)).toMatchObject([{ kind: 'lost', subject: 0, about: 'test:old' }]);
    });

    test('tables of a newer version are refused, with what to do, and left as they are', async () => {
      const place = await newPlace();
      await (await openStore(place.where, { as: 'tool', now: atNoon })).close();
      await place.query(`insert into migration (name, applied_at_ms) values ('0999-future', 5)`);
      const before = await place.query('select * from migration order by name');
      const opening = openStore(place.where, { as: 'bot', now: atNoon });
      await expect(opening).rejects.toThrow(ContentError);
      await expect(opening).rejects.toThrow(/newer kubetutor \(it has the step 0999-future\).*\n.*restore FILE/);
      expect(await place.query('select * from migration order by name')).toEqual(before);
    });
  });
}
