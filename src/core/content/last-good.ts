import type { Problem, SourceFile } from './problem.ts';

/** What to load in place of files that have become broken. */
export interface Mended {
  readonly files: readonly SourceFile[];
  /** The files whose last good version stands in. */
  readonly kept: readonly string[];
}

/**
 * Puts the last good version in the place of every file that has an error
 * now, so that one slip of an author takes nothing away from learners.
 *
 * @param lastGood - the files as they were when they had no error.
 */
export function keepLastGood(files: readonly SourceFile[], problems: readonly Problem[], lastGood: readonly SourceFile[]): Mended {
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const before = lastGood.filter(({ path }) => broken.has(path));
  const kept = before.map(({ path }) => path);
  const sound = files.filter(({ path }) => !kept.includes(path));
  return { files: [...sound, ...before].toSorted((a, b) => (a.path < b.path ? -1 : 1)), kept };
}
