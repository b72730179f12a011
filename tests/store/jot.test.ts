import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { newPostgresPlace, temporaryDir } from '../support/databases.ts';

/** How surely a commit is on the disk before it is acknowledged, as the database says. */
const ENGINES = [
  {
    name: 'SQLite',
    open: async () => openSqlite(join(temporaryDir(), 'test.db')),
    asked: (database: Kysely<Tables>) => sql<{ synchronous: number }>`pragma synchronous`.execute(database),
    loosely: { synchronous: 1 },
    surely: { synchronous: 2 },
  },
  {
    name: 'PostgreSQL',
    open: async () => openPostgres((await newPostgresPlace()).where),
    asked: (database: Kysely<Tables>) => sql`show synchronous_commit`.execute(database),
    loosely: { synchronous_commit: 'off' },
    surely: { synchronous_commit: 'on' },
  },
] as const;

describe.each(ENGINES)('what is jotted down on $name', ({ open, asked, loosely, surely }) => {
  const opened = async (): Promise<Engine> => {
    const engine = await open();
    onTestFinished(() => engine.close());
    return engine;
  };

  test('does not wait for the disk, and what is written beside it does', async () => {
    const engine = await opened();
    const kept = await Promise.all([engine.write(asked), engine.jot(asked), engine.write(asked), engine.jot(asked), engine.read(asked)]);
    expect(kept.map(({ rows: [row] }) => row)).toEqual([surely, loosely, surely, loosely, surely]);
  });

  test('is undone where it fails, and leaves no trace in how others write', async () => {
    const engine = await opened();
    await engine.write((transaction) => sql`create table noted (what integer)`.execute(transaction));
    const failing = engine.jot(async (transaction) => {
      await sql`insert into noted values (1)`.execute(transaction);
      throw new RangeError('changed its mind');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await engine.jot((transaction) => sql`insert into noted values (2)`.execute(transaction));
    expect((await engine.read((database) => sql`select what from noted`.execute(database))).rows).toEqual([{ what: 2 }]);
    expect((await engine.write(asked)).rows).toEqual([surely]);
  });
});
