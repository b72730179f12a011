import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Language } from '../../core/content/schema.ts';
import type { Form } from '../../core/form.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import { findZone } from '../../core/schedule/zones.ts';
import { ASSETS, type Assets } from './assets.ts';
import type { Streams } from './events.ts';
import { type Gallery, PICTURE_PATH } from './gallery.ts';
import { onlyFromOurPage, strictHeaders } from './guard.ts';
import { pageHtml } from './page.ts';
import { PEOPLE } from './protocol.ts';
import { parseSent, type Sent } from './receive.ts';
import type { Room } from './rooms.ts';
import type { Sessions } from './session.ts';

/** A longer one is not from our page. */
export const MOST_BYTES = 64 * 1024;

export interface AppOptions {
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly assets: Assets;
  readonly gallery: Gallery;
  readonly publicName: string | undefined;
  readonly language: Language;
  /** Takes a turn, and resolves once what comes of it is to be seen, or to what is to be written first. */
  readonly take: (sent: Sent, room: Room) => Promise<Form | undefined>;
}

/** What is asked for at which path. */
export const PATHS = {
  page: '/',
  enter: `${ASSETS}enter`,
  turn: `${ASSETS}turn`,
  events: `${ASSETS}events`,
  picture: PICTURE_PATH,
} as const;

/** The page and what it asks for. */
export function createApp({ sessions, streams, assets, gallery, publicName, language, take }: AppOptions): Hono {
  const app = new Hono();
  app.use(strictHeaders(), onlyFromOurPage(publicName));
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (context) => context.text('That is too long.\n', 413) }));
  app.onError((_error, context) => context.text('Something went wrong.\n', 500));

  app.get(PATHS.page, (context) => {
    context.header('cache-control', 'no-cache');
    return context.html(pageHtml(wordsIn(languageAsked(context.req.header('accept-language'), language))));
  });
  for (const [path, { type, body }] of assets) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }

  app.use(`${ASSETS}*`, async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  app.post(PATHS.enter, async (context) => {
    const room = await sessions.enter(context);
    const { zone } = ((await jsonOf(context.req)) ?? {}) as { readonly zone?: unknown };
    room.zone = typeof zone === 'string' ? findZone(zone) : undefined;
    if (room.messages.size === 0) room.language = languageAsked(context.req.header('accept-language'), language);
    const words = { en: wordsIn('en').playground, zh: wordsIn('zh').playground };
    return context.json({ language: room.language, people: PEOPLE, words });
  });
  app.get(PATHS.events, async (context) => {
    const room = await sessions.roomOf(context);
    return room ? streams.open(context, room) : context.text('Enter first.\n', 403);
  });
  app.get(PATHS.picture, async (context) => {
    const file = (await sessions.roomOf(context)) && (await gallery.look(context.req.query('id') ?? ''));
    if (!file) return context.text('There is no such picture.\n', 404);
    return context.body(Uint8Array.from(file.png), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=86400' });
  });
  app.post(PATHS.turn, async (context) => {
    const room = await sessions.roomOf(context);
    if (!room) return context.text('Enter first.\n', 403);
    const sent = parseSent(await jsonOf(context.req));
    if (!sent) return context.text('That is no turn.\n', 400);
    const form = await take(sent, room);
    return form ? context.json(form) : context.body(null, 204);
  });
  return app;
}

/** What a request says as JSON; `undefined` where it says nothing, or something else. */
async function jsonOf(request: { header(name: string): string | undefined; json(): Promise<unknown> }): Promise<unknown> {
  if (!request.header('content-type')?.startsWith('application/json')) return undefined;
  return request.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
}

/** The language that a browser asks for first, of those that we have. */
function languageAsked(accepted: string | undefined, fallback: Language): Language {
  const [asked] = /\b(?:zh|en)\b/i.exec(accepted ?? '') ?? [];
  if (asked === undefined) return fallback;
  return asked.toLowerCase() === 'zh' ? 'zh' : 'en';
}
