import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Loaded into the bot's process before the bot (`node --import`), which knows nothing of it: measures the process for
 * its parent, and makes its disk full, which only its own connection to a database file can do.
 */

/** What a parent may ask for. */
export type Wish = { readonly kind: 'measure' } | { readonly kind: 'disk'; readonly isFull: boolean };

/** What a process holds at a time, after garbage collection. */
export interface Sample {
  /** Objects, and memory outside of the heap that they hold, in bytes. */
  readonly heap: number;
  /** What the process has of the machine's memory, in bytes. */
  readonly resident: number;
  /** Sockets, timers and the like that keep Node alive. */
  readonly handles: number;
  /** Open file descriptors; not a number where the system does not tell. */
  readonly files: number;
}

/** Whatever number a database may grow to that is not to be limited: https://www.sqlite.org/limits.html */
const MOST_PAGES = 4_294_967_294;

const databases = new Set<DatabaseSync>();
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (this: DatabaseSync, text: string): void {
  databases.add(this);
  exec.call(this, text);
};

function limitPages(isFull: boolean): void {
  for (const database of databases) {
    if (!database.isOpen || !database.location()?.endsWith('kubetutor.db')) continue;
    const { page_count: used } = database.prepare('pragma page_count').get() as { page_count: number };
    exec.call(database, `pragma max_page_count = ${isFull ? used : MOST_PAGES}`);
  }
}

function measured(): Sample {
  // What the first collection frees may let go of more.
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss, handles: process.getActiveResourcesInfo().length, files: openFiles() };
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return Number.NaN;
  }
}

process.on('message', (wish: Wish) => {
  if (wish.kind === 'disk') limitPages(wish.isFull);
  else process.send?.(measured());
});
// The bot ends when it has nothing left to do, whoever may still be listening.
process.channel?.unref();
