import { setTimeout as delay } from 'node:timers/promises';
import { drawMessage } from '../core/drawing.ts';
import { createDigesting } from '../core/inbox/digest.ts';
import { inSpace } from '../core/knowledge.ts';
import type { Log, Poster, Services } from '../core/ports.ts';
import { compose } from '../core/quiz/compose.ts';
import { createDaily, type Daily } from '../core/quiz/daily.ts';
import type { QuizRecords } from '../core/quiz/records.ts';
import { createReminding } from '../core/review/remind.ts';

/** How long to rest when there was nothing to do. */
const REST_MS = 1_000;
/** How long to rest when the store was away. */
const OUTAGE_MS = 5_000;

/** The daily quiz, reminders and digests on some platforms. */
export function dailyOn(records: QuizRecords, posters: ReadonlyMap<string, Poster>, services: Services): Daily {
  const { now, log, reviews, digests } = services;
  const reminding = reviews && { ...services, reviews };
  return createDaily({
    ...{ records, posters, now, log, steady: () => performance.now(), reminding: reminding && createReminding(reminding, posters) },
    digesting: digests && createDigesting(digests, posters, now),
    compose: (schedule) => compose(schedule, inSpace(schedule.space, services)),
    draw: (post) => drawMessage(post, records, services),
  });
}

/** Passes that go on by themselves. */
export interface Ticking {
  /** Ends a rest: there is something to do. */
  wake(): void;
  /** Ends after the pass that is running, and the messages that are on their way. */
  stop(): Promise<void>;
}

/** Makes one pass after another; a pass that fails, such as while the store is away, is logged and made again. */
export function keepTicking(daily: Daily, log: Log): Ticking {
  let rest = new AbortController();
  let isOver = false;
  const turn = async () => {
    while (!isOver) {
      rest = new AbortController();
      const pause = await pass(daily, log);
      // Woken early is as good as rested.
      if (!isOver && pause > 0) await delay(pause, undefined, { signal: rest.signal }).catch(() => {});
    }
    await daily.settled();
  };
  const ended = turn();
  return {
    wake: () => rest.abort(),
    async stop() {
      isOver = true;
      rest.abort();
      await ended;
    },
  };
}

async function pass(daily: Daily, log: Log): Promise<number> {
  try {
    return (await daily.tick()) > 0 ? 0 : REST_MS;
  } catch (error) {
    log.incident('tick', error);
    return OUTAGE_MS;
  }
}
