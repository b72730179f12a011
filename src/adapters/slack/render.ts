import type { ContextBlock, KnownBlock, RichTextBlock, RichTextBlockElement, Button as SlackButton } from '@slack/types';
import { oncePer } from '../../core/cache.ts';
import type { Pictured } from '../../core/illustrate.ts';
import { encodeIntent } from '../../core/intent.ts';
import type { ConversationId } from '../../core/places.ts';
import {
  type Block,
  type BlockOf,
  type BlockRenderer,
  type Button,
  drawBlock,
  type Link,
  type RankingRow,
  type Reply,
  shorten,
} from '../../core/reply.ts';
import { isWebAddress, preformatted, richTextOf } from './markdown.ts';
import { escapeMrkdwn } from './text.ts';

/** A message as Slack takes it: https://docs.slack.dev/reference/methods/chat.postMessage */
export interface SlackMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

// Limits, each from the page of its block: https://docs.slack.dev/reference/block-kit/blocks
const MOST_BLOCKS = 50;
const MOST_CONTEXT = 2_000;
const BUTTONS_IN_A_ROW = 5;
/** Over some 13,200 characters in all blocks Slack refuses a message with `msg_blocks_too_long`; no page says so, it was measured. */
const MOST_CHARACTERS = 12_000;
/** Recommended: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const MOST_TEXT = 4_000;
/** What of a file is shown where it cannot be sent as one. */
const MOST_OF_FILE = 2_500;

/**
 * Draws a reply; what is over Slack's limits is cut rather than refused whole.
 *
 * @param pictures - the ids of the files that Slack has of the reply's pictures.
 */
export function renderReply(reply: Reply, pictures: Pictured<string> = NO_PICTURES): SlackMessage {
  return { text: escapeMrkdwn(shorten(reply.summary, MOST_TEXT)), blocks: renderBlocks(reply.blocks, pictures) };
}

const NO_PICTURES: Pictured<string> = new Map();

/** Draws blocks, for a message or for App Home. */
export function renderBlocks(blocks: readonly Block[], pictures = NO_PICTURES): KnownBlock[] {
  let buttons = 0;
  const renderer = slackRenderer(() => ++buttons, pictures);
  const drawn = blocks.flatMap((block) => drawBlock(renderer, block));
  let places = MOST_BLOCKS - drawn.filter(({ type }) => type === 'actions').length;
  let room = MOST_CHARACTERS;
  return drawn.filter((block) => {
    // Without its buttons one could not go on.
    if (block.type === 'actions') return true;
    places -= 1;
    room -= lengthOf(block);
    return places >= 0 && room >= 0;
  });
}

const lengthOf = oncePer<KnownBlock, number>(charactersIn);

/** In a loop without arrays in between: this looks at all of every message. */
function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const key in value) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    sum += key === 'text' && typeof part === 'string' ? part.length : charactersIn(part);
  }
  return sum;
}

function slackRenderer(nextNumber: () => number, pictures: Pictured<string>): BlockRenderer<KnownBlock[]> {
  const renderer: BlockRenderer<KnownBlock[]> = {
    heading: ({ text }) => [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }],
    prose: drawProse,
    code: ({ text }) => richText([preformatted(text)]),
    caption: drawCaption,
    ranking: ({ rows }) => richText([{ type: 'rich_text_section', elements: rows.flatMap(rankingLine) }]),
    picture: (block) => {
      const id = pictures.get(block);
      if (id === undefined) return block.instead.flatMap((other) => drawBlock(renderer, other));
      return [{ type: 'image', slack_file: { id }, alt_text: block.alt }];
    },
    file: ({ name, text }) => [caption(name, []), ...richText([preformatted(shorten(text, MOST_OF_FILE))])],
    divider: () => [{ type: 'divider' }],
    buttons: ({ buttons }) =>
      rowsOf(buttons).map((row) => ({ type: 'actions', elements: row.map((button) => drawButton(button, nextNumber())) })),
  };
  return renderer;
}

/** What many ask for is drawn once. */
const drawProse = oncePer(({ text }: BlockOf<'prose'>) => richText(richTextOf(text)));
const drawCaption = oncePer(({ text, links = [], about }: BlockOf<'caption'>): KnownBlock[] => [caption(text, links, about)]);

const richText = (elements: readonly RichTextBlockElement[]): RichTextBlock[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text', elements: [...elements] }];

/** Text that people may have typed: plain, so that nothing in it is read as a mark or a mention. */
function caption(text: string, links: readonly Link[], about?: ConversationId): ContextBlock {
  const pages = links.filter(({ url }) => isWebAddress(url));
  const marks = pages.map(({ label, url }) => `<${addressIn(url)}|${escapeMrkdwn(label.replaceAll('|', ' '))}>`);
  const linked = [...marks, ...channelMark(about)].join(' · ');
  return {
    type: 'context',
    elements: [
      { type: 'plain_text', text: shorten(text, MOST_CONTEXT), emoji: false },
      ...(linked === '' ? [] : [{ type: 'mrkdwn', text: linked, verbatim: true } as const]),
    ],
  };
}

/** A channel by its name: https://docs.slack.dev/messaging/formatting-message-text#linking-channels; a direct message has none. */
function channelMark(about = ''): string[] {
  const channel = about.split(':')[2] ?? '';
  return /^[CG]\w+$/.test(channel) ? [`<#${channel}>`] : [];
}

/** An address in which nothing ends the link. */
const addressIn = (url: string): string => escapeMrkdwn(new URL(url).href.replaceAll('|', '%7C'));

/** A line of a leaderboard; names are typed by people, and rich text reads no marks in them. */
function rankingLine({ rank, name, score, isOwn }: RankingRow, at: number) {
  const style = isOwn ? { style: { bold: true } } : {};
  return [{ type: 'text' as const, text: `${at === 0 ? '' : '\n'}${rank}. ${name}  ${score}`, ...style }];
}

const rowsOf = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_A_ROW) }, (_, row) =>
    buttons.slice(row * BUTTONS_IN_A_ROW, (row + 1) * BUTTONS_IN_A_ROW),
  );

/** A button carries its intent and nothing else; its number only keeps it apart from the others of its message. */
function drawButton({ label, intent }: Button, number: number): SlackButton {
  return {
    type: 'button',
    text: { type: 'plain_text', text: label, emoji: false },
    value: encodeIntent(intent),
    action_id: `button-${number}`,
  };
}
