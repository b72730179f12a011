import type { PhrasingContent } from 'mdast';
import { markAddresses } from './addresses.ts';
import { readEmphasis } from './emphasis.ts';
import { type LinkRules, readLinks } from './links.ts';
import { type Line, type Rich, slice, trim } from './rich.ts';

/** What reading the text of a note needs to know of the whole, and where it says what it left out. */
export interface InlineRules extends Omit<LinkRules, 'onImage'> {
  skip(line: number, why: string): void;
}

/**
 * Reads the text of a paragraph, a heading or a table cell, line by line.
 *
 * The parser finds code, addresses and HTML; emphasis and links are read here
 * instead. CommonMark does not see the bold in `**镜像（Image）**是`, because
 * a sign stands before the closing stars and a letter after them
 * (https://github.com/commonmark/commonmark-spec/issues/650), and the
 * parser's time for nested brackets and stars grows with their square.
 */
export function readLines(nodes: readonly PhrasingContent[], firstLine: number, rules: InlineRules): Line[] {
  const flat = concat(nodes.flatMap((node) => piecesOf(node, rules)));
  const images: number[] = [];
  const linked = readLinks(flat, { ...rules, onImage: (offset) => images.push(offset) });
  for (const line of linesAt(flat.text, images)) rules.skip(firstLine + line, 'An image: the tutor reads only text.');
  return cutIntoLines(readEmphasis(markAddresses(linked)), firstLine);
}

const concat = (pieces: readonly Rich[]): Rich => ({
  text: pieces.map(({ text }) => text).join(''),
  marks: pieces.map(({ marks }) => marks).join(''),
});

const piece = (text: string, mark = '.'): Rich => ({ text, marks: mark.repeat(text.length) });

/** A node's text, with as many line ends as it has in the file. */
function piecesOf(node: PhrasingContent, { skip }: InlineRules): Rich[] {
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
  const lineEnds = '\n'.repeat(end.line - start.line);
  switch (node.type) {
    case 'text':
      return withoutEscapes(withLineEnds(node.value, lineEnds));
    case 'inlineCode':
      return [piece(withLineEnds(node.value, lineEnds), 'c')];
    case 'break':
      return [piece(lineEnds)];
    case 'html':
      if (node.value.startsWith('<!--')) skip(start.line, 'An HTML comment.');
      return [piece(htmlAsText(node.value) + lineEnds)];
    case 'link':
      return node.children.map((child) => piece(child.type === 'text' ? child.value : '', 'c'));
    default:
      return [];
  }
}

/** A line end may come of `&#10;`, and one in code may have become a space. */
function withLineEnds(value: string, lineEnds: string): string {
  return count(value, '\n') === lineEnds.length ? value : value.replaceAll('\n', ' ') + lineEnds;
}

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

function withoutEscapes(value: string): Rich[] {
  const pieces: Rich[] = [];
  let from = 0;
  for (const match of value.matchAll(ESCAPED)) {
    pieces.push(piece(value.slice(from, match.index)), piece(match[1] ?? '', 'c'));
    from = match.index + match[0].length;
  }
  return [...pieces, piece(value.slice(from))];
}

/** Bold tags are as good as stars, a break as a space; other tags only decorate. */
function htmlAsText(tag: string): string {
  if (/^<\/?(b|strong)\b/i.test(tag)) return '**';
  return /^<br\b/i.test(tag) ? ' ' : '';
}

function cutIntoLines(rich: Rich, firstLine: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = firstLine; start <= rich.text.length; number += 1) {
    const end = rich.text.indexOf('\n', start);
    const line = slice(rich, start, end < 0 ? undefined : end);
    if (line.text.trim() !== '') lines.push({ ...trim(line), number });
    start = end < 0 ? rich.text.length + 1 : end + 1;
  }
  return lines;
}

/** The lines, counted from 0, of offsets in a text. */
function linesAt(text: string, offsets: readonly number[]): number[] {
  let line = 0;
  let from = 0;
  return offsets
    .toSorted((a, b) => a - b)
    .map((offset) => {
      line += count(text.slice(from, offset), '\n');
      from = offset;
      return line;
    });
}

function count(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1;
  return found;
}
