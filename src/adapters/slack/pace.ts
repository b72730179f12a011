import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises';
import { createCache } from '../../core/cache.ts';
import { PlatformError } from '../../core/errors.ts';

/** About one message a second in a channel: https://docs.slack.dev/apis/web-api/rate-limits */
const APART_IN_CHANNEL_MS = 1_000;
/** Several hundred a minute in a workspace: the same page. */
export const APART_IN_TEAM_MS = 100;

/** Whose turn is further off than this is to come again: a post must not wait for longer than its caller does. */
const LONGEST_WAIT_MS = 2_000;

/** Channels and workspaces that are remembered; those left out were free long ago. */
const MOST = 10_000;

/** Keeps posts apart, so that Slack need not ask us to wait, and keeps them back while it does. */
export interface Pace {
  /**
   * Resolves when it is a channel's turn.
   *
   * @throws PlatformError (`later`) when that is too far off.
   */
  turnFor(team: string, channel: string): Promise<void>;
  /** No turn in this workspace for a while. */
  pause(team: string, forMs: number): void;
}

export function createPace(now: () => Date): Pace {
  const freeAt = createCache<number>(MOST);
  let lastInLine: Promise<unknown> = Promise.resolve();
  return {
    async turnFor(team, channel) {
      const nowMs = now().getTime();
      const lane = `${team}/${channel}`;
      const turnMs = Math.max(nowMs, freeAt.find(team) ?? 0, freeAt.find(lane) ?? 0);
      const waitMs = turnMs - nowMs;
      if (waitMs > LONGEST_WAIT_MS) throw new PlatformError('Slack: it is not this post’s turn yet', { kind: 'later', waitMs });
      freeAt.keep(team, turnMs + APART_IN_TEAM_MS);
      freeAt.keep(lane, turnMs + APART_IN_CHANNEL_MS);
      if (waitMs > 0) await wait(waitMs);
      // Those of many workspaces whose turn comes in the same moment begin one by one, and answers come in between.
      lastInLine = lastInLine.then(() => nextRound());
      await lastInLine;
    },
    pause: (team, forMs) => freeAt.keep(team, Math.max(freeAt.find(team) ?? 0, now().getTime() + forMs)),
  };
}
