import { parseText } from '../../core/command.ts';
import { COMMANDS } from '../../core/commands/index.ts';
import type { Language } from '../../core/content/schema.ts';
import type { Intent } from '../../core/intent.ts';
import type { Button } from '../../core/reply.ts';
import type { ActorId, Turn } from '../../core/turn.ts';

/** The one person at this terminal. */
export const TERMINAL_ACTOR: ActorId = 'terminal:local';

/** A typed line: an intent, with the text where it was no button; the number of a button that is not there; or a farewell. */
export type Received =
  | { readonly kind: 'intent'; readonly intent: Intent; readonly typed?: string }
  | { readonly kind: 'no button'; readonly number: number }
  | { readonly kind: 'leave' };

const LEAVE = /^(?:exit|quit|bye|:q|退出|再见|再見)$/i;

/** Reads a line: a number or a label presses a button of the last reply, anything else is read as everywhere. */
export function receiveLine(line: string, buttons: readonly Button[], commandName: string): Received {
  if (LEAVE.test(line.trim())) return { kind: 'leave' };
  // Two digits: a reply has at most 36 buttons, and 137 may well be a question.
  const number = /^\s*\[?(\d{1,2})\]?\s*$/.exec(line.normalize('NFKC'))?.[1];
  if (number === undefined || buttons.length === 0) {
    const pressed = buttons.find(({ label }) => spoken(label) === spoken(line));
    if (pressed) return { kind: 'intent', intent: pressed.intent };
    return { kind: 'intent', intent: parseText(line, COMMANDS, commandName), typed: line };
  }
  const button = buttons[Number(number) - 1];
  return button ? { kind: 'intent', intent: button.intent } : { kind: 'no button', number: Number(number) };
}

/** What one would say for a label: `Next` for `Next ▸`, `good` for `Good · 3 days`. */
const spoken = (label: string): string =>
  label
    .replace(/ · .*$/, '')
    .replace(/[▸◂⌂]/g, '')
    .trim()
    .toLowerCase();

/** A turn of the person at this terminal. */
export function terminalTurn(said: { intent: Intent; typed?: string }, locale: Language | undefined, count: number): Turn {
  return {
    id: `terminal:${count}`,
    intent: said.intent,
    ...(said.typed !== undefined && { typed: said.typed }),
    actor: { id: TERMINAL_ACTOR, name: 'you', locale, account: async () => ({ canManage: true, zone: ownZone() }) },
    conversation: { id: TERMINAL_ACTOR, space: TERMINAL_ACTOR, isDirect: true },
  };
}

/** The time zone of this machine. */
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
