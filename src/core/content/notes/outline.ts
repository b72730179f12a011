import type { Code, Heading, ListItem, RootContent, Table } from 'mdast';
import { dedent } from './diagrams.ts';
import { type InlineRules, readLines } from './inline.ts';
import { parseMarkdown } from './markdown.ts';
import type { NoteDiagram, Skipped } from './note.ts';
import type { Line } from './rich.ts';

/** What a note's text is made of, mark-up gone: all that terms are read from. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly isOrdered: boolean }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] };

/** An item of a list, with whatever stands in it. */
export interface Item {
  readonly blocks: readonly Block[];
}

/** The cells of a table's row; the first row is the header. */
export type Row = readonly Line[];

/** All blocks of a note, and what stood beside its text. */
export interface Outline {
  readonly blocks: readonly Block[];
  /** As the front matter says. */
  readonly title: string | undefined;
  readonly diagrams: readonly NoteDiagram[];
  readonly skipped: readonly Skipped[];
}

/** Reads a text that `tame` has seen as blocks, and says what it leaves out. */
export function readOutline(text: string): Outline {
  const nodes = parseMarkdown(text);
  const references = new Set(nodes.flatMap((node) => (node.type === 'definition' ? [(node.label ?? '').toLowerCase()] : [])));
  const diagrams: NoteDiagram[] = [];
  const skipped: Skipped[] = [];
  const page: Page = { references, diagrams, skip: (line, why) => skipped.push({ line, why }) };
  const [first] = nodes;
  const frontMatter = first?.type === 'yaml' || (first && String(first.type) === 'toml' && 'value' in first) ? first.value : undefined;
  if (frontMatter !== undefined) page.skip(1, 'Front matter: only its title is read.');
  return { blocks: readBlocks(nodes, page), title: titleOf(frontMatter ?? ''), diagrams, skipped };
}

interface Page extends InlineRules {
  readonly diagrams: NoteDiagram[];
}

const readBlocks = (nodes: readonly RootContent[], page: Page): Block[] => nodes.flatMap((node) => readBlock(node, page));

function readBlock(node: RootContent, page: Page): Block | readonly Block[] {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'heading':
      return readHeading(node, page);
    case 'paragraph':
      return paragraph(readLines(node.children, line, page));
    case 'list':
      return {
        kind: 'list',
        isOrdered: node.ordered === true,
        items: node.children.map((item: ListItem) => ({ blocks: readBlocks(item.children, page) })),
      };
    case 'table':
      return readTable(node, page);
    case 'blockquote':
      return { kind: 'quote', blocks: readBlocks(node.children, page) };
    case 'code':
      readCode(node, line, page);
      return [];
    case 'html':
      readHtml(node.value, line, page);
      return [];
    default:
      return [];
  }
}

const paragraph = (lines: readonly Line[]): readonly Block[] => (lines.length > 0 ? [{ kind: 'paragraph', lines }] : []);

/**
 * To Markdown, all text right above a line of hyphens is one heading. Authors
 * mean a rule below a paragraph, or a heading after one: the last line tells.
 */
function readHeading({ children, depth, position }: Heading, page: Page): readonly Block[] {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } };
  const lines = readLines(children, start.line, page);
  const last = lines.at(-1);
  if (!last) return [];
  const isUnderlined = end.line > start.line;
  if (isUnderlined && /[。.!！?？;；,，:：]$/.test(last.text)) return paragraph(lines);
  return [...paragraph(lines.slice(0, -1)), { kind: 'heading', depth, line: last }];
}

function readTable({ children }: Table, page: Page): Block {
  const rows = children.map((row) => {
    const number = row.position?.start.line ?? 1;
    return row.children.map((cell): Line => readLines(cell.children, number, page)[0] ?? { text: '', marks: '', number });
  });
  return { kind: 'table', rows };
}

function readCode({ lang, value }: Code, line: number, { diagrams, skip }: Page): void {
  if (/^\{?\.?mermaid\b/i.test(lang ?? '')) diagrams.push({ source: dedent(value), line });
  else skip(line, lang ? `A code block (${lang.slice(0, 30)}).` : 'A code block.');
}

function readHtml(value: string, line: number, { skip }: Page): void {
  if (/^<br\s*\/?>$/i.test(value.trim())) return;
  skip(line, value.startsWith('<!--') ? 'An HTML comment.' : 'A block of HTML: the tutor reads Markdown.');
}

function titleOf(frontMatter: string): string | undefined {
  const [, value = ''] = /^title[ \t]*[:=][ \t]*(.{0,300})/m.exec(frontMatter) ?? [];
  const quoted = /^"([^"]*)"|^'([^']*)'/.exec(value);
  return (quoted?.[1] ?? quoted?.[2] ?? value.replace(/\s#.*$/, '')).trim() || undefined;
}
