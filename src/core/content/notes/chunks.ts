import { findFenced } from './fences.ts';

/** Consecutive lines of a text. */
export interface Chunk {
  readonly text: string;
  /** The number of its first line, counted from 0. */
  readonly start: number;
}

/** From this size on, a heading begins a new chunk. */
const SMALL = 4_000;
/** From this size on, any block, bullet or quoted line that is not indented does. */
const MEDIUM = 8_000;
/** From this size on, any line does, but not in a table or in code. */
const LARGE = 16_000;
/** A line counts as so long at least: many short ones are many blocks, whose number it is that costs. */
const LEAST_LINE = 20;
/** A chunk never grows beyond this, but for a single longer line, or rows, which are parsed some at a time. */
const TOO_LARGE = 64_000;

/**
 * Cuts a long text into chunks that can be parsed one by one.
 *
 * The parser copies all that it has read whenever a nested list ends
 * (micromark's `EditMap.consume`), so that its time grows with the square of
 * the length: 17 s for 128 KB of nested lists. With chunks it grows with the
 * length. Nearly always they begin at a heading, where no block goes on.
 */
export function cutIntoChunks(text: string): Chunk[] {
  const lines = text.split('\n');
  if (lines.reduce((sum, line) => sum + sizeOf(line), 0) <= SMALL) return [{ text, start: 0 }];
  const chunks: Chunk[] = [];
  let start = 0;
  const cutBefore = (end: number) => {
    chunks.push({ text: lines.slice(start, end).join('\n'), start });
    start = end;
  };
  const limits = findLimits(lines);
  let size = 0;
  for (const [index, line] of lines.entries()) {
    if (size > 0 && size + sizeOf(line) > (limits[index] ?? 0)) {
      cutBefore(index);
      size = 0;
    }
    size += sizeOf(line);
  }
  cutBefore(lines.length);
  return chunks.filter((chunk) => chunk.text.trim() !== '');
}

const sizeOf = (line: string): number => Math.max(LEAST_LINE, line.length + 1);

/** The size that a chunk may have with each line; the better the line begins another, the smaller. */
function findLimits(lines: readonly string[]): number[] {
  const isFenced = findFenced(lines);
  let isComment = false;
  return lines.map((line, index) => {
    const before = lines[index - 1] ?? '';
    const isInside = isComment || isFenced[index];
    isComment = !isFenced[index] && staysComment(line, isComment);
    if (!isInside && line.startsWith('|') && before.startsWith('|')) return Number.POSITIVE_INFINITY;
    if (isInside || (line.includes('|') && before.includes('|'))) return TOO_LARGE;
    if (/^#{1,6}\s/.test(line)) return SMALL;
    const begins = before.trim() === '' ? /^\S/ : /^(?:>|(?:[-*+]|\d{1,9}[.)])\s)/;
    return begins.test(line) ? MEDIUM : LARGE;
  });
}

function staysComment(line: string, isComment: boolean): boolean {
  return line.lastIndexOf('<!--') > line.lastIndexOf('-->') || (isComment && !line.includes('-->'));
}
