import { EventEmitter, once } from 'node:events';
import type { Bot } from '../../../src/core/bot.ts';
import { createTutor } from './bot.ts';

/** A bot that answers each turn only when it is told to. */
export function slowBot() {
  const { bot } = createTutor();
  const acts = new EventEmitter();
  const waiting: (() => void)[] = [];
  let due = 0;
  return {
    bot: {
      ...bot,
      async reply(turn) {
        acts.emit('asked');
        if (due > 0) due -= 1;
        else await new Promise<void>((resolve) => waiting.push(resolve));
        return bot.reply(turn);
      },
    } satisfies Bot,
    /** Answers one turn: the oldest that waits, or else the next one. */
    answerNow(): void {
      const next = waiting.shift();
      if (next) next();
      else due += 1;
    },
    /** Waits until somebody asks something. */
    asked: async (): Promise<void> => void (waiting.length > 0 || (await once(acts, 'asked'))),
  };
}
