import type { Kysely, Transaction } from 'kysely';
import type { Remembered } from '../core/content/notes/remembered.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** The concepts of Markdown notes that have been given an id, so that they keep it when the notes are edited. */
export interface KnownConcepts {
  /** All that is remembered of a scope, by id. */
  load(scope: string): Promise<readonly Remembered[]>;
  /**
   * Replaces what is remembered of a scope by what `revise` makes of it, all or nothing.
   *
   * Nobody else can revise the scope in between: two processes that load
   * different versions of the notes do not forget each other's concepts.
   *
   * @returns what `revise` returned.
   */
  revise<T extends { readonly remembered: readonly Remembered[] }>(
    scope: string,
    revise: (remembered: readonly Remembered[]) => T,
  ): Promise<T>;
}

/** Rows a statement carries: both engines limit how many values one may have. */
const ROWS_AT_ONCE = 500;

export function createKnownConcepts(engine: Engine, now: () => Date): KnownConcepts {
  return {
    load: (scope) => engine.read((database) => loadFrom(database, scope)),

    revise: (scope, revise) =>
      engine.write(async (transaction) => {
        await engine.lock(transaction, `notes:${scope}`);
        const before = await loadFrom(transaction, scope);
        const result = revise(before);
        await remove(transaction, scope, gone(before, result.remembered));
        await put(transaction, scope, changed(before, result.remembered), now());
        return result;
      }),
  };
}

async function loadFrom(database: Kysely<Tables>, scope: string): Promise<readonly Remembered[]> {
  const rows = await database
    .selectFrom('known_concept')
    .select(['id', 'names_json', 'definition', 'place'])
    .where('scope', '=', scope)
    .orderBy('id')
    .execute();
  return rows.map(({ id, names_json, definition, place }) => ({ id, names: JSON.parse(names_json) as string[], definition, place }));
}

function gone(before: readonly Remembered[], after: readonly Remembered[]): string[] {
  const kept = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !kept.has(id));
}

/** Most edits touch a few concepts of many: only those are written. */
function changed(before: readonly Remembered[], after: readonly Remembered[]): readonly Remembered[] {
  const known = new Map(before.map((concept) => [concept.id, contentsOf(concept)]));
  return after.filter((concept) => known.get(concept.id) !== contentsOf(concept));
}

const contentsOf = ({ names, definition, place }: Remembered): string => JSON.stringify([names, definition, place]);

async function remove(transaction: Transaction<Tables>, scope: string, ids: readonly string[]): Promise<void> {
  for (const some of inBatches(ids)) {
    await transaction.deleteFrom('known_concept').where('scope', '=', scope).where('id', 'in', some).execute();
  }
}

/** A concept that is there already keeps the instant when it was first seen. */
async function put(transaction: Transaction<Tables>, scope: string, concepts: readonly Remembered[], now: Date): Promise<void> {
  for (const some of inBatches(concepts)) {
    const rows = some.map(({ id, names, definition, place }) => ({
      scope,
      id,
      names_json: JSON.stringify(names),
      definition,
      place,
      first_seen_at_ms: now.getTime(),
    }));
    await transaction
      .insertInto('known_concept')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['scope', 'id']).doUpdateSet((row) => ({
          names_json: row.ref('excluded.names_json'),
          definition: row.ref('excluded.definition'),
          place: row.ref('excluded.place'),
        })),
      )
      .execute();
  }
}

function inBatches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, batch) =>
    rows.slice(batch * ROWS_AT_ONCE, (batch + 1) * ROWS_AT_ONCE),
  );
}
