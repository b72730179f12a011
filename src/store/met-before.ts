import { sql } from 'kysely';
import { createCache } from '../core/cache.ts';
import type { Memories } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';

const MOST_BYTES = 16_000_000;
/** A short text and its place in a list. */
const BYTES_OF_AN_ID = 40;

/** What was met before a day by a learner of certain accounts. */
interface Met {
  readonly accounts: string;
  readonly beforeMs: number;
  readonly concepts: readonly string[];
}

/**
 * The concepts that a learner met before a day began: read once, as no answer of today changes what was before. To bring
 * ten thousand ids takes longer than all the rest of a review. Linking accounts, parting and forgetting do change it.
 */
export function createMetBefore(engine: Engine): Memories['metBefore'] {
  const askWho = engine.prepare((database, { actor }: { actor: ActorId }) =>
    database
      .selectFrom('actor')
      .innerJoin('actor as account', 'account.learner', 'actor.learner')
      .select(['account.learner', 'account.id', 'account.linked_at_ms'])
      .where('actor.id', '=', actor)
      .orderBy('account.id'),
  );
  const ask = engine.prepare((database, { learner, beforeMs }: { learner: number; beforeMs: number }) =>
    database
      .selectFrom('memory')
      // One long text is brought sooner than many rows.
      .select(sql<string | null>`string_agg(concept, ' ')`.as('concepts'))
      .where('learner', '=', learner)
      .where('since_at_ms', '<', beforeMs),
  );
  // One day of each learner: what was read by a clock that ran ahead must not wait for its day.
  const last = createCache<Met>(MOST_BYTES, ({ accounts, concepts }) => accounts.length + concepts.length * BYTES_OF_AN_ID);

  return async (actor, before) => {
    const rows = await askWho({ actor });
    const [who] = rows;
    if (!who) return [];
    const key = String(who.learner);
    const beforeMs = before.getTime();
    const accounts = rows.map(({ id, linked_at_ms }) => `${id} ${linked_at_ms}`).join('\n');
    const kept = last.find(key);
    if (kept && kept.accounts === accounts && kept.beforeMs === beforeMs) return kept.concepts;
    const [row] = await ask({ learner: who.learner, beforeMs });
    const concepts = row?.concepts?.split(' ') ?? [];
    last.keep(key, { accounts, beforeMs, concepts });
    return concepts;
  };
}
