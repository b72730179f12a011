import type { Language } from '../schema.ts';
import type { Block } from './outline.ts';
import { isLiteral, type Line } from './rich.ts';

/** The language of most of a note's text, its flashcards' included: a Chinese character counts as much as a word. Code does not count. */
export function languageOfBlocks(blocks: readonly Block[], cards: readonly string[] = []): Language {
  const text = [...linesIn(blocks).map(plainText), ...cards].join('\n');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z\u00c0-\u024f]+/gi)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}

const linesIn = (blocks: readonly Block[]): Line[] => blocks.flatMap(linesOf);

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [block.line];
    case 'paragraph':
      return block.lines;
    case 'list':
      return block.items.flatMap((item) => linesIn(item.blocks));
    case 'table':
      return block.rows.flat();
    case 'quote':
      return linesIn(block.blocks);
  }
}

function plainText(line: Line): string {
  if (!/c/i.test(line.marks)) return line.text;
  return Array.from({ length: line.text.length }, (_, index) => (isLiteral(line, index) ? ' ' : line.text[index])).join('');
}
