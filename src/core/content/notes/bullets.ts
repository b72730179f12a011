import { cleanDefinition, goesOn, isEnded, joinSentences } from './definition.ts';
import { addTerm, type Found } from './found.ts';
import { withoutNumber } from './headings.ts';
import { readNames } from './names.ts';
import type { Block, Item } from './outline.ts';
import { completeWithList, explanationIn, partsOf } from './parts.ts';
import { isOnlyLinks, type Line } from './rich.ts';
import { type Cut, cutBullet, isBoldName, withoutTaskBox } from './separator.ts';
import { EXPLAINS } from './words.ts';

/** Reads what is below a bullet, in the context that the bullet adds to. */
type ReadBelow = (blocks: readonly Block[], context: readonly string[]) => void;

/** Reads a list's bullets as terms, and lets what is below them be read in turn. */
export function readList(items: readonly Item[], context: readonly string[], found: Found, readBelow: ReadBelow): void {
  if (items.length > 1 && items.every(isLinkItem)) {
    found.skip(lineOf(items[0]), 'A list of links.');
    return;
  }
  for (const item of items) {
    if (isLinkItem(item)) found.skip(lineOf(item), 'Only a link.');
    else readItem(item, context, found, readBelow);
  }
}

function readItem({ blocks }: Item, context: readonly string[], found: Found, readBelow: ReadBelow): void {
  const [first, ...below] = blocks;
  const opener = first?.kind === 'paragraph' ? openerOf(first.lines, below) : undefined;
  if (first?.kind !== 'paragraph' || !opener) {
    readBelow(first?.kind === 'paragraph' ? below : blocks, context);
    return;
  }
  const { term, rest, isSure } = opener;
  const reading = readNames(withoutNumber(term.text));
  if (reading.kind === 'refused') {
    if (isSure && !(context.length > 0 && EXPLAINS.has(term.text.toLowerCase()))) found.skip(term.number, reading.why);
    readBelow(below, context);
    return;
  }
  const { names } = reading;
  const place = { names, context, line: term.number };
  const parts = below.flatMap((block) => (block.kind === 'list' ? (partsOf(block.items) ?? []) : []));
  if (parts.length > 0) found.lists.push({ ...place, items: parts });
  const text = [rest?.text ?? '', ...first.lines.slice(1).map((line) => line.text)];
  const definition = rest ? complete(cleanDefinition(text), below) : (below.map(explanationIn).find((explanation) => explanation) ?? '');
  if (definition !== '' || (isSure && parts.length === 0)) addTerm(found, { ...place, definition, evidence: 'bullet' });
  readBelow(below, [...context, names[0]?.text ?? '']);
}

interface Opener {
  readonly term: Line;
  /** Absent when the bullet is a name alone, which heads the list below it. */
  readonly rest: Line | undefined;
  /** Whether the author surely meant a term, and wants to hear why it is none. */
  readonly isSure: boolean;
}

function openerOf(lines: readonly Line[], below: readonly Block[]): Opener | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const cut: Cut | undefined = cutBullet(first);
  if (cut) return { term: cut.term, rest: cut.rest, isSure: cut.by !== 'dash' };
  const term = withoutTaskBox(first);
  const hasMore = lines.length > 1 || below.length > 0;
  if (isBoldName(term) && hasMore) return { term, rest: { text: '', marks: '', number: term.number }, isSure: false };
  const isHead = lines.length === 1 && below[0]?.kind === 'list';
  return isHead ? { term, rest: undefined, isSure: false } : undefined;
}

/** A bullet's definition with the paragraphs and the list below it that go on with its sentence. */
function complete(definition: string, below: readonly Block[]): string {
  let text = definition;
  for (const block of below) {
    if (block.kind === 'paragraph' && !isEnded(text)) text = joinSentences([text, cleanDefinition(block.lines.map((line) => line.text))]);
    else if (block.kind === 'list' && goesOn(text)) return (text === '' && explanationIn(block)) || completeWithList(text, block.items);
    else if (block.kind !== 'paragraph') return text;
  }
  return text;
}

function isLinkItem({ blocks: [first, second] }: Item): boolean {
  return first?.kind === 'paragraph' && !second && first.lines.every(isOnlyLinks);
}

const lineOf = (item: Item | undefined): number => (item?.blocks[0]?.kind === 'paragraph' ? (item.blocks[0].lines[0]?.number ?? 1) : 1);
