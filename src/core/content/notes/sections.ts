import { readList } from './bullets.ts';
import { cleanDefinition, isLeadIn } from './definition.ts';
import { addTerm, type Found, keyOf, withNames } from './found.ts';
import { headingText, readHeadingNames, withoutNumber } from './headings.ts';
import type { NoteTerm } from './note.ts';
import type { Block } from './outline.ts';
import { type OpeningTerm, openingTerm, readParagraph, withListBelow } from './paragraphs.ts';
import { explanationIn, partsOf } from './parts.ts';
import { isOnlyLinks, type Line } from './rich.ts';
import { readTable } from './tables.ts';
import { EXPLAINS } from './words.ts';

type Heading = Extract<Block, { kind: 'heading' }>;
type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** Reads all terms and lists of some blocks; `context` is what stands above them. */
export function readSections(blocks: readonly Block[], context: readonly string[], found: Found): void {
  const above: { depth: number; text: string }[] = [];
  let label: string | undefined;
  const readBelow = (below: readonly Block[], place: readonly string[]) => readSections(below, place, found);
  for (const [index, block] of blocks.entries()) {
    while (block.kind === 'heading' && (above.at(-1)?.depth ?? 0) >= block.depth) above.pop();
    const place = [...context, ...above.map(({ text }) => text)];
    const listPlace = label === undefined ? place : [...place, label];
    label = undefined;
    switch (block.kind) {
      case 'heading':
        readHeading(block, blocks, index, place, found);
        above.push({ depth: block.depth, text: headingText(block.line) });
        break;
      case 'paragraph':
        label = readParagraph(block.lines, blocks[index + 1], place, found);
        break;
      case 'list':
        readList(block.items, listPlace, found, readBelow);
        break;
      case 'table':
        readTable(block.rows, place, found);
        break;
      case 'quote':
        readBelow(block.blocks, place);
        break;
    }
  }
}

const isExplaining = (line: Line): boolean => EXPLAINS.has(withoutNumber(line.text).toLowerCase());

/** A heading is a term when a paragraph explains it, and heads a list that comes first below it or that the paragraph announces. */
function readHeading({ depth, line }: Heading, blocks: readonly Block[], index: number, context: readonly string[], found: Found): void {
  const { paragraph, below } = bodyOf(blocks, index, depth);
  if (!paragraph && below?.kind !== 'list') return;
  const reading = readHeadingNames(line);
  if (reading.kind === 'refused') {
    // Right below another heading, “Overview” was that one's.
    const isOverview = isExplaining(line) && blocks[index - 1]?.kind === 'heading';
    if (paragraph && !isOverview) found.skip(line.number, reading.why);
    return;
  }
  const term = { names: reading.names, context, line: line.number, evidence: 'heading' } as const;
  const text = cleanDefinition(paragraph?.lines.map((each) => each.text) ?? []);
  const items = below?.kind === 'list' && (!paragraph || isLeadIn(text)) ? partsOf(below.items) : undefined;
  if (items) found.lists.push({ names: term.names, context, line: term.line, items });
  if (paragraph) explain({ ...term, definition: withListBelow(text, below) }, openingTerm(paragraph.lines, below), found);
  const explanation = paragraph ? undefined : explanationIn(below);
  if (explanation) addTerm(found, { ...term, definition: explanation });
}

/** Adds the term of a heading, unless its text opens with another term and so explains that one. */
function explain(term: NoteTerm, opening: OpeningTerm | undefined, found: Found): void {
  const own = new Set(term.names.map((name) => keyOf(name.text)));
  if (!opening) addTerm(found, term);
  else if (opening.names.some((name) => own.has(keyOf(name.text))))
    addTerm(found, withNames({ ...term, definition: opening.text }, opening.names));
}

/**
 * The first paragraph under a heading, and the block after it; without a
 * paragraph, the first block. A heading such as “Overview” just below does
 * not come between.
 */
function bodyOf(blocks: readonly Block[], index: number, depth: number): { paragraph?: Paragraph; below: Block | undefined } {
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at];
    const inner = block?.kind === 'quote' ? block.blocks[0] : block;
    if (inner?.kind === 'paragraph' && !inner.lines.every(isOnlyLinks)) return { paragraph: inner, below: blocks[at + 1] };
    const isOverview = block?.kind === 'heading' && block.depth > depth && isExplaining(block.line);
    if (!isOverview && inner?.kind !== 'paragraph') return { below: block };
  }
  return { below: undefined };
}
