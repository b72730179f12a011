import type { SourceFile } from '../problem.ts';
import { termFromCard } from './card-terms.ts';
import { settleClozes, takeClozes } from './clozes.ts';
import { keepDistinct } from './diagrams.ts';
import { type Flashcard, takeFlashcards } from './flashcards.ts';
import { type Found, settle } from './found.ts';
import { headingsOf } from './headings.ts';
import { languageOfBlocks } from './language.ts';
import { withLeftovers } from './leftovers.ts';
import type { ParsedNote, Skipped } from './note.ts';
import { readOutline } from './outline.ts';
import { readSections } from './sections.ts';
import { isSeparatedFile, readSeparated } from './separated.ts';
import { takeShortCodes } from './short-codes.ts';
import { tame } from './tame.ts';

const CONTROLS = /[^\P{Cc}\t\n]/gu;

/**
 * Reads a plain Markdown note as what its author meant: terms, lists of parts,
 * flashcards and diagrams, with no mark-up asked for; and a file of separated
 * values as flashcards.
 *
 * Takes any text and never throws; what it does not understand it skips with
 * a remark. Its time grows with the length of the text.
 */
export function parseNote({ path, text }: SourceFile): ParsedNote {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '');
  return isSeparatedFile(path) ? parseCards(clean) : parseMarkdownNote(clean);
}

function parseCards(text: string): ParsedNote {
  const { cards, skipped } = readSeparated(text);
  const found: Found = { terms: cards.flatMap((card) => termFromCard(card, []) ?? []), lists: [], synonyms: [], skip: () => {} };
  const { terms, skipped: repeated } = settle(found);
  const language = languageOfBlocks([], textsOf(cards));
  return { language, terms, lists: [], clozes: [], diagrams: [], skipped: [...skipped, ...repeated].sort((a, b) => a.line - b.line) };
}

const textsOf = (cards: readonly Flashcard[]): string[] => cards.flatMap(({ front, back }) => [front, back]);

function parseMarkdownNote(clean: string): ParsedNote {
  const short = takeShortCodes(clean);
  const { text: unmarked, clozes } = takeClozes(short.text);
  const { text: rest, cards } = takeFlashcards(unmarked);
  const outline = readOutline(tame(rest));
  const skipped: Skipped[] = [...short.skipped, ...outline.skipped];
  const found: Found = { terms: [], lists: [], synonyms: [], skip: (line, why) => skipped.push({ line, why }) };
  readSections(outline.blocks, [], found);
  const headingsAbove = headingsOf(outline.blocks);
  found.terms.push(...cards.flatMap((card) => termFromCard(card, headingsAbove(card.line)) ?? []));
  const { terms, skipped: repeated } = settle(found);
  const named = settleClozes(clozes, terms, headingsAbove);
  const { diagrams, skipped: copies } = keepDistinct([...short.diagrams, ...outline.diagrams]);
  const told = [...skipped, ...repeated, ...copies];
  const lines = [...told, ...clozes, ...found.synonyms].map(({ line }) => line);
  const left = withLeftovers(outline.blocks, { terms: [...terms, ...named.terms], lists: found.lists, lines });
  const heading = outline.blocks.find((block) => block.kind === 'heading' && block.depth === 1);
  const title = outline.title ?? (heading?.kind === 'heading' ? heading.line.text : undefined);
  return {
    ...(title !== undefined && { title }),
    language: languageOfBlocks(outline.blocks, textsOf(cards)),
    terms: left.terms.toSorted((a, b) => a.line - b.line),
    lists: found.lists,
    clozes: named.clozes,
    diagrams,
    skipped: [...told, ...left.skipped].sort((a, b) => a.line - b.line),
  };
}
