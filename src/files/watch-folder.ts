import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { type FolderContents, readFolder } from './read-folder.ts';

/** How a folder is watched. */
export interface WatchOptions {
  /** Called with what the folder holds now, once for each change; the next call waits until it has settled. */
  onChange(contents: FolderContents): Promise<void>;
  /** Called when `onChange` has rejected; the next change is told all the same. */
  onFailure(error: unknown): void;
  /** How often to look in any case, in milliseconds: events do not reach through some mounts. */
  readonly everyMs?: number;
}

export interface FolderWatch {
  /** Looks now, and settles when a change that was found has been dealt with. Never rejects. */
  look(): Promise<void>;
  /** Ends the watch; no change is told from now on. */
  stop(): void;
}

const EVERY_MS = 3000;
/** Editors write a file in several steps. */
const SETTLE_MS = 100;

/**
 * Watches a folder of notes, or one note, by events and by looking every few
 * seconds, and compares contents, so that a save that changes nothing is no
 * change. A folder that is gone for a moment is no change either.
 *
 * @param known - what the watcher's owner has read of it already.
 */
export function watchFolder(folder: string, known: FolderContents, { onChange, onFailure, everyMs = EVERY_MS }: WatchOptions): FolderWatch {
  let seen = fingerprint(known);
  let isStopped = false;
  const lookOnce = async () => {
    const contents = await readFolder(folder).catch(() => undefined);
    if (!contents || isStopped || fingerprint(contents) === seen) return;
    seen = fingerprint(contents);
    await onChange(contents).catch(onFailure);
  };
  const look = oneAtATime(lookOnce);
  const timer = setInterval(look, everyMs);
  timer.unref();
  const events = watchEvents(folder, look);
  return {
    look,
    stop() {
      isStopped = true;
      clearInterval(timer);
      events?.close();
    },
  };
}

/** Lets the next run wait until the last one is over; all who ask meanwhile share it. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let isNextWaiting = false;
  return () => {
    if (!isNextWaiting) {
      isNextWaiting = true;
      last = last.then(() => {
        isNextWaiting = false;
        return run();
      });
    }
    return last;
  };
}

/** Events where the system has them; without, looking every few seconds does. */
function watchEvents(folder: string, look: () => void): FSWatcher | undefined {
  try {
    let settling: NodeJS.Timeout | undefined;
    const events = watch(folder, { recursive: true, persistent: false }, () => {
      clearTimeout(settling);
      settling = setTimeout(look, SETTLE_MS);
      settling.unref();
    });
    return events.on('error', () => events.close());
  } catch {
    return undefined;
  }
}

/** What tells one state of a folder from another. */
function fingerprint({ files, problems }: FolderContents): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  for (const { file, message } of problems) hash.update(`${file}\0${message}\0`);
  return hash.digest('hex');
}
