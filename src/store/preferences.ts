import type { Preferences } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { learnerOf } from './learners.ts';

/** What people have chosen; it belongs to the learner, so it holds for all of a person's accounts. */
export function createPreferences(engine: Engine, now: () => Date): Preferences {
  return {
    async languageOf(actor) {
      const row = await engine.read((database) =>
        database
          .selectFrom('actor')
          .innerJoin('preference', 'preference.learner', 'actor.learner')
          .select('preference.language')
          .where('actor.id', '=', actor)
          .executeTakeFirst(),
      );
      return row?.language ?? undefined;
    },

    setLanguage: (actor, language) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        await transaction
          .insertInto('preference')
          .values({ learner, language })
          .onConflict((conflict) => conflict.column('learner').doUpdateSet({ language }))
          .execute();
      }),
  };
}
