import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What a query is asked with, by name. */
export type Given = Readonly<Record<string, string | number>>;

/**
 * A query whose text is made once, with blanks for what is given when it runs.
 * It names its columns: a database that keeps it ready refuses it once `*` means others than before.
 */
export type Asking<Asked extends Given, Row> = (database: Kysely<Tables>, given: Asked) => Compilable<Row>;

/** Stands in a query for what is given when it runs. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A query with its text, which is the same each time. */
export interface Compiled<Asked extends Given, Row> {
  readonly text: string;
  with(given: Asked): CompiledQuery<Row>;
}

export function compiled<Asked extends Given, Row>(database: Kysely<Tables>, ask: Asking<Asked, Row>): Compiled<Asked, Row> {
  const blanks = new Proxy({} as Asked, { get: (_, name) => new Blank(String(name)) });
  const { sql: text, parameters } = ask(database, blanks).compile();
  return {
    text,
    with: (given) => {
      const values = parameters.map((value) => (value instanceof Blank ? given[value.name] : value));
      return CompiledQuery.raw(text, values) as CompiledQuery<Row>;
    },
  };
}
