import type { Memory } from './memory.ts';

/** A holiday: nothing is asked from one moment up to another, and no interval grows older meanwhile. */
export interface Hold {
  readonly from: Date;
  readonly until: Date;
}

/**
 * When a concept is due, holidays stretched: an interval counts only the time outside of holds.
 *
 * @param holds - in the order of their times, none of which overlap.
 */
export function dueAt({ due, seenAt }: Memory, holds: readonly Hold[] = []): Date {
  if (holds.length === 0) return due;
  let time = due.getTime();
  for (const { from, until } of holds) {
    const begins = Math.max(from.getTime(), seenAt.getTime());
    if (begins < until.getTime() && begins < time) time += until.getTime() - begins;
  }
  return new Date(time);
}

/** The hold that a moment is in. */
export const holdAt = (holds: readonly Hold[], at: Date): Hold | undefined => holds.find(({ from, until }) => from <= at && at < until);
