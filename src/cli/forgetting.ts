import type { Clearing, Log, Spaces } from '../core/ports.ts';

const EVERY_MS = 6 * 60 * 60_000;

interface Forgetful {
  readonly spaces: Pick<Spaces, 'forgetLeft'>;
  readonly clearing: Clearing;
}

/** Deletes what is known of spaces that the bot was taken out of a month ago, and what is too old to serve anybody, now and every few hours. */
export function keepForgetting({ spaces, clearing }: Forgetful, log: Log): { stop(): Promise<void> } {
  let isOver = false;
  const forget = async () => {
    try {
      while (!isOver && (await spaces.forgetLeft()).length > 0);
      while (!isOver && (await clearing.letGo()) > 0);
    } catch (error) {
      log.incident('forget', error);
    }
  };
  let forgetting = forget();
  const timer = setInterval(() => {
    forgetting = forgetting.then(forget);
  }, EVERY_MS);
  return {
    stop() {
      isOver = true;
      clearInterval(timer);
      return forgetting;
    },
  };
}
