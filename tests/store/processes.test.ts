import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/store.ts';
import { atNoon, newFilePlace, newPostgresPlace } from '../support/databases.ts';
import { startStoreProcess } from '../support/processes.ts';

describe.each([
  ['SQLite', newFilePlace],
  ['PostgreSQL', newPostgresPlace],
])('%s', (_, newPlace) => {
  test('processes that start together on an empty store take each step once, and all of them work', async () => {
    const place = await newPlace();
    const processes = Array.from({ length: 5 }, (_, n) => startStoreProcess(place.where, 'once', `p${n}`));
    expect(await Promise.all(processes.map((started) => started.ended()))).toEqual(['', '', '', '', '']);
    expect((await place.query('select name from migration')).length).toBe(MIGRATIONS.length);
    expect((await place.query('select learner from preference')).length).toBe(5);
  });
});

test('what was acknowledged survives 20 kills of the bot, and each next bot takes over', async () => {
  const { where } = await newFilePlace();
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round++) {
    const bot = startStoreProcess(where, 'forever', `r${round}`);
    await bot.printed(String(round % 7));
    acknowledged.push(...(await bot.kill()).map((n) => `r${round}-${n}`));
  }
  const store = await openStore(where, { as: 'bot', now: atNoon });
  const languages = await Promise.all(acknowledged.map((actor) => store.preferences.languageOf(`test:${actor}`)));
  await store.close();
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(languages.filter((language) => language !== 'zh')).toEqual([]);
});
