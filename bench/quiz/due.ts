import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import type { Occurrence } from '../../src/core/schedule/occurrences.ts';
import { EVERY_DAY, type Schedule } from '../../src/core/schedule/schedule.ts';
import { storeOn } from '../../src/store/store.ts';
import { arrangement, chosen } from '../../tests/support/quiz.ts';
import type { Measured } from './stores.ts';
import { timed } from './times.ts';

/** The clock of the measurements: a minute after nine, UTC, on a Monday. */
export const NOW = new Date('2026-03-02T09:01:00Z');
const MORNINGS: Schedule = { minuteOfDay: 540, zone: 'UTC', days: EVERY_DAY };
const DUE: Occurrence = { at: new Date('2026-03-02T09:00:00Z'), day: '2026-03-02' };
const TOMORROW: Occurrence = { at: new Date('2026-03-03T09:00:00Z'), day: '2026-03-03' };

/** Rows that one statement carries. */
const AT_ONCE = 500;

/** Arranges quizzes for many conversations: some that are due, others that come tomorrow. */
export async function arrange({ engine }: Measured, due: number, resting: number): Promise<void> {
  for (let from = 0; from < due + resting; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, due + resting - from) }, (_, at) => from + at);
    await engine.write(async (transaction) => {
      const rows = numbers.map((number) => scheduleRow(number, number < due ? DUE : TOMORROW));
      await transaction.insertInto('schedule').values(rows).execute();
    });
  }
}

function scheduleRow(number: number, next: Occurrence) {
  const { space, language, questions, setBy } = arrangement();
  return {
    ...{ conversation: `test:c${number}` as const, space, language, questions },
    timetable_json: JSON.stringify(MORNINGS),
    topic: null,
    is_direct: 0,
    is_quiet: 0,
    state: 'on' as const,
    remark: null,
    set_by: setBy,
    set_at_ms: NOW.getTime(),
    next_at_ms: next.at.getTime(),
    next_day: next.day,
    reckoned_at_ms: NOW.getTime(),
    claimed_until_ms: 0,
  };
}

/** Quizzes of days that are gone, each with its question and its message. */
export async function addPast({ engine }: Measured, quizzes: number): Promise<void> {
  const closed = NOW.getTime() - 30 * 86_400_000;
  const item = JSON.stringify(chosen('pod')[0]?.item);
  for (let from = 1; from <= quizzes; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, quizzes - from + 1) }, (_, at) => from + at);
    await engine.write(async (transaction) => {
      const rows = numbers.map((number) => ({
        ...({ space: 'test:space', conversation: `test:old${number}`, day: '2026-01-05', learner: null, language: 'en' } as const),
        ...{ is_quiet: 0, opened_at_ms: closed, closes_at_ms: closed, closed_at_ms: closed },
      }));
      const opened = await transaction.insertInto('quiz').values(rows).returning(['id', 'conversation']).execute();
      await transaction
        .insertInto('question')
        .values(opened.map(({ id }) => ({ quiz: id, position: 1, item_json: item, why_json: null })))
        .execute();
      const posts = opened.map(({ id, conversation }) => ({
        ...({ key: `quiz:${id}`, kind: 'quiz', nonce: String(id), subject: id, conversation, state: 'posted' } as const),
        ...{ due_at_ms: null, wanted_at_ms: closed, claim: null, tries: 0, message: `m${id}`, drawn_at_ms: closed, is_stale: 0 },
      }));
      await transaction.insertInto('post').values(posts).execute();
    });
  }
}

/** How long it took to open, draw and post all that was due. */
export interface Ticked {
  readonly posted: number;
  readonly ms: number;
}

/** Opens, draws and posts all that is due, on a platform that takes no time; lanes are so wide that none waits. */
export async function tickAll({ engine }: Measured): Promise<Ticked> {
  let posted = 0;
  const incidents: unknown[] = [];
  const { records } = storeOn(engine, { now: () => NOW });
  const daily = createDaily({
    records,
    posters: new Map([
      [
        'test',
        {
          laneOf: ({ conversation }) => ({ lane: conversation, gapMs: 0 }),
          post: async () => `m${++posted}`,
          find: async () => ({ kind: 'absent' }),
          edit: async () => {},
        },
      ],
    ]),
    compose: async () => chosen('pod'),
    draw: (post) => drawPost(post, records),
    now: () => NOW,
    steady: () => performance.now(),
    log: { incident: (_id, error) => void incidents.push(error) },
  });
  const { ms } = await timed(async () => {
    while ((await daily.tick()) > 0) await daily.settled();
  });
  if (incidents.length > 0) throw incidents[0];
  return { posted, ms };
}

/** How long a pass takes that finds nothing to do. */
export async function idleTick({ engine }: Measured): Promise<number> {
  const { records } = storeOn(engine, { now: () => NOW });
  const passes = 200;
  const { ms } = await timed(async () => {
    for (let pass = 0; pass < passes; pass++) {
      await records.quizzes.closeDue(100);
      await records.schedules.claimDue(['test'], 100);
      await records.posts.claim(['test'], 100);
    }
  });
  return ms / passes;
}
