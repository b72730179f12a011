import type { List, Nodes, Parents } from 'mdast';
import { parseMarkdown } from '../../core/markdown.ts';

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

/**
 * Takes every meaning from what people typed, so that it shows as they typed it:
 * marks, headings, quotes, lists, mentions, channels, emojis, times. An address
 * stays one; a back slash inside would lead elsewhere.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export const escapeText = (text: string): string =>
  text
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? part : escapeMarks(part)))
    .join('');

const escapeMarks = (text: string): string =>
  text
    .replace(/[\\*_~`|[\]<>@]/g, '\\$&')
    .replace(/^([^\S\n]*)(#{1,3}|[-+])(?=\s)/gm, '$1\\$2')
    .replace(/^([^\S\n]*)-#/gm, '$1\\-#')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s)/gm, '$1\\$2');

/** A block of code, whatever stands in it. */
export function codeBlock(language: string, text: string): string {
  // Three back ticks would end the block: what cannot be seen parts them.
  const inside = text.replaceAll('```', '`\u200b`\u200b`');
  return `\`\`\`${/^[\w+-]*$/.test(language) ? language : ''}\n${inside}\n\`\`\``;
}

/** Draws authors' Markdown in the Markdown that Discord has: no tables, pictures nor HTML, and a line break is one. */
export const renderMarkdown = (text: string): string => renderNode(parseMarkdown(text)).trim();

function renderNode(node: Nodes): string {
  const inside = () => (node as Parents).children.map(renderNode).join('');
  switch (node.type) {
    case 'root':
    case 'listItem':
      return renderBlocks(node);
    case 'blockquote':
      return renderBlocks(node).replace(/^/gm, '> ');
    case 'list':
      return renderList(node);
    case 'text':
      return escapeText(node.value);
    case 'heading':
      return `**${inside()}**`;
    case 'strong':
      return `**${inside()}**`;
    case 'emphasis':
      return `*${inside()}*`;
    case 'inlineCode':
      return inlineCode(node.value);
    case 'code':
      return codeBlock(node.lang ?? '', node.value);
    case 'link':
      return /^https?:/.test(node.url) ? `[${inside()}](<${node.url}>)` : inside();
    case 'break':
      return '\n';
    case 'thematicBreak':
      return '———';
    case 'image':
      return escapeText(node.alt ?? '');
    default:
      if ('children' in node) return inside();
      return 'value' in node ? escapeText(node.value) : '';
  }
}

const inlineCode = (value: string): string => (value.includes('`') ? `\`\` ${value} \`\`` : `\`${value}\``);

function renderList({ ordered, start, children }: List): string {
  return children
    .map((item, index) => {
      const mark = ordered ? `${(start ?? 1) + index}.` : '-';
      return `${mark} ${renderNode(item).replaceAll('\n', `\n${' '.repeat(mark.length + 1)}`)}`;
    })
    .join('\n');
}

/** One block below the other, with an empty line between them only where the author left one. */
function renderBlocks({ children }: Parents): string {
  let drawn = '';
  for (const [index, node] of children.entries()) {
    const endOfLast = children[index - 1]?.position?.end.line;
    const isClose = endOfLast !== undefined && node.position?.start.line === endOfLast + 1;
    drawn += `${index === 0 ? '' : isClose ? '\n' : '\n\n'}${renderNode(node)}`;
  }
  return drawn;
}
