import type { Kysely, Selectable } from 'kysely';
import type { DueReminder, Reminder, Reminders } from '../core/review/records.ts';
import { claimDueIn, comesColumns } from './due.ts';
import type { Engine } from './engine.ts';
import { findLearner, learnerOf } from './learners.ts';
import { queuePost } from './posts-queue.ts';
import type { Tables } from './tables.ts';

/** When people are reminded of their reviews. */
export function createReminders(engine: Engine, now: () => Date): Reminders {
  return {
    find: (actor) =>
      engine.read(async (database) => {
        const learner = await findLearner(database, actor);
        if (learner === undefined) return undefined;
        const row = await database.selectFrom('reminder').selectAll().where('learner', '=', learner).executeTakeFirst();
        return row && reminderFrom(row);
      }),

    save: (actor, { minuteOfDay, ...place }, next) =>
      engine.write(async (transaction) => {
        const learner = await learnerOf(transaction, actor, now());
        const columns = { ...place, minute_of_day: minuteOfDay, ...comesColumns(next) };
        await transaction
          .insertInto('reminder')
          .values({ learner, ...columns })
          .onConflict((conflict) => conflict.column('learner').doUpdateSet(columns))
          .execute();
      }),

    remove: (actor) =>
      engine.write(async (transaction) => {
        const learner = await findLearner(transaction, actor);
        if (learner !== undefined) await transaction.deleteFrom('reminder').where('learner', '=', learner).execute();
      }),

    removeFor: (learner) =>
      engine.write(async (transaction) => void (await transaction.deleteFrom('reminder').where('learner', '=', learner).execute())),

    claimDue: (platforms, limit) =>
      claimDueIn(engine, 'reminder', { platforms, limit, now: now() }, (row, transaction) => dueFrom(transaction, row)),

    goOn: ({ learner, conversation, next: was }, next, message) =>
      engine.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('reminder')
          .set(comesColumns(next))
          .where('learner', '=', learner)
          .where('next_at_ms', '=', was.at.getTime())
          .executeTakeFirst();
        if (numUpdatedRows === 0n || !message) return;
        // Whoever changes the time of day is still reminded once a day.
        const key = `remind:${learner}:${message.day}`;
        await queuePost(transaction, { key, kind: 'remind', subject: learner, conversation, lane: message.lane, dueAt: message.at }, now());
      }),

    ofLearner: (learner) =>
      engine.read(async (database) => {
        const row = await database.selectFrom('reminder').selectAll().where('learner', '=', learner).executeTakeFirst();
        return row && dueFrom(database, row);
      }),
  };
}

function reminderFrom({ conversation, space, language, minute_of_day, zone }: Selectable<Tables['reminder']>): Reminder {
  return { conversation, space, language, minuteOfDay: minute_of_day, zone };
}

async function dueFrom(database: Kysely<Tables>, row: Selectable<Tables['reminder']>): Promise<DueReminder> {
  const { learner, next_at_ms, next_day } = row;
  const actor = await database.selectFrom('actor').select('id').where('learner', '=', learner).orderBy('id').executeTakeFirstOrThrow();
  return { ...reminderFrom(row), learner, actor: actor.id, next: { at: new Date(next_at_ms), day: next_day } };
}
