import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Chunk, cutIntoChunks } from './chunks.ts';
import { parseByRows, shiftLines } from './long-tables.ts';

const FRONT_MATTER = ['yaml', 'toml'] as const;

/** Emphasis, escapes and links are left in the text: `readLines` reads them, and says why. */
const WITHOUT_MARKS = { disable: { null: ['attention', 'characterEscape', 'labelStartImage', 'labelStartLink', 'labelEnd'] } };

/** Parses Markdown into blocks, in time that grows with the length of a text that `tame` has seen. */
export function parseMarkdown(text: string): RootContent[] {
  return cutIntoChunks(text).flatMap(parseChunk);
}

function parseChunk({ text, start }: Chunk): RootContent[] {
  // Further down in a note, lines of hyphens are rules.
  const nodes = parseByRows(text, (piece) => parseAtOnce(piece, start === 0 ? [...FRONT_MATTER] : []));
  for (const node of nodes) shiftLines(node, start);
  return nodes;
}

/** Parses a text whole, with front matter of these kinds; a long table takes time that grows faster than its length. */
export function parseAtOnce(text: string, kinds: ('yaml' | 'toml')[] = []): RootContent[] {
  const { children } = fromMarkdown(text, {
    extensions: [WITHOUT_MARKS, gfmTable(), frontmatter(kinds)],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(kinds)],
  });
  return children;
}
