import { sql } from 'kysely';
import { ContentError } from '../core/errors.ts';
import type { Engine } from './engine.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** What stands among the steps of a database for as long as not all has been copied into it: whoever opens it is told so. */
export const UNFINISHED_COPY = 'unfinished-copy';

/**
 * Brings the tables up to date: every missing step, in one transaction, once, however many processes start together.
 *
 * @param where - how a message calls the database.
 * @throws ContentError when a newer kubetutor has made the tables; they stay as they are.
 */
export async function migrate(engine: Engine, { where, now }: { readonly where: string; readonly now: () => Date }): Promise<void> {
  const { integer, text, strict } = engine.columns;
  await engine.write(async (transaction) => {
    await engine.lock(transaction, 'migrations');
    await sql`
      create table if not exists migration (
        name ${text} primary key,
        applied_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
    const rows = await transaction.selectFrom('migration').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    refuseNewer(applied, where);
    if (applied.size === 0) await engine.claim(transaction);
    for (const { name, up } of MIGRATIONS) {
      if (applied.has(name)) continue;
      await up(transaction, engine.columns);
      await transaction.insertInto('migration').values({ name, applied_at_ms: now().getTime() }).execute();
    }
  });
}

/**
 * Checks that we know every step that made some tables, and that all is in them.
 *
 * @throws ContentError that names the first step that we do not know, or what is missing.
 */
export function refuseNewer(applied: ReadonlySet<string>, where: string): void {
  if (applied.has(UNFINISHED_COPY)) {
    throw new ContentError(
      `The database ${where} holds a part of a copy. Finish it with the command that began it: kubetutor store copy FROM TO`,
    );
  }
  const unknown = [...applied].toSorted().find((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown === undefined) return;
  throw new ContentError(
    `The database ${where} was written by a newer kubetutor (it has the step ${unknown}), and is left as it is.\n` +
      'Run that version or a newer one, or restore a backup of before the upgrade: kubetutor restore FILE',
  );
}
