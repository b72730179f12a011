import { sql } from 'kysely';
import { createCache } from '../core/cache.ts';
import type { Memories } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';

const MOST_BYTES = 16_000_000;
/** A short text and its place in a list. */
const BYTES_OF_AN_ID = 40;

/**
 * The concepts that a learner met before a day began: read once, as no answer of today changes what was before. To bring
 * ten thousand ids takes longer than all the rest of a review. Linking accounts, parting and forgetting do change it.
 */
export function createMetBefore(engine: Engine): Memories['metBefore'] {
  const askWho = engine.prepare((database, { actor }: { actor: ActorId }) =>
    database
      .selectFrom('actor')
      .innerJoin('actor as account', 'account.learner', 'actor.learner')
      .select(['actor.learner', ({ fn }) => fn.countAll<number>().as('accounts')])
      .where('actor.id', '=', actor)
      .groupBy('actor.learner'),
  );
  const ask = engine.prepare((database, { learner, beforeMs }: { learner: number; beforeMs: number }) =>
    database
      .selectFrom('memory')
      // One long text is brought sooner than many rows.
      .select(sql<string | null>`string_agg(concept, ' ')`.as('concepts'))
      .where('learner', '=', learner)
      .where('since_at_ms', '<', beforeMs),
  );
  const last = createCache<readonly string[]>(MOST_BYTES, (concepts) => concepts.length * BYTES_OF_AN_ID);

  return async (actor, before) => {
    const [who] = await askWho({ actor });
    if (!who) return [];
    const key = [who.learner, who.accounts, before.getTime()].join(' ');
    const kept = last.find(key);
    if (kept) return kept;
    const [row] = await ask({ learner: who.learner, beforeMs: before.getTime() });
    const concepts = row?.concepts?.split(' ') ?? [];
    last.keep(key, concepts);
    return concepts;
  };
}
