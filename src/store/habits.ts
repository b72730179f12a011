import type { Updateable } from 'kysely';
import type { HabitRecords } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { learnerOf } from './learners.ts';
import { lockedLearnerOf } from './learning.ts';
import type { Tables } from './tables.ts';

/** How learners want to review. */
export function createHabits(engine: Engine, now: () => Date): HabitRecords {
  // In one query: a row for each holiday, or one where there is none.
  const habitsOf = engine.prepare((database, { actor }: { actor: ActorId }) =>
    database
      .selectFrom('actor')
      .leftJoin('preference', 'preference.learner', 'actor.learner')
      .leftJoin('hold', 'hold.learner', 'actor.learner')
      .select(['due_limit', 'fresh_limit', 'zone', 'is_opted_out', 'is_sharing', 'hold.from_at_ms', 'hold.until_at_ms'])
      .where('actor.id', '=', actor)
      .orderBy('hold.from_at_ms'),
  );
  return {
    async of(actor) {
      const rows = await habitsOf({ actor });
      const { due_limit: due = null, fresh_limit: fresh = null, zone, is_opted_out, is_sharing } = rows[0] ?? {};
      return {
        limits: due === null || fresh === null ? undefined : { due, fresh },
        zone: zone ?? undefined,
        isOptedOut: is_opted_out === 1,
        isSharing: is_sharing === 1,
        holds: rows.flatMap(({ from_at_ms: from, until_at_ms: until }) =>
          from === null || until === null ? [] : { from: new Date(from), until: new Date(until) },
        ),
      };
    },

    set: (actor, { limits, zone, isOptedOut, isSharing }) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        const columns: Omit<Updateable<Tables['preference']>, 'learner'> = {
          ...(limits && { due_limit: limits.due, fresh_limit: limits.fresh }),
          ...(zone !== undefined && { zone }),
          ...(isOptedOut !== undefined && { is_opted_out: Number(isOptedOut) }),
          ...(isSharing !== undefined && { is_sharing: Number(isSharing) }),
        };
        await transaction
          .insertInto('preference')
          .values({ learner, ...columns })
          .onConflict((conflict) => conflict.column('learner').doUpdateSet(columns))
          .execute();
      }),

    hold: (actor, hold) =>
      engine.write(async (transaction) => {
        const learner = await lockedLearnerOf(engine, transaction, actor, now());
        const nowMs = now().getTime();
        await transaction.deleteFrom('hold').where('learner', '=', learner).where('from_at_ms', '>=', nowMs).execute();
        // The part of a holiday that is over has stretched intervals, and goes on to.
        await transaction
          .updateTable('hold')
          .set({ until_at_ms: nowMs })
          .where('learner', '=', learner)
          .where('until_at_ms', '>', nowMs)
          .execute();
        if (!hold) return;
        const row = { learner, from_at_ms: Math.max(hold.from.getTime(), nowMs), until_at_ms: hold.until.getTime() };
        await transaction.insertInto('hold').values(row).execute();
      }),
  };
}
