import type { PersonalFiles } from '../core/ports.ts';
import type { Engine } from './engine.ts';

/** As long as one may look at them again. */
const KEEP_MS = 7 * 24 * 60 * 60_000;
/** So many are deleted at once. */
const MOST = 20;

/** Files of people's own figures that are to be deleted. */
export function createPersonalFiles(engine: Engine, now: () => Date): PersonalFiles {
  return {
    add: (space, file) =>
      engine.write(async (transaction) => {
        const row = { space, file, sent_at_ms: now().getTime() };
        await transaction
          .insertInto('personal_file')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),

    async overdue(space) {
      const rows = await engine.read((database) =>
        database
          .selectFrom('personal_file')
          .select('file')
          .where('space', '=', space)
          .where('sent_at_ms', '<=', now().getTime() - KEEP_MS)
          .orderBy('sent_at_ms')
          .orderBy('file')
          .limit(MOST)
          .execute(),
      );
      return rows.map(({ file }) => file);
    },

    remove: (space, file) =>
      engine.write(async (transaction) => {
        await transaction.deleteFrom('personal_file').where('space', '=', space).where('file', '=', file).execute();
      }),
  };
}
