import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ContentError, StoreError } from '../core/errors.ts';
import { checkContents, databaseFile, isEmpty, logOf, lookInto, OTHERS_TIMEOUT_MS, prepareFolder } from './database-file.ts';
import { takeLease } from './lease.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { isPostgres } from './store.ts';

/**
 * Writes all that the store holds at this moment into a new file, while the bot runs.
 *
 * @param where - the store, as `openStore` takes it.
 * @throws ContentError when there is no store, the file is there already, or the store is PostgreSQL, which has its own tools.
 */
export function backUp(where: string, to: string): void {
  const file = fileFor(where, 'Back it up with its own tool: pg_dump --format=custom --file=FILE "$DATABASE_URL"');
  plainly(() => copyOut(file, to));
}

function copyOut(file: string, to: string): void {
  if (isEmpty(file)) throw new ContentError(`There is no database at ${file} yet, so there is nothing to back up. Look at DATA_DIR.`);
  if (existsSync(to)) throw new ContentError(`${to} is there already. Name a new file; a backup never replaces anything.`);
  if (!existsSync(dirname(to))) throw new ContentError(`There is no folder ${dirname(to)}. Make it, or name another one.`);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    lookInto(file, (database) => checkContents(database, file));
    copyInto(file, unfinished);
    settle(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Makes a copy as of one instant; who writes meanwhile is not held up. */
function copyInto(file: string, to: string): void {
  // With locks, unlike a mere look: pages must not change while they are copied.
  const database = new DatabaseSync(file, { timeout: OTHERS_TIMEOUT_MS });
  try {
    database.prepare('vacuum into ?').run(to);
  } catch (error) {
    const told = explainSqlite(error, to);
    throw told instanceof StoreError ? new ContentError(told.message, { cause: error }) : error;
  } finally {
    database.close();
  }
}

/**
 * Puts a backup in the place of the store, and keeps what was there beside it.
 *
 * @returns the file in which what was there before is kept; `undefined` when there was nothing.
 * @throws ContentError when a bot uses the store, or the file is no sound database of ours. Then nothing has changed.
 */
export function restore(where: string, from: string, now: () => Date): string | undefined {
  const file = fileFor(where, 'Restore it with its own tool: pg_restore --clean --dbname="$DATABASE_URL" FILE');
  return plainly(() => replace(file, from, now));
}

function replace(file: string, from: string, now: () => Date): string | undefined {
  if (isEmpty(from)) throw new ContentError(`${from} is not there, or empty. Name a file that kubetutor backup has written.`);
  if (statSync(from).isDirectory()) throw new ContentError(`${from} is a folder. Name a file that kubetutor backup has written.`);
  prepareFolder(dirname(file));
  const lease = takeLease(file, { purpose: 'a restore', now });
  const fresh = `${file}.restoring`;
  try {
    copyWithLog(from, fresh);
    checkBackup(fresh, from);
    const kept = isEmpty(file) ? undefined : keep(file, now());
    // The log of the old database must not be read as that of the new one.
    for (const path of [logOf(file), indexOf(file)]) rmSync(path, { force: true });
    settle(fresh, file);
    return kept;
  } finally {
    for (const path of [fresh, logOf(fresh), indexOf(fresh)]) rmSync(path, { force: true });
    lease.release();
  }
}

function fileFor(where: string, onPostgres: string): string {
  if (isPostgres(where)) throw new ContentError(`The store is a PostgreSQL database. ${onPostgres}`);
  return databaseFile(where);
}

/** What the system refuses, such as a full disk or a folder of another user, is the operator's to mend. */
function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new ContentError(`The system refused it: ${error.message}. Nothing has changed.`, { cause: error });
  }
}

/** The index of a database's write-ahead log; made anew from the log when it is missing. */
const indexOf = (file: string): string => `${file}-shm`;

/** A raw copy of a database that was running has its newest changes in the log. */
function copyWithLog(from: string, to: string): void {
  for (const path of [logOf(to), indexOf(to)]) rmSync(path, { force: true });
  copyFileSync(from, to);
  if (!isEmpty(logOf(from))) copyFileSync(logOf(from), logOf(to));
}

/** Checks a copy of a backup from its first page to its last, and makes it a single file. */
function checkBackup(copy: string, from: string): void {
  try {
    const database = new DatabaseSync(copy);
    try {
      checkContents(database, from);
      const verdict = database.prepare('pragma integrity_check(1)').get()?.integrity_check;
      if (verdict !== 'ok') throw new ContentError(`The backup ${from} is damaged (${verdict}). Take another one.`);
      if (database.prepare(`select 1 from sqlite_schema limit 1`).get() === undefined)
        throw new ContentError(`The backup ${from} is empty.`);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof ContentError) throw error;
    throw new ContentError(`${from} is no sound backup (${error instanceof Error ? error.message : error}). Take another one.`, {
      cause: error,
    });
  }
}

/** Copies the database aside, whatever state it is in. */
function keep(file: string, now: Date): string {
  const kept = `${file}.replaced-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  copyWithLog(file, kept);
  settleInPlace(kept);
  return kept;
}

/** Gives a finished file its name, so that no crash leaves half of it there. */
function settle(from: string, to: string): void {
  settleInPlace(from);
  renameSync(from, to);
  sync(dirname(to));
}

/** Makes a file durable, and its owner's only. */
function settleInPlace(file: string): void {
  chmodSync(file, 0o600);
  sync(file);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
