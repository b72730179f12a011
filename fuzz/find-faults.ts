import { ContentError, UserError } from '../src/core/errors.ts';
import { createInputs } from './inputs.ts';
import type { Target } from './targets.ts';

/** No text may take longer to read than this, in milliseconds: others wait meanwhile. */
export const MOST_MS = 50;

/** What is wrong with how a text is read. */
export interface Fault {
  readonly target: string;
  readonly text: string;
  readonly what: string;
}

/** How a target has read its texts. */
export interface Course {
  readonly target: string;
  readonly inputs: number;
  /** How many were refused with an error that tells people what to do. */
  readonly refused: number;
  /** The slowest of all, in milliseconds: the best of three runs where the first was too slow. */
  readonly slowestMs: number;
  readonly faults: readonly Fault[];
}

/** Milliseconds since some moment. */
export type Clock = () => number;

const clockOfMachine: Clock = () => performance.now();

/** Lets a target read texts; a text that throws anything unforeseen, or takes too long in three runs alone, is a fault. */
export function findFaults(target: Target, inputs: number, seed: string, clock = clockOfMachine): Course {
  const { name, seeds } = target;
  const made = createInputs(`${seed} ${name}`, seeds);
  const faults: Fault[] = [];
  let refused = 0;
  let slowestMs = 0;
  for (let count = 0; count < inputs; count++) {
    const text = made.next();
    const { ms, error } = timed(target, text, clock);
    if (isForeseen(error)) refused += 1;
    else if (error !== undefined) faults.push({ target: name, text, what: String(error) });
    // A garbage collection, or another process, may have come between.
    const settled = ms > MOST_MS ? Math.min(ms, ...[1, 2, 3].map(() => timed(target, text, clock).ms)) : ms;
    if (settled > MOST_MS) faults.push({ target: name, text, what: `takes ${settled.toFixed(0)} ms` });
    slowestMs = Math.max(slowestMs, settled);
  }
  return { target: name, inputs, refused, slowestMs, faults };
}

const isForeseen = (error: unknown): boolean => error instanceof UserError || error instanceof ContentError;

function timed({ read }: Pick<Target, 'read'>, text: string, clock: Clock): { readonly ms: number; readonly error: unknown } {
  const begun = clock();
  try {
    read(text);
    return { ms: clock() - begun, error: undefined };
  } catch (error) {
    return { ms: clock() - begun, error };
  }
}

/** How the time to read a text grows with its length: 1 is in proportion to it, 2 with its square. */
export interface Growth {
  readonly target: string;
  readonly part: string;
  readonly exponent: number;
  /** For the longest text, in milliseconds. */
  readonly ms: number;
}

/** What is quicker than this tells nothing about how it grows. */
const LEAST_MS = 30;

/** Repeats each part until the text is as long as the target takes it, and measures how time grows from a quarter of that; the steepest first. */
export function measureGrowth({ name, read, seeds, growsTo = seeds.most }: Target, clock = clockOfMachine): Growth[] {
  const best = (text: string) => Math.min(...[1, 2, 3].map(() => timed({ read }, text, clock).ms));
  const found = [...seeds.parts, ...seeds.whole.slice(0, 3)].flatMap((part) => {
    const [short, long] = [growsTo / 4, growsTo].map((length) => part.repeat(Math.ceil(length / part.length))) as [string, string];
    const ms = best(long);
    if (ms < LEAST_MS) return [];
    return [{ target: name, part, ms, exponent: Math.log(ms / best(short)) / Math.log(long.length / short.length) }];
  });
  return found.toSorted((a, b) => b.exponent - a.exponent);
}
