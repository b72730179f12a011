import { z } from 'zod';
import { parseText } from '../../core/command.ts';
import { COMMANDS } from '../../core/commands/index.ts';
import { fill } from '../../core/form.ts';
import { type Intent, intentOn, MAX_INTENT } from '../../core/intent.ts';
import type { Turn } from '../../core/turn.ts';
import { PEOPLE, PLACES } from './protocol.ts';
import { actorOf, conversationOf, PLATFORM, type Room, spaceOf } from './rooms.ts';

/** As long as a message on Discord may be; whatever is cut further is cut by the commands. */
const LONGEST_TEXT = 4_000;

const [first, ...others] = PEOPLE;
const where = {
  /** The page's own key of this turn, so that one that is sent twice is taken once. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  as: z.enum([first.id, ...others.map(({ id }) => id)]),
  place: z.enum(PLACES),
};

/** What the page sends: what a person typed, or which button of which message they pressed, with what they wrote into its form. */
const sent = z.union([
  z.strictObject({ ...where, text: z.string().trim().min(1).max(LONGEST_TEXT) }),
  z.strictObject({
    ...where,
    press: z.string().max(MAX_INTENT),
    message: z.string().max(200).optional(),
    filled: z.string().max(LONGEST_TEXT).optional(),
  }),
]);
export type Sent = z.output<typeof sent>;

/** A turn as the page sends it; `undefined` for anything else. */
export const parseSent = (body: unknown): Sent | undefined => sent.safeParse(body).data;

/** What is said in a room, as a turn. */
export function turnOf(said: Sent, room: Room, commandName: string): Turn {
  const { as, place, key } = said;
  const name = PEOPLE.find(({ id }) => id === as)?.name ?? as;
  const account = { canManage: as === first.id, locale: room.language, zone: room.zone };
  const pressed = 'press' in said ? room.messages.get(said.message ?? '') : undefined;
  const conversation = conversationOf(room, place, as);
  const isSeen = pressed && pressed.place === place && (pressed.to ?? as) === as;
  return {
    id: `${PLATFORM}:${key}`,
    ...('text' in said ? { intent: parseText(said.text, COMMANDS, commandName), typed: said.text } : { intent: pressedIn(said) }),
    actor: { id: actorOf(room, as), name, locale: room.language, account: async () => account },
    conversation: { id: conversation, space: spaceOf(room), isDirect: place === 'direct' },
    ...(isSeen && { pressed: { isPublic: pressed.to === undefined, message: messageRef(conversation, pressed.id) } }),
  };
}

function pressedIn({ press, filled }: Extract<Sent, { press: string }>): Intent {
  const intent = intentOn(press);
  return filled === undefined ? intent : fill(intent, filled);
}

/** Where a message of ours stands. */
export const messageRef = (conversation: string, message: string): string => `${conversation}/${message}`;
