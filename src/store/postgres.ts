import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { type Columns, type Engine, explaining } from './engine.ts';
import { explainPostgres } from './postgres-errors.ts';
import { createConnections } from './postgres-pool.ts';
import { preparing } from './prepared.ts';
import type { Tables } from './tables.ts';

/** How long one statement may take before its connection counts as dead. */
const STATEMENT_TIMEOUT_MS = 15_000;

const COLUMNS: Columns = {
  identity: sql`bigint generated always as identity primary key`,
  integer: sql`bigint`,
  real: sql`double precision`,
  text: sql`text collate "C"`,
  // PostgreSQL's tables always refuse values of another type.
  strict: sql``,
};

/** Opens connections to a PostgreSQL server as they are needed; the first query tells whether it is there. */
export function openPostgres(url: string, { statementTimeoutMs = STATEMENT_TIMEOUT_MS }: { statementTimeoutMs?: number } = {}): Engine {
  const connections = createConnections(url, statementTimeoutMs);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) });
  const work = explaining({ read: (run) => run(db), write: (run) => db.transaction().execute(run), jot: (run) => jot(db, run) }, (error) =>
    explainPostgres(error, withoutSecrets(url)),
  );
  return {
    columns: COLUMNS,
    skipHeld: sql`for update skip locked`,
    ...work,
    prepare: preparing(db, work.read, connections.keepReady),
    lock: async (transaction, name) => void (await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)),
    hold: async (transaction, table) => void (await sql`lock table ${sql.table(table)} in exclusive mode`.execute(transaction)),
    givenIds: sql`overriding system value`,
    lastId: async (database, table) => {
      const { rows } = await sql<{ last: number | null }>`select pg_sequence_last_value(${sequenceOf(table)}) as last`.execute(database);
      return rows[0]?.last ?? 0;
    },
    goOnFrom: async (transaction, table, id) =>
      void (await sql`select setval(${sequenceOf(table)}, greatest(${id}::bigint, 1), ${id > 0})`.execute(transaction)),
    // Whoever gives us a PostgreSQL database has made it for us.
    claim: async () => {},
    close: () => db.destroy(),
  };
}

const sequenceOf = (table: string) => sql`pg_get_serial_sequence(${table}, 'id')::regclass`;

/** https://www.postgresql.org/docs/current/wal-async-commit.html */
const jot = <T>(db: Kysely<Tables>, run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    await sql`set local synchronous_commit = off`.execute(transaction);
    return run(transaction);
  });

/** An address of a database as it may stand in a log: without user, password and options. */
export const withoutSecrets = (url: string): string => url.replace(/^(\w+:\/\/)(?:.*@)?([^?]*).*$/s, '$1$2');
