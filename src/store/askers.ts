import { createHmac } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { ActorId } from '../core/turn.ts';
import { accountsOf, findLearner } from './learners.ts';
import type { Tables } from './tables.ts';

/** A question that authors may not see yet, and its salt. */
interface Hidden {
  readonly id: number;
  readonly salt: string;
}

/** By what an account is known within one gap, and nowhere else. */
export const askerIn = ({ salt }: Pick<Hidden, 'salt'>, actor: ActorId): string =>
  createHmac('sha256', salt).update(actor).digest('base64url');

/** The accounts of a person, as far as we know them. */
export async function accountsFor(database: Kysely<Tables>, actor: ActorId): Promise<readonly ActorId[]> {
  const learner = await findLearner(database, actor);
  return learner === undefined ? [actor] : accountsOf(database, learner);
}

/** Whether a person is among those who asked, by whichever of their accounts. */
export async function hasAsked(database: Kysely<Tables>, gap: Hidden, accounts: readonly ActorId[]): Promise<boolean> {
  const hashes = accounts.map((account) => askerIn(gap, account));
  const row = await database.selectFrom('gap_asker').select('gap').where('gap', '=', gap.id).where('who', 'in', hashes).executeTakeFirst();
  return row !== undefined;
}

/** The questions of a person that authors may not see yet: for whoever asks what is kept of them. */
export async function hiddenOf(database: Kysely<Tables>, accounts: readonly ActorId[]) {
  const rows = await database
    .selectFrom('gap_asker')
    .innerJoin('gap', 'gap.id', 'gap_asker.gap')
    .select(['gap.id', 'gap.text', 'gap.last_at_ms', 'gap.salt', 'gap_asker.who'])
    .where('gap.salt', 'is not', null)
    .execute();
  return rows.filter(({ salt, who }) => salt !== null && accounts.some((account) => askerIn({ salt }, account) === who));
}

/** Forgets that a person asked; what nobody else has asked is gone with it. */
export async function forgetAsked(transaction: Transaction<Tables>, accounts: readonly ActorId[]): Promise<void> {
  for (const { id, who } of await hiddenOf(transaction, accounts)) {
    await transaction.deleteFrom('gap_asker').where('gap', '=', id).where('who', '=', who).execute();
    const others = await transaction.selectFrom('gap_asker').select('who').where('gap', '=', id).executeTakeFirst();
    if (!others) await transaction.deleteFrom('gap').where('id', '=', id).execute();
  }
}
