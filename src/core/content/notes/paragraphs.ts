import { cleanDefinition, isLeadIn, joinSentences } from './definition.ts';
import { addTerm, type Found } from './found.ts';
import { readHeadingNames, withoutNumber } from './headings.ts';
import { readNames } from './names.ts';
import type { Evidence, NoteName } from './note.ts';
import type { Block } from './outline.ts';
import { completeWithList, partsOf } from './parts.ts';
import type { Line } from './rich.ts';
import { cutBold, isBoldName } from './separator.ts';

/**
 * Reads the terms that a paragraph defines: `**Pod** is …` at the beginning
 * of a line, a bold name above a paragraph or a list, and definition lists.
 *
 * @returns the name that heads the block below it, if it does nothing but that.
 */
export function readParagraph(
  lines: readonly Line[],
  below: Block | undefined,
  context: readonly string[],
  found: Found,
): string | undefined {
  const label = below && labelOf(lines, below);
  if (label) return readLabel(label, below, context, found);
  for (const { term, text, evidence } of definitionsIn(lines, below)) {
    const reading = readNames(withoutNumber(term.text));
    if (reading.kind === 'refused') found.skip(term.number, reading.why);
    else addTerm(found, { names: reading.names, definition: text, context, line: term.number, evidence });
  }
  return undefined;
}

/** A term in bold at the beginning of a paragraph, and what the paragraph says of it. */
export interface OpeningTerm {
  readonly names: readonly NoteName[];
  readonly text: string;
}

/** The term that a paragraph opens with, if it opens with one in bold. */
export function openingTerm(lines: readonly Line[], below: Block | undefined): OpeningTerm | undefined {
  const [first] = definitionsIn(lines, below);
  if (first?.evidence !== 'bold' || first.term.number !== lines[0]?.number) return undefined;
  const reading = readNames(withoutNumber(first.term.text));
  return reading.kind === 'names' ? { names: reading.names, text: first.text } : undefined;
}

/** A text, with the list below it if it announces one. */
export function withListBelow(text: string, below: Block | undefined): string {
  return isLeadIn(text) && below?.kind === 'list' ? completeWithList(text, below.items) : text;
}

interface Defined {
  readonly term: Line;
  readonly text: string;
  readonly evidence: Evidence;
}

/** A definition goes on until the next line that opens another. */
function definitionsIn(lines: readonly Line[], below: Block | undefined): Defined[] {
  const openers = lines.flatMap((line, index) => openerAt(lines, line, index) ?? []);
  return openers.map(({ term, rest, from, evidence }, index) => {
    const next = openers[index + 1];
    const text = cleanDefinition([rest, definedBy(lines.slice(from, next?.at))]);
    return { term, evidence, text: next ? text : withListBelow(text, below) };
  });
}

/** Each `: definition` says one thing; other lines go on with the one above. */
function definedBy(lines: readonly Line[]): string {
  const starts = [...lines.keys()].filter((index) => index === 0 || isDefinitionLine(lines[index]));
  const texts = lines.map(({ text }) => text.replace(DEFINITION_SIGN, ''));
  return joinSentences(starts.map((start, index) => cleanDefinition(texts.slice(start, starts[index + 1]))));
}

interface Opener {
  readonly term: Line;
  /** What follows the term on its own line. */
  readonly rest: string;
  /** The index of the line that opens it, and of the first one that goes on. */
  readonly at: number;
  readonly from: number;
  readonly evidence: Evidence;
}

function openerAt(lines: readonly Line[], line: Line, at: number): Opener | undefined {
  const cut = cutBold(line);
  if (cut) return { term: cut.term, rest: cut.rest.text, at, from: at + 1, evidence: 'bold' };
  const isListed = isDefinitionLine(lines[at + 1]) && !isDefinitionLine(line);
  return isListed ? { term: line, rest: '', at, from: at + 1, evidence: 'definition list' } : undefined;
}

const DEFINITION_SIGN = /^[:：]\s+(?=\S)/;
const isDefinitionLine = (line: Line | undefined): boolean => DEFINITION_SIGN.test(line?.text ?? '');

interface Label {
  readonly names: readonly NoteName[];
  readonly line: Line;
}

/** A paragraph that is a name alone, and by its look or by what follows names the block below it. */
function labelOf(lines: readonly Line[], below: Block): Label | undefined {
  const [line] = lines;
  if (!line || lines.length > 1) return undefined;
  const isBold = isBoldName(line);
  const heads =
    below.kind === 'list'
      ? isBold || isLeadIn(line.text)
      : below.kind === 'paragraph' && (isDefinitionLine(below.lines[0]) || (isBold && !below.lines.some(cutBold)));
  const reading = heads ? readHeadingNames(line) : undefined;
  return reading?.kind === 'names' ? { names: reading.names, line } : undefined;
}

function readLabel({ names, line }: Label, below: Block, context: readonly string[], found: Found): string | undefined {
  const place = { names, context, line: line.number };
  if (below.kind === 'list') {
    const items = partsOf(below.items);
    if (items) found.lists.push({ ...place, items });
    return names[0]?.text;
  }
  if (below.kind !== 'paragraph') return undefined;
  const evidence = isDefinitionLine(below.lines[0]) ? 'definition list' : 'bold';
  addTerm(found, { ...place, definition: definedBy(below.lines), evidence });
  return undefined;
}
