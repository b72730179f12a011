import { sql } from 'kysely';
import { type Budget, LONGEST_TURN_MS } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { freeAt, integer } from './posts-queue.ts';

/** What is in front of a lane in full. */
const FULL_MS = 2 * LONGEST_TURN_MS;

/** Turns that all processes on one store share; a crash may give some of them again. */
export function createBudget(engine: Engine, now: () => Date): Budget {
  return {
    take: ({ lane, gapMs }, mostMs) =>
      engine.jot(async (transaction) => {
        const nowMs = now().getTime();
        const free = freeAt(nowMs, FULL_MS);
        const taken = await transaction
          .insertInto('pace')
          .values({ lane, free_at_ms: nowMs + gapMs })
          .onConflict((conflict) =>
            conflict
              .column('lane')
              .doUpdateSet({ free_at_ms: sql`${free} + ${integer(gapMs)}` })
              .where(sql<boolean>`${free} <= ${integer(nowMs + Math.min(mostMs, LONGEST_TURN_MS))}`),
          )
          .returning('free_at_ms')
          .executeTakeFirst();
        if (taken) return { isTaken: true, waitMs: taken.free_at_ms - gapMs - nowMs };
        const { free_at_ms } = await transaction.selectFrom('pace').select('free_at_ms').where('lane', '=', lane).executeTakeFirstOrThrow();
        return { isTaken: false, waitMs: free_at_ms - nowMs - mostMs };
      }),
  };
}
