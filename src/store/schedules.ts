import { type Selectable, sql, type Transaction } from 'kysely';
import type { ConversationId } from '../core/places.ts';
import type { KeptSchedule, Schedules } from '../core/quiz/records.ts';
import type { Occurrence } from '../core/schedule/occurrences.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { comesColumns, isFree, isOn, LEASE_MS, NEVER_MS } from './due.ts';
import type { Engine } from './engine.ts';
import { hasAny } from './peek.ts';
import { queueLost } from './posts-queue.ts';
import type { Tables } from './tables.ts';

/** When each conversation gets its quiz. */
export function createSchedules(engine: Engine, now: () => Date): Schedules {
  return {
    async find(conversation) {
      const row = await engine.read((database) =>
        database.selectFrom('schedule').selectAll().where('conversation', '=', conversation).executeTakeFirst(),
      );
      return row && scheduleFrom(row);
    },

    async nextIn(space) {
      const row = await engine.read((database) =>
        database
          .selectFrom('schedule')
          .selectAll()
          .where('space', '=', space)
          .where('state', '=', 'on')
          .orderBy('next_at_ms')
          .orderBy('conversation')
          .limit(1)
          .executeTakeFirst(),
      );
      return row && scheduleFrom(row);
    },

    save: (arrangement, next) =>
      engine.write(async (transaction) => {
        const { conversation, space, isDirect, language, timetable, questions, topic, isQuiet, setBy } = arrangement;
        const columns = {
          space,
          is_direct: Number(isDirect),
          language,
          timetable_json: JSON.stringify(timetable),
          questions,
          topic: topic ?? null,
          is_quiet: Number(isQuiet),
          state: 'on' as const,
          remark: null,
          set_by: setBy,
          set_at_ms: now().getTime(),
          ...nextColumns(next, now()),
        };
        await transaction
          .insertInto('schedule')
          .values({ conversation, ...columns })
          .onConflict((conflict) => conflict.column('conversation').doUpdateSet(columns))
          .execute();
      }),

    setQuiet: (conversation, isQuiet) =>
      engine.write(async (transaction) => {
        await transaction
          .updateTable('schedule')
          .set({ is_quiet: Number(isQuiet) })
          .where('conversation', '=', conversation)
          .execute();
      }),

    pause: (conversation, reason, telling) =>
      engine.write(async (transaction) => {
        const paused = { state: 'paused' as const, remark: reason };
        await transaction.updateTable('schedule').set(paused).where('conversation', '=', conversation).execute();
        if (telling) await queueLost(transaction, 'lost', conversation, telling, now());
      }),

    resume: (conversation, next) =>
      engine.write(async (transaction) => {
        const resumed = { state: 'on' as const, remark: null, ...nextColumns(next, now()) };
        await transaction.updateTable('schedule').set(resumed).where('conversation', '=', conversation).execute();
      }),

    remove: (conversation) =>
      engine.write(async (transaction) => {
        await transaction.deleteFrom('schedule').where('conversation', '=', conversation).execute();
      }),

    async claimDue(platforms, limit) {
      const nowMs = now().getTime();
      if (!(await hasAny(engine, 'schedule', [isDue(nowMs), isMisled(nowMs)]))) return [];
      return engine.write((transaction) => claimDue(transaction, engine, { platforms, limit, now: now() }));
    },

    skip: (schedule, next) =>
      engine.write(async (transaction) => {
        const skipped = { ...nextColumns(next, now()), remark: 'skipped' as const };
        await transaction.updateTable('schedule').set(skipped).where(isStill(schedule)).execute();
      }),

    reckonAnew: (schedule, next) =>
      engine.write(async (transaction) => {
        await transaction.updateTable('schedule').set(nextColumns(next, now())).where(isStill(schedule)).execute();
      }),
  };
}

// Were `on` a parameter, SQLite would not see that there are indexes of those that are on.
const isDue = (nowMs: number) => sql<boolean>`state = 'on' and next_at_ms <= ${nowMs}`;

/** By a clock that was ahead, days were gone that are yet to come. */
const isMisled = (nowMs: number) => sql<boolean>`state = 'on' and reckoned_at_ms > ${nowMs + LEASE_MS} and next_at_ms > ${nowMs}`;

async function claimDue(
  transaction: Transaction<Tables>,
  { skipHeld }: Engine,
  { platforms, limit, now }: { readonly platforms: readonly string[]; readonly limit: number; readonly now: Date },
): Promise<readonly KeptSchedule[]> {
  const nowMs = now.getTime();
  const unclaimed = (most: number) =>
    transaction.selectFrom('schedule').selectAll().where(isOn(platforms)).where(isFree(nowMs)).limit(most).modifyEnd(skipHeld);
  // Two queries, since for one with an `or` SQLite would look through all that are on.
  const due = await unclaimed(limit).where(isDue(nowMs)).orderBy('next_at_ms').orderBy('conversation').execute();
  const misled = await unclaimed(limit - due.length)
    .where(isMisled(nowMs))
    .orderBy('reckoned_at_ms')
    .orderBy('conversation')
    .execute();
  const claimed = [...due, ...misled];
  if (claimed.length === 0) return [];
  await transaction
    .updateTable('schedule')
    .set({ claimed_until_ms: nowMs + LEASE_MS })
    .where(
      'conversation',
      'in',
      claimed.map(({ conversation }) => conversation),
    )
    .execute();
  return claimed.map(scheduleFrom);
}

/** Has a conversation's next quiz reckoned anew: a day before it is to be had again. */
export async function misled(transaction: Transaction<Tables>, conversation: ConversationId): Promise<void> {
  await transaction.updateTable('schedule').set({ reckoned_at_ms: NEVER_MS }).where('conversation', '=', conversation).execute();
}

/** When a schedule's next quiz comes, with nobody at it; never, where none is left. */
export const nextColumns = (next: Occurrence | undefined, now: Date) => ({
  ...(next ? comesColumns(next) : { next_at_ms: null, next_day: null, claimed_until_ms: 0 }),
  reckoned_at_ms: now.getTime(),
});

/** That a schedule is as it was when it was read: nobody has changed it, or has seen to its quiz. */
export const isStill = ({ conversation, next }: KeptSchedule) =>
  sql<boolean>`conversation = ${conversation} and state = 'on' and next_at_ms = ${next?.at.getTime() ?? null} and next_day = ${next?.day ?? null}`;

function scheduleFrom(row: Selectable<Tables['schedule']>): KeptSchedule {
  return {
    conversation: row.conversation,
    space: row.space,
    isDirect: row.is_direct === 1,
    language: row.language,
    timetable: JSON.parse(row.timetable_json) as Schedule,
    questions: row.questions,
    topic: row.topic ?? undefined,
    isQuiet: row.is_quiet === 1,
    setBy: row.set_by,
    state: row.state,
    remark: row.remark ?? undefined,
    next: row.next_at_ms === null || row.next_day === null ? undefined : { at: new Date(row.next_at_ms), day: row.next_day },
  };
}
