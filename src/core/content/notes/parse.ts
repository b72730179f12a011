import type { SourceFile } from '../problem.ts';
import { keepDistinct } from './diagrams.ts';
import { type Found, settle } from './found.ts';
import { languageOfBlocks } from './language.ts';
import type { ParsedNote, Skipped } from './note.ts';
import { readOutline } from './outline.ts';
import { readSections } from './sections.ts';
import { takeShortCodes } from './short-codes.ts';
import { tame } from './tame.ts';

const CONTROLS = /[^\P{Cc}\t\n]/gu;

/**
 * Reads a plain Markdown note as what its author meant: terms, lists of parts
 * and diagrams, with no mark-up asked for.
 *
 * Takes any text and never throws; what it does not understand it skips with
 * a remark. Its time grows with the length of the text.
 */
export function parseNote({ text }: SourceFile): ParsedNote {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '');
  const short = takeShortCodes(clean);
  const outline = readOutline(tame(short.text));
  const skipped: Skipped[] = [...short.skipped, ...outline.skipped];
  const found: Found = { terms: [], lists: [], synonyms: [], skip: (line, why) => skipped.push({ line, why }) };
  readSections(outline.blocks, [], found);
  const { terms, skipped: repeated } = settle(found);
  const { diagrams, skipped: copies } = keepDistinct([...short.diagrams, ...outline.diagrams]);
  const heading = outline.blocks.find((block) => block.kind === 'heading' && block.depth === 1);
  const title = outline.title ?? (heading?.kind === 'heading' ? heading.line.text : undefined);
  return {
    ...(title !== undefined && { title }),
    language: languageOfBlocks(outline.blocks),
    terms,
    lists: found.lists,
    diagrams,
    skipped: [...skipped, ...repeated, ...copies].sort((a, b) => a.line - b.line),
  };
}
