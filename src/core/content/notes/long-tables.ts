import type { Nodes, RootContent, TableRow, Text } from 'mdast';

type Parse = (text: string) => RootContent[];

interface Piece {
  readonly rows: readonly TableRow[];
  readonly rest: readonly RootContent[];
}

/** How many lines the parser reads at a time where a table goes on. */
const MOST_ROWS = 50;

/** A row whose cells hold no mark: those of emphasis and links are no marks to the parser here. */
const PLAIN_ROW = /^\|[^`<&\\\t]*\| *$/;

/**
 * Parses a text as `parse` does at once, but long tables some rows at a time,
 * and plain rows without it.
 *
 * The parser takes the longer for a row the more rows there are, and for 800
 * twenty times as long. Each piece is read below its table's head, and its
 * rows go to those before. Of places in the text, only the lines of blocks and
 * rows are kept right.
 */
export function parseByRows(text: string, parse: Parse): RootContent[] {
  const lines = text.split('\n');
  const [first = [], ...pieces] = cutBetweenRows(lines);
  const nodes = parse(first.join('\n'));
  let start = first.length;
  for (const piece of pieces) {
    const table = nodes.at(-1);
    // What looks like rows may be code, or a list: that is parsed at once.
    if (table?.type !== 'table' || table.position?.end.line !== start) return parse(text);
    const { line } = table.position.start;
    const { rows, rest } = readPiece(piece, lines.slice(line - 1, line + 1), start, parse);
    table.children.push(...rows);
    table.position.end = rows.at(-1)?.position?.end ?? table.position.end;
    nodes.push(...rest);
    start += piece.length;
  }
  return nodes;
}

/** Cuts only between two lines that may be rows of one table. */
function cutBetweenRows(lines: readonly string[]): string[][] {
  const pieces: string[][] = [[]];
  for (const line of lines) {
    const piece = pieces.at(-1) ?? [];
    if (piece.length >= MOST_ROWS && line.includes('|') && piece.at(-1)?.includes('|')) pieces.push([line]);
    else piece.push(line);
  }
  return pieces;
}

/** The rows with which a table goes on, and what comes after it. */
function readPiece(piece: readonly string[], head: readonly string[], start: number, parse: Parse): Piece {
  if (piece.every((row) => PLAIN_ROW.test(row))) return { rows: piece.map((row, index) => readPlainRow(row, start + index + 1)), rest: [] };
  const [table, ...rest] = parse([...head, ...piece].join('\n'));
  const rows = table?.type === 'table' ? table.children.slice(1) : [];
  for (const node of [...rows, ...rest]) shiftLines(node, start - head.length);
  return { rows, rest };
}

function readPlainRow(row: string, line: number): TableRow {
  const values = row.trimEnd().slice(1, -1).split('|');
  return {
    type: 'tableRow',
    children: values.map((value) => ({ type: 'tableCell', children: textOf(value.replace(/^ +| +$/g, '')) })),
    position: { start: { line, column: 1 }, end: { line, column: row.length + 1 } },
  };
}

const textOf = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Moves a node, and all in it, so many lines down. */
export function shiftLines(node: Nodes, by: number): void {
  if (by === 0) return;
  if (node.position) {
    node.position.start.line += by;
    node.position.end.line += by;
  }
  if ('children' in node) for (const child of node.children) shiftLines(child, by);
}
