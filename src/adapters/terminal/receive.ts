import { parseText } from '../../core/command.ts';
import { COMMANDS } from '../../core/commands/index.ts';
import type { Language } from '../../core/content/schema.ts';
import type { Intent } from '../../core/intent.ts';
import type { Button } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';

/** What a typed line asks for: a number presses a button of the last reply, anything else is read as everywhere. */
export function receiveLine(line: string, buttons: readonly Button[], commandName: string): Intent | { noButton: number } {
  const number = /^\s*\[?(\d{1,3})\]?\s*$/.exec(line.normalize('NFKC'))?.[1];
  if (number === undefined || buttons.length === 0) return parseText(line, COMMANDS, commandName);
  return buttons[Number(number) - 1]?.intent ?? { noButton: Number(number) };
}

/** A turn of the one person at this terminal. */
export function terminalTurn(intent: Intent, locale: Language | undefined, count: number): Turn {
  return { id: `terminal:${count}`, intent, actor: { id: 'terminal:local', name: 'you', locale }, conversation: { id: 'terminal:local' } };
}
