/** Deeper than any note; the parser's time grows with the square of the depth. */
const MAX_MARKERS = 8;
const MAX_INDENT = 64;
const TAB_WIDTH = 4;

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;

/** Drops the indentation and the markers of a line that go too deep; the text after them stays. */
export const limitNesting = (line: string): string => limitMarkers(limitIndent(line), MAX_MARKERS);

/** Drops the markers of a line that are more than so many. */
export function limitMarkers(line: string, most: number): string {
  let kept = 0;
  let end = 0;
  for (const [index, { 0: marker }] of [...line.matchAll(MARKER)].entries()) {
    end += marker.length;
    if (index < most) kept = end;
  }
  return kept < end ? line.slice(0, kept) + line.slice(end) : line;
}

function limitIndent(line: string): string {
  const [indent = ''] = /^[ \t>]*/.exec(line) ?? [];
  let width = 0;
  const end = Array.from(indent).findIndex((letter) => {
    width += letter === '\t' ? TAB_WIDTH : 1;
    return width > MAX_INDENT;
  });
  return end < 0 ? line : line.slice(0, end) + line.slice(indent.length);
}
