import pg from 'pg';
import { StoreError } from '../core/errors.ts';

/**
 * SQL states that pass by themselves, https://www.postgresql.org/docs/18/errcodes-appendix.html:
 * the first characters of each, with what it means for whoever runs the bot.
 */
const PASSING: readonly (readonly [state: string, what: string])[] = [
  ['08', 'cannot be reached'],
  ['25006', 'accepts no changes: it is a standby'],
  ['40', 'had two changes in each other’s way'],
  ['53100', 'cannot grow: the disk is full'],
  ['53', 'has no room: look at its connections and memory'],
  ['55P03', 'is locked'],
  ['57', 'was stopped or restarts'],
  ['58', 'has trouble with its machine: look at its log'],
];

/** What the client says, without any code, when a connection is lost or does not come about. */
const LOST = /^(connection terminated|timeout (expired|exceeded)|query read timeout|client (was closed|has encountered))/i;

/** Makes a StoreError of an error of PostgreSQL's or of the connection to it; every other error comes back as it is. */
export function explainPostgres(error: unknown, address: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const failed = (what: string, retry: boolean) =>
    new StoreError(`The database ${address} ${what}. (${error.message || codeOf(error)})`, { retry, cause: error });
  if (error instanceof pg.DatabaseError) {
    const passing = PASSING.find(([state]) => error.code?.startsWith(state));
    return passing ? failed(passing[1], true) : failed('refused a statement', false);
  }
  return 'syscall' in error || LOST.test(error.message) ? failed('cannot be reached', true) : error;
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);
