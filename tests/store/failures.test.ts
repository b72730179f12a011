import { once } from 'node:events';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/core/errors.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openStore, storeOn } from '../../src/store/store.ts';
import { atNoon, newFilePlace, newPostgresPlace, temporaryDir } from '../support/databases.ts';

const passing = { name: 'StoreError', retry: true };
const lasting = { name: 'StoreError', retry: false };

/** A store on a file that waits only a moment for locks, and its engine. */
async function openFile() {
  const { where } = await newFilePlace();
  const file = join(where, 'kubetutor.db');
  const engine = await openSqlite(file, { busyTimeoutMs: 30 });
  await migrate(engine, { where, now: atNoon });
  const store = storeOn(engine, { now: atNoon });
  onTestFinished(() => store.close());
  return { file, engine, ...store };
}

describe('SQLite', () => {
  test('a full disk refuses what does not fit, keeps what was there, and works again once there is room', async () => {
    const { engine, preferences, knownConcepts } = await openFile();
    await preferences.setLanguage('test:ann', 'zh');
    const pages = (count: number) => engine.read((database) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(database));
    await pages(1);
    const large = { id: 'pod', names: ['Pod'], definition: 'x'.repeat(100_000), place: 'a.md#' };
    const saving = knownConcepts.revise('notes', () => ({ remembered: [large] }));
    await expect(saving).rejects.toMatchObject(passing);
    await expect(saving).rejects.toThrow(/disk is full/);
    expect(await preferences.languageOf('test:ann')).toBe('zh');
    expect(await knownConcepts.load('notes')).toEqual([]);
    await pages(1_000_000);
    await knownConcepts.revise('notes', () => ({ remembered: [large] }));
    expect(await knownConcepts.load('notes')).toEqual([large]);
  });

  test('a lock that lasts refuses a write, but no read; afterwards all is well', async () => {
    const { file, preferences } = await openFile();
    await preferences.setLanguage('test:ann', 'zh');
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const saving = preferences.setLanguage('test:ann', 'en');
    await expect(saving).rejects.toMatchObject(passing);
    await expect(saving).rejects.toThrow(/locked by another program/);
    expect(await preferences.languageOf('test:ann')).toBe('zh');
    other.close();
    await preferences.setLanguage('test:ann', 'en');
    expect(await preferences.languageOf('test:ann')).toBe('en');
  });

  test('a lock that passes in time costs a wait only, and holds nothing else up', async () => {
    const { where } = await newFilePlace();
    const { preferences, close } = await openStore(where, { as: 'bot', now: atNoon });
    onTestFinished(close);
    const other = new DatabaseSync(join(where, 'kubetutor.db'));
    other.exec('begin immediate');
    const saving = preferences.setLanguage('test:ann', 'en');
    // Only a process that is not standing still gets here.
    setImmediate(() => other.close());
    await saving;
    expect(await preferences.languageOf('test:ann')).toBe('en');
  });

  test('a file that was moved away refuses everything until it is back', async () => {
    const { file, preferences } = await openFile();
    await preferences.setLanguage('test:ann', 'zh');
    renameSync(file, `${file}.elsewhere`);
    const saving = preferences.setLanguage('test:ann', 'en');
    await expect(saving).rejects.toMatchObject(passing);
    await expect(saving).rejects.toThrow(/is gone. Put it back/);
    await expect(preferences.languageOf('test:ann')).rejects.toMatchObject(passing);
    renameSync(`${file}.elsewhere`, file);
    expect(await preferences.languageOf('test:ann')).toBe('zh');
    await preferences.setLanguage('test:ann', 'en');
    expect(await preferences.languageOf('test:ann')).toBe('en');
  });

  test('another file in its place is never written to', async () => {
    const { file, preferences } = await openFile();
    await preferences.setLanguage('test:ann', 'zh');
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    const saving = preferences.setLanguage('test:ann', 'en');
    await expect(saving).rejects.toMatchObject(lasting);
    await expect(saving).rejects.toThrow(/Restart the bot/);
  });

  test('a value that no column takes is refused, not stored as null', async () => {
    const { engine } = await openFile();
    const saving = engine.read((database) => sql`select ${new Date()} as moment`.execute(database));
    await expect(saving).rejects.toThrow('a object is no value of a column');
  });

  test('a write from within a transaction that fails midway is undone', async () => {
    const { engine } = await openFile();
    const failing = engine.write(async (transaction) => {
      await transaction.insertInto('learner').values({ first_seen_at_ms: 1 }).execute();
      await sql`insert into nowhere values (1)`.execute(transaction);
    });
    await expect(failing).rejects.toMatchObject(lasting);
    expect(await engine.read((database) => database.selectFrom('learner').selectAll().execute())).toEqual([]);
  });
});

describe('PostgreSQL', () => {
  test('a lost server refuses everything until it is back, and the process lives on', async () => {
    const { where } = await newPostgresPlace();
    const line = await openLine();
    const { preferences, close } = await openStore(
      where.replace(encodeURIComponent(inject('postgresSocketDir')), encodeURIComponent(line.socketDir)),
      { as: 'bot', now: atNoon },
    );
    onTestFinished(close);
    await preferences.setLanguage('test:ann', 'zh');
    await line.cut();
    await expect(preferences.setLanguage('test:ann', 'en')).rejects.toMatchObject(passing);
    await expect(preferences.setLanguage('test:ann', 'en')).rejects.toThrow(/cannot be reached/);
    await expect(preferences.languageOf('test:ann')).rejects.toMatchObject(passing);
    await line.mend();
    expect(await preferences.languageOf('test:ann')).toBe('zh');
    await preferences.setLanguage('test:ann', 'en');
    expect(await preferences.languageOf('test:ann')).toBe('en');
  });

  test('connections that the server ends, waiting or at work, are made anew', async () => {
    const place = await newPostgresPlace();
    const { preferences, knownConcepts, close } = await openStore(place.where, { as: 'bot', now: atNoon });
    onTestFinished(close);
    const endAll = () =>
      place.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${place.name}' and pid <> pg_backend_pid()`,
      );
    await preferences.setLanguage('test:ann', 'zh');
    await endAll();
    await expect.poll(() => preferences.languageOf('test:ann').catch(() => undefined)).toBe('zh');
    // At work: the lock keeps the revision waiting inside the server when its connection ends.
    await place.query(`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(10); return new; end $$`);
    await place.query(`create trigger slow before insert on known_concept execute function slow()`);
    const saving = knownConcepts.revise('notes', () => ({ remembered: [{ id: 'a', names: ['a'], definition: '', place: '' }] }));
    const refused = expect(saving).rejects.toMatchObject(passing);
    await expect
      .poll(
        async () =>
          (await place.query(`select 1 from pg_stat_activity where wait_event = 'PgSleep' and application_name = '${place.name}'`)).length,
        { interval: 5 },
      )
      .toBe(1);
    await endAll();
    await refused;
    await expect.poll(() => preferences.languageOf('test:ann').catch(() => undefined)).toBe('zh');
  });

  test.each([
    ['53100', /disk is full/, passing],
    ['25006', /standby/, passing],
    ['55P03', /is locked/, passing],
    ['40P01', /in each other’s way/, passing],
    ['XX001', /refused a statement/, lasting],
  ])('the server’s refusal %s is told for what it is', async (state, message, expected) => {
    const place = await newPostgresPlace();
    const { preferences, close } = await openStore(place.where, { as: 'bot', now: atNoon });
    onTestFinished(close);
    await place.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '${state}'; end $$`,
    );
    await place.query('create trigger refuse before insert on preference execute function refuse()');
    const saving = preferences.setLanguage('test:ann', 'zh');
    await expect(saving).rejects.toMatchObject(expected);
    await expect(saving).rejects.toThrow(message);
    expect(await place.query('select id from learner')).toEqual([]);
    await place.query('drop trigger refuse on preference');
    await preferences.setLanguage('test:ann', 'zh');
    expect(await preferences.languageOf('test:ann')).toBe('zh');
  });

  test('a statement that hangs is given up, and what is behind it; its connection is not used again', async () => {
    const place = await newPostgresPlace();
    const engine = openPostgres(place.where, { statementTimeoutMs: 300 });
    onTestFinished(() => engine.close());
    await engine.write((transaction) => sql`create table note (text text)`.execute(transaction));
    const began = performance.now();
    const writing = engine.write(async (transaction) => {
      await sql`insert into note values ('lost')`.execute(transaction);
      await sql`select pg_sleep(10)`.execute(transaction);
    });
    await expect(writing).rejects.toMatchObject(passing);
    // Undoing does not wait for its own timeout behind the statement that hangs.
    expect(performance.now() - began).toBeLessThan(550);
    const notes = () => engine.read((database) => sql`select text from note`.execute(database));
    expect((await Promise.all(Array.from({ length: 20 }, notes))).flatMap(({ rows }) => rows)).toEqual([]);
    const here = `select 1 from pg_stat_activity where wait_event = 'PgSleep' and application_name = '${place.name}'`;
    expect((await place.query(here)).length).toBeLessThan(2);
  });

  test('a server that is not there is told at the start, without the password', async () => {
    const opening = openStore('postgres://ann:s3cr@t@127.0.0.1:1/tutor?password=s3cret', { as: 'bot', now: atNoon });
    await expect(opening).rejects.toThrow(/^The database postgres:\/\/127.0.0.1:1\/tutor cannot be reached. .*\n.*DATABASE_URL/);
    await expect(opening).rejects.not.toThrow(/s3cr/);
    await expect(opening).rejects.not.toBeInstanceOf(StoreError);
  });
});

/** A line to the run's server that can be cut, as a network can. */
async function openLine() {
  const socketDir = temporaryDir();
  const path = join(socketDir, '.s.PGSQL.5432');
  const open = new Set<Socket>();
  const listen = async () => {
    const server = createServer((near) => {
      const far = connect(join(inject('postgresSocketDir'), '.s.PGSQL.5432'));
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(from);
        from.on('error', () => {}).on('close', () => to.destroy());
        from.pipe(to);
      }
    });
    server.listen(path);
    await once(server, 'listening');
    return server;
  };
  let server = await listen();
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    open.clear();
    await closed;
    rmSync(path, { force: true });
  };
  onTestFinished(() => void (server.listening && cut()));
  return {
    socketDir,
    cut,
    async mend() {
      server = await listen();
    },
  };
}
