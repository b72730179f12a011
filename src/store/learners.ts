import type { Kysely, Transaction } from 'kysely';
import type { ActorId } from '../core/turn.ts';
import type { Tables } from './tables.ts';

/** The learner behind an actor, if we have one. */
export async function findLearner(database: Kysely<Tables>, actor: ActorId): Promise<number | undefined> {
  const row = await database.selectFrom('actor').select('learner').where('id', '=', actor).executeTakeFirst();
  return row?.learner;
}

/** A learner who has no account yet. */
export async function newLearner(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const values = { first_seen_at_ms: now.getTime() };
  return (await transaction.insertInto('learner').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** The learner behind an actor; whoever is new becomes a learner with this one actor. */
export async function learnerOf(transaction: Transaction<Tables>, actor: ActorId, now: Date): Promise<number> {
  const known = await findLearner(transaction, actor);
  if (known !== undefined) return known;
  const learner = await newLearner(transaction, now);
  const added = await transaction
    .insertInto('actor')
    .values({ id: actor, learner, linked_at_ms: now.getTime() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('learner')
    .executeTakeFirst();
  if (added) return learner;
  // Another process was quicker: two first presses at once are one person.
  await transaction.deleteFrom('learner').where('id', '=', learner).execute();
  const { learner: theirs } = await transaction.selectFrom('actor').select('learner').where('id', '=', actor).executeTakeFirstOrThrow();
  return theirs;
}

/** All accounts of a learner. */
export async function accountsOf(database: Kysely<Tables>, learner: number): Promise<readonly ActorId[]> {
  const rows = await database.selectFrom('actor').select('id').where('learner', '=', learner).orderBy('id').execute();
  return rows.map(({ id }) => id);
}
