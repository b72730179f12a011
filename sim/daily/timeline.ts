import { setImmediate } from 'node:timers/promises';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Time that goes on only from one event to the next. Instants are milliseconds since 1970, as the sun has them. */
export interface Timeline {
  now(): number;
  /** Lets something happen at an instant; at once, where that is past. */
  at(instant: number, happen: () => void): void;
  sleep(ms: number): Promise<void>;
  /** Lets happen what happens until an instant; `afterEach` is called once all that follows from an event has been done. */
  runUntil(end: number, afterEach: () => void): Promise<void>;
}

interface Happening {
  readonly instant: number;
  /** Of two at one instant, the one that was planned first happens first. */
  readonly order: number;
  readonly happen: () => void;
}

/** A timeline that begins at an instant. */
export function createTimeline(start: number): Timeline {
  const heap: Happening[] = [];
  let now = start;
  let planned = 0;
  const at = (instant: number, happen: () => void) => push(heap, { instant: Math.max(instant, now), order: planned++, happen });
  return {
    now: () => now,
    at,
    sleep: (ms) => new Promise((resolve) => at(now + ms, resolve)),
    async runUntil(end, afterEach) {
      while (heap[0] !== undefined && heap[0].instant <= end) {
        const next = pop(heap);
        now = next.instant;
        next.happen();
        // Neither SQLite nor our platform wait for anything but promises: when these have been run, all is quiet.
        await setImmediate();
        afterEach();
      }
      now = end;
    },
  };
}

const isBefore = (one: Happening, other: Happening): boolean =>
  one.instant < other.instant || (one.instant === other.instant && one.order < other.order);

function push(heap: Happening[], happening: Happening): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || isBefore(parent, happening)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = happening;
}

function pop(heap: Happening[]): Happening {
  const [first, last] = [heap[0], heap.pop()];
  if (first === undefined || last === undefined) throw new RangeError('nothing is planned');
  if (heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const isRight = left !== undefined && right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (child === undefined || isBefore(last, child)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
  return first;
}
