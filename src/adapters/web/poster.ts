import { PlatformError } from '../../core/errors.ts';
import type { ConversationId } from '../../core/places.ts';
import type { Poster } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { messageRef } from './receive.ts';
import { placeOf, type Rooms } from './rooms.ts';
import type { Say } from './say.ts';

/** Posts into visitors' rooms. A post that is gone with a restart comes back when it is edited next. */
export function createPoster(rooms: Rooms, say: Say): Poster {
  const placeFor = (conversation: string) => {
    const found = placeOf(conversation as ConversationId);
    if (!found) throw new PlatformError(`${conversation} is no conversation of the web page`, { kind: 'gone' });
    return { ...found, room: rooms.open(found.room) };
  };
  const put = async (conversation: string, id: string, reply: Reply) => {
    const { room, place, person } = placeFor(conversation);
    await say(room, { id, place, from: 'bot', reply, ...(person && { to: person }) });
  };
  return {
    // Nothing is to be spread: rooms have nothing to do with each other.
    laneOf: ({ conversation }) => ({ lane: conversation, gapMs: 0 }),
    async post(to, reply, key) {
      await put(to, postId(key), reply);
      return messageRef(to, postId(key));
    },
    async find(to, key) {
      const isThere = placeFor(to).room.messages.has(postId(key));
      return isThere ? { kind: 'found', message: messageRef(to, postId(key)) } : { kind: 'absent' };
    },
    async edit(message, reply) {
      const [conversation = '', id = ''] = message.split('/', 2);
      await put(conversation, id, reply);
    },
  };
}

/** Posted twice with one key, it is one message. */
const postId = (key: string): string => `post-${key}`;
