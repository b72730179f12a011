import { styleText } from 'node:util';
import type { Code, Nodes, Parents } from 'mdast';
import { parseMarkdown } from '../../core/markdown.ts';
import { type BlockRenderer, type Button, drawBlock, type Reply } from '../../core/reply.ts';

type Style = Parameters<typeof styleText>[0];

/** How text is set off: on a terminal by colours, elsewhere not at all. */
export type Paint = (style: Style, text: string) => string;

/** Colours, unless the stream is no terminal or `NO_COLOR` is set. */
export const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });

/** No colours at all. */
export const plainPaint: Paint = (_style, text) => text;

// Authors' and people's text must not move the cursor or change colours.
const CONTROL = /[\p{Cc}\p{Cf}]/gu;
const printable = (text: string): string =>
  text.replace(CONTROL, (character) => (character === '\n' || character === '\t' ? character : ''));

/** Draws a reply as lines of text; the buttons of the whole reply are numbered from 1. */
export function renderReply(reply: Reply, paint: Paint): string {
  let number = 0;
  const renderer = terminalRenderer(paint, () => ++number);
  return reply.blocks
    .map((block) => drawBlock(renderer, block))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The buttons of a reply in the order of their numbers. */
export function buttonsOf(reply: Reply): Button[] {
  return reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

function terminalRenderer(paint: Paint, nextNumber: () => number): BlockRenderer<string> {
  return {
    heading: ({ text }) => paint('bold', printable(text)),
    prose: ({ text }) => renderMarkdown(printable(text), paint),
    code: ({ text }) => indent(paint('cyan', printable(text))),
    caption: ({ text, links = [] }) => paint('dim', [printable(text), ...links.map(({ url }) => url)].join('\n')),
    divider: () => paint('dim', '─'.repeat(24)),
    buttons: ({ buttons }) => buttons.map(({ label }) => `${paint('yellow', `[${nextNumber()}]`)} ${printable(label)}`).join('   '),
  };
}

const indent = (text: string): string => text.replace(/^/gm, '    ');

/** Draws authors' Markdown; marks that the terminal cannot show are left out, never shown as stars. */
export function renderMarkdown(text: string, paint: Paint): string {
  return renderNode(parseMarkdown(text), paint);
}

function renderNode(node: Nodes, paint: Paint): string {
  const inside = () => (node as Parents).children.map((child) => renderNode(child, paint)).join('');
  switch (node.type) {
    case 'root':
    case 'blockquote':
      return node.children.map((child) => renderNode(child, paint)).join('\n\n');
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '•'} ${hang(renderNode(item, paint))}`)
        .join('\n');
    case 'listItem':
      return node.children.map((child) => renderNode(child, paint)).join('\n');
    case 'strong':
    case 'heading':
      return paint('bold', inside());
    case 'emphasis':
      return paint('italic', inside());
    case 'inlineCode':
      return paint('cyan', node.value);
    case 'code':
      return indent(paint('cyan', (node as Code).value));
    case 'break':
      return '\n';
    case 'thematicBreak':
      return '';
    case 'image':
      return node.alt ?? '';
    default:
      if ('children' in node) return inside();
      return 'value' in node ? node.value : '';
  }
}

const hang = (text: string): string => text.replaceAll('\n', '\n  ');
