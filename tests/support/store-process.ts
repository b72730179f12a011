import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';

/**
 * A process that uses a store, for tests that start and kill some: `store-process.ts <where> once|forever <actor>`.
 *
 * `once` chooses a language for the actor and ends. `forever` is a bot that
 * chooses one for `<actor>-0`, `<actor>-1`, …, and prints each number once the
 * choice is acknowledged.
 */
const [where = '', mode, actor = ''] = process.argv.slice(2);
const store = await openStore(where, { as: mode === 'forever' ? 'bot' : 'tool', now: () => new Date() });
if (mode === 'once') await store.preferences.setLanguage(`test:${actor}`, 'zh');
for (let n = 0; mode === 'forever'; n++) {
  await store.preferences.setLanguage(`test:${actor}-${n}`, 'zh');
  writeSync(1, `${n}\n`);
}
await store.close();
