import type { SentPictures } from '../core/ports.ts';
import type { Engine } from './engine.ts';

/** How long a picture is taken to be where it was sent: platforms may delete old files. */
const KEEP_MS = 30 * 24 * 60 * 60_000;

/** Which pictures a space has already; old ones are forgotten as new ones come. */
export function createSentPictures(engine: Engine, now: () => Date): SentPictures {
  return {
    async find(space, hashes) {
      if (hashes.length === 0) return new Map();
      const rows = await engine.read((database) =>
        database
          .selectFrom('sent_picture')
          .select(['hash', 'file'])
          .where('space', '=', space)
          .where('hash', 'in', hashes)
          .where('sent_at_ms', '>', now().getTime() - KEEP_MS)
          .execute(),
      );
      return new Map(rows.map(({ hash, file }) => [hash, file]));
    },

    async keep(space, hash, file) {
      const nowMs = now().getTime();
      const row = { file, sent_at_ms: nowMs };
      await engine.write(async (transaction) => {
        await transaction
          .deleteFrom('sent_picture')
          .where('sent_at_ms', '<=', nowMs - KEEP_MS)
          .execute();
        await transaction
          .insertInto('sent_picture')
          .values({ space, hash, ...row })
          .onConflict((conflict) => conflict.columns(['space', 'hash']).doUpdateSet(row))
          .execute();
      });
    },

    async drop(space, hash) {
      await engine.write((transaction) =>
        transaction.deleteFrom('sent_picture').where('space', '=', space).where('hash', '=', hash).execute(),
      );
    },
  };
}
