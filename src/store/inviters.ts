import type { Inviters } from '../core/ports.ts';
import type { Engine } from './engine.ts';

/** Who brought the bot into a conversation; the last one counts. */
export function createInviters(engine: Engine, now: () => Date): Inviters {
  return {
    async remember(conversation, actor) {
      const row = { actor, invited_at_ms: now().getTime() };
      await engine.write((transaction) =>
        transaction
          .insertInto('inviter')
          .values({ conversation, ...row })
          .onConflict((conflict) => conflict.column('conversation').doUpdateSet(row))
          .execute(),
      );
    },

    async isInviter(conversation, actor) {
      const row = await engine.read((database) =>
        database.selectFrom('inviter').select('actor').where('conversation', '=', conversation).executeTakeFirst(),
      );
      return row?.actor === actor;
    },
  };
}
