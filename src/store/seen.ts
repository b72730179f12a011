import type { Seen } from '../core/ports.ts';
import type { Engine } from './engine.ts';
import { grouped } from './grouped.ts';

/** How long a delivery is remembered: Slack repeats what failed for up to an hour. https://docs.slack.dev/apis/events-api#retries */
const KEEP_MS = 2 * 60 * 60_000;
const CLEAN_EVERY_MS = 10 * 60_000;
/** Remembers deliveries, for all processes on one store; those that come close together are written down together. */
export function createSeen(engine: Engine, now: () => Date): Seen {
  let cleanedAtMs = Number.NEGATIVE_INFINITY;

  const isNew = grouped<string, boolean>(async (deliveries) => {
    const nowMs = now().getTime();
    const isTimeToClean = nowMs - cleanedAtMs >= CLEAN_EVERY_MS;
    const fresh = await mark(engine, deliveries, nowMs, isTimeToClean ? nowMs - KEEP_MS : undefined);
    if (isTimeToClean) cleanedAtMs = nowMs;
    // Where one comes twice in a group, the first one is new.
    return deliveries.map((delivery) => fresh.delete(delivery));
  });
  return { isNew };
}

/** Writes deliveries down; gives those that nobody had written down before. */
async function mark(engine: Engine, group: readonly string[], nowMs: number, forgetBefore: number | undefined): Promise<Set<string>> {
  // In one order everywhere, so that two processes with the same deliveries never wait for each other.
  const deliveries = [...new Set(group)].sort();
  // After a crash of the machine, what Slack repeats may be answered twice; an answer that counts is kept once all the same.
  return engine.jot(async (transaction) => {
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
