import { stripVTControlCharacters } from 'node:util';

const WIDE =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const WITHOUT_WIDTH = /[\p{M}\p{Cf}]/u;

/** How many columns a text takes on a terminal: a Chinese character takes two, a colour none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (!WITHOUT_WIDTH.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

// What may not be parted: colour codes and punctuation stay with the character that they belong to.
const COLOUR = String.raw`(?:\u001b\[[\d;]*m)`;
const OPENING = String.raw`[（“‘《〈「『【(\[{<]`;
const CLOSING = '[，。；：？！、）”’》〉」』】…—]';
const HAN = String.raw`\p{Script=Han}`;
const PIECE = new RegExp(
  `(?:${COLOUR}|${OPENING})*(?:${HAN}|(?:(?!${HAN}|${CLOSING})\\S)+|${CLOSING})(?:${COLOUR}|${CLOSING})*|\\s+|${COLOUR}+`,
  'gu',
);

/**
 * Breaks a text into lines of at most so many columns: at spaces, and between
 * Chinese characters where their rules allow it. A word that is longer than a
 * line, such as an address, is left whole.
 */
export function wrap(text: string, columns: number): string {
  if (columns === Number.POSITIVE_INFINITY) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const lines: string[] = [];
  let current = '';
  for (const [piece] of line.matchAll(PIECE)) {
    if (current !== '' && columnsOf(current) + columnsOf(piece.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else {
      current += piece;
    }
  }
  return [...lines, current.trimEnd()].join('\n');
}

const GAP = 3;
/** So many cells stand in one row after another; more are set in a table. */
const IN_ROWS = 6;

/** Sets cells into rows of at most so many columns; a cell is never broken. */
export function arrange(cells: readonly string[], columns: number): string {
  const width = Math.max(0, ...cells.map(columnsOf)) + GAP;
  const perRow = Math.max(1, Math.floor((columns + GAP) / width));
  if (cells.length <= IN_ROWS || perRow === 1) return wrapCells(cells, columns);
  const pad = (cell: string) => cell + ' '.repeat(width - columnsOf(cell));
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) => cells.slice(row * perRow, (row + 1) * perRow));
  return rows.map((row) => row.map(pad).join('').trimEnd()).join('\n');
}

function wrapCells(cells: readonly string[], columns: number): string {
  const rows: string[] = [];
  for (const cell of cells) {
    const joined = `${rows.at(-1) ?? ''}${' '.repeat(GAP)}${cell}`;
    if (rows.length > 0 && columnsOf(joined) <= columns) rows[rows.length - 1] = joined;
    else rows.push(cell);
  }
  return rows.join('\n');
}
