import type { Problem, SourceFile } from './problem.ts';

/** The files of a folder as they are to be loaded. */
export interface Mended {
  readonly files: readonly SourceFile[];
  /** The paths of the files that are broken, and whose last good version stands in for them. */
  readonly standIns: readonly string[];
  /** The files to fall back on when they break: those without an error now, and the stand-ins. */
  readonly good: readonly SourceFile[];
}

/**
 * Puts the last good version in the place of every file that has an error
 * now, or that lies in a folder that cannot be read, so that one slip of an
 * author takes nothing away from learners. A broken file that never was good
 * stays as it is; a file that is gone stays gone.
 *
 * @param lastGood - what came of it the last time.
 */
export function keepLastGood(files: readonly SourceFile[], problems: readonly Problem[], lastGood: readonly SourceFile[]): Mended {
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const isBroken = ({ path }: SourceFile) => errors.some((file) => path === file || path.startsWith(`${file}/`));
  const before = lastGood.filter(isBroken);
  const standIns = before.map(({ path }) => path);
  const others = files.filter(({ path }) => !standIns.includes(path));
  return {
    files: [...others, ...before].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    standIns,
    good: [...others.filter((file) => !isBroken(file)), ...before],
  };
}
