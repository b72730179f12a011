import type { Transaction } from 'kysely';
import type { SpaceId } from '../core/places.ts';
import type { Spaces } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { grouped } from './grouped.ts';
import type { Tables } from './tables.ts';

/** How long what belongs to a space is kept after the bot was taken out of it: it may have been a mistake. */
const KEEP_MS = 30 * 24 * 60 * 60_000;

/** So few that nobody who answers has to wait for them. */
const SPACES_AT_ONCE = 10;

/** Where the bot is, and where it is no longer. */
export function createSpaces(engine: Engine, now: () => Date): Spaces {
  return {
    async left(space) {
      const row = { space, left_at_ms: now().getTime() };
      await engine.write(async (transaction) => {
        // Where it is told twice, the first time counts.
        await transaction
          .insertInto('departure')
          .values(row)
          .onConflict((conflict) => conflict.column('space').doNothing())
          .execute();
        await transaction.deleteFrom('digest').where('space', '=', space).execute();
        await transaction.updateTable('schedule').set({ state: 'paused', remark: 'gone' }).where('space', '=', space).execute();
      });
    },

    // A bot in a thousand servers hears of all of them when it starts.
    entered: grouped(async (spaces) => {
      const left = await engine.read((database) => database.selectFrom('departure').select('space').where('space', 'in', spaces).execute());
      if (left.length > 0) await engine.write((transaction) => stay(transaction, left));
      return spaces.map(() => undefined);
    }),

    visited: (space, until) =>
      engine.write(async (transaction) => {
        const left = { left_at_ms: until.getTime() };
        await transaction
          .insertInto('departure')
          .values({ space, ...left })
          .onConflict((conflict) => conflict.column('space').doUpdateSet(left))
          .execute();
      }),

    async known(platform) {
      const begin: SpaceId = `${platform}:%`;
      const rows = await engine.read((database) =>
        database
          .selectFrom('schedule')
          .select('space')
          .where('space', 'like', begin)
          .union(database.selectFrom('digest').select('space').where('space', 'like', begin))
          .union(database.selectFrom('greeting').select('place as space').where('place', 'like', begin))
          .except(database.selectFrom('departure').select('space'))
          .orderBy('space')
          .execute(),
      );
      return rows.map(({ space }) => space);
    },

    forgetLeft: () =>
      engine.write(async (transaction) => {
        const before = now().getTime() - KEEP_MS;
        const gone = await transaction
          .selectFrom('departure')
          .select('space')
          .where('left_at_ms', '<=', before)
          .orderBy('left_at_ms')
          .limit(SPACES_AT_ONCE)
          .execute();
        for (const { space } of gone) await forget(transaction, space);
        return gone.map(({ space }) => space);
      }),
  };
}

async function stay(transaction: Transaction<Tables>, spaces: readonly { readonly space: SpaceId }[]): Promise<void> {
  const back = spaces.map(({ space }) => space);
  await transaction.deleteFrom('departure').where('space', 'in', back).execute();
}

/** Deletes a space with all that is known of it; where accounts belong to one space, as Slack's do, its people too. */
async function forget(transaction: Transaction<Tables>, space: SpaceId): Promise<void> {
  for (const table of [
    'schedule',
    'quiz',
    'reminder',
    'gap',
    'verdict',
    'digest',
    'installation',
    'sent_picture',
    'personal_file',
    'departure',
  ] as const)
    await transaction.deleteFrom(table).where('space', '=', space).execute();
  // What is in a space begins with its id, in which no sign means anything to `like`; but for `_` in a visitor's room, which is 128 random bits.
  const inside = `${space}:%` as const;
  for (const table of ['inviter', 'post'] as const) await transaction.deleteFrom(table).where('conversation', 'like', inside).execute();
  await transaction.deleteFrom('asked').where('scope', 'like', inside).execute();
  await transaction
    .deleteFrom('standing')
    .where((where) => where.or([where('scope', '=', `space ${space}`), where('scope', 'like', `conversation ${inside}`)]))
    .execute();
  await transaction.deleteFrom('attempt').where('actor', 'like', inside).execute();
  const people = await transaction.deleteFrom('actor').where('id', 'like', inside).returning('learner').execute();
  for (const { learner } of people) await forgetAlone(transaction, learner);
}

/** Deletes a learner who has no account any longer; one who is linked to an account elsewhere stays. */
async function forgetAlone(transaction: Transaction<Tables>, id: number): Promise<void> {
  await transaction
    .deleteFrom('learner')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('actor').select('actor.id').where('actor.learner', '=', id))))
    .execute();
}
