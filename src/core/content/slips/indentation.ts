import { type FindMends, indentOf, type Mend } from './mend.ts';

/** What looks like spaces at the beginning of a line: a tab, the wide space of Chinese keyboards, the one of web pages. */
const NOT_SPACES = /^ *[\t\u3000\u00a0][ \t\u3000\u00a0]*/;

/** Finds other numbers of spaces for a line to begin with, those of its neighbours: for it alone, or along with the lines that hang on it. */
export const mendIndentation: FindMends = (lines, line) => {
  const indent = indentOf(lines[line]);
  if (indent === undefined || NOT_SPACES.test(lines[line] ?? '')) return [];
  const length = 1 + countHanging(lines, line, indent);
  return indentsOf(lines)
    .filter((target) => target !== indent)
    .flatMap((target) => [1, ...(length > 1 ? [length] : [])].map((count) => shifted(lines, { line, count, indent, target })));
};

const countHanging = (lines: readonly string[], line: number, indent: number): number => {
  const end = lines.findIndex((text, at) => at > line && (indentOf(text) ?? indent) < indent);
  return (end === -1 ? lines.length : end) - line - 1;
};

const indentsOf = (lines: readonly string[]): number[] => [...new Set(lines.flatMap((text) => indentOf(text) ?? []))];

interface Shift {
  readonly line: number;
  readonly count: number;
  readonly indent: number;
  readonly target: number;
}

function shifted(lines: readonly string[], { line, count, indent, target }: Shift): Mend {
  const by = target - indent;
  const shift = (text: string) => (by > 0 ? `${' '.repeat(by)}${text}` : text.slice(Math.min(-by, indentOf(text) ?? 0)));
  const along = count === 1 ? '' : `, and shift the ${count === 2 ? 'line' : `${count - 1} lines`} below it along`;
  return {
    line,
    column: indent,
    texts: lines.slice(line, line + count).map((text) => (text.trim() === '' ? text : shift(text))),
    // Where either of two lines may be askew, it is not the one whose beginning many others share.
    distance: Math.abs(by) + count - 1 + 1 / lines.filter((text) => indentOf(text) === target).length,
    message: `this line begins with ${spaces(indent)}, its neighbours with ${target}`,
    mend: `${by > 0 ? `put ${more(by)} before it` : `take ${spaces(-by)} away`}${along}`,
  };
}

const spaces = (count: number): string => (count === 0 ? 'no space' : count === 1 ? '1 space' : `${count} spaces`);
const more = (count: number): string => `${count} more ${count === 1 ? 'space' : 'spaces'}`;

/** Finds how many spaces were meant by a tab, or another look-alike, at the beginning of a line. */
export const mendLookAlikes: FindMends = (lines, line) => {
  const text = lines[line] ?? '';
  const [beginning] = NOT_SPACES.exec(text) ?? [];
  if (beginning === undefined) return [];
  const column = beginning.search(/[^ ]/);
  const what = beginning[column] === '\t' ? 'tab' : 'wide space';
  const others = lines.filter((other, at) => at > line && NOT_SPACES.test(other)).length;
  const wide = [2, 4, 8].map((width) => beginning.replaceAll(/[^ ]/g, ' '.repeat(width)).length);
  return [...new Set([...wide, ...indentsOf(lines)])].map((target) => ({
    line,
    column,
    texts: [text.replace(NOT_SPACES, ' '.repeat(target))],
    distance: 0,
    message: `this line begins with a ${what}`,
    mend:
      others === 0
        ? `put ${spaces(target)} in its place`
        : `put spaces in its place, as many as its neighbours have, and in all other lines that begin with one`,
    isHabit: true,
  }));
};
