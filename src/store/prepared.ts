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

/**
 * Makes queries, each of them once, that are then run by `read`.
 *
 * @param keepReady - hears the text of each, which is the same each time.
 */
export function preparing(
  database: Kysely<Tables>,
  read: <T>(run: (database: Kysely<Tables>) => Promise<T>) => Promise<T>,
  keepReady: (text: string) => void = () => {},
) {
  return <Asked extends Given, Row>(ask: Asking<Asked, Row>): ((given: Asked) => Promise<readonly Row[]>) => {
    const blanks = new Proxy({} as Asked, { get: (_, name) => new Blank(String(name)) });
    const { sql: text, parameters } = ask(database, blanks).compile();
    keepReady(text);
    return async (given) => {
      const values = parameters.map((value) => (value instanceof Blank ? given[value.name] : value));
      return (await read((open) => open.executeQuery(CompiledQuery.raw(text, values) as CompiledQuery<Row>))).rows;
    };
  };
}
