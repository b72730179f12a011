import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Bot } from '../../core/bot.ts';
import type { Language } from '../../core/content/schema.ts';
import { type Words, wordsIn } from '../../core/i18n/words.ts';
import { createInFlight } from '../../core/in-flight.ts';
import type { DrawPicture } from '../../core/picture.ts';
import type { Adapter } from '../../core/ports.ts';
import { answer, answerAnew } from './answer.ts';
import { createApp, PATHS } from './app.ts';
import { readAssets } from './assets.ts';
import { createStreams } from './events.ts';
import { createGallery } from './gallery.ts';
import { createPoster } from './poster.ts';
import { createRooms, PLATFORM } from './rooms.ts';
import { createSay } from './say.ts';
import { createSessions } from './session.ts';
import { createShow, type Drawers } from './show.ts';

export interface WebOptions {
  readonly bot: Bot;
  readonly drawers: Drawers;
  readonly draw: DrawPicture;
  readonly commandName: string;
  /** The language of those of whom nothing is known. */
  readonly language: Language;
  /** Signs cookies. */
  readonly key: string;
  /** The address under which people reach the page, where that is not this machine. */
  readonly publicUrl: string | undefined;
}

/** The bot on a page, where anyone can try it. */
export interface Web {
  readonly adapter: Adapter;
  readonly routes: Readonly<Record<string, RequestListener>>;
  /** The notes have changed: tells those who look on, and answers anew what they see. */
  notesChanged(linesIn: (words: Words) => readonly string[]): Promise<void>;
}

/** How long what has begun may take before it is left alone. */
const DRAIN_MS = 9_000;

/** Puts the bot on a page. */
export function createWeb({ bot, drawers, draw, commandName, language, key, publicUrl }: WebOptions): Web {
  const rooms = createRooms(language);
  const show = createShow(drawers);
  const gallery = createGallery(draw);
  const say = createSay(show, gallery);
  const streams = createStreams(show);
  const inFlight = createInFlight();
  const assets = readAssets();
  const address = publicUrl === undefined ? undefined : new URL(publicUrl);
  const app = createApp({
    ...{ streams, assets, gallery, language },
    sessions: createSessions({ rooms, key, isSecure: address?.protocol === 'https:' }),
    publicName: address?.hostname,
    take: (sent, room) => inFlight.run(() => answer(sent, room, { bot, show, say, commandName })),
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const paths = [...Object.values(PATHS), ...assets.keys()];
  let isUp = false;
  return {
    adapter: {
      platform: PLATFORM,
      poster: createPoster(rooms, say),
      async start() {
        isUp = true;
      },
      isReady: () => isUp,
      async stop() {
        isUp = false;
        await Promise.race([inFlight.idle(), wait(DRAIN_MS, undefined, { ref: false })]);
        streams.closeAll();
      },
    },
    routes: Object.fromEntries(paths.map((path) => [path, listener])),
    async notesChanged(linesIn) {
      for (const room of [...rooms.all()].filter(({ pages }) => pages.size > 0)) {
        show.tell(room, { name: 'notice', lines: linesIn(wordsIn(room.language)) });
        await answerAnew(room, { bot, say });
      }
    },
  };
}
