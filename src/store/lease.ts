import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { ContentError } from '../core/errors.ts';
import { isBusy } from './sqlite-errors.ts';

/** A right on a database file that one process has at a time: above all, to be its one long-lived writer. */
export interface Lease {
  release(): void;
}

/** Who holds a lease, for the message to who wants it next. */
interface Holder {
  readonly purpose: string;
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

interface Leasing {
  readonly purpose: string;
  readonly now: () => Date;
  readonly right?: string;
}

/**
 * Takes the lease of a database file.
 *
 * It is a lock of the operating system, so it ends with its process, even with
 * `kill -9`; no clock and no process number has to be trusted.
 *
 * @param purpose - what the holder does, for the others' message: `a bot`.
 * @param right - left out, that of being the one bot on the file; other rights go beside it.
 * @throws ContentError that names the holder, when there is one.
 */
export function takeLease(file: string, { purpose, now, right = 'lease' }: Leasing): Lease {
  const lockFile = `${file}-${right}`;
  const holderFile = `${lockFile}.json`;
  closeSync(openSync(lockFile, 'a', 0o600));
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    // Nothing is ever written in it, only the lock matters; so it needs no journal beside it.
    lock.exec('pragma journal_mode = memory; begin immediate');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new ContentError(
      `${holderOf(holderFile)} uses the database ${file}. Stop it first, or give this one a DATA_DIR of its own.\n` +
        'Several bots on one database need PostgreSQL (DATABASE_URL).',
    );
  }
  const holder: Holder = { purpose, pid: process.pid, host: hostname(), since: now().toISOString() };
  writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 });
  return {
    release() {
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

/** Who holds a lease, as the beginning of a sentence. The holder may be just about to write it down. */
function holderOf(holderFile: string): string {
  try {
    const { purpose, pid, host, since } = JSON.parse(readFileSync(holderFile, 'utf8')) as Holder;
    return `${purpose.replace(/^./, (first) => first.toUpperCase())} (process ${pid} on ${host}, since ${since})`;
  } catch {
    return 'Another process';
  }
}
