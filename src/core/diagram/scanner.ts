import { NotUnderstood } from './flowchart.ts';

/** Reads a source from left to right; remembers where it is. */
export interface Scanner {
  /** Takes what the pattern (sticky) matches here, if it does. */
  take(pattern: RegExp): RegExpExecArray | undefined;
  /** Whether the pattern (sticky) matches here; takes nothing. */
  sees(pattern: RegExp): boolean;
  isAtEnd(): boolean;
  /** The line that is being read, counted from 1. */
  line(): number;
  /** @throws NotUnderstood with the words that could not be read. */
  fail(reason?: string): never;
}

const LONGEST_QUOTE = 40;

export function createScanner(source: string): Scanner {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source) ?? undefined;
  };
  return {
    take: (pattern) => {
      const found = match(pattern);
      at += found?.[0].length ?? 0;
      return found;
    },
    sees: (pattern) => match(pattern) !== undefined,
    isAtEnd: () => at >= source.length,
    line: () => source.slice(0, at).split('\n').length,
    fail: (reason) => {
      const rest = source.slice(at).split('\n', 1)[0]?.trim() ?? '';
      const quoted = rest.length > LONGEST_QUOTE ? `${rest.slice(0, LONGEST_QUOTE)}…` : rest;
      throw new NotUnderstood(reason ?? (quoted === '' ? 'the line ends too early' : `"${quoted}" is not understood here`));
    },
  };
}
