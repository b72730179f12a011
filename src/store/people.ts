import { createHash, randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { MemoryModel } from '../core/review/memory.ts';
import type { Joined, Kept, People } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import { dossierOf } from './dossier.ts';
import type { Engine } from './engine.ts';
import { forget } from './forgetting.ts';
import { joinLearners, partFrom } from './joining.ts';
import { accountsOf, findLearner, learnerOf } from './learners.ts';
import { lockedLearnerOf, lockLearner } from './learning.ts';
import type { Tables } from './tables.ts';

/** Letters and digits that nobody takes for another: no 0 and O, no 1, I and L. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
const CODE_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;
/** With 31 letters, somebody who tries ten codes an hour finds one in nine million years. */
const TRIES_AN_HOUR = 10;

/** Who is whom, and all that is kept of somebody. */
export function createPeople(engine: Engine, now: () => Date, model: MemoryModel): People {
  return {
    offerCode: (actor) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        await transaction
          .deleteFrom('link_code')
          .where((where) => where.or([where('learner', '=', learner), where('expires_at_ms', '<=', now().getTime())]))
          .execute();
        const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
        await transaction
          .insertInto('link_code')
          .values({ hash: hashed(code), learner, expires_at_ms: now().getTime() + CODE_MS })
          .execute();
        return code;
      }),

    join: (actor, code) => engine.write((transaction) => join(transaction, engine, { actor, code }, { model, now: now() })),

    accounts: (actor) =>
      engine.read(async (database) => {
        const learner = await findLearner(database, actor);
        return learner === undefined ? [actor] : accountsOf(database, learner);
      }),

    part: (actor) =>
      engine.write(async (transaction): Promise<Kept> => {
        const learner = await lockedLearnerOf(engine, transaction, actor, now());
        if ((await accountsOf(transaction, learner)).length === 1) return 'already';
        await partFrom(transaction, learner, actor, { model, now: now() });
        return 'kept';
      }),

    dossier: (actor) => engine.read((database) => dossierOf(database, actor)),

    ask: (actor, intent) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        await transaction.deleteFrom('pending').where('expires_at_ms', '<=', now().getTime()).execute();
        const row = { id: crypto.randomUUID(), learner, intent, expires_at_ms: now().getTime() + CODE_MS };
        await transaction.insertInto('pending').values(row).execute();
        return row.id;
      }),

    confirm: (actor, id) =>
      engine.write(async (transaction) => {
        const learner = await findLearner(transaction, actor);
        if (learner === undefined) return undefined;
        const kept = await transaction
          .deleteFrom('pending')
          .where('id', '=', id)
          .where('learner', '=', learner)
          .where('expires_at_ms', '>', now().getTime())
          .returning('intent')
          .executeTakeFirst();
        return kept?.intent;
      }),

    forget: (actor) =>
      engine.write(async (transaction) => {
        if ((await findLearner(transaction, actor)) === undefined) return {};
        const learner = await lockedLearnerOf(engine, transaction, actor, now());
        return forget(transaction, learner, now());
      }),
  };
}

/** A code may be typed in small letters and with a gap. */
const hashed = (code: string): string => createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest('hex');

async function join(
  transaction: Transaction<Tables>,
  engine: Engine,
  { actor, code }: { actor: ActorId; code: string },
  { model, now }: { model: MemoryModel; now: Date },
): Promise<Joined> {
  const nowMs = now.getTime();
  await engine.lock(transaction, `tries ${actor}`);
  await transaction
    .deleteFrom('link_try')
    .where('at_ms', '<=', nowMs - HOUR_MS)
    .execute();
  const { tries } = await transaction
    .selectFrom('link_try')
    .select((count) => count.fn.countAll<number>().as('tries'))
    .where('actor', '=', actor)
    .executeTakeFirstOrThrow();
  if (Number(tries) >= TRIES_AN_HOUR) return 'too many tries';
  await transaction.insertInto('link_try').values({ actor, at_ms: nowMs }).execute();
  const offered = await transaction
    .selectFrom('link_code')
    .select('learner')
    .where('hash', '=', hashed(code))
    .where('expires_at_ms', '>', nowMs)
    .executeTakeFirst();
  if (!offered) return 'no such code';
  const other = await learnerOf(transaction, actor, now);
  if (other === offered.learner) return 'same already';
  // In one order, so that two who join each other do not wait for each other.
  for (const learner of [offered.learner, other].toSorted((a, b) => a - b)) await lockLearner(engine, transaction, learner);
  // While we waited, the code may have been used, or be gone with its learner, or this account may have become another's.
  const used = await transaction.deleteFrom('link_code').where('hash', '=', hashed(code)).returning('learner').executeTakeFirst();
  if (!used || (await findLearner(transaction, actor)) !== other) return 'no such code';
  await joinLearners(transaction, { into: offered.learner, from: other }, model);
  return 'joined';
}
