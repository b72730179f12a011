import type { Language } from '../../core/content/schema.ts';
import type { Pictured } from '../../core/illustrate.ts';
import type { Button, Reply } from '../../core/reply.ts';
import { type DiscordCard, viewOfDiscord } from './discord-view.ts';
import { NOTHING_HUNG } from './gallery.ts';
import { viewOfPlain } from './plain-view.ts';
import type { PageEvent, ShownMessage } from './protocol.ts';
import { MOST_MESSAGES, type Room, type RoomMessage } from './rooms.ts';
import { type SlackBlocks, viewOfSlack } from './slack-view.ts';

/** Draws a reply as the adapters do: the payloads themselves, so that what is tried here is what one gets there. */
export interface Drawers {
  /** @param pictures - the addresses of those that can be drawn, in place of Slack's ids of files. */
  slack(reply: Reply, pictures: Pictured<string>): SlackBlocks;
  /** @param pictures - the addresses of those that can be drawn, in place of the files themselves. */
  discord(reply: Reply, pictures: Pictured<string>): DiscordCard;
  /** As in the terminal, without its buttons. */
  plain(reply: Reply): { readonly text: string; readonly buttons: readonly Button[] };
}

/** A message as the page shows it. */
export function shown(
  { reply, turn: _, hung = NOTHING_HUNG, ...message }: RoomMessage,
  drawers: Drawers,
  fallback: Language,
): ShownMessage {
  if (!reply) return { ...message, summary: message.text ?? '', language: fallback };
  return {
    ...message,
    summary: reply.summary,
    language: reply.language ?? fallback,
    views: {
      slack: viewOfSlack(drawers.slack(reply, hung.slack)),
      discord: viewOfDiscord(drawers.discord(reply, hung.discord)),
      plain: viewOfPlain(drawers.plain(reply)),
    },
  };
}

/** What changes what stands in rooms, and tells the pages that look on. */
export interface Show {
  /** Says a message; one with the same id is said in its place. */
  put(room: Room, message: RoomMessage): void;
  remove(room: Room, id: string): void;
  tell(room: Room, event: PageEvent): void;
  /** All that stands in a room. */
  all(room: Room): PageEvent;
}

export function createShow(drawers: Drawers): Show {
  const draw = (room: Room, message: RoomMessage) => shown(message, drawers, room.language);
  const show: Show = {
    put(room, message) {
      room.messages.set(message.id, message);
      show.tell(room, { name: 'message', message: draw(room, message) });
      const [oldest] = room.messages.size > MOST_MESSAGES ? room.messages.keys() : [];
      if (oldest !== undefined) show.remove(room, oldest);
    },
    remove(room, id) {
      if (room.messages.delete(id)) show.tell(room, { name: 'removed', id });
    },
    tell: (room, event) => {
      for (const page of room.pages) page(event);
    },
    all: (room) => ({ name: 'room', messages: [...room.messages.values()].map((message) => draw(room, message)) }),
  };
  return show;
}

/** An id for what is said next in a room. */
export function nextId(room: Room): string {
  room.said += 1;
  return `m${room.said}`;
}
