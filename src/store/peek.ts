import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/**
 * Whether a table has a row for which any of some conditions holds, asked outside of a transaction.
 *
 * Most passes find nothing to do: they should cost little, and keep nobody from
 * writing. What is found is looked for again by whoever takes it.
 */
export const hasAny = (engine: Engine, table: keyof Tables, conditions: readonly RawBuilder<boolean>[]): Promise<boolean> =>
  engine.read(async (database) => {
    // One `exists` for each condition, so that each can go by an index of its own.
    const exist = conditions.map((condition) => sql`exists (select 1 from ${sql.table(table)} where ${condition})`);
    return (await sql`select 1 where ${sql.join(exist, sql` or `)}`.execute(database)).rows.length > 0;
  });
