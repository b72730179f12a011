import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../core/ports.ts';

/** What is under way: counted, so that stopping can wait for it, and never rejecting, since nobody hears of it. */
export function createWork(log: Log) {
  const underWay = new Set<Promise<void>>();
  let isOver = false;
  return {
    isOver: () => isOver,
    async take(id: string, work: () => Promise<void>): Promise<void> {
      if (isOver) return;
      const done = begin(work).catch((error: unknown) => log.incident(id, error));
      underWay.add(done);
      await done;
      underWay.delete(done);
    },
    /** Takes nothing more, and waits for what has begun. */
    async finish(milliseconds: number): Promise<void> {
      isOver = true;
      await Promise.race([Promise.all(underWay), sleep(milliseconds, undefined, { ref: false })]);
    },
  };
}

/** A piece of work that fails at once fails as one that fails later. */
const begin = async (work: () => Promise<void>): Promise<void> => work();
