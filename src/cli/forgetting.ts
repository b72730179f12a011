import type { Log, Spaces } from '../core/ports.ts';

const EVERY_MS = 6 * 60 * 60_000;

/** Deletes what is known of spaces that the bot was taken out of a month ago, now and every few hours. */
export function keepForgetting(spaces: Spaces, log: Log): { stop(): void } {
  const forget = () => void spaces.forgetLeft().catch((error) => log.incident('forget', error));
  forget();
  const timer = setInterval(forget, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
