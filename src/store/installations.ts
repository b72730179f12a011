import type { Installations } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import type { Seal } from './seal.ts';

/** A process that has begun to refresh a token and is gone holds up the others for no longer. */
const REFRESH_MS = 30_000;

/** Our credentials in spaces, sealed. */
export function createInstallations(engine: Engine, now: () => Date, seal: Seal): Installations {
  return {
    async find(space) {
      const row = await engine.read((database) =>
        database.selectFrom('installation').select('sealed').where('space', '=', space).executeTakeFirst(),
      );
      return row && seal.open(row.sealed, space);
    },

    async save(space, secret) {
      const row = { sealed: seal.close(secret, space), saved_at_ms: now().getTime(), refreshing_until_ms: 0 };
      await engine.write((transaction) =>
        transaction
          .insertInto('installation')
          .values({ space, ...row })
          .onConflict((conflict) => conflict.column('space').doUpdateSet(row))
          .execute(),
      );
    },

    async remove(space) {
      await engine.write((transaction) => transaction.deleteFrom('installation').where('space', '=', space).execute());
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
  };
}
