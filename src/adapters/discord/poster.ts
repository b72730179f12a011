import { createHash } from 'node:crypto';
import { type APIChannel, type APIMessage, Routes } from 'discord-api-types/v10';
import { illustrate } from '../../core/illustrate.ts';
import type { DrawPicture } from '../../core/picture.ts';
import type { ConversationId } from '../../core/places.ts';
import type { Found, Poster } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { within } from '../deadline.ts';
import { messageAt, messageRef, placeOf } from './places.ts';
import { renderReply, THEME } from './render.ts';
import { type Lane, type Lanes, POSTS_APART_MS, platformErrorFrom } from './rest.ts';

/** https://docs.discord.com/developers/resources/message#create-message */
const LONGEST_NONCE = 25;
/** https://docs.discord.com/developers/resources/message#get-channel-messages */
const PAGE = 100;
const MOST_PAGES = 5;

/** A call of a poster ends within 10 seconds, the request itself among them. */
const PICTURES_MS = 4_000;

/** Posts where nobody asked just now, on a budget of its own. */
export function createPoster(lanes: Pick<Lanes, 'posts' | 'redraws'>, draw: DrawPicture): Poster {
  const [call, redraw] = [saying(lanes.posts), saying(lanes.redraws)];

  /** The direct messages with one person are always the same channel. */
  async function channelFor(to: ConversationId): Promise<string> {
    const { kind, id } = placeOf(to);
    if (kind === 'channel') return id;
    const channel = await call((rest) => rest.post(Routes.userChannels(), { body: { recipient_id: id } }));
    return (channel as APIChannel).id;
  }

  const picturesOf = (reply: Reply) => within(PICTURES_MS, illustrate(reply, draw, THEME));

  return {
    // All servers count against the one limit of the bot's token.
    laneOf: () => ({ lane: 'discord', gapMs: POSTS_APART_MS }),

    async post(to: ConversationId, reply: Reply, key: string) {
      const channel = await channelFor(to);
      const { nonce, mark } = signsOf(to, key);
      const { body, files } = renderReply(reply, { mark, pictures: await picturesOf(reply) });
      // Within some minutes, a repeat with the same nonce gives the first message back.
      const posted = { body: { ...body, nonce, enforce_nonce: true }, files };
      const message = await call((rest) => rest.post(Routes.channelMessages(channel), posted));
      return messageRef(channel, (message as APIMessage).id);
    },
    async find(to, key, since) {
      const channel = await channelFor(to);
      return look(call, channel, signsOf(to, key).mark, since);
    },
    async edit(ref, reply) {
      const { channel, message } = messageAt(ref);
      const { body, files } = renderReply(reply, { pictures: await picturesOf(reply) });
      await redraw((rest) => rest.patch(Routes.channelMessage(channel, message), { body, files }));
    },
  };
}

/** A lane that says what refusals mean. */
const saying =
  (lane: Lane): Lane =>
  async (work) => {
    try {
      return await lane(work);
    } catch (error) {
      throw platformErrorFrom(error);
    }
  };

/** By what a post is known: to Discord for some minutes, and to us for as long as it stands there. */
function signsOf(to: ConversationId, key: string): { readonly nonce: string; readonly mark: number } {
  const hash = createHash('sha256').update(`${to} ${key}`).digest();
  return { nonce: hash.toString('base64url').slice(0, LONGEST_NONCE), mark: Math.max(1, hash.readUInt32BE() >>> 1) };
}

/** Looks through what was said since, newest first. */
async function look(call: Lane, channel: string, mark: number, since: Date): Promise<Found> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await call((rest) => rest.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
    const found = messages.find(({ components }) => components?.[0]?.id === mark);
    if (found) return { kind: 'found', message: messageRef(channel, found.id) };
    const oldest = messages.at(-1);
    if (!oldest) return page === 0 ? emptiness(call, channel) : { kind: 'absent' };
    if (messages.length < PAGE || Date.parse(oldest.timestamp) < since.getTime()) return { kind: 'absent' };
    before = oldest.id;
  }
  return { kind: 'unsure' };
}

/** Where we may not read what was said, Discord shows nothing; that is no proof that nothing was said. */
async function emptiness(call: Lane, id: string): Promise<Found> {
  const channel = (await call((rest) => rest.get(Routes.channel(id)))) as { readonly last_message_id?: string | null };
  return { kind: channel.last_message_id ? 'unsure' : 'absent' };
}
