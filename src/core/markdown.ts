import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Reads what an author wrote in a `prose` block; each adapter walks the tree and draws it its own way. */
export const parseMarkdown = (text: string): Root => fromMarkdown(text);
