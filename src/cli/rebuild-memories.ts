import type { Config } from '../config.ts';
import { openMemory } from './memory.ts';

/**
 * Makes all memories anew from the log, with the settings of today.
 *
 * @throws ContentError when the store cannot be opened.
 */
export async function rebuildMemories(config: Config): Promise<void> {
  const store = await openMemory(config);
  try {
    const changed = await store.reviews.log.rebuild();
    process.stdout.write(changed === 0 ? 'All memories are as the log says.\n' : `${changed} memories were made anew from the log.\n`);
  } finally {
    await store.close();
  }
}
