import type { Preferences } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { grouped } from './grouped.ts';
import { learnerOf } from './learners.ts';

/** What people have chosen; it belongs to the learner, so it holds for all of a person's accounts. */
export function createPreferences(engine: Engine, now: () => Date): Preferences {
  return {
    // Every turn asks for it: in a busy moment, one query for all.
    languageOf: grouped(async (actors) => {
      const rows = await engine.read((database) =>
        database
          .selectFrom('actor')
          .innerJoin('preference', 'preference.learner', 'actor.learner')
          .select(['actor.id', 'preference.language'])
          .where('actor.id', 'in', [...new Set(actors)])
          .execute(),
      );
      const languages = new Map(rows.map(({ id, language }) => [id, language]));
      return actors.map((actor) => languages.get(actor) ?? undefined);
    }, 0),

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
