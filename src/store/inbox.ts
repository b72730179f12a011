import { randomUUID } from 'node:crypto';
import { type Selectable, sql, type Transaction } from 'kysely';
import { areNear } from '../core/inbox/form.ts';
import type { Answers, AskedInVain, Gap, Inbox } from '../core/inbox/records.ts';
import { quizItemSchema } from '../core/quiz/item.ts';
import type { ActorId } from '../core/turn.ts';
import { accountsFor, askerIn, hasAsked } from './askers.ts';
import type { Engine } from './engine.ts';
import { accountsOf, learnerOf } from './learners.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A question that only one person has asked is let go after this. */
const HIDDEN_MS = 30 * DAY_MS;
const SHOWN_MS = 180 * DAY_MS;
/** Questions kept for a space; of more, those that authors may not see go first, then those asked longest ago. */
const MOST = 300;

/** What authors should know. */
export function createInbox(engine: Engine, now: () => Date): Inbox {
  return {
    note: (actor, asked) =>
      engine.write(async (transaction) => {
        await engine.lock(transaction, `inbox ${asked.space}`);
        return note(transaction, actor, asked, now());
      }),

    consent: (actor, id) =>
      engine.write(async (transaction) => {
        const gap = await transaction.selectFrom('gap').select(['id', 'salt']).where('id', '=', id).executeTakeFirst();
        if (!gap) return 'not yours';
        const { salt } = gap;
        if (salt === null) return 'already';
        if (!(await hasAsked(transaction, { id, salt }, await accountsFor(transaction, actor)))) return 'not yours';
        await show(transaction, id);
        return 'told';
      }),

    async shown(space) {
      const rows = await engine.read((database) =>
        database
          .selectFrom('gap')
          .selectAll()
          .where('salt', 'is', null)
          .$if(space !== undefined, (query) => query.where('space', '=', space ?? 'nowhere:'))
          .orderBy('times', 'desc')
          .orderBy('last_at_ms', 'desc')
          .orderBy('id')
          .execute(),
      );
      return rows.map(gapFrom);
    },

    mended: (gap) =>
      engine.write(async (transaction) => {
        const seen = { mended_at_ms: now().getTime() };
        await transaction.updateTable('gap').set(seen).where('id', '=', gap).where('mended_at_ms', 'is', null).execute();
      }),

    judge: (actor, { isWrong, reason = null, ...verdict }) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        const said = { ...verdict, is_wrong: Number(isWrong), reason, at_ms: now().getTime() };
        await transaction
          .insertInto('verdict')
          .values({ learner, ...said })
          .onConflict((conflict) => conflict.columns(['learner', 'concept']).doUpdateSet(said))
          .execute();
      }),

    async verdicts(space) {
      const rows = await engine.read((database) =>
        database
          .selectFrom('verdict')
          .select(['concept', 'fingerprint', (count) => count.fn.countAll<number>().as('all')])
          .select((sum) => sum.fn.sum<number>('is_wrong').as('wrong'))
          .$if(space !== undefined, (query) => query.where('space', '=', space ?? 'nowhere:'))
          .groupBy(['concept', 'fingerprint'])
          .orderBy('concept')
          .orderBy('fingerprint')
          .execute(),
      );
      const reasons = await engine.read((database) =>
        database
          .selectFrom('verdict')
          .select(['concept', 'fingerprint', 'reason'])
          .where('reason', 'is not', null)
          .$if(space !== undefined, (query) => query.where('space', '=', space ?? 'nowhere:'))
          .orderBy('at_ms', 'desc')
          .orderBy('learner')
          .limit(MOST)
          .execute(),
      );
      return rows.map(({ all, wrong, ...of }) => ({
        ...of,
        wrong: Number(wrong),
        helped: Number(all) - Number(wrong),
        reasons: reasons.flatMap((each) =>
          each.concept === of.concept && each.fingerprint === of.fingerprint && each.reason !== null ? [each.reason] : [],
        ),
      }));
    },

    async answers(since, space) {
      const rows = await engine.read((database) =>
        database
          .selectFrom('attempt')
          .innerJoin('quiz', 'quiz.id', 'attempt.quiz')
          .innerJoin('question', (join) => join.onRef('question.quiz', '=', 'quiz.id').onRef('question.position', '=', 'attempt.position'))
          .select(['question.item_json', 'attempt.choice', (count) => count.fn.countAll<number>().as('times')])
          .where('quiz.learner', 'is', null)
          .where('quiz.opened_at_ms', '>=', since.getTime())
          .$if(space !== undefined, (query) => query.where('quiz.space', '=', space ?? 'nowhere:'))
          .groupBy(['question.item_json', 'attempt.choice'])
          .orderBy('question.item_json')
          .execute(),
      );
      return Array.from(
        Map.groupBy(rows, ({ item_json }) => item_json),
        ([json, choices]): Answers => ({
          item: quizItemSchema.parse(JSON.parse(json)),
          choices: new Map(choices.map(({ choice, times }) => [choice, Number(times)])),
        }),
      );
    },
  };
}

async function note(transaction: Transaction<Tables>, actor: ActorId, asked: AskedInVain, now: Date) {
  // As a learner, so that what is kept of them is found again when they ask for it.
  const accounts = await accountsOf(transaction, await learnerOf(transaction, actor, now));
  await makeRoom(transaction, asked.space, now);
  const kept = await transaction.selectFrom('gap').select(['id', 'form', 'salt']).where('space', '=', asked.space).orderBy('id').execute();
  const same = kept.find(({ form }) => form === asked.form) ?? kept.find(({ form }) => areNear(form, asked.form));
  const gap = same ?? (await insert(transaction, asked, now));
  const again = { times: sql<number>`times + 1`, last_at_ms: now.getTime(), mended_at_ms: null };
  if (same) await transaction.updateTable('gap').set(again).where('id', '=', same.id).execute();
  const { id, salt } = gap;
  if (salt === null) return { gap: id, isShown: true };
  if (await hasAsked(transaction, { id, salt }, accounts)) return { gap: id, isShown: false };
  if (same) {
    await show(transaction, id);
    return { gap: id, isShown: true };
  }
  await transaction
    .insertInto('gap_asker')
    .values({ gap: id, who: askerIn({ salt }, actor) })
    .execute();
  return { gap: id, isShown: false };
}

const insert = (transaction: Transaction<Tables>, asked: AskedInVain, now: Date) =>
  transaction
    .insertInto('gap')
    .values({ ...asked, times: 1, salt: randomUUID(), last_at_ms: now.getTime(), mended_at_ms: null })
    .returning(['id', 'salt'])
    .executeTakeFirstOrThrow();

/** From now on authors may see it, and nothing tells any more who asked. */
async function show(transaction: Transaction<Tables>, gap: number): Promise<void> {
  await transaction.deleteFrom('gap_asker').where('gap', '=', gap).execute();
  await transaction.updateTable('gap').set({ salt: null }).where('id', '=', gap).execute();
}

/** Lets go the questions that were asked too long ago; gives how many. */
export async function letGapsGo(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const before = (ms: number) => now.getTime() - ms;
  const { numDeletedRows } = await transaction
    .deleteFrom('gap')
    .where(({ or, and, eb }) =>
      or([eb('last_at_ms', '<', before(SHOWN_MS)), and([eb('salt', 'is not', null), eb('last_at_ms', '<', before(HIDDEN_MS))])]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Lets go what is old, and what is one too many. */
async function makeRoom(transaction: Transaction<Tables>, space: AskedInVain['space'], now: Date): Promise<void> {
  await letGapsGo(transaction, now);
  const surplus = transaction
    .selectFrom('gap')
    .select('id')
    .where('space', '=', space)
    .orderBy(sql`case when salt is null then 0 else 1 end`)
    .orderBy('last_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .offset(MOST - 1);
  const ids = (await surplus.execute()).map(({ id }) => id);
  if (ids.length > 0) await transaction.deleteFrom('gap').where('id', 'in', ids).execute();
}

const gapFrom = ({ id, space, form, text, language, times, last_at_ms, mended_at_ms }: Selectable<Tables['gap']>): Gap => ({
  ...{ id, space, form, text, language, times },
  lastAt: new Date(last_at_ms),
  mendedAt: mended_at_ms === null ? undefined : new Date(mended_at_ms),
});
