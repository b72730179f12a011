import type { Kind } from './questions.ts';

/** How many questions there were, and what share of them came out right; `NaN` of none. */
export interface Share {
  readonly count: number;
  readonly share: number;
}

/** The share of questions whose concept came first. Those that have none do not count. */
export function recallOf(right: readonly boolean[], kinds: readonly Kind[]): Share {
  return shareOf(right.filter((_, at) => kinds[at] !== 'off-topic'));
}

/** The share of one kind that came out right. */
export function recallOfKind(right: readonly boolean[], kinds: readonly Kind[], kind: Kind): Share {
  return shareOf(right.filter((_, at) => kinds[at] === kind));
}

const shareOf = (right: readonly boolean[]): Share => ({ count: right.length, share: right.filter((is) => is).length / right.length });
