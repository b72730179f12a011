import { describe, expect, test } from 'vitest';
import { ContentError, StoreError } from '../../src/core/errors.ts';
import { inspectStore } from '../../src/store/inspect.ts';
import { openStore } from '../../src/store/store.ts';
import { atNoon, newFilePlace, newPostgresPlace, temporaryDir } from '../support/databases.ts';

const PLACES = [
  ['SQLite', newFilePlace],
  ['PostgreSQL', newPostgresPlace],
] as const;

describe.each(PLACES)('a look at a store on %s', (_, newPlace) => {
  test('is fine before the first bot has started, and makes no tables', async () => {
    const { where } = await newPlace();
    await inspectStore(where);
    expect((await inspectStore(where)).isNearlyFull).toBe(false);
  });

  test('tells of a store that a newer version has written, and leaves it', async () => {
    const { where, query } = await newPlace();
    await (await openStore(where, { as: 'bot', now: atNoon })).close();
    await query("insert into migration (name, applied_at_ms) values ('9999-later', 0)");
    await expect(inspectStore(where)).rejects.toThrow(/newer kubetutor .*9999-later/);
    expect(await query("select 1 from migration where name = '9999-later'")).toHaveLength(1);
  });

  test('is fine while a bot runs', async () => {
    const { where } = await newPlace();
    const bot = await openStore(where, { as: 'bot', now: atNoon });
    await inspectStore(where);
    await bot.close();
  });
});

test('a look at a folder tells how much room there is', async () => {
  expect((await inspectStore(temporaryDir())).freeBytes).toBeGreaterThan(0);
});

test('a server that is away is told without its password', async () => {
  const looking = inspectStore('postgres://me:very-secret@127.0.0.1:1/tutor');
  await expect(looking).rejects.toSatisfy((error: Error) => error instanceof StoreError || error instanceof ContentError);
  await expect(looking).rejects.toThrow(/^(?!.*very-secret)/);
});
