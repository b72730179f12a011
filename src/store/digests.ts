import type { Selectable } from 'kysely';
import type { Digests, KeptDigest } from '../core/inbox/digests.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { claimDueIn, comesColumns, NEVER_MS } from './due.ts';
import type { Engine } from './engine.ts';
import { queueLost, queuePost } from './posts-queue.ts';
import type { Tables } from './tables.ts';

/** When conversations are told what is lacking in the notes. */
export function createDigests(engine: Engine, now: () => Date): Digests {
  return {
    async find(conversation) {
      const row = await engine.read((database) =>
        database.selectFrom('digest').selectAll().where('conversation', '=', conversation).executeTakeFirst(),
      );
      return row && digestFrom(row);
    },

    save: ({ conversation, space, isDirect, language, timetable, setBy }, next) =>
      engine.write(async (transaction) => {
        const arranged = { space, is_direct: Number(isDirect), language, set_by: setBy };
        const columns = { ...arranged, remark: null, timetable_json: JSON.stringify(timetable), ...comesColumns(next) };
        await transaction
          .insertInto('digest')
          .values({ conversation, ...columns })
          .onConflict((conflict) => conflict.column('conversation').doUpdateSet(columns))
          .execute();
      }),

    remove: (conversation) =>
      engine.write(async (transaction) => void (await transaction.deleteFrom('digest').where('conversation', '=', conversation).execute())),

    pause: (conversation, reason, telling) =>
      engine.write(async (transaction) => {
        const paused = { remark: reason, next_at_ms: NEVER_MS };
        await transaction.updateTable('digest').set(paused).where('conversation', '=', conversation).execute();
        if (telling) await queueLost(transaction, 'lost-digest', conversation, telling, now());
      }),

    claimDue: (platforms, limit) =>
      claimDueIn(engine, 'digest', { platforms, limit, now: now() }, (row) => ({
        ...digestFrom(row),
        next: { at: new Date(row.next_at_ms), day: row.next_day },
      })),

    goOn: ({ conversation, next: was }, next, message) =>
      engine.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('digest')
          .set(comesColumns(next))
          .where('conversation', '=', conversation)
          .where('next_at_ms', '=', was.at.getTime())
          .executeTakeFirst();
        if (numUpdatedRows === 0n || !message) return;
        const { lane, day, at } = message;
        const key = `digest:${conversation}:${day}`;
        await queuePost(transaction, { key, kind: 'digest', subject: 0, conversation, lane, dueAt: at }, now());
      }),
  };
}

const digestFrom = (row: Selectable<Tables['digest']>): KeptDigest => ({
  ...{ conversation: row.conversation, space: row.space, isDirect: row.is_direct === 1, language: row.language, setBy: row.set_by },
  timetable: JSON.parse(row.timetable_json) as Schedule,
  remark: row.remark ?? undefined,
});
