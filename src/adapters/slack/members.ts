import type { WebClient } from '@slack/web-api';
import { createCache } from '../../core/cache.ts';

/** Who is in which channel, as it was within the last minutes. */
export interface Members {
  /** Whether a person is in a channel of ours; never rejects: what Slack does not tell counts as no. */
  isIn(client: WebClient, team: string, user: string, channel: string): Promise<boolean>;
}

const KEEP_MS = 5 * 60_000;
/** Channels remembered; a member takes some 50 bytes. */
const MOST = 1_000;
/** https://docs.slack.dev/reference/methods/conversations.members */
const PAGE = 999;
const MOST_PAGES = 10;

/**
 * Asks for a whole channel at once: many open the page with the same quiz, and
 * of those where the bot is not, nothing needs to be known.
 *
 * @param onFailure - hears why Slack did not tell.
 */
export function createMembers(now: () => Date, onFailure: (error: unknown) => void): Members {
  const asked = createCache<{ readonly atMs: number; readonly members: Promise<ReadonlySet<string>> }>(MOST);

  async function ask(client: WebClient, channel: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    try {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { members = [], response_metadata } = await client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
        for (const member of members) found.add(member);
        cursor = response_metadata?.next_cursor;
        if (!cursor) break;
      }
    } catch (error) {
      onFailure(error);
    }
    return found;
  }

  return {
    async isIn(client, team, user, channel) {
      const key = `${team}:${channel}`;
      const known = asked.find(key);
      if (known && now().getTime() - known.atMs < KEEP_MS) return (await known.members).has(user);
      const members = ask(client, channel);
      asked.keep(key, { atMs: now().getTime(), members });
      return (await members).has(user);
    },
  };
}
