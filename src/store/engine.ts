import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Asking, Given } from './prepared.ts';
import type { Tables } from './tables.ts';

/** A database of ours that is open: SQLite in a file, or PostgreSQL. What differs between the two is behind this. */
export interface Engine {
  readonly columns: Columns;
  /** What a query ends with that is to take only rows which no other transaction holds, and to hold them. */
  readonly skipHeld: RawBuilder<unknown>;
  /**
   * Runs queries that change nothing.
   *
   * @throws StoreError when the database fails; what `run` itself throws passes unchanged.
   */
  read<T>(run: (database: Kysely<Tables>) => Promise<T>): Promise<T>;
  /**
   * Makes a query that changes nothing, once, for what is asked again and again: the database keeps it ready.
   *
   * @returns what runs it; throws as {@link Engine.read} does.
   */
  prepare<Asked extends Given, Row>(ask: Asking<Asked, Row>): (given: Asked) => Promise<readonly Row[]>;
  /**
   * Runs a transaction; `run` must use nothing but the transaction that it is given. Once this resolves, what it changed survives a crash of the machine.
   *
   * A rejection means that nothing was changed, but for one case: where the
   * connection to PostgreSQL breaks during the commit, nobody knows. So what is
   * tried again has to be a change that may be made twice.
   *
   * @throws StoreError when the database fails; what `run` itself throws undoes the transaction and passes unchanged.
   */
  write<T>(run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** As {@link Engine.write}, but much faster: what it changed survives a crash of the process, and perhaps not one of the machine. */
  jot<T>(run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Keeps out every other transaction that locks the same name, in any process, until this one ends. */
  lock(transaction: Transaction<Tables>, name: string): Promise<void>;
  /** What stands in an insert that brings its own ids for a column that counts up. */
  readonly givenIds: RawBuilder<unknown>;
  /** The highest number that a table's column `id` has ever given; 0 where it has given none. */
  lastId(database: Kysely<Tables>, table: keyof Tables): Promise<number>;
  /** Lets a table's column `id` go on behind a number. */
  goOnFrom(transaction: Transaction<Tables>, table: keyof Tables, id: number): Promise<void>;
  /** Lets nobody else change a table until this transaction ends. */
  hold(transaction: Transaction<Tables>, table: keyof Tables): Promise<void>;
  /** Writes on a database that has no tables yet that it is kubetutor's. */
  claim(transaction: Transaction<Tables>): Promise<void>;
  close(): Promise<void>;
}

/** How the engines spell what is meant; for migrations. */
export interface Columns {
  /** A primary key that counts up and never gives a number twice. */
  readonly identity: RawBuilder<unknown>;
  /** A whole number up to 2^53. */
  readonly integer: RawBuilder<unknown>;
  /** A number with a fraction, 64 bits, kept to its last digit. */
  readonly real: RawBuilder<unknown>;
  /** Text, ordered by code point whatever the server's locale. */
  readonly text: RawBuilder<unknown>;
  /** What stands behind the closing bracket of a table that refuses values of another type. */
  readonly strict: RawBuilder<unknown>;
}

type Work = Pick<Engine, 'read' | 'write' | 'jot'>;

/** The same work, with `explain` making StoreErrors of the driver's errors. */
export function explaining({ read, write, jot }: Work, explain: (error: unknown) => unknown): Work {
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  };
  return {
    read: (run) => explained(() => read(run)),
    write: (run) => explained(() => write(run)),
    jot: (run) => explained(() => jot(run)),
  };
}
