import { sql, type Transaction } from 'kysely';
import type { MemoryModel } from '../core/review/memory.ts';
import type { ActorId } from '../core/turn.ts';
import { newLearner } from './learners.ts';
import { rebuildFor } from './rebuild-memories.ts';
import { recount } from './standings.ts';
import type { Tables } from './tables.ts';

type Learner = number;

/** Makes one learner of two, whom nobody else changes: all of one's is the other's, and memories are made of both logs. */
export async function joinLearners(
  transaction: Transaction<Tables>,
  { into, from }: { readonly into: Learner; readonly from: Learner },
  model: MemoryModel,
): Promise<void> {
  await firstAnswersOnly(transaction, into, from);
  await transaction.deleteFrom('memory').where('learner', '=', from).execute();
  await latestFaces(transaction, into, from);
  await ownVerdicts(transaction, into, from);
  for (const table of ['actor', 'log_line', 'look_up', 'quiz', 'attempt'] as const) await move(transaction, table, into, from);
  await ownAskings(transaction, into, from);
  // What the one who offered the code has chosen stands; of the other, what they alone had chosen.
  await ownPreferences(transaction, into, from);
  await ownHolidays(transaction, into, from);
  const { rows } = await sql`select 1 from reminder where learner = ${into}`.execute(transaction);
  if (rows.length === 0) await move(transaction, 'reminder', into, from);
  await transaction.deleteFrom('learner').where('id', '=', from).execute();
  await rebuildFor(transaction, into, model);
  await recount(transaction, [into, from]);
}

/** Takes an account out of its learner, with what was done by it, and makes both memories anew; what was chosen holds for both. */
export async function partFrom(
  transaction: Transaction<Tables>,
  learner: Learner,
  actor: ActorId,
  { model, now }: { model: MemoryModel; now: Date },
): Promise<void> {
  const id = await newLearner(transaction, now);
  await transaction.updateTable('actor').set({ learner: id, linked_at_ms: now.getTime() }).where('id', '=', actor).execute();
  for (const table of ['log_line', 'attempt'] as const) {
    await transaction.updateTable(table).set({ learner: id }).where('learner', '=', learner).where('actor', '=', actor).execute();
  }
  await copyChoices(transaction, { to: id, of: learner });
  await sql`insert into hold select ${id}, from_at_ms, until_at_ms from hold where learner = ${learner}`.execute(transaction);
  // A reminder stays with whom it is sent to.
  const place = `${actor.slice(0, actor.lastIndexOf(':') + 1)}%`;
  await sql`update reminder set learner = ${id} where learner = ${learner} and conversation like ${place}`.execute(transaction);
  for (const each of [learner, id]) await rebuildFor(transaction, each, model);
  await recount(transaction, [learner, id]);
}

const move = (transaction: Transaction<Tables>, table: keyof Tables, into: Learner, from: Learner) =>
  sql`update ${sql.table(table)} set learner = ${into} where learner = ${from}`.execute(transaction);

const CHOICES = ['language', 'is_named', 'due_limit', 'fresh_limit', 'is_opted_out', 'zone', 'is_sharing'] as const;

async function ownPreferences(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  await copyChoices(transaction, { to: into, of: from });
  await transaction.deleteFrom('preference').where('learner', '=', from).execute();
}

/** Gives a learner what another has chosen, wherever they have chosen nothing. */
async function copyChoices(transaction: Transaction<Tables>, { to, of }: { readonly to: Learner; readonly of: Learner }): Promise<void> {
  const theirs = await transaction.selectFrom('preference').selectAll().where('learner', '=', of).executeTakeFirst();
  if (!theirs) return;
  await transaction
    .insertInto('preference')
    .values({ ...theirs, learner: to })
    .onConflict((conflict) =>
      conflict
        .column('learner')
        .doUpdateSet(
          Object.fromEntries(
            CHOICES.map((name) => [name, sql`coalesce(${sql.ref(`preference.${name}`)}, ${sql.ref(`excluded.${name}`)})`]),
          ),
        ),
    )
    .execute();
}

/** Holidays of one learner do not overlap. */
async function ownHolidays(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  const theirs = sql`
    update hold set learner = ${into} where learner = ${from} and not exists (
      select 1 from hold as own
      where own.learner = ${into} and own.from_at_ms < hold.until_at_ms and own.until_at_ms > hold.from_at_ms)`;
  await theirs.execute(transaction);
}

/** Of a question that both have answered, the first answer counts; the log keeps both. */
async function firstAnswersOnly(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  const later = sql`
    delete from attempt where learner in (${into}, ${from}) and exists (
      select 1 from attempt as earlier
      where earlier.quiz = attempt.quiz and earlier.position = attempt.position
        and earlier.learner in (${into}, ${from}) and earlier.learner <> attempt.learner
        and (earlier.at_ms < attempt.at_ms or (earlier.at_ms = attempt.at_ms and earlier.id < attempt.id)))`;
  await later.execute(transaction);
}

async function latestFaces(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  const theirs = await transaction.selectFrom('face').selectAll().where('learner', '=', from).execute();
  for (const { concept, face, shown_at_ms } of theirs) {
    await transaction
      .insertInto('face')
      .values({ learner: into, concept, face, shown_at_ms })
      .onConflict((conflict) =>
        conflict.columns(['learner', 'concept', 'face']).doUpdateSet({ shown_at_ms }).where('face.shown_at_ms', '<', shown_at_ms),
      )
      .execute();
  }
}

/** What the one who offered the code says of an answer stands. */
async function ownVerdicts(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  const said = transaction.selectFrom('verdict').select('concept').where('learner', '=', into);
  await transaction.deleteFrom('verdict').where('learner', '=', from).where('concept', 'in', said).execute();
  await move(transaction, 'verdict', into, from);
}

/** How the questions of their own quizzes fared, added up. */
async function ownAskings(transaction: Transaction<Tables>, into: Learner, from: Learner): Promise<void> {
  const theirs = await transaction.selectFrom('asked').selectAll().where('scope', '=', `learner ${from}`).execute();
  for (const row of theirs) {
    await transaction
      .insertInto('asked')
      .values({ ...row, scope: `learner ${into}` })
      .onConflict((conflict) =>
        conflict.columns(['scope', 'item']).doUpdateSet({
          times: sql`asked.times + excluded.times`,
          answered: sql`asked.answered + excluded.answered`,
          correct: sql`asked.correct + excluded.correct`,
          last_at_ms: sql`case when asked.last_at_ms > excluded.last_at_ms then asked.last_at_ms else excluded.last_at_ms end`,
        }),
      )
      .execute();
  }
  await transaction.deleteFrom('asked').where('scope', '=', `learner ${from}`).execute();
}
