import { createHash } from 'node:crypto';
import { createCache } from '../../core/cache.ts';
import { illustrate, type Pictured, picturesIn } from '../../core/illustrate.ts';
import type { Drawing, DrawPicture, Look, PictureFile } from '../../core/picture.ts';
import type { Reply } from '../../core/reply.ts';
import { ASSETS } from './assets.ts';
import type { Element } from './protocol.ts';

/** Where pictures are asked for. */
export const PICTURE_PATH = `${ASSETS}picture`;

/** The addresses of a reply's pictures, as far as they can be drawn; in the theme of each platform that shows them. */
export interface Hung {
  readonly slack: Pictured<string>;
  readonly discord: Pictured<string>;
}

/** Slack and Discord as one meets them first. */
const THEMES = { slack: 'light', discord: 'dark' } as const;

/** So many pictures can be asked for; of more, those that nobody has asked for longest are forgotten. */
const MOST_HUNG = 5_000;

/** Pictures, to be looked at by their addresses. */
export interface Gallery {
  /** Has all pictures of a reply drawn, so that it is known which can be. Never rejects. */
  hang(reply: Reply): Promise<Hung>;
  /** The picture with an id; `undefined` where none was hung. */
  look(id: string): Promise<PictureFile | undefined>;
}

/** @param draw - draws what it has drawn before at once: files are not kept here. */
export function createGallery(draw: DrawPicture): Gallery {
  const hung = createCache<{ readonly drawing: Drawing; readonly look: Look }>(MOST_HUNG);
  const addressesIn = async (reply: Reply, theme: Look['theme']): Promise<Pictured<string>> => {
    const files = await illustrate(reply, draw, theme);
    const look = { language: reply.language ?? 'en', theme };
    return new Map(
      [...files].map(([block, { width, height }]) => {
        const id = createHash('sha256')
          .update(JSON.stringify([block.drawing, look]))
          .digest('base64url');
        hung.keep(id, { drawing: block.drawing, look });
        return [block, `${PICTURE_PATH}?${new URLSearchParams({ id, w: String(width), h: String(height) })}`];
      }),
    );
  };
  return {
    async hang(reply) {
      if (picturesIn(reply).length === 0) return NOTHING_HUNG;
      const [slack, discord] = await Promise.all([addressesIn(reply, THEMES.slack), addressesIn(reply, THEMES.discord)]);
      return { slack, discord };
    },
    async look(id) {
      const found = hung.find(id);
      return found && draw(found.drawing, found.look);
    },
  };
}

/** No picture at all. */
export const NOTHING_HUNG: Hung = { slack: new Map(), discord: new Map() };

/** Drawn twice as large as it is shown, for sharp screens. */
const SHARPNESS = 2;
/** A chat's box, in its pixels: Discord's, and about Slack's. */
const BOX = { width: 550, height: 480 };

/** A picture as large as a chat shows it. */
export function pictureAt(src: string, alt: string): Element {
  const size = new URLSearchParams(src.split('?', 2)[1]);
  const [width, height] = ['w', 'h'].map((side) => Number(size.get(side)) / SHARPNESS) as [number, number];
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  return { tag: 'img', src, alt, width: Math.round(width * scale), height: Math.round(height * scale) };
}
