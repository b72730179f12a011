import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ContentError } from '../../src/core/errors.ts';
import { openStore } from '../../src/store/store.ts';
import { atNoon, newFilePlace, temporaryDir } from '../support/databases.ts';
import { asOrdinaryUser } from '../support/folders.ts';

const fileOf = (dir: string) => join(dir, 'kubetutor.db');

/** A data folder whose database holds 100 learners. */
async function filled(): Promise<string> {
  const { where } = await newFilePlace();
  const store = await openStore(where, { as: 'tool', now: atNoon });
  for (let n = 0; n < 100; n++) await store.preferences.setLanguage(`test:${n}`, 'zh');
  await store.close();
  return where;
}

/** The files of a folder, each with the hash of its contents. */
function fingerprint(dir: string) {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(dir, name)))
      .digest('hex');
  return readdirSync(dir)
    .toSorted()
    .map((name) => `${name} ${hash(name)}`);
}

/** Expects a bot to be refused, in these words, without a trace in the folder. */
async function expectRefusal(dir: string, message: RegExp, asUser = (act: () => Promise<void>) => act()) {
  const before = fingerprint(dir);
  await asUser(async () => {
    const opening = openStore(dir, { as: 'bot', now: atNoon });
    await expect(opening).rejects.toThrow(ContentError);
    await expect(opening).rejects.toThrow(message);
  });
  expect(fingerprint(dir)).toEqual(before);
}

describe('refused with what to do, and left untouched:', () => {
  test('a file that is no database', async () => {
    const dir = temporaryDir();
    writeFileSync(fileOf(dir), 'Dear diary, '.repeat(1_000));
    await expectRefusal(dir, /kubetutor.db is no database.*restore FILE/);
  });

  test('a database that was cut off, wherever', async () => {
    const whole = await filled();
    const { size } = statSync(fileOf(whole));
    for (const length of [50, 512, 5_000, Math.floor(size / 2), size - 4_096, size - 1]) {
      const dir = temporaryDir();
      copyFileSync(fileOf(whole), fileOf(dir));
      truncateSync(fileOf(dir), length);
      await expectRefusal(dir, /(is damaged|is no database).*restore FILE/);
    }
  });

  test('a database of another program', async () => {
    const dir = temporaryDir();
    const database = new DatabaseSync(fileOf(dir));
    database.exec('create table migration (name text); create table recipe (name text)');
    database.close();
    await expectRefusal(dir, /of another program/);
  });

  test('a newer database that was killed, with its newest changes still in its log', async () => {
    const whole = await filled();
    const database = new DatabaseSync(fileOf(whole));
    onTestFinished(() => database.close());
    database.exec(`insert into migration (name, applied_at_ms) values ('0999-future', 5)`);
    const dir = temporaryDir();
    for (const name of ['kubetutor.db', 'kubetutor.db-wal']) copyFileSync(join(whole, name), join(dir, name));
    const before = fingerprint(dir);
    await expect(openStore(dir, { as: 'bot', now: atNoon })).rejects.toThrow(/newer kubetutor/);
    // The index of the log is no part of what is kept: whoever reads along with a log makes one.
    expect(fingerprint(dir).filter((line) => !line.startsWith('kubetutor.db-shm'))).toEqual(before);
  });

  test('a data folder that is a file', async () => {
    const dir = temporaryDir();
    writeFileSync(join(dir, 'data'), 'x');
    await expect(openStore(join(dir, 'data'), { as: 'bot', now: atNoon })).rejects.toThrow(/cannot write in the folder .*data \(ENOTDIR/);
  });

  test('a folder or a database that may only be read', async () => {
    const dir = await filled();
    chmodSync(dir, 0o555);
    await expectRefusal(dir, /cannot write in the folder .*\n.*another DATA_DIR/, asOrdinaryUser);
    chmodSync(dir, 0o777);
    chmodSync(fileOf(dir), 0o444);
    await expectRefusal(dir, /kubetutor.db may not be read and written by this user/, asOrdinaryUser);
  });

  test('a folder that is not there and may not be made', async () => {
    const dir = temporaryDir();
    chmodSync(dir, 0o555);
    await asOrdinaryUser(() =>
      expect(openStore(join(dir, 'a', 'b'), { as: 'bot', now: atNoon })).rejects.toThrow(/cannot write in the folder/),
    );
    expect(readdirSync(dir)).toEqual([]);
  });
});

test('a new data folder and all that is in it are its owner’s alone', async () => {
  const dir = join(temporaryDir(), 'deep', 'data');
  const store = await openStore(dir, { as: 'bot', now: atNoon });
  onTestFinished(() => store.close());
  await store.preferences.setLanguage('test:ann', 'zh');
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  const modes = readdirSync(dir).map((name) => [name, statSync(join(dir, name)).mode & 0o777]);
  expect(modes).toEqual(['', '-lease', '-lease.json', '-shm', '-wal'].map((end) => [`kubetutor.db${end}`, 0o600]));
});

test('an empty file, as a crash at the very beginning leaves it, is taken for a new database', async () => {
  const dir = temporaryDir();
  mkdirSync(dir, { recursive: true });
  writeFileSync(fileOf(dir), '');
  const store = await openStore(dir, { as: 'bot', now: atNoon });
  expect(await store.preferences.languageOf('test:ann')).toBeUndefined();
  await store.close();
});
