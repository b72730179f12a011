/** Deeper than any note; the parser's time grows with the square of the depth. */
const MAX_MARKERS = 8;
const MAX_INDENT = 64;
const TAB_WIDTH = 4;

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;

/** Drops the indentation and the markers of a line that go too deep; the text after them stays. */
export function limitNesting(line: string): string {
  const shallow = limitIndent(line);
  let kept = 0;
  let end = 0;
  for (const [index, { 0: marker }] of [...shallow.matchAll(MARKER)].entries()) {
    end += marker.length;
    if (index < MAX_MARKERS) kept = end;
  }
  return kept < end ? shallow.slice(0, kept) + shallow.slice(end) : shallow;
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
