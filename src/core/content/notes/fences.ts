/** What may stand before a fence on its line: quote marks and list markers. */
const PREFIX = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const FENCE = /`{3,}|~{3,}/y;

/**
 * Tells for each line whether it belongs to a fenced code block, its fences
 * included.
 *
 * For what has to be known before the parser runs; the parser's own word
 * counts for the rest.
 */
export function findFenced(lines: readonly string[]): readonly boolean[] {
  let open: string | undefined;
  return lines.map((line) => {
    const fence = fenceOn(line);
    if (open === undefined) {
      open = fence && opens(fence) ? fence.marks : undefined;
      return open !== undefined;
    }
    if (fence?.rest.trim() === '' && fence.marks.startsWith(open)) open = undefined;
    return true;
  });
}

/** Changes a text line by line, told whether a line belongs to a fenced code block. */
export function changeLines(text: string, change: (line: string, isFenced: boolean) => string): string {
  const lines = text.split('\n');
  const isFenced = findFenced(lines);
  return lines.map((line, index) => change(line, isFenced[index] === true)).join('\n');
}

interface Fence {
  readonly marks: string;
  readonly rest: string;
}

/** A line such as ```` ```code``` ```` is a code span. */
const opens = ({ marks, rest }: Fence): boolean => marks.startsWith('~') || !rest.includes('`');

function fenceOn(line: string): Fence | undefined {
  FENCE.lastIndex = PREFIX.exec(line)?.[0].length ?? 0;
  const marks = FENCE.exec(line)?.[0];
  return marks === undefined ? undefined : { marks, rest: line.slice(FENCE.lastIndex) };
}
