import { closeSync, mkdtempSync, openSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { ContentError } from '../core/errors.ts';
import { makeFolder } from './make-folder.ts';
import { refuseNewer, UNFINISHED_COPY } from './migrate.ts';
import { APPLICATION_ID } from './sqlite.ts';
import { sqliteCode } from './sqlite-errors.ts';

/** Where the database of a data folder is. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'kubetutor.db');

/** The write-ahead log that belongs to a database file: its newest changes. */
export const logOf = (file: string): string => `${file}-wal`;

/** How long to wait for a process that is just opening or closing the file, and has it to itself for a moment. */
export const OTHERS_TIMEOUT_MS = 5_000;

/** Whether there is anything in a file; a file that is not there is empty. */
export const isEmpty = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;

/**
 * Checks that one can write in a database's folder, which is made, and that the database, if there is one, may be opened.
 *
 * A database that is refused is left byte for byte as it was.
 *
 * @param isPartial - whether it may hold a part of a copy.
 * @throws ContentError that says what is the matter and what to do.
 */
export function checkDatabase(file: string, { isPartial = false } = {}): void {
  prepareFolder(dirname(file));
  if (isEmpty(file) && isEmpty(logOf(file))) return;
  try {
    closeSync(openSync(file, 'r+'));
  } catch {
    throw new ContentError(`The database ${file} may not be read and written by this user. Give it to the user who runs the bot.`);
  }
  lookInto(file, (database) => checkContents(database, file, { isPartial }));
}

/**
 * Reads a database file without leaving a trace beside it.
 *
 * @throws ContentError when it is damaged or no database.
 */
export function lookInto<T>(file: string, look: (database: DatabaseSync) => T): T {
  // A file without a log is read as it stands: a plain reader would leave an empty log and its index behind.
  const isAtRest = isEmpty(logOf(file));
  const address = new URL(`${pathToFileURL(file)}${isAtRest ? '?immutable=1' : ''}`);
  try {
    const database = new DatabaseSync(address, { readOnly: true, timeout: OTHERS_TIMEOUT_MS });
    try {
      const seen = look(database);
      if (isAtRest) checkLength(database, file);
      return seen;
    } finally {
      database.close();
    }
  } catch (error) {
    // Somebody has begun to write since we looked for the log: read along with them.
    if (isAtRest && !isEmpty(logOf(file))) return lookInto(file, look);
    throw damaged(error, file);
  }
}

/** SQLite itself finds missing pages, but not that the last one is cut off. */
function checkLength(database: DatabaseSync, file: string): void {
  const pageSize = Number(database.prepare('pragma page_size').get()?.page_size);
  if (statSync(file).size % pageSize !== 0) throw new ContentError(`The database ${file} is damaged: its end is missing. ${MEND}`);
}

const MEND = 'It is left as it is. Restore a backup (kubetutor restore FILE), or move it away to begin anew.';

/** What SQLite said of a file, for whoever runs the bot. */
function damaged(error: unknown, file: string): unknown {
  if (sqliteCode(error) === undefined || !(error instanceof Error)) return error;
  if (sqliteCode(error) === 26) return new ContentError(`${file} is no database. ${MEND}`, { cause: error });
  if (sqliteCode(error) === 11) return new ContentError(`The database ${file} is damaged: a part is missing. ${MEND}`, { cause: error });
  return new ContentError(`The database ${file} cannot be read (${error.message}). ${MEND}`, { cause: error });
}

/**
 * Checks that a database is kubetutor's, and not from a newer version.
 *
 * @throws ContentError when it is not.
 */
export function checkContents(database: DatabaseSync, file: string, { isPartial = false } = {}): void {
  const owner = database.prepare('pragma application_id').get()?.application_id;
  const tables = new Set(database.prepare(`select name from sqlite_schema where type = 'table'`).all().map(nameOf));
  // A bot that has just made the file has not got any further yet.
  if (tables.size === 0 && owner === 0) return;
  if (owner !== APPLICATION_ID || !tables.has('migration')) {
    throw new ContentError(`${file} is the database of another program, and is left as it is. Name another one.`);
  }
  const steps = new Set(database.prepare('select name from migration').all().map(nameOf));
  if (isPartial) steps.delete(UNFINISHED_COPY);
  refuseNewer(steps, file);
}

const nameOf = (row: Readonly<Record<string, unknown>>): string => String(row.name);

/**
 * Makes a folder where there is none, and finds out whether one can write in it.
 *
 * @throws ContentError when one cannot.
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    rmdirSync(mkdtempSync(join(folder, '.kubetutor-')));
  } catch (error) {
    throw new ContentError(
      `One cannot write in the folder ${folder} (${error instanceof Error ? error.message : error}).\n` +
        'Give it to the user who runs the bot, or choose another DATA_DIR.',
    );
  }
}
