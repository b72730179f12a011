import type { Problem } from '../problem.ts';

/** One way in which some lines may have been meant, and what to tell their author if they were. */
export interface Mend extends Pick<Problem, 'message' | 'mend'> {
  /** The first line that it changes, counted from 0. */
  readonly line: number;
  /** Where in that line the slip is, counted from 0. */
  readonly column: number;
  /** What was meant: as many lines as it takes the place of. */
  readonly texts: readonly string[];
  /** How far it is from what is written: the likelier, the less. */
  readonly distance: number;
  /** Whoever does it does it in every line, so that it is told once. */
  readonly isHabit?: true;
}

/** Finds the ways in which a line may have been meant. */
export type FindMends = (lines: readonly string[], line: number) => readonly Mend[];

/** How many spaces a line begins with; nothing for one that is empty, a remark, or not there. */
export function indentOf(line: string | undefined): number | undefined {
  return line === undefined || /^\s*(?:#|$)/.test(line) ? undefined : line.search(/[^ ]/);
}
