import type { Config } from '../config.ts';
import type { Remembered } from '../core/content/notes/remembered.ts';
import type { LoadedNotes } from '../core/content/notes-folder.ts';
import { openStore, type Store } from '../store/store.ts';

/** Opens what must be remembered, beside a bot that may run on it. */
export const openMemory = (config: Config): Promise<Store> =>
  openStore(config.databaseUrl ?? config.dataDir, { as: 'tool', now: () => new Date() });

/**
 * Loads notes with the ids that their concepts had the last time, and
 * remembers those that they have now.
 *
 * @param scope - the folder or note whose concepts are remembered together.
 */
export async function reviseKnownConcepts(
  config: Config,
  scope: string,
  load: (remembered: readonly Remembered[]) => LoadedNotes,
): Promise<LoadedNotes> {
  const store = await openMemory(config);
  try {
    const { notes } = await store.knownConcepts.revise(scope, (remembered) => {
      const loaded = load(remembered);
      return { notes: loaded, remembered: loaded.identities.remembered };
    });
    return notes;
  } finally {
    await store.close();
  }
}
