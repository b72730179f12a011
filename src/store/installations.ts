import type { Transaction } from 'kysely';
import type { SpaceId } from '../core/places.ts';
import type { Installations } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import type { Seal } from './seal.ts';
import type { Tables } from './tables.ts';

/** How long what belongs to a space is kept after it has uninstalled the bot: it may have been a mistake. */
const KEEP_REMOVED_MS = 30 * 24 * 60 * 60_000;

/** A process that has begun to refresh a token and is gone holds up the others for no longer. */
const REFRESH_MS = 30_000;

/** Our credentials in spaces, sealed. */
export function createInstallations(engine: Engine, now: () => Date, seal: Seal): Installations {
  return {
    async find(space) {
      const row = await engine.read((database) =>
        database
          .selectFrom('installation')
          .select('sealed')
          .where('space', '=', space)
          .where('removed_at_ms', 'is', null)
          .executeTakeFirst(),
      );
      return row && seal.open(row.sealed, space);
    },

    async save(space, secret) {
      const row = { sealed: seal.close(secret, space), saved_at_ms: now().getTime(), removed_at_ms: null, refreshing_until_ms: 0 };
      await engine.write((transaction) =>
        transaction
          .insertInto('installation')
          .values({ space, ...row })
          .onConflict((conflict) => conflict.column('space').doUpdateSet(row))
          .execute(),
      );
    },

    async remove(space) {
      const nowMs = now().getTime();
      await engine.write(async (transaction) => {
        const removed = { removed_at_ms: nowMs };
        await transaction.updateTable('installation').set(removed).where('space', '=', space).where('removed_at_ms', 'is', null).execute();
        await transaction.updateTable('schedule').set({ state: 'paused', remark: 'gone' }).where('space', '=', space).execute();
      });
    },

    async mayRefresh(space) {
      const nowMs = now().getTime();
      const { numUpdatedRows } = await engine.write((transaction) =>
        transaction
          .updateTable('installation')
          .set({ refreshing_until_ms: nowMs + REFRESH_MS })
          .where('space', '=', space)
          .where('refreshing_until_ms', '<=', nowMs)
          .executeTakeFirst(),
      );
      return numUpdatedRows > 0n;
    },

    forgetRemoved: () =>
      engine.write(async (transaction) => {
        const before = now().getTime() - KEEP_REMOVED_MS;
        const gone = await transaction.selectFrom('installation').select('space').where('removed_at_ms', '<=', before).execute();
        for (const { space } of gone) await forget(transaction, space);
        return gone.map(({ space }) => space);
      }),
  };
}

/** Deletes a space with all that is known of it: its people, what they chose and answered, its quizzes, and who brought the bot in. */
async function forget(transaction: Transaction<Tables>, space: SpaceId): Promise<void> {
  // Ids hold no sign that means anything to `like`.
  const inside = `${space}:%` as const;
  for (const table of ['schedule', 'quiz', 'gap', 'verdict', 'installation'] as const)
    await transaction.deleteFrom(table).where('space', '=', space).execute();
  for (const table of ['inviter', 'post'] as const) await transaction.deleteFrom(table).where('conversation', 'like', inside).execute();
  await transaction.deleteFrom('asked').where('scope', 'like', inside).execute();
  await transaction
    .deleteFrom('standing')
    .where((where) => where.or([where('scope', '=', `space ${space}`), where('scope', 'like', `conversation ${inside}`)]))
    .execute();
  await transaction.deleteFrom('attempt').where('actor', 'like', inside).execute();
  await transaction.deleteFrom('actor').where('id', 'like', inside).execute();
  await transaction
    .deleteFrom('learner')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('actor').select('actor.id').whereRef('actor.learner', '=', 'learner.id'))),
    )
    .execute();
}
