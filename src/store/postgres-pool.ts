import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { oncePer } from '../core/cache.ts';

/** Connections held at most. */
const CONNECTIONS = 8;

/** How long a turn waits for a connection before it is told that the database is away. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Connections to a PostgreSQL server, as Kysely asks for them. */
export interface Connections extends PostgresPool {
  /** Has each connection keep the plan of a statement once it has made it. */
  keepReady(statement: string): void;
}

/**
 * Connects to a PostgreSQL server as connections are needed.
 *
 * @param statementTimeoutMs - how long one statement may take before its connection counts as dead.
 */
export function createConnections(url: string, statementTimeoutMs: number): Connections {
  const options: pg.PoolConfig = {
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: numbersFor },
  };
  const pool = new pg.Pool(options);
  // Without listeners, a connection that drops ends the process: the pool hears those that wait, each client those in use.
  // The query that it breaks, or the next one, tells what happened.
  const unheard = () => {};
  pool.on('error', unheard).on('connect', (client) => client.on('error', unheard));
  const names = new Map<string, string>();
  const connectionOf = oncePer((client: pg.PoolClient) => connection(client, names, statementTimeoutMs));
  return {
    options,
    keepReady: (statement) => void names.set(statement, names.get(statement) ?? `kept ${names.size}`),
    connect: async () => connectionOf(await pool.connect()),
    end: () => pool.end(),
  };
}

/**
 * A connection whose statements end in time. A promise of pg's own would do, and its `query_timeout`; but both hand pg the
 * callback after the query is made, with which all rows outlived the young generation, and collecting it took 4 to 12 ms in place of 0.2.
 */
function connection(client: pg.PoolClient, names: ReadonlyMap<string, string>, timeoutMs: number): PostgresPoolClient {
  let isHung = false;
  const query = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const name = names.get(text);
    return new Promise((resolve, reject) => {
      // What is sent after a statement that hangs would wait behind it.
      if (isHung) return reject(new Error('Connection terminated: a statement hangs'));
      const timer = setTimeout(() => {
        isHung = true;
        reject(new Error('Query read timeout'));
      }, timeoutMs);
      client.query({ text, values: [...values], ...(name !== undefined && { name }) }, (error: Error | null, result) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve(result);
      });
    });
  };
  // Kysely's type also has cursors, which are made with a class that nobody gives it.
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy || isHung) };
}

/** 64-bit integers as numbers: our instants and counts are below 2^53. */
const numbersFor: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text');
