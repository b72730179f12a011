import type { WebClient } from '@slack/web-api';
import { PlatformError } from '../../core/errors.ts';
import type { ConversationId, MessageRef } from '../../core/places.ts';
import type { Found, Poster } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { asPlatformError } from './errors.ts';
import { APART_IN_TEAM_MS, createPace } from './pace.ts';
import type { Pictures } from './pictures.ts';
import { messageRef } from './receive.ts';
import { renderReply } from './render.ts';

/** How our posts carry their key: https://docs.slack.dev/messaging/message-metadata */
const EVENT_TYPE = 'kubetutor_post';
const PAGE = 100;
const MOST_PAGES = 5;

interface Place {
  readonly team: string;
  /** A channel, or a person, who is written to directly. */
  readonly channel: string;
}

/**
 * Posts where nobody asked just now, through a client of its own: whatever holds
 * up a thousand posts never holds up an answer.
 *
 * @param clientFor - the client for posts in a workspace.
 * @param onFailure - hears what Slack did not do in a workspace.
 */
export function createPoster(
  clientFor: (team: string) => Promise<WebClient>,
  pictures: Pictures,
  now: () => Date,
  onFailure: (error: unknown, team: string) => Promise<void>,
): Poster {
  const pace = createPace(now);

  async function calling<Result>(team: string, call: (client: WebClient) => Promise<Result>): Promise<Result> {
    try {
      return await call(await clientFor(team));
    } catch (error) {
      await onFailure(error, team);
      const refused = error instanceof PlatformError ? error : asPlatformError(error);
      if (refused.refusal.kind === 'later') pace.pause(team, refused.refusal.waitMs);
      throw refused;
    }
  }

  return {
    // Slack counts what is posted in a workspace.
    laneOf: ({ space }) => ({ lane: space, gapMs: APART_IN_TEAM_MS }),

    async post(to, reply, key) {
      const { team, channel } = placeOf(to);
      await pace.turnFor(team, channel);
      const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
      const rest = { channel, metadata, unfurl_links: false, unfurl_media: false };
      const posted = await calling(team, (client) =>
        pictures.say({ reply, team, client, say: (shown) => client.chat.postMessage({ ...renderReply(reply, shown), ...rest }) }),
      );
      return messageRef(team, posted.channel ?? channel, posted.ts ?? '');
    },

    async find(to, key, since) {
      const { team, channel } = placeOf(to);
      try {
        return await calling(team, (client) => lookFor(client, { team, channel }, key, since));
      } catch {
        return { kind: 'unsure' };
      }
    },

    async edit(message: MessageRef, reply: Reply) {
      const [team = '', channel = '', ts = ''] = message.split('/');
      await calling(team, (client) =>
        pictures.say({ reply, team, client, say: (shown) => client.chat.update({ channel, ts, ...renderReply(reply, shown) }) }),
      );
    },
  };
}

function placeOf(to: ConversationId): Place {
  const [platform, team, channel] = to.split(':');
  if (platform !== 'slack' || !team || !channel) throw new PlatformError(`${to} is no conversation in Slack`, { kind: 'gone' });
  return { team, channel };
}

/** Looks through what was said since; certain only where all of it was seen. */
async function lookFor(client: WebClient, { team, channel: to }: Place, key: string, since: Date): Promise<Found> {
  const channel = /^[UW]/.test(to) ? ((await client.conversations.open({ users: to })).channel?.id ?? to) : to;
  const oldest = String(since.getTime() / 1_000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { channel, limit: PAGE, oldest, include_all_metadata: true, ...(cursor && { cursor }) };
    const { messages = [], has_more, response_metadata } = await client.conversations.history(asked);
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === EVENT_TYPE && Reflect.get(metadata.event_payload ?? {}, 'key') === key,
    );
    if (found?.ts !== undefined) return { kind: 'found', message: messageRef(team, channel, found.ts) };
    cursor = response_metadata?.next_cursor;
    if (!has_more || !cursor) return { kind: 'absent' };
  }
  return { kind: 'unsure' };
}
