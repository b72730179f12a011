/** Something wrong in a note, for its author: where it is, what it is, and how to mend it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The file's path, as {@link SourceFile} has it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units as editors do. */
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

/** `file:line:column: what is wrong: how to mend it`, the form that editors turn into a link; one line, whatever is quoted in it. */
export function formatProblem({ file, line, column, message, mend }: Problem): string {
  return `${file}:${line}:${column}: ${message}: ${mend}`.replace(/\p{Cc}+/gu, ' ');
}

/** A file of the content folder, already decoded; its path uses `/` and is relative to the folder or to where the reader stands. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
