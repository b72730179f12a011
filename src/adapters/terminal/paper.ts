import { PlatformError } from '../../core/errors.ts';
import type { Poster } from '../../core/ports.ts';
import type { Button, Reply } from '../../core/reply.ts';
import { wrap } from './layout.ts';
import { TERMINAL_ACTOR } from './receive.ts';
import { buttonsOf, renderReply, screenOf } from './render.ts';

/** What is written on: replies go below each other, and the buttons of the newest can be pressed. */
export interface Paper {
  show(reply: Reply): void;
  /** The buttons that a number presses now. */
  buttons(): readonly Button[];
  /** Shows a reply that nobody has asked for just now. */
  interrupt(reply: Reply): void;
  /** Says something beside the replies, such as that the notes were loaded anew; what is typed just now comes again below it. */
  tell(text: string): void;
  /** How the prompt is put back below what was written; nothing while no one is asked. */
  onPrompt(prompt: (() => void) | undefined): void;
}

export function createPaper(output: NodeJS.WriteStream): Paper {
  let buttons: readonly Button[] = [];
  let prompt: (() => void) | undefined;
  const paper: Paper = {
    show(reply) {
      const shown = buttonsOf(reply);
      // Below a short notice the buttons of the answer above it are still in sight.
      if (shown.length > 0) buttons = shown;
      // The window may have another width by now.
      output.write(`${renderReply(reply, screenOf(output))}\n\n`);
    },
    buttons: () => buttons,
    interrupt(reply) {
      if (prompt) output.write('\r\n');
      paper.show(reply);
      prompt?.();
    },
    tell(text) {
      // In the place of the prompt and of what is typed behind it.
      output.write(`${prompt ? '\r\u001b[J' : ''}${wrap(text, screenOf(output).columns)}\n\n`);
      prompt?.();
    },
    onPrompt(next) {
      prompt = next;
    },
  };
  return paper;
}

/** One person reads along: nothing has to be spread in time. */
const LANE = { lane: TERMINAL_ACTOR, gapMs: 0 };

/**
 * Posts to the person at this terminal. What was written cannot be changed, so
 * an edit is written below, and only where it says something else: a count
 * that grew by one is not worth a page.
 */
export function createPoster(paper: Paper): Poster {
  const written = new Map<string, string>();
  const write = (message: string, reply: Reply) => {
    written.set(message, reply.summary);
    paper.interrupt(reply);
  };
  return {
    laneOf: () => LANE,
    async post(to, reply, key) {
      if (to !== TERMINAL_ACTOR) throw new PlatformError(`${to} is no conversation of this terminal`, { kind: 'gone' });
      const message = `terminal:${key}`;
      if (!written.has(message)) write(message, reply);
      return message;
    },
    // Another window's posts are not seen from here.
    find: async (_to, key) => (written.has(`terminal:${key}`) ? { kind: 'found', message: `terminal:${key}` } : { kind: 'unsure' }),
    async edit(message, reply) {
      if (written.get(message) !== reply.summary) write(message, reply);
    },
  };
}
