import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { databaseFile } from '../../src/store/database-file.ts';
import type { Engine } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { addressOf, startPostgres } from '../../tests/support/postgres.ts';

/** A new, empty store for a measurement. */
export interface Measured {
  readonly name: string;
  readonly engine: Engine;
  /** Makes what is stored known to the planner of queries, as the database does by itself in time. */
  analyze(): Promise<void>;
  remove(): Promise<void>;
}

/** SQLite in a file, which waits for the disk at each commit, as a bot's does. */
export async function newSqlite(): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'kubetutor-bench-'));
  const engine = await openSqlite(databaseFile(dir));
  await migrate(engine, { where: dir, now: () => new Date() });
  return {
    name: 'SQLite',
    engine,
    analyze: async () => {},
    async remove() {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL server in a temporary folder, which does not wait for the disk. */
export async function newPostgres(): Promise<Measured> {
  const server = await startPostgres();
  const engine = openPostgres(addressOf(server.socketDir, 'postgres'));
  await migrate(engine, { where: 'bench', now: () => new Date() });
  return {
    name: 'PostgreSQL',
    engine,
    analyze: () => engine.read(async (database) => void (await sql`analyze`.execute(database))),
    async remove() {
      await engine.close();
      await server.stop();
    },
  };
}
