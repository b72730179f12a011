import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { type Columns, type Engine, explaining } from './engine.ts';
import { explainPostgres } from './postgres-errors.ts';
import type { Tables } from './tables.ts';

/** Connections a process holds at most. */
const CONNECTIONS = 8;

/** How long a turn waits for a connection before it is told that the database is away. */
const CONNECT_TIMEOUT_MS = 5_000;

/** How long one statement may take before its connection counts as dead. */
const QUERY_TIMEOUT_MS = 15_000;

const COLUMNS: Columns = {
  identity: sql`bigint generated always as identity primary key`,
  integer: sql`bigint`,
  real: sql`double precision`,
  text: sql`text collate "C"`,
  // PostgreSQL's tables always refuse values of another type.
  strict: sql``,
};

/** Opens connections to a PostgreSQL server as they are needed; the first query tells whether it is there. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: numbersFor },
  });
  // Without listeners, a connection that drops ends the process: the pool hears those that wait, each client those in use.
  // The query that it breaks, or the next one, tells what happened.
  const unheard = () => {};
  pool.on('error', unheard).on('connect', (client) => client.on('error', unheard));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    columns: COLUMNS,
    skipHeld: sql`for update skip locked`,
    ...explaining({ read: (run) => run(db), write: (run) => db.transaction().execute(run), jot: (run) => jot(db, run) }, (error) =>
      explainPostgres(error, withoutSecrets(url)),
    ),
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

/** 64-bit integers as numbers: our instants and counts are below 2^53. */
const numbersFor: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text');

/** An address of a database as it may stand in a log: without user, password and options. */
export const withoutSecrets = (url: string): string => url.replace(/^(\w+:\/\/)(?:.*@)?([^?]*).*$/s, '$1$2');
