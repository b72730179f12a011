import { hasHan } from '../../search/text.ts';
import { isQuestion } from './cards.ts';
import { cleanDefinition } from './definition.ts';
import type { Flashcard } from './flashcards.ts';
import { readHeadingNames } from './headings.ts';
import { languageOf } from './names.ts';
import type { NoteTerm } from './note.ts';
import { type Block, readOutline } from './outline.ts';
import { joinText } from './rich.ts';
import { tame } from './tame.ts';

/** Longer names are questions. */
const NAME_WORDS = 4;
const NAME_HAN = 10;
/** A name is shown on one line. */
const MAX_QUESTION = 200;

/**
 * The term that a flashcard explains: `What is a Pod?` asks for a Pod. Any
 * other question is a term of its own, called by the question, which ends with
 * a sign that no other name ends with.
 */
export function termFromCard({ front, back, line }: Flashcard, context: readonly string[]): NoteTerm | undefined {
  const [text, definition] = [plain(front), cleanDefinition([plain(back)])];
  if (text === '' || definition === '') return undefined;
  const place = { definition, context, line, evidence: 'flashcard' } as const;
  const reading = readHeadingNames({ text, marks: '.'.repeat(text.length), number: line });
  const isName = reading.kind === 'names' && (reading.names[0]?.text !== withoutSign(text) || isShort(text));
  if (isName) return { names: reading.names, ...place };
  const question = isQuestion(text) ? text : text + signFor(text);
  return question.length > MAX_QUESTION ? undefined : { names: [{ text: question, language: languageOf(question) }], ...place };
}

const ASKS = /^(?:what|which|who|whose|when|where|why|how|is|are|does|do|can)\s|什么|哪|谁|怎|如何|为何|多少|吗$|呢$/i;

function signFor(text: string): string {
  const isChinese = hasHan(text.slice(-1));
  if (ASKS.test(text)) return isChinese ? '？' : '?';
  return isChinese ? '。' : '.';
}

const withoutSign = (text: string): string => text.replace(/[?？.。!！:：…]+$/, '');

/** Whether a text is as short as a name; a question is none. */
export function isShort(text: string): boolean {
  if (/[?？]$/.test(text) || ASKS.test(text)) return false;
  return hasHan(text) ? text.length <= NAME_HAN : text.split(/\s+/).length <= NAME_WORDS;
}

/** What may mean something to Markdown, or to how lines are joined. */
const MARKS = /[\\`*_~[\]<>#|&=!\s]{2}|[\\`*_~[\]<>#|&=\t\n]|^\s*(?:[-+•]|\d+[.)、])/;

/** What Markdown says, on one line. */
export function plain(markdown: string): string {
  // Most cards have no marks, and parsing thousands of small texts takes seconds.
  if (!MARKS.test(markdown)) return markdown.trim();
  return joinText(readOutline(tame(markdown)).blocks.flatMap(textsOf))
    .replace(/\s+/g, ' ')
    .trim();
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.line.text];
    case 'paragraph':
      return block.lines.map(({ text }) => text);
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    case 'table':
      return block.rows.flatMap((row) => row.map(({ text }) => text));
    case 'quote':
      return block.blocks.flatMap(textsOf);
  }
}
