import type { Reply } from '../../core/reply.ts';
import { within } from '../deadline.ts';
import type { Gallery } from './gallery.ts';
import type { Room, RoomMessage } from './rooms.ts';
import type { Show } from './show.ts';

/** So long an answer waits for its pictures; most are drawn sooner, and all that were drawn before. */
const PATIENCE_MS = 400;

/** Says something in a room: with its pictures where those are soon drawn, else at once, and again with them. */
export type Say = (room: Room, message: RoomMessage & { readonly reply: Reply }) => Promise<void>;

export function createSay(show: Show, gallery: Gallery): Say {
  return async (room, message) => {
    const hanging = gallery.hang(message.reply);
    const hung = await within(PATIENCE_MS, hanging);
    const said = { ...message, ...(hung && { hung }) };
    show.put(room, said);
    if (hung) return;
    const late = await hanging;
    const isStill = room.messages.get(message.id) === said;
    if (isStill && late.discord.size > 0) show.put(room, { ...message, hung: late });
  };
}
