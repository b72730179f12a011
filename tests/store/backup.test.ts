import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/core/errors.ts';
import { backUp, restore } from '../../src/store/backup.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { atNoon, newFilePlace, newPostgresPlace, temporaryDir } from '../support/databases.ts';
import { startStoreProcess } from '../support/processes.ts';

const openBot = (where: string) => openStore(where, { as: 'bot', now: atNoon });

/** Opens a store for a moment. */
async function withStore<T>(where: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openBot(where);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const choose = (where: string, language: 'en' | 'zh') =>
  withStore(where, ({ preferences }) => preferences.setLanguage('test:ann', language));
const chosen = (where: string) => withStore(where, ({ preferences }) => preferences.languageOf('test:ann'));

/** A store in which Ann has chosen Chinese, and a backup of it. */
async function backedUp() {
  const { where } = await newFilePlace();
  await choose(where, 'zh');
  const file = join(temporaryDir(), 'backup.db');
  backUp(where, file);
  return { where, file };
}

describe('a backup', () => {
  test('is a single file of its owner’s, which restores what was there', async () => {
    const { where, file } = await backedUp();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.db']);
    await choose(where, 'en');
    restore(where, file, atNoon);
    expect(await chosen(where)).toBe('zh');
  });

  test('taken while a bot in another process writes holds all that was acknowledged by then', async () => {
    const { where } = await newFilePlace();
    const bot = startStoreProcess(where, 'forever', 'a');
    await bot.printed('5');
    const file = join(temporaryDir(), 'backup.db');
    backUp(where, file);
    await bot.printed('20');
    await bot.kill();
    const elsewhere = temporaryDir();
    restore(elsewhere, file, atNoon);
    const languages = await withStore(elsewhere, ({ preferences }) =>
      Promise.all([0, 1, 2, 3, 4, 5].map((n) => preferences.languageOf(`test:a-${n}`))),
    );
    expect(languages).toEqual(Array(6).fill('zh'));
  });

  test('never replaces a file, and says so; nor does it make a database where there is none', async () => {
    const { where, file } = await backedUp();
    expect(() => backUp(where, file)).toThrow(/is there already/);
    expect(() => backUp(where, join(where, 'no', 'such', 'folder.db'))).toThrow(/no folder/);
    const nowhere = temporaryDir();
    expect(() => backUp(nowhere, join(temporaryDir(), 'b.db'))).toThrow(/no database at .* yet/);
    expect(readdirSync(nowhere)).toEqual([]);
  });

  test('that cannot be finished leaves nothing', async () => {
    const { where } = await backedUp();
    truncateSync(join(where, 'kubetutor.db'), 8_192);
    const dir = temporaryDir();
    expect(() => backUp(where, join(dir, 'b.db'))).toThrow(ContentError);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('of PostgreSQL is the business of its own tools', async () => {
    const { where } = await newPostgresPlace();
    expect(() => backUp(where, join(temporaryDir(), 'b.db'))).toThrow(/PostgreSQL.*pg_dump/);
    expect(() => restore(where, 'b.db', atNoon)).toThrow(/PostgreSQL.*pg_restore/);
  });
});

describe('a restore', () => {
  test('keeps beside it what was there before', async () => {
    const { where, file } = await backedUp();
    await choose(where, 'en');
    const kept = restore(where, file, atNoon);
    expect(kept).toBe(join(where, 'kubetutor.db.replaced-2026-03-02T12-00-00-000Z'));
    restore(where, kept ?? '', () => new Date(1));
    expect(await chosen(where)).toBe('en');
  });

  test('keeps a damaged database too, as it was', async () => {
    const { where, file } = await backedUp();
    const damaged = 'no database at all'.repeat(1_000);
    writeFileSync(join(where, 'kubetutor.db'), damaged);
    const kept = restore(where, file, atNoon);
    expect(readFileSync(kept ?? '', 'utf8')).toBe(damaged);
    expect(await chosen(where)).toBe('zh');
  });

  test('brings back what a killed bot had still in its log, from a raw copy', async () => {
    const { where } = await newFilePlace();
    const bot = startStoreProcess(where, 'forever', 'a');
    await bot.printed('3');
    await bot.kill();
    const copy = temporaryDir();
    for (const name of ['kubetutor.db', 'kubetutor.db-wal']) copyFileSync(join(where, name), join(copy, name));
    const elsewhere = temporaryDir();
    restore(elsewhere, join(copy, 'kubetutor.db'), atNoon);
    expect(await withStore(elsewhere, ({ preferences }) => preferences.languageOf('test:a-3'))).toBe('zh');
  });

  test('over a killed bot’s database forgets what is in its log, and keeps it beside', async () => {
    const { where, file } = await backedUp();
    const bot = startStoreProcess(where, 'forever', 'a');
    await bot.printed('3');
    await bot.kill();
    const kept = restore(where, file, atNoon);
    const written = () => withStore(where, ({ preferences }) => preferences.languageOf('test:a-3'));
    expect(await written()).toBeUndefined();
    expect(await chosen(where)).toBe('zh');
    restore(where, kept ?? '', () => new Date(1));
    expect(await written()).toBe('zh');
  });

  test('makes the data folder where there is none, and leaves nothing else in it', async () => {
    const { file } = await backedUp();
    const where = join(temporaryDir(), 'data');
    expect(restore(where, file, atNoon)).toBeUndefined();
    expect(readdirSync(where).toSorted()).toEqual(['kubetutor.db', 'kubetutor.db-lease']);
    expect(statSync(join(where, 'kubetutor.db')).mode & 0o777).toBe(0o600);
  });

  test('is refused while a bot runs, and names it', async () => {
    const { where, file } = await backedUp();
    await withStore(where, async ({ preferences }) => {
      expect(() => restore(where, file, atNoon)).toThrow(/A bot \(process \d+ .*Stop it first/);
      expect(await preferences.languageOf('test:ann')).toBe('zh');
    });
  });

  test('of a file that is no sound database of ours changes nothing', async () => {
    const { where, file } = await backedUp();
    await choose(where, 'en');
    const dir = temporaryDir();
    const bad = (name: string) => join(dir, name);
    writeFileSync(bad('text'), 'Dear diary, '.repeat(1_000));
    writeFileSync(bad('empty'), '');
    copyFileSync(file, bad('cut'));
    truncateSync(bad('cut'), 8_192);
    copyFileSync(file, bad('scratched'));
    scratch(bad('scratched'));
    database(bad('recipes'), 'create table recipe (name text)');
    database(bad('nothing'), 'create table t (a); drop table t');
    copyFileSync(file, bad('newer'));
    database(bad('newer'), `insert into migration (name, applied_at_ms) values ('0999-future', 5)`);
    mkdirSync(bad('folder'));
    const before = [readdirSync(where), readFileSync(join(where, 'kubetutor.db'))];
    for (const [name, message] of [
      ['text', /no sound backup/],
      ['empty', /not there, or empty/],
      ['missing', /not there, or empty/],
      ['cut', /no sound backup/],
      ['scratched', /scratched is damaged/],
      ['recipes', /another program/],
      ['nothing', /is empty/],
      ['newer', /newer kubetutor/],
      ['folder', /is a folder/],
    ] as const) {
      expect(() => restore(where, bad(name), atNoon), name).toThrow(ContentError);
      expect(() => restore(where, bad(name), atNoon), name).toThrow(message);
    }
    expect([readdirSync(where), readFileSync(join(where, 'kubetutor.db'))]).toEqual(before);
    expect(existsSync(join(where, 'kubetutor.db-lease.json'))).toBe(false);
    expect(await chosen(where)).toBe('en');
  });
});

function database(file: string, statements: string): void {
  const opened = new DatabaseSync(file);
  opened.exec(statements);
  opened.close();
}

/** Spoils the last page of a database, of which neither the header nor the tables' names tell. */
function scratch(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xee, bytes.length - 4_096);
  writeFileSync(file, bytes);
}
