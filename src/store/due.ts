import { type Selectable, sql, type Transaction } from 'kysely';
import type { Occurrence } from '../core/schedule/occurrences.ts';
import type { Engine } from './engine.ts';
import { hasAny } from './peek.ts';
import type { Tables } from './tables.ts';

/** How long a process keeps what it has claimed; after that it counts as dead. */
export const LEASE_MS = 60_000;

/** Later than any clock shows. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;

/** That nobody is at a row; a clock that was set back does not keep a claim for ever. */
export const isFree = (nowMs: number) => sql<boolean>`(claimed_until_ms <= ${nowMs} or claimed_until_ms > ${nowMs + LEASE_MS})`;

/** That a conversation is on one of some platforms. */
export const isOn = (platforms: readonly string[]) =>
  sql<boolean>`(${sql.join([sql`1 = 0`, ...platforms.map((platform) => sql`conversation like ${`${platform}:%`}`)], sql` or `)})`;

/** When something comes next, with nobody at it. */
export const comesColumns = ({ at, day }: Occurrence) => ({ next_at_ms: at.getTime(), next_day: day, claimed_until_ms: 0 });

/** What comes again and again, by the column that tells one from another. */
const KEYS = { digest: 'conversation', reminder: 'learner' } as const;

interface Wanted {
  readonly platforms: readonly string[];
  readonly limit: number;
  readonly now: Date;
}

/** Takes rows that are due on some platforms, longest due first; for {@link LEASE_MS} nobody else is given them. */
export async function claimDueIn<Table extends keyof typeof KEYS, Due>(
  engine: Engine,
  table: Table,
  { platforms, limit, now }: Wanted,
  read: (row: Selectable<Tables[Table]>, transaction: Transaction<Tables>) => Due | Promise<Due>,
): Promise<readonly Due[]> {
  const nowMs = now.getTime();
  const [rows, key, isDue] = [sql.table(table), sql.ref(KEYS[table]), sql<boolean>`next_at_ms <= ${nowMs}`];
  if (!(await hasAny(engine, table, [isDue]))) return [];
  return engine.write(async (transaction) => {
    const { rows: due } = await sql<Selectable<Tables[Table]>>`select * from ${rows}
      where ${isDue} and ${isOn(platforms)} and ${isFree(nowMs)}
      order by next_at_ms, ${key} limit ${limit} ${engine.skipHeld}`.execute(transaction);
    for (const row of due) {
      await sql`update ${rows} set claimed_until_ms = ${nowMs + LEASE_MS} where ${key} = ${Reflect.get(row, KEYS[table])}`.execute(
        transaction,
      );
    }
    return Promise.all(due.map((row) => read(row, transaction)));
  });
}
