import type { Evidence, Memory, MemoryModel } from './memory.ts';

/** One line of a learner's log, which is only ever added to. */
export interface LogLine {
  /** Unique over all logs. */
  readonly id: string;
  readonly at: Date;
  /** The concept's id. */
  readonly concept: string;
  /** Evidence, or that an earlier line was a slip and counts for nothing. */
  readonly what: Evidence | { readonly kind: 'undone'; readonly line: string };
}

/**
 * A learner's memories by concept, made anew from all log lines: those of
 * several accounts, in any order, each line as often as it comes.
 */
export function replay(lines: readonly LogLine[], model: MemoryModel): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { concept, what, at } of whatCounts(lines)) {
    if (what.kind !== 'undone') memories.set(concept, model.learn(memories.get(concept), what, at));
  }
  return memories;
}

/** The lines of a log that count, each once, in the order of their times and, where these are equal, of their ids. */
export function whatCounts(lines: readonly LogLine[]): LogLine[] {
  const undone = new Set(lines.flatMap(({ what }) => (what.kind === 'undone' ? what.line : [])));
  const byId = new Map(lines.map((line) => [line.id, line]));
  return [...byId.values()].filter(({ id, what }) => what.kind !== 'undone' && !undone.has(id)).toSorted(byTime);
}

function byTime(a: LogLine, b: LogLine): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}
