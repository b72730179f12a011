import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { PageEvent } from './protocol.ts';
import type { Room } from './rooms.ts';
import type { Show } from './show.ts';

/** A browser opens six connections to one address: https://developer.mozilla.org/docs/Web/API/EventSource */
const MOST_PAGES = 6;
/** So much may be on its way to one page; more, and it is cut off, comes again and is told all. */
const MOST_UNREAD = 100;
/** Proxies end what is silent for a minute. */
const BEAT_MS = 25_000;

/** Streams to pages, which are ended before the process does. */
export interface Streams {
  /** Tells a page all that happens in a room. */
  open(context: Context, room: Room): Response;
  closeAll(): void;
}

export function createStreams(show: Show): Streams {
  const closing = new AbortController();
  return {
    open(context, room) {
      if (room.pages.size >= MOST_PAGES || closing.signal.aborted) return context.text('Too many pages are open.\n', 503);
      // Proxies that gather an answer before they pass it on are asked not to.
      context.header('x-accel-buffering', 'no');
      return streamSSE(context, async (stream) => {
        let unread = 0;
        const ended = Promise.withResolvers<void>();
        const write = async (event: string, data: string) => {
          unread += 1;
          if (unread > MOST_UNREAD) ended.resolve();
          await stream.writeSSE({ event, data });
          unread -= 1;
        };
        const page = ({ name, ...told }: PageEvent) => void write(name, JSON.stringify(told));
        const beat = setInterval(() => void write('beat', ''), BEAT_MS);
        beat.unref();
        stream.onAbort(ended.resolve);
        closing.signal.addEventListener('abort', () => ended.resolve());
        room.pages.add(page);
        page(show.all(room));
        await ended.promise;
        clearInterval(beat);
        room.pages.delete(page);
      });
    },
    closeAll: () => closing.abort(),
  };
}
