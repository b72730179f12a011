import type { ContextBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { pictureAt } from './gallery.ts';
import { drawMrkdwn } from './mrkdwn.ts';
import type { Element, Piece } from './protocol.ts';

/** The part of a message to Slack that is to be seen. */
export interface SlackBlocks {
  readonly blocks: readonly KnownBlock[];
}

/** Draws Block Kit as Slack shows it: https://docs.slack.dev/reference/block-kit/blocks */
export const viewOfSlack = ({ blocks }: SlackBlocks): Piece[] => blocks.map(drawBlock);

function drawBlock(block: KnownBlock): Element {
  switch (block.type) {
    case 'header':
      return { tag: 'h2', children: [block.text.text] };
    case 'rich_text':
      return { tag: 'div', class: 'rich-text', children: block.elements.map(drawRichText) };
    case 'context':
      return { tag: 'div', class: 'context', children: block.elements.map(drawInContext) };
    case 'image':
      return 'slack_file' in block && 'id' in block.slack_file && block.slack_file.id
        ? pictureAt(block.slack_file.id, block.alt_text)
        : notDrawn(block.type);
    case 'divider':
      return { tag: 'hr' };
    case 'actions':
      return { tag: 'div', class: 'buttons', children: block.elements.map(drawAction) };
    default:
      return notDrawn(block.type);
  }
}

/** What the bot does not send is not guessed at. */
const notDrawn = (type: string): Element => ({ tag: 'small', class: 'not-drawn', children: [`[${type}]`] });

function drawInContext(element: ContextBlock['elements'][number]): Element {
  switch (element.type) {
    case 'plain_text':
      return { tag: 'span', children: [element.text] };
    case 'mrkdwn':
      return { tag: 'span', children: drawMrkdwn(element.text) };
    default:
      return notDrawn(element.type);
  }
}

function drawAction(element: Extract<KnownBlock, { type: 'actions' }>['elements'][number]): Element {
  if (element.type !== 'button' || element.value === undefined) return notDrawn(element.type);
  return { tag: 'button', press: element.value, label: element.text.text };
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
function drawRichText(element: RichTextBlock['elements'][number]): Element {
  switch (element.type) {
    case 'rich_text_section':
      return { tag: 'p', children: element.elements.map(drawInline) };
    case 'rich_text_preformatted':
      return { tag: 'pre', children: [{ tag: 'code', children: element.elements.map(drawInline) }] };
    case 'rich_text_quote':
      return { tag: 'blockquote', children: element.elements.map(drawInline) };
    case 'rich_text_list':
      return {
        tag: element.style === 'ordered' ? 'ol' : 'ul',
        class: `indent-${element.indent ?? 0}`,
        // Slack's types do not know of it: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_list
        ...('offset' in element && { start: Number(element.offset) + 1 }),
        items: element.elements.map(({ elements }) => elements.map(drawInline)),
      };
  }
}

type Style = { readonly bold?: boolean; readonly italic?: boolean; readonly strike?: boolean; readonly code?: boolean };
const TAGS = { code: 'code', strike: 's', italic: 'em', bold: 'strong' } as const;

function drawInline(element: RichTextElement): Piece {
  switch (element.type) {
    case 'text':
      return styled([element.text], element.style);
    case 'link':
      return styled([{ tag: 'a', href: element.url, children: [element.text ?? element.url] }], element.style);
    default:
      return notDrawn(element.type);
  }
}

/** Put into the elements of its style, the innermost first. */
function styled(pieces: readonly Piece[], style: Style = {}): Piece {
  const tags = (['code', 'strike', 'italic', 'bold'] as const).filter((name) => style[name]).map((name) => TAGS[name]);
  const [piece = ''] = tags.reduce<readonly Piece[]>((inner, tag) => [{ tag, children: inner }], pieces);
  return piece;
}
