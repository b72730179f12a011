import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Reads what an author wrote in a `prose` block; each adapter walks the tree and draws it its own way. */
export function parseMarkdown(text: string): Root {
  const root = fromMarkdown(text.replace(BOLD, `${FENCE}$&${FENCE}`));
  unfence(root);
  return root;
}

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
