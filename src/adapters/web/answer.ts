import type { Bot } from '../../core/bot.ts';
import { LANGUAGES } from '../../core/content/schema.ts';
import type { Form } from '../../core/form.ts';
import { type Sent, turnOf } from './receive.ts';
import { isFirst, type Room, type RoomMessage } from './rooms.ts';
import type { Say } from './say.ts';
import { nextId, type Show } from './show.ts';

export interface Answering {
  readonly bot: Bot;
  readonly show: Show;
  readonly say: Say;
  readonly commandName: string;
}

/**
 * Takes a turn, and shows in the room what comes of it; one that is sent a second time changes nothing.
 *
 * @returns what is to be written first, where the button that was pressed asks for something.
 */
export async function answer(sent: Sent, room: Room, { bot, show, say, commandName }: Answering): Promise<Form | undefined> {
  if (!isFirst(room, sent.key)) return undefined;
  const { as, place } = sent;
  const turn = turnOf(sent, room, commandName);
  const form = 'press' in sent ? bot.formFor(turn) : undefined;
  if (form) return form;
  const own = { place, to: as };
  // As a slash command is on other platforms: what one asks, the others do not see.
  if ('text' in sent) show.put(room, { ...own, id: nextId(room), from: as, text: sent.text });
  const reply = await bot.reply(turn);
  const pressed = turn.pressed && 'press' in sent ? room.messages.get(sent.message ?? '') : undefined;
  const isForAll = place === 'team' && bot.audienceOf(turn.intent) === 'everyone' && !reply.isPrivate;
  if (pressed && reply.removes) show.remove(room, pressed.id);
  if (pressed && reply.replaces) await say(room, { ...unmarked(pressed), reply, turn });
  else await say(room, { place, ...(isForAll ? {} : own), id: nextId(room), from: 'bot', reply, turn });
  const chosen = turn.intent.command === 'lang' && LANGUAGES.find((language) => language === reply.language);
  if (chosen && turn.intent.args.to) setLanguage(room, chosen, show);
  return undefined;
}

const unhung = ({ hung: _, ...message }: RoomMessage): RoomMessage => message;
const unmarked = ({ isAnew: _, ...message }: RoomMessage): RoomMessage => unhung(message);

/** Whoever chooses a language for the answers is shown the page in it too. */
function setLanguage(room: Room, language: Room['language'], show: Show): void {
  room.language = language;
  show.tell(room, { name: 'language', language });
}

/** So many of the newest answers are said anew when the notes have changed. */
const MOST_ANEW = 5;

/** Says anew what was looked up in the notes, where they now say something else: to look up twice changes nothing. */
export async function answerAnew(room: Room, { bot, say }: Pick<Answering, 'bot' | 'say'>): Promise<void> {
  const lookedUp = [...room.messages.values()].filter(({ reply, turn }) => turn && reply?.outcome).slice(-MOST_ANEW);
  for (const message of lookedUp) {
    if (!message.turn) continue;
    const reply = await bot.reply(message.turn);
    const isStill = room.messages.get(message.id) === message;
    const hasChanged = JSON.stringify(reply.blocks) !== JSON.stringify(message.reply?.blocks);
    if (reply.outcome && isStill && hasChanged) await say(room, { ...unhung(message), reply, isAnew: true });
  }
}
