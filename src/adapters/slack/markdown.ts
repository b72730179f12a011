import type {
  RichTextBlockElement,
  RichTextElement,
  RichTextLink,
  RichTextList,
  RichTextSection,
  RichTextStyleable,
  RichTextText,
} from '@slack/types';
import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { parseMarkdown } from '../../core/markdown.ts';

type Style = NonNullable<RichTextStyleable['style']>;
type Inline = RichTextText | RichTextLink;

/** Slack's own three levels are enough on a phone: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_list */
const DEEPEST = 2;

/**
 * Draws authors' Markdown as rich text.
 *
 * Rich text is structure, not marks: no text in it can mention or link, bold
 * next to Chinese characters is bold, and phones show code and lists as such.
 */
export function richTextOf(markdown: string): readonly RichTextBlockElement[] {
  const known = drawnBefore.get(markdown);
  if (known) return known;
  const drawn = draw(markdown);
  if (drawnBefore.size >= MOST_DRAWN) drawnBefore.clear();
  drawnBefore.set(markdown, drawn);
  return drawn;
}

/** What authors wrote is drawn over and over, and reading Markdown takes longer than all else in an answer; nothing that people typed comes here. */
const drawnBefore = new Map<string, readonly RichTextBlockElement[]>();
/** More texts than the shipped notes have; some 2 MB. */
const MOST_DRAWN = 2_000;

function draw(markdown: string): RichTextBlockElement[] {
  const drawn: RichTextBlockElement[] = [];
  const nodes = parseMarkdown(markdown).children;
  for (const [at, node] of nodes.entries()) {
    const elements = blockOf(node).filter((element) => element.elements.length > 0);
    const before = nodes[at - 1];
    const isApart = before !== undefined && startOf(node) > endOf(before) + 1;
    append(drawn, elements, isApart);
  }
  return drawn;
}

const startOf = (node: RootContent): number => node.position?.start.line ?? 0;
const endOf = (node: RootContent): number => node.position?.end.line ?? 0;

/** Paragraphs stand in one section with the lines between them, as Slack's own composer writes them. */
function append(drawn: RichTextBlockElement[], elements: readonly RichTextBlockElement[], isApart: boolean): void {
  const [first, ...others] = elements;
  const last = drawn.at(-1);
  if (first?.type === 'rich_text_section' && last?.type === 'rich_text_section') {
    last.elements.push({ type: 'text', text: isApart ? '\n\n' : '\n' }, ...first.elements);
    drawn.push(...others);
  } else if (first?.type === 'rich_text_section' && last?.type === 'rich_text_list' && isApart) {
    drawn.push({ ...first, elements: [{ type: 'text', text: '\n' }, ...first.elements] }, ...others);
  } else {
    drawn.push(...elements);
  }
}

function blockOf(node: RootContent): RichTextBlockElement[] {
  switch (node.type) {
    case 'paragraph':
      return [section(node.children, {})];
    case 'heading':
      return [section(node.children, { bold: true })];
    case 'list':
      return listOf(node, 0);
    case 'code':
      return [preformatted(node.value)];
    case 'blockquote':
      return [{ type: 'rich_text_quote', elements: inlinesOf(node, {}) }];
    default:
      return [{ type: 'rich_text_section', elements: inlinesOf(node, {}) }];
  }
}

/** Code as it stands; an empty text would be refused. */
export const preformatted = (text: string): RichTextBlockElement => ({
  type: 'rich_text_preformatted',
  elements: [{ type: 'text', text: text === '' ? ' ' : text }],
});

const section = (children: readonly PhrasingContent[], style: Style): RichTextSection => ({
  type: 'rich_text_section',
  elements: children.flatMap((child) => inlinesOf(child, style)),
});

/** A list, and behind each item the lists inside it, further in; code inside an item stands behind it too. */
function listOf(list: List, indent: number): RichTextBlockElement[] {
  const elements: RichTextBlockElement[] = [];
  let items: RichTextSection[] = [];
  let offset = (list.start ?? 1) - 1;
  const close = () => {
    if (items.length === 0) return;
    elements.push(listElement(items, list.ordered ?? false, indent, offset));
    offset += items.length;
    items = [];
  };
  for (const item of list.children) {
    const lines = item.children.filter(({ type }) => type !== 'list' && type !== 'code');
    items.push({ type: 'rich_text_section', elements: orSpace(joined(lines.map((line) => inlinesOf(line, {})))) });
    const inside = item.children.flatMap((child) =>
      child.type === 'list' ? listOf(child, Math.min(indent + 1, DEEPEST)) : child.type === 'code' ? [preformatted(child.value)] : [],
    );
    if (inside.length === 0) continue;
    close();
    elements.push(...inside);
  }
  close();
  return elements;
}

function listElement(elements: RichTextSection[], isOrdered: boolean, indent: number, offset: number): RichTextList {
  return { type: 'rich_text_list', style: isOrdered ? 'ordered' : 'bullet', indent, ...(isOrdered && offset > 0 && { offset }), elements };
}

const orSpace = (elements: RichTextElement[]): RichTextElement[] => (elements.length > 0 ? elements : [{ type: 'text', text: ' ' }]);

const joined = (lines: readonly Inline[][]): Inline[] => lines.flatMap((line, at) => (at === 0 ? line : [...textOf('\n', {}), ...line]));

/** What stands on a line; marks that Slack cannot show are left out, never shown as stars. */
function inlinesOf(node: Nodes, style: Style): Inline[] {
  const inside = (more: Style = {}): Inline[] =>
    'children' in node ? node.children.flatMap((child) => inlinesOf(child, { ...style, ...more })) : [];
  switch (node.type) {
    case 'strong':
      return inside({ bold: true });
    case 'emphasis':
      return inside({ italic: true });
    case 'inlineCode':
      return textOf(node.value, { ...style, code: true });
    case 'link':
      return isWebAddress(node.url) ? linkTo(node.url, plainOf(node), style) : inside();
    case 'break':
      return textOf('\n', style);
    case 'image':
      return textOf(node.alt ?? '', style);
    default:
      return 'value' in node ? textOf(node.value, style) : inside();
  }
}

/** Slack refuses an empty text. */
function textOf(text: string, style: Style): RichTextText[] {
  return text === '' ? [] : [{ type: 'text', text, ...(Object.keys(style).length > 0 && { style }) }];
}

const linkTo = (url: string, text: string, style: Style): RichTextLink[] => [
  { type: 'link', url, ...(text !== '' && { text }), ...(Object.keys(style).length > 0 && { style }) },
];

/** Only pages; Slack would refuse the whole message for an address of another kind. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/\S{1,3000}$/.test(url) && URL.canParse(url);

const plainOf = (node: Nodes): string => ('children' in node ? node.children.map(plainOf).join('') : 'value' in node ? node.value : '');
