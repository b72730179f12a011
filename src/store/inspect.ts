import { statfsSync } from 'node:fs';
import { sql } from 'kysely';
import { checkDatabase, databaseFile } from './database-file.ts';
import { refuseNewer } from './migrate.ts';
import { isPostgres } from './store.ts';

/** Less free space than this is told: a day's answers of a large team are some megabytes. */
const LEAST_FREE_BYTES = 100_000_000;

/** What one sees of a store without opening it as a bot does: its tables stay as they are, whatever their version. */
export interface Inspection {
  readonly where: string;
  /** Free space in bytes on the disk of a file; unknown of a server. */
  readonly freeBytes: number | undefined;
  readonly isNearlyFull: boolean;
}

/**
 * Looks whether a store can be reached and written to, and is of a version that we know.
 *
 * @throws ContentError or StoreError that says what is the matter.
 */
export async function inspectStore(where: string): Promise<Inspection> {
  if (isPostgres(where)) return inspectServer(where);
  const file = databaseFile(where);
  checkDatabase(file);
  const { bavail, bsize } = statfsSync(where);
  const freeBytes = bavail * bsize;
  return { where: file, freeBytes, isNearlyFull: freeBytes < LEAST_FREE_BYTES };
}

async function inspectServer(url: string): Promise<Inspection> {
  const { openPostgres, withoutSecrets } = await import('./postgres.ts');
  const engine = openPostgres(url);
  const where = withoutSecrets(url);
  try {
    // As a transaction that might write: a server that only reads, such as a standby, refuses it.
    await engine.write(async (transaction) => {
      const { rows } = await sql<{ table: string | null }>`select to_regclass('migration')::text as table`.execute(transaction);
      if (rows[0]?.table == null) return;
      const steps = await transaction.selectFrom('migration').select('name').execute();
      refuseNewer(new Set(steps.map(({ name }) => name)), where);
    });
  } finally {
    await engine.close();
  }
  return { where, freeBytes: undefined, isNearlyFull: false };
}
