import { COOKIE_KEPT_MS } from '../adapters/web/session.ts';
import type { Bot } from '../core/bot.ts';
import { createCache } from '../core/cache.ts';
import type { Log, Spaces } from '../core/ports.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Rooms of which it is known that they were visited today. */
const MOST_ROOMS = 5_000;

interface Watching {
  readonly spaces: Pick<Spaces, 'visited'>;
  readonly log: Pick<Log, 'incident'>;
  readonly now: () => Date;
}

/**
 * A playground's bot that tells the store, once a day, whose room somebody has
 * done something in: until their cookie ends, they can come back to it.
 */
export function withVisits(bot: Bot, { spaces, log, now }: Watching): Bot {
  const visitedOn = createCache<number>(MOST_ROOMS);
  return {
    ...bot,
    reply(turn) {
      const { space } = turn.conversation;
      const nowMs = now().getTime();
      const day = Math.floor(nowMs / DAY_MS);
      if (visitedOn.find(space) !== day) {
        visitedOn.keep(space, day);
        // Nobody waits for this, and tomorrow is another day.
        spaces.visited(space, new Date(nowMs + COOKIE_KEPT_MS)).catch((error: unknown) => log.incident('visit', error));
      }
      return bot.reply(turn);
    },
  };
}
