import type { Language } from '../../core/content/schema.ts';
import type { ConversationId, SpaceId } from '../../core/places.ts';
import type { Reply } from '../../core/reply.ts';
import type { ActorId, Turn } from '../../core/turn.ts';
import type { Hung } from './gallery.ts';
import { type PageEvent, PEOPLE, type PersonId, PLACES, type Place, type ShownMessage } from './protocol.ts';

/** What stands before the first colon in this platform's ids. */
export const PLATFORM = 'web';

/** A message in a room; what the bot said also with what it answers, so that it can be said anew. */
export interface RoomMessage extends Omit<ShownMessage, 'views' | 'summary' | 'language'> {
  readonly reply?: Reply;
  /** Where the reply's pictures are. */
  readonly hung?: Hung;
  readonly turn?: Turn;
}

/** One visitor's room: a team's channel, the people in it, and the direct messages of each. Nobody else comes here. */
export interface Room {
  readonly id: string;
  /** The language of the page, and of the accounts of its people. */
  language: Language;
  /** The visitor's time zone, where their browser has told it. */
  zone: string | undefined;
  /** By their ids, in the order in which they were said. */
  readonly messages: Map<string, RoomMessage>;
  /** The pages that look on. */
  readonly pages: Set<(event: PageEvent) => void>;
  /** Turns that were taken already, by the page's own key. */
  readonly taken: Set<string>;
  /** Counts what was said, for ids. */
  said: number;
}

/** So many rooms are kept; of more, the one that was entered longest ago is forgotten, unless a page looks on. */
export const MOST_ROOMS = 500;
/** So many messages stand in a room. */
export const MOST_MESSAGES = 200;
const MOST_TAKEN = 200;

/** 128 random bits, as base64url writes them. */
const ROOM_ID = /^[\w-]{22}$/;

/** The rooms of all visitors, in memory: what people have learnt is in the store, what was said is gone at a restart. */
export interface Rooms {
  /** The room with this id; it is made where it is not, or no longer, there. */
  open(id: string): Room;
  all(): Iterable<Room>;
}

export function createRooms(fallback: Language): Rooms {
  const rooms = new Map<string, Room>();
  return {
    open(id) {
      const room = rooms.get(id) ?? emptyRoom(id, fallback);
      // Put in anew, so that the map's order is that of the last visits.
      rooms.delete(id);
      rooms.set(id, room);
      if (rooms.size > MOST_ROOMS) {
        const [oldest] = [...rooms.values()].filter(({ pages }) => pages.size === 0);
        if (oldest && oldest !== room) rooms.delete(oldest.id);
      }
      return room;
    },
    all: () => rooms.values(),
  };
}

const emptyRoom = (id: string, language: Language): Room => ({
  ...{ id, language, zone: undefined, said: 0 },
  messages: new Map(),
  pages: new Set(),
  taken: new Set(),
});

/** Whether a turn is met for the first time. */
export function isFirst({ taken }: Room, key: string): boolean {
  if (taken.has(key)) return false;
  taken.add(key);
  const [oldest] = taken.size > MOST_TAKEN ? taken : [];
  if (oldest !== undefined) taken.delete(oldest);
  return true;
}

export const spaceOf = ({ id }: Pick<Room, 'id'>): SpaceId => `${PLATFORM}:${id}`;
export const actorOf = (room: Pick<Room, 'id'>, person: PersonId): ActorId => `${spaceOf(room)}:${person}`;

/** The team's channel; or a person, who is then alone with the bot. */
export const conversationOf = (room: Pick<Room, 'id'>, place: Place, person: PersonId): ConversationId =>
  place === 'team' ? `${spaceOf(room)}:team` : actorOf(room, person);

/** The room that a conversation's id means, and who in it; `undefined` where there is no such place. */
export function placeOf(
  conversation: ConversationId,
): { readonly room: string; readonly place: Place; readonly person?: PersonId } | undefined {
  const [platform, room = '', where] = conversation.split(':');
  if (platform !== PLATFORM || !ROOM_ID.test(room)) return undefined;
  if (where === PLACES[0]) return { room, place: where };
  const person = PEOPLE.find(({ id }) => id === where)?.id;
  return person && { room, place: 'direct', person };
}
