import { setImmediate as nextRound } from 'node:timers/promises';
import type { Seen } from '../core/ports.ts';
import type { Engine } from './engine.ts';

/** How long a delivery is remembered: Slack repeats what failed for up to an hour. https://docs.slack.dev/apis/events-api#retries */
const KEEP_MS = 2 * 60 * 60_000;
const CLEAN_EVERY_MS = 10 * 60_000;
/** Rows of one statement; two values each, far below what either engine takes. */
const MOST_AT_ONCE = 500;

interface Asked {
  readonly delivery: string;
  readonly answer: (isNew: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Remembers deliveries, for all processes on one store.
 *
 * Whatever is asked while a transaction runs is written by the next one, so
 * that many questions at once cost one write.
 */
export function createSeen(engine: Engine, now: () => Date): Seen {
  let waiting: Asked[] = [];
  let isWriting = false;
  let cleanedAtMs = Number.NEGATIVE_INFINITY;

  async function write(group: readonly Asked[]): Promise<void> {
    const nowMs = now().getTime();
    const isTimeToClean = nowMs - cleanedAtMs >= CLEAN_EVERY_MS;
    try {
      const fresh = await mark(engine, group, nowMs, isTimeToClean ? nowMs - KEEP_MS : undefined);
      if (isTimeToClean) cleanedAtMs = nowMs;
      // Where one comes twice in a group, the first one is new.
      for (const { delivery, answer } of group) answer(fresh.delete(delivery));
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      // What has arrived by now, but was not read yet, comes along.
      await nextRound();
      const group = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await write(group);
    }
    isWriting = false;
  }

  return {
    isNew(delivery) {
      const answered = new Promise<boolean>((answer, fail) => void waiting.push({ delivery, answer, fail }));
      if (!isWriting) void writeAll();
      return answered;
    },
  };
}

/** Writes deliveries down; gives those that nobody had written down before. */
async function mark(engine: Engine, group: readonly Asked[], nowMs: number, forgetBefore: number | undefined): Promise<Set<string>> {
  // In one order everywhere, so that two processes with the same deliveries never wait for each other.
  const deliveries = [...new Set(group.map(({ delivery }) => delivery))].sort();
  return engine.write(async (transaction) => {
    if (forgetBefore !== undefined) await transaction.deleteFrom('seen_delivery').where('seen_at_ms', '<', forgetBefore).execute();
    const fresh = await transaction
      .insertInto('seen_delivery')
      .values(deliveries.map((delivery) => ({ delivery, seen_at_ms: nowMs })))
      .onConflict((conflict) => conflict.column('delivery').doNothing())
      .returning('delivery')
      .execute();
    return new Set(fresh.map(({ delivery }) => delivery));
  });
}
