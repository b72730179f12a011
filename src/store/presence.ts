import pg from 'pg';
import { ContentError } from '../core/errors.ts';
import { explainPostgres } from './postgres-errors.ts';

const AGAIN_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** The same for all bots on one set of tables. */
const NAME = `hashtextextended('kubetutor runs on ' || current_schema(), 0)`;

/** That this process works on a server's tables. */
export interface Presence {
  release(): Promise<void>;
}

interface Purpose {
  /** `bot`: one of many. `copy`: alone. */
  readonly as: 'bot' | 'copy';
  /** How a message calls the database. */
  readonly where: string;
  /** How long after its connection broke a bot says anew that it is there, in milliseconds. */
  readonly againMs?: number;
}

/**
 * Says on a PostgreSQL server that a bot runs on its tables, or that a copy has them to itself.
 *
 * It is a lock of a connection, so it ends with its process. While a bot's
 * connection is broken, for some seconds, it does not show.
 *
 * @throws ContentError when a copy is under way; for a copy, when a bot runs.
 * @throws StoreError when the server cannot be reached.
 */
export async function takePresence(url: string, { as, where, againMs = AGAIN_MS }: Purpose): Promise<Presence> {
  let isOver = false;
  let again: NodeJS.Timeout | undefined;
  let held: pg.Client | undefined;
  const keep = (): void => {
    held = undefined;
    if (!isOver && as === 'bot') again = setTimeout(() => void take().then((isTaken) => isTaken || keep(), keep), againMs);
  };
  async function take(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true });
    // Without a listener, a connection that drops ends the process; that it has ended is heard below.
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query(`select pg_try_advisory_lock${as === 'bot' ? '_shared' : ''}(${NAME}) as taken`);
      if (!isOver && rows[0]?.taken === true) held = client.on('end', keep);
    } finally {
      if (held !== client) await client.end();
    }
    return held === client;
  }
  const isTaken = await take().catch((error: unknown) => {
    throw explainPostgres(error, where);
  });
  if (!isTaken) throw new ContentError(as === 'bot' ? underWay(where) : inUse(where));
  return {
    async release() {
      isOver = true;
      clearTimeout(again);
      await held?.end();
    },
  };
}

const underWay = (where: string): string => `A copy of ${where} is under way. Wait until it has ended, then start the bot.`;
const inUse = (where: string): string =>
  `A bot runs on ${where}, or another copy. Stop all bots on it first: what they remember meanwhile would be lost.`;
