import { cleanName, MAX_READ, type Reading, readNames, refuse } from './names.ts';
import type { Block } from './outline.ts';
import type { Line } from './rich.ts';
import { FRAMES, GENERIC, TITLES } from './words.ts';

const CHINESE = '一二三四五六七八九十百';
const NUMBERS = [
  new RegExp(String.raw`^第\s*[\d${CHINESE}]+\s*[章节部分篇讲课步](?:\s*[:：、.．]\s*|\s+)`),
  new RegExp(String.raw`^(?:[（(][${CHINESE}]{1,3}[）)]\s*|[${CHINESE}]{1,3}(?:\s*[、．.:：)）]\s*|\s+))`),
  /^[（(]?\d{1,3}(?:\.\d{1,3})*[）).、．:：]?\s+/,
  /^[（(]?\d{1,3}(?:\.\d{1,3})*[）)、．]\s*/,
  /^\d{1,3}(?:(?:\.\d{1,3})+\.?|\.)\s*(?=\p{L})/u,
  /^[①-⑳❶-❿]\s*/,
  /^(?:(?:step|part|chapter|lesson|section|day|week|question)\s*\d+\s*[:：.–—-]|q\d*\s*[:：.])\s*/i,
  /^[IVX]{1,4}[.、]\s+/,
];

/** A heading or a bullet without its number, quotes, emoji and closing signs. */
export function withoutNumber(text: string): string {
  let name = cleanName(text.slice(0, MAX_READ + 1).replace(/\s*#{2,}$|\s+#$/, ''));
  // Numbers may nest: 二、2.1 Pod.
  for (const pattern of NUMBERS) name = cleanName(name.replace(pattern, ''));
  return name;
}

/** A heading as it stands in the context of what is below it. */
export const headingText = (line: Line): string => withoutNumber(line.text) || line.text.slice(0, MAX_READ);

/** The names of the term that a heading announces: `什么是 Pod`, `1.2 Pod`, `What is a Pod?` all give `Pod`. */
export function readHeadingNames(line: Line): Reading {
  const text = withoutNumber(line.text) || line.text;
  if (GENERIC.has(text.toLowerCase())) return refuse(text, 'is a heading about the note, not a term');
  if (TITLES.test(text)) return refuse(text, 'is the title of a note, not a term');
  const framed = FRAMES.map((frame) => frame.exec(text)?.[1]).find((term) => term !== undefined);
  return readNames(framed ?? text);
}

/** Tells which headings stand above a line, outermost first. */
export function headingsOf(blocks: readonly Block[]): (line: number) => readonly string[] {
  const above: { depth: number; text: string }[] = [];
  const places = blocks.flatMap((block) => {
    if (block.kind !== 'heading') return [];
    while ((above.at(-1)?.depth ?? 0) >= block.depth) above.pop();
    above.push({ depth: block.depth, text: headingText(block.line) });
    return { line: block.line.number, texts: above.map(({ text }) => text) };
  });
  return (line) => places.findLast((place) => place.line < line)?.texts ?? [];
}
