import { styleText } from 'node:util';
import type { Nodes, Parents, RootContent } from 'mdast';
import { parseMarkdown } from '../../core/markdown.ts';
import { type BlockRenderer, type Button, drawBlock, type RankingRow, type Reply } from '../../core/reply.ts';
import { arrange, wrap } from './layout.ts';

type Style = Parameters<typeof styleText>[0];

/** How text is set off: on a terminal by colours, elsewhere not at all. */
export type Paint = (style: Style, text: string) => string;

/** What a reply is drawn on. */
export interface Screen {
  readonly paint: Paint;
  /** Where running text is broken; infinite where it is not, for programs that read lines. */
  readonly columns: number;
}

const LINE = '─'.repeat(24);
/** Longer lines are hard to read. */
const MOST_COLUMNS = 88;

/** Colours, unless the stream is no terminal or `NO_COLOR` is set; and lines as wide as the window, within reason. */
export const screenOf = (stream: NodeJS.WriteStream): Screen => ({
  paint: (style, text) => styleText(style, text, { stream }),
  columns: stream.isTTY ? Math.min(stream.columns || MOST_COLUMNS, MOST_COLUMNS) : Number.POSITIVE_INFINITY,
});

/** No colours, and no lines broken. */
export const plainScreen: Screen = { paint: (_style, text) => text, columns: Number.POSITIVE_INFINITY };

// Authors' and people's text must not move the cursor or change colours.
const CONTROL = /[\p{Cc}\p{Cf}]/gu;
const printable = (text: string): string =>
  text.replace(CONTROL, (character) => (character === '\n' || character === '\t' ? character : ''));

/** Draws a reply as lines of text; the buttons of the whole reply are numbered from 1. */
export function renderReply(reply: Reply, screen: Screen): string {
  let number = 0;
  const renderer = terminalRenderer(screen, () => ++number);
  return reply.blocks
    .map((block) => drawBlock(renderer, block))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The buttons of a reply in the order of their numbers. */
export function buttonsOf(reply: Reply): Button[] {
  return reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

function terminalRenderer({ paint, columns }: Screen, nextNumber: () => number): BlockRenderer<string> {
  const renderer: BlockRenderer<string> = {
    heading: ({ text }) => paint(['bold', 'underline'], wrap(printable(text), columns)),
    prose: ({ text }) => renderMarkdown(printable(text), { paint, columns }),
    code: ({ text }) => indent(paint('cyan', printable(text))),
    caption: ({ text, links = [], about }) =>
      paint('dim', [hung(printable(text), columns), ...[...links.map(({ url }) => url), about ?? []].flat().map(printable)].join('\n')),
    ranking: ({ rows }) => rows.map((row) => rankingLine(row, paint)).join('\n'),
    // A terminal shows no pictures.
    picture: ({ instead }) => instead.map((block) => drawBlock(renderer, block)).join('\n\n'),
    file: ({ name, text }) => `${paint('dim', printable(name))}\n${printable(text)}`,
    divider: () => paint('dim', LINE),
    buttons: ({ buttons }) =>
      arrange(
        buttons.map(({ label }) => `${paint('yellow', `[${nextNumber()}]`)} ${printable(label)}`),
        Math.min(columns, MOST_COLUMNS),
      ),
  };
  return renderer;
}

/** Lines broken between words; one that begins as a line of a list hangs below its mark. */
function hung(text: string, columns: number): string {
  const lines = text.split('\n').map((line) => {
    const mark = /^[•–] /.exec(line)?.[0] ?? '';
    return mark + wrap(line.slice(mark.length), columns - mark.length).replaceAll('\n', `\n${' '.repeat(mark.length)}`);
  });
  return lines.join('\n');
}

function rankingLine({ rank, name, score, isOwn }: RankingRow, paint: Paint): string {
  const line = `${String(rank).padStart(2)}. ${printable(name)}  ${printable(score)}`;
  return isOwn ? paint('bold', line) : line;
}

const indent = (text: string): string => text.replace(/^/gm, '    ');

/** Draws authors' Markdown; marks that the terminal cannot show are left out, never shown as stars. */
export function renderMarkdown(text: string, screen: Screen): string {
  return renderNode(parseMarkdown(text), screen);
}

function renderNode(node: Nodes, screen: Screen): string {
  const { paint, columns } = screen;
  const inside = () => (node as Parents).children.map((child) => renderNode(child, screen)).join('');
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'listItem':
      return renderBlocks(node.children, screen);
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}.` : '•';
          const hanging = ' '.repeat(mark.length + 1);
          return `${mark} ${renderNode(item, { paint, columns: columns - hanging.length }).replaceAll('\n', `\n${hanging}`)}`;
        })
        .join('\n');
    case 'paragraph':
      return wrap(inside(), columns);
    case 'heading':
      return paint('bold', wrap(inside(), columns));
    case 'strong':
      return paint('bold', inside());
    case 'emphasis':
      return paint('italic', inside());
    case 'inlineCode':
      return paint('cyan', node.value);
    case 'code':
      return indent(paint('cyan', node.value));
    case 'break':
      return '\n';
    case 'thematicBreak':
      return paint('dim', LINE);
    case 'image':
      return node.alt ?? '';
    default:
      if ('children' in node) return inside();
      return 'value' in node ? node.value : '';
  }
}

/** One block below the other, with an empty line between them only where the author left one. */
function renderBlocks(nodes: readonly RootContent[], screen: Screen): string {
  let drawn = '';
  for (const [index, node] of nodes.entries()) {
    const endOfLast = nodes[index - 1]?.position?.end.line;
    const isClose = endOfLast !== undefined && node.position?.start.line === endOfLast + 1;
    drawn += `${index === 0 ? '' : isClose ? '\n' : '\n\n'}${renderNode(node, screen)}`;
  }
  return drawn;
}
