import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Chunk, cutIntoChunks } from './chunks.ts';

const FRONT_MATTER = ['yaml', 'toml'] as const;

/** Emphasis, escapes and links are left in the text: `readLines` reads them, and says why. */
const WITHOUT_MARKS = { disable: { null: ['attention', 'characterEscape', 'labelStartImage', 'labelStartLink', 'labelEnd'] } };

/** Parses Markdown into blocks, in time that grows with the length of a text that `tame` has seen. */
export function parseMarkdown(text: string): RootContent[] {
  return cutIntoChunks(text).flatMap(parseChunk);
}

function parseChunk({ text, start }: Chunk): RootContent[] {
  // Further down in a note, lines of hyphens are rules.
  const kinds = start === 0 ? [...FRONT_MATTER] : [];
  const root = fromMarkdown(text, {
    extensions: [WITHOUT_MARKS, gfmTable(), frontmatter(kinds)],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(kinds)],
  });
  for (const node of root.children) shiftLines(node, start);
  return root.children;
}

function shiftLines(node: Nodes, by: number): void {
  if (by === 0) return;
  if (node.position) {
    node.position.start.line += by;
    node.position.end.line += by;
  }
  if ('children' in node) for (const child of node.children) shiftLines(child, by);
}
