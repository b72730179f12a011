import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { createCache, findOrMake } from './cache.ts';
import { changeLines } from './content/notes/fences.ts';
import { limitMarkers, limitNesting } from './content/notes/nesting.ts';

/** So many texts are remembered; a concept has two or three in each language. */
const MOST_TEXTS = 1_000;
const read = createCache<Root>(MOST_TEXTS);

/**
 * Reads what an author wrote in a `prose` block; each adapter walks the tree and
 * draws it its own way, and leaves it as it is.
 *
 * The last trees are kept: reading takes longer than finding and drawing the
 * answer together.
 */
export function parseMarkdown(text: string): Root {
  return findOrMake(read, text, () => parse(text));
}

function parse(text: string): Root {
  const root = fromMarkdown(shallow(text).replace(BOLD, `${FENCE}$&${FENCE}`));
  unfence(root);
  return root;
}

/** In code, markers are text; but what looks fenced may be none to the parser. */
const MOST_IN_CODE = 60;

/** Adapters walk the tree by recursion: a line of a thousand list marks would end that. */
const shallow = (text: string): string =>
  changeLines(text, (line, isFenced) => (isFenced ? limitMarkers(line, MOST_IN_CODE) : limitNesting(line)));

// CommonMark ends bold behind a bracket only before a space or punctuation, which
// Chinese does not have there: **节点（Node）**是…. So each bold run is put between
// two signs that count as punctuation and that nobody writes.
const FENCE = '\u2e4f';
const BOLD = /\*\*(?=\S)[^*\n]+(?<=\S)\*\*/g;

function unfence(node: Nodes): void {
  if ('value' in node) node.value = node.value.replaceAll(FENCE, '');
  if ('alt' in node && node.alt) node.alt = node.alt.replaceAll(FENCE, '');
  if ('children' in node) for (const child of node.children) unfence(child);
}
