import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { copyStore } from '../../src/store/copy.ts';
import { takePresence } from '../../src/store/presence.ts';
import { openStore } from '../../src/store/store.ts';
import { TABLE_KEYS } from '../../src/store/table-keys.ts';
import { atNoon, newFilePlace, newPostgresPlace, type Place, temporaryDir } from '../support/databases.ts';
import { fillStore } from '../support/full-store.ts';
import { startKubetutor } from '../support/run.ts';

const TABLES = Object.keys(TABLE_KEYS);
const ROWS = 7;
const ALL_ROWS = TABLES.length * ROWS;

const quietly = { now: atNoon, tell: () => {} };
const copy = (from: Place, to: Place) => copyStore(from.where, to.where, quietly);

/** A data folder with rows in every table. */
async function filledPlace(rows = ROWS): Promise<Place> {
  const place = await newFilePlace();
  await fillStore(place.where, rows);
  return place;
}

/** Everything in a store, as text. */
async function contentsOf(place: Place): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of TABLES) {
    const rows = await place.query(`select * from "${table}"`);
    lines.push(...rows.map((row) => JSON.stringify([table, Object.entries(numeric(row)).toSorted()])));
  }
  return lines.toSorted();
}

/** The test's own client gives PostgreSQL's large numbers as text. */
const numeric = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /^\d+$/.test(String(value)) ? Number(value) : value]));

const countIn = async (place: Place, table: string): Promise<number> =>
  Number((await place.query(`select count(*) as count from "${table}"`))[0]?.count);

test('every table is copied by its real key', () => {
  const dir = temporaryDir();
  return openStore(dir, { as: 'tool', now: atNoon }).then(async (store) => {
    await store.close();
    const database = new DatabaseSync(join(dir, 'kubetutor.db'));
    const real = database
      .prepare(`select name, sql from sqlite_schema where type = 'table' and name not in ('migration', 'sqlite_sequence')`)
      .all()
      .map(({ name, sql }) => {
        const columns = database.prepare('select name from pragma_table_info(?) where pk > 0 order by pk').all(String(name));
        return [name, { columns: columns.map((column) => column.name), ...(/autoincrement/.test(String(sql)) && { countsUp: true }) }];
      });
    database.close();
    expect(Object.fromEntries(real)).toEqual(TABLE_KEYS);
  });
});

test('all that is remembered is the same after a copy to PostgreSQL and back', async () => {
  const [first, server, last] = [await filledPlace(), await newPostgresPlace(), await newFilePlace()];
  expect(await copy(first, server)).toBe(ALL_ROWS);
  expect(await copy(server, last)).toBe(ALL_ROWS);
  const contents = await contentsOf(first);
  expect(contents).toHaveLength(ALL_ROWS);
  expect(await contentsOf(server)).toEqual(contents);
  expect(await contentsOf(last)).toEqual(contents);
});

describe.each([
  ['PostgreSQL', newPostgresPlace],
  ['SQLite', newFilePlace],
])('into %s', (_, newPlace) => {
  test('no number is given again that the old store had given, also to a row that is gone', async () => {
    const [from, to] = [await newFilePlace(), await newPlace()];
    const old = await openStore(from.where, { as: 'bot', now: atNoon });
    for (const actor of ['test:ann', 'test:bob'] as const) await old.preferences.setLanguage(actor, 'zh');
    await old.reviews.people.forget('test:bob');
    await old.close();
    const given = Math.max(...(await from.query('select seq from sqlite_sequence')).map(({ seq }) => Number(seq)));
    await copy(from, to);
    const bot = await openStore(to.where, { as: 'bot', now: atNoon });
    await bot.preferences.setLanguage('test:cem', 'zh');
    expect(await bot.preferences.languageOf('test:ann')).toBe('zh');
    await bot.close();
    expect(Number((await to.query('select max(id) as id from learner'))[0]?.id)).toBe(given + 1);
  });

  test('a store in which there is something is left as it is', async () => {
    const [from, to] = [await filledPlace(), await newPlace()];
    const store = await openStore(to.where, { as: 'bot', now: atNoon });
    await store.preferences.setLanguage('test:ann', 'zh');
    await store.close();
    await expect(copy(from, to)).rejects.toThrow(/is not empty: there is something in learner/);
    expect(await countIn(to, 'learner')).toBe(1);
    await (await openStore(to.where, { as: 'bot', now: atNoon })).close();
  });

  test('while a bot runs on either side nothing is copied, and while one copies no bot starts', async () => {
    const [from, to] = [await filledPlace(), await newPlace()];
    for (const { where } of [from, to]) {
      const bot = await openStore(where, { as: 'bot', now: atNoon });
      await expect(copy(from, to)).rejects.toThrow(/^A bot/);
      await bot.close();
    }
    const refusals: Promise<unknown>[] = [];
    const tell = () => {
      if (refusals.length > 0) return;
      for (const { where } of [from, to]) refusals.push(openStore(where, { as: 'bot', now: atNoon }).catch(({ message }) => message));
    };
    // A bot has made the tables of the new store: a copy goes into empty tables too.
    expect(await copyStore(from.where, to.where, { now: atNoon, tell })).toBe(ALL_ROWS);
    expect(await Promise.all(refusals)).toEqual([expect.stringMatching(/^A copy/), expect.stringMatching(/copy/)]);
  });

  test('a copy that is killed goes on, and until it is whole no bot starts on it', async () => {
    const rows = 3_000;
    const [from, to] = [await filledPlace(rows), await newPlace()];
    const copying = await startKubetutor(['store', 'copy', from.where, to.where]);
    await copying.out.until('question: 1000 of 3000\n');
    copying.signal('SIGKILL');
    await copying.ended;
    const half = await countIn(to, 'question');
    expect(half).toBeGreaterThanOrEqual(1_000);
    expect(await countIn(to, 'installation')).toBe(0);
    await expect(openStore(to.where, { as: 'bot', now: atNoon })).rejects.toThrow(/part of a copy/);
    const again = await startKubetutor(['store', 'copy', from.where, to.where]);
    expect(await again.ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`copied: ${TABLES.length * rows} rows, equal in both\n`),
    });
    expect(again.out.text()).toMatch(/^A copy was broken off here; it goes on\.\n/);
    expect(again.out.text()).not.toContain('learner:');
    await (await openStore(to.where, { as: 'bot', now: atNoon })).close();
  });
});

test('a bot whose connection to the server breaks shows again', async () => {
  const place = await newPostgresPlace();
  const bot = await takePresence(place.where, { as: 'bot', where: 'there', againMs: 1 });
  const holders = () =>
    place.query(
      `select pid from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and application_name = '${place.name}'`,
    );
  const [first] = await holders();
  await place.query(`select pg_terminate_backend(${first?.pid})`);
  const others = async () => (await holders()).filter(({ pid }) => pid !== first?.pid);
  await expect.poll(others, { interval: 5 }).toHaveLength(1);
  await expect(takePresence(place.where, { as: 'copy', where: 'there' })).rejects.toThrow(/^A bot runs on there/);
  await bot.release();
  await (await takePresence(place.where, { as: 'copy', where: 'there' })).release();
});

test('where the old store has changed since a copy was broken off, that is found, and the copy stays unfinished', async () => {
  const [from, to] = [await filledPlace(), await newPostgresPlace()];
  await copy(from, to);
  await to.query(`insert into migration values ('unfinished-copy', 0)`);
  await from.query(`update actor set name = 'another' where learner = 8589934595`);
  await from.query('delete from look_up where learner = 8589934594');
  await expect(copy(from, to)).rejects.toThrow(/not equal in actor: .* has changed since the copy was begun/);
  await expect(openStore(to.where, { as: 'bot', now: atNoon })).rejects.toThrow(/part of a copy/);
});

test('what is no store is told so, and nothing is made there', async () => {
  const [nowhere, to] = [temporaryDir(), await newPostgresPlace()];
  await expect(copyStore(nowhere, to.where, quietly)).rejects.toThrow(/There is no database in the folder/);
  await expect(copyStore(to.where, nowhere, quietly)).rejects.toThrow(/There are no tables of kubetutor/);
  await expect(copyStore(nowhere, nowhere, quietly)).rejects.toThrow(/the same store/);
});
