import { closeSync, openSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, type SqliteDatabase, SqliteDialect, sql, type Transaction } from 'kysely';
import { createCache, findOrMake } from '../core/cache.ts';
import { StoreError } from '../core/errors.ts';
import { type Columns, type Engine, explaining } from './engine.ts';
import { preparing } from './prepared.ts';
import { explainSqlite, isBusy } from './sqlite-errors.ts';
import type { Tables } from './tables.ts';

/** The number in a database file's header that says whose it is: `k8tu`. */
export const APPLICATION_ID = 0x6b387475;

/** How long a read or a write waits for another process's write, before it is refused. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Pages of the write-ahead log, of 4 KiB, before they are moved into the file. While that lasts, the whole process
 * stands still: with SQLite's 1,000 pages, one answer in fifteen of a busy bot waited for it.
 * https://www.sqlite.org/wal.html#performance_considerations
 */
const LOG_PAGES = 8_000;

/** How long after a refusal by a lock it is tried again. */
const BUSY_PAUSE_MS = 5;

const COLUMNS: Columns = {
  identity: sql`integer primary key autoincrement`,
  integer: sql`integer`,
  real: sql`real`,
  text: sql`text`,
  strict: sql`strict`,
};

/**
 * Opens a database file, and makes it in its folder where there is none; readable by its owner only.
 *
 * @throws StoreError when other processes keep it locked.
 */
export async function openSqlite(file: string, { busyTimeoutMs = BUSY_TIMEOUT_MS }: { busyTimeoutMs?: number } = {}): Promise<Engine> {
  closeSync(openSync(file, 'a', 0o600));
  const database = await connect(file, busyTimeoutMs);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: guarded(database, file) }) });
  const work = explaining(patient(db, database, busyTimeoutMs), (error) => explainSqlite(error, file));
  return {
    columns: COLUMNS,
    // A transaction that writes is alone.
    skipHeld: sql``,
    ...work,
    prepare: preparing(db, work.read),
    // A transaction that writes is alone from its first statement on.
    lock: async () => {},
    hold: async () => {},
    givenIds: sql``,
    lastId: async (database, table) => {
      const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(database);
      return rows[0]?.seq ?? 0;
    },
    goOnFrom: async (transaction, table, id) => {
      await sql`delete from sqlite_sequence where name = ${table}`.execute(transaction);
      await sql`insert into sqlite_sequence (name, seq) values (${table}, ${id})`.execute(transaction);
    },
    claim: async (transaction) => void (await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(transaction)),
    close: async () => {
      await db.destroy();
      // Kysely leaves alone what it was never asked to use.
      if (database.isOpen) database.close();
    },
  };
}

async function connect(file: string, busyTimeoutMs: number): Promise<DatabaseSync> {
  const open = async () => {
    const database = new DatabaseSync(file);
    try {
      // Where several open a new file at once, its change to a write-ahead log is refused to all but one.
      database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${LOG_PAGES}`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  };
  try {
    return await patiently(open, isBusy, busyTimeoutMs);
  } catch (error) {
    throw explainSqlite(error, file);
  }
}

/** Reads and writes that wait for other processes' writes. */
function patient(db: Kysely<Tables>, database: DatabaseSync, busyTimeoutMs: number): Pick<Engine, 'read' | 'write' | 'jot'> {
  const transact = <T>(begin: (run: Run<T>) => Promise<T>, run: Run<T>): Promise<T> => {
    let hasBegun = false;
    const attempt = () =>
      begin((begun) => {
        hasBegun = true;
        return run(begun);
      });
    return patiently(attempt, (error) => !hasBegun && isBusy(error), busyTimeoutMs);
  };
  return {
    read: (run) => patiently(() => run(db), isBusy, busyTimeoutMs),
    write: (run) => transact((begun) => db.transaction().execute(begun), run),
    // There is one connection, which is held meanwhile: nobody else's transaction can fall between.
    jot: (run) =>
      transact((begun) => db.connection().execute((held) => withoutSync(database, () => held.transaction().execute(begun))), run),
  };
}

type Run<T> = (transaction: Transaction<Tables>) => Promise<T>;

/** Commits without waiting for the disk, which a write-ahead log outlives whole: https://www.sqlite.org/pragma.html#pragma_synchronous */
async function withoutSync<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  database.exec('pragma synchronous = normal');
  try {
    return await work();
  } finally {
    database.exec('pragma synchronous = full');
  }
}

/** Tries again while `isPassing`. SQLite can wait by itself, but then the whole process stands still. */
async function patiently<T>(attempt: () => Promise<T>, isPassing: (error: unknown) => boolean, timeoutMs: number): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error;
      await delay(BUSY_PAUSE_MS);
    }
  }
}

/** The database as Kysely wants it, which refuses to work on once its file is no longer where it was. */
function guarded(database: DatabaseSync, file: string): SqliteDatabase {
  const opened = statSync(file);
  const prepare = remembering((text) => database.prepare(text));
  return {
    close: () => database.close(),
    prepare(text) {
      // SQLite has undone the transaction by itself where the disk was full: there is nothing left to roll back.
      if (text === 'rollback' && !database.isTransaction) return NOTHING;
      if (!database.isTransaction) checkInPlace(file, opened);
      // A transaction that reads first and writes later could meet another's write in between, and fail.
      const statement = prepare(text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(bindable)),
        run: (values) => statement.run(...values.map(bindable)),
        iterate: (values) => statement.iterate(...values.map(bindable)),
      };
    },
  };
}

/** How many statements are kept prepared; few differ, but for how many values a list holds. */
const STATEMENTS = 200;

/** Preparing a statement takes as long as most of ours take to run: those that come again are prepared once. */
function remembering(prepare: (text: string) => StatementSync): (text: string) => StatementSync {
  const known = createCache<StatementSync>(STATEMENTS);
  return (text) => findOrMake(known, text, () => prepare(text));
}

const NOTHING: ReturnType<SqliteDatabase['prepare']> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

/** Linux lets us write on into a file that somebody has removed: acknowledged, and lost. */
function checkInPlace(file: string, opened: { readonly ino: number; readonly dev: number }): void {
  const now = statSync(file, { throwIfNoEntry: false });
  if (!now) throw new StoreError(`The database ${file} is gone. Put it back; the bot goes on by itself.`, { retry: true });
  if (now.ino === opened.ino && now.dev === opened.dev) return;
  throw new StoreError(`The database ${file} was replaced by another file while the bot runs. Restart the bot.`, { retry: false });
}

/** node:sqlite takes an object in the first place, such as a Date, for named values, and binds null. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array) return value as SQLInputValue;
  throw new TypeError(`a ${typeof value} is no value of a column`);
}
