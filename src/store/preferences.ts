import type { Kysely, Updateable } from 'kysely';
import type { Preferences } from '../core/ports.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { grouped } from './grouped.ts';
import { learnerOf } from './learners.ts';
import type { Tables } from './tables.ts';

/** What people have chosen; it belongs to the learner, so it holds for all of a person's accounts. */
export function createPreferences(engine: Engine, now: () => Date): Preferences {
  const set = (actor: ActorId, chosen: Pick<Updateable<Tables['preference']>, 'language' | 'is_named'>) =>
    engine.write(async (transaction) => {
      const learner = await learnerOf(transaction, actor, now());
      await transaction
        .insertInto('preference')
        .values({ learner, ...chosen })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet(chosen))
        .execute();
    });
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
    }),

    setLanguage: (actor, language) => set(actor, { language }),

    async isNamed(actor) {
      const row = await engine.read((database) => preferenceOf(database, actor).select('preference.is_named').executeTakeFirst());
      return row?.is_named === 1;
    },

    async setNamed({ id, name }, isNamed) {
      await set(id, { is_named: Number(isNamed) });
      await engine.write(async (transaction) => {
        await transaction
          .updateTable('actor')
          .set({ name: isNamed ? name : null })
          .where('id', '=', id)
          .execute();
      });
    },
  };
}

const preferenceOf = (database: Kysely<Tables>, actor: ActorId) =>
  database.selectFrom('actor').innerJoin('preference', 'preference.learner', 'actor.learner').where('actor.id', '=', actor);
