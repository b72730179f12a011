import { drawInline } from './discord-inline.ts';
import type { Element, Piece } from './protocol.ts';

const FENCE = /^```(?:[\w+-]*)$/;
const HEADING = /^#{1,3} +(.+)$/;
const SMALL = /^-# +(.+)$/;
const QUOTE = /^> ?(.*)$/;
const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

/** Draws Discord's Markdown, which ends every line where the text does: https://docs.discord.com/developers/reference#message-formatting */
export function drawDiscordMarkdown(text: string): Element[] {
  const drawn: Element[] = [];
  let rest: readonly string[] = text.split('\n');
  while (rest.length > 0) {
    const { element, taken } = nextBlock(rest);
    if (element) drawn.push(element);
    rest = rest.slice(taken);
  }
  return drawn;
}

interface Block {
  readonly element?: Element;
  /** How many lines it takes; at least one. */
  readonly taken: number;
}

function nextBlock(lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (first.trim() === '') return { taken: 1 };
  const end = FENCE.test(first) ? lines.indexOf('```', 1) : -1;
  if (end > 0) {
    const code = lines.slice(1, end).join('\n');
    return { taken: end + 1, element: { tag: 'pre', children: [{ tag: 'code', children: [code] }] } };
  }
  const heading = HEADING.exec(first)?.[1];
  if (heading !== undefined) return { taken: 1, element: { tag: 'h2', children: drawInline(heading) } };
  const small = SMALL.exec(first)?.[1];
  if (small !== undefined) return { taken: 1, element: { tag: 'p', class: 'small', children: drawInline(small) } };
  if (QUOTE.test(first)) return quote(lines);
  return ITEM.test(first) ? list(lines) : paragraph(lines);
}

function quote(lines: readonly string[]): Block {
  const quoted = takeWhile(lines, (line) => QUOTE.test(line));
  const inside = quoted.map((line) => QUOTE.exec(line)?.[1] ?? '').join('\n');
  return { taken: quoted.length, element: { tag: 'blockquote', children: drawDiscordMarkdown(inside) } };
}

/** Items, each with the lines below it that are further in. */
function list(lines: readonly string[]): Block {
  const [, indent = '', number] = ITEM.exec(lines[0] ?? '') ?? [];
  const isOwn = (line: string) => {
    const item = ITEM.exec(line);
    return item?.[1] === indent && (item[2] === undefined) === (number === undefined);
  };
  const isInside = (line: string) => line.startsWith(`${indent}  `);
  const items: string[][] = [];
  for (const line of takeWhile(lines, (each) => isOwn(each) || isInside(each))) {
    if (isOwn(line)) items.push([ITEM.exec(line)?.[3] ?? '']);
    else items.at(-1)?.push(line.slice(indent.length));
  }
  const element: Element = {
    tag: number === undefined ? 'ul' : 'ol',
    ...(number !== undefined && number !== '1' && { start: Number(number) }),
    items: items.map(([own = '', ...below]) => [...drawInline(own), ...drawDiscordMarkdown(dedented(below))]),
  };
  return { taken: items.flat().length, element };
}

function dedented(lines: readonly string[]): string {
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}

function paragraph(lines: readonly string[]): Block {
  const isText = (line: string, at: number) =>
    at === 0 || (line.trim() !== '' && ![FENCE, HEADING, SMALL, QUOTE, ITEM].some((mark) => mark.test(line)));
  const own = takeWhile(lines, isText);
  const children = own.flatMap((line, at): Piece[] => [...(at === 0 ? [] : [{ tag: 'br' } as const]), ...drawInline(line)]);
  return { taken: own.length, element: { tag: 'p', children } };
}

function takeWhile(lines: readonly string[], isWanted: (line: string, at: number) => boolean): readonly string[] {
  const end = lines.findIndex((line, at) => !isWanted(line, at));
  return end === -1 ? lines : lines.slice(0, end);
}
