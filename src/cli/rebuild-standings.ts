import type { Config } from '../config.ts';
import { openStore } from '../store/store.ts';

/** Counts how people stand again from their answers, and says how many lines had been wrong; a bot that runs goes on. */
export async function rebuildStandings({ databaseUrl, dataDir }: Config): Promise<void> {
  const store = await openStore(databaseUrl ?? dataDir, { as: 'tool', now: () => new Date() });
  try {
    const wrong = await store.records.standings.rebuild();
    process.stdout.write(`${wrong === 0 ? 'every line was right' : `${wrong} ${wrong === 1 ? 'line' : 'lines'} mended`}\n`);
  } finally {
    await store.close();
  }
}
