import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Room, Rooms } from './rooms.ts';

const NAME = 'kubetutor_room';
/** How long after their last visit a visitor is known again, in milliseconds. */
export const COOKIE_KEPT_MS = 180 * 24 * 60 * 60_000;

export interface SessionOptions {
  readonly rooms: Rooms;
  /** Signs cookies: who knows it can enter any room. */
  readonly key: string;
  /** Whether people come by HTTPS only. */
  readonly isSecure: boolean;
}

/** Knows visitors again by a signed cookie that names their room. */
export interface Sessions {
  /** The room of whoever asks; `undefined` where they have not entered one, or the cookie is not ours. */
  roomOf(context: Context): Promise<Room | undefined>;
  /** The room of whoever asks, else a new one. */
  enter(context: Context): Promise<Room>;
}

export function createSessions({ rooms, key, isSecure }: SessionOptions): Sessions {
  const roomOf = async (context: Context) => {
    const id = await getSignedCookie(context, key, NAME);
    return id ? rooms.open(id) : undefined;
  };
  return {
    roomOf,
    async enter(context) {
      const room = (await roomOf(context)) ?? rooms.open(randomBytes(16).toString('base64url'));
      // Anew at each visit, so that the half year begins again.
      await setSignedCookie(context, NAME, room.id, key, {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        secure: isSecure,
        maxAge: COOKIE_KEPT_MS / 1_000,
      });
      return room;
    },
  };
}
