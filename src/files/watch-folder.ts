import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { type FolderContents, readFolder } from './read-folder.ts';

/** How a folder is watched. */
export interface WatchOptions {
  /** Called with what the folder holds now, once for each change; the next call waits until it has settled. */
  onChange(contents: FolderContents): Promise<void>;
  /** How often to look in any case: events do not reach through some mounts. In milliseconds. */
  readonly everyMs?: number;
}

export interface FolderWatch {
  /** Looks now, and settles when a change that was found has been dealt with. */
  look(): Promise<void>;
  stop(): void;
}

const EVERY_MS = 3000;
/** Editors write a file in several steps. */
const SETTLE_MS = 100;

/**
 * Watches a folder of notes by events and by looking every few seconds, and
 * compares contents, so that a save that changes nothing is no change. A
 * folder that is gone for a moment is no change either.
 */
export async function watchFolder(folder: string, { onChange, everyMs = EVERY_MS }: WatchOptions): Promise<FolderWatch> {
  let known = fingerprint(await readFolder(folder));
  let looking: Promise<void> = Promise.resolve();
  const lookOnce = async () => {
    const contents = await readFolder(folder).catch(() => undefined);
    const found = contents && fingerprint(contents);
    if (!contents || found === known) return;
    known = found ?? known;
    await onChange(contents);
  };
  const look = () => {
    looking = looking.then(lookOnce);
    return looking;
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  const events = watchEvents(folder, look);
  return {
    look,
    stop() {
      clearInterval(timer);
      events?.close();
    },
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

function fingerprint({ files, problems }: FolderContents): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  for (const { file, message } of problems) hash.update(`${file}\0${message}\0`);
  return hash.digest('hex');
}
