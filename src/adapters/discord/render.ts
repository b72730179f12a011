import type { RawFile } from '@discordjs/rest';
import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { oncePer } from '../../core/cache.ts';
import type { Pictured } from '../../core/illustrate.ts';
import { encodeIntent } from '../../core/intent.ts';
import type { Look, PictureFile } from '../../core/picture.ts';
import type { ConversationId } from '../../core/places.ts';
import { type BlockOf, type BlockRenderer, type Button, drawBlock, type RankingRow, type Reply, shorten } from '../../core/reply.ts';
import { codeBlock, escapeText, renderMarkdown } from './markdown.ts';
import { placeOf } from './places.ts';

/** A message as Discord takes it, with the files that go with it. */
export interface Drawn {
  readonly body: {
    readonly flags: MessageFlags;
    readonly components: [APIContainerComponent];
    readonly allowed_mentions: APIAllowedMentions;
    readonly attachments: Pick<APIAttachment, 'id' | 'filename' | 'description'>[];
  };
  readonly files: RawFile[];
}

export interface DrawOptions {
  /** Whether only the person who asked sees it. */
  readonly isPrivate?: boolean;
  /** The reply's pictures, as far as they were made. */
  readonly pictures?: Pictured<PictureFile> | undefined;
  /** A number by which our message is found again, from 1 up to 2³¹ − 1; it stays on the message as the id of its outermost component. */
  readonly mark?: number;
}

/** https://docs.discord.com/developers/components/reference#text-display: the text of all displays of a message together. */
const MOST_CHARACTERS = 4000;
/** https://docs.discord.com/developers/components/reference#action-row */
const BUTTONS_IN_A_ROW = 5;
/** The blue of Kubernetes' sign. */
const ACCENT = 0x326ce5;

/** Discord is dark unless one changes it. */
export const THEME: Look['theme'] = 'dark';

/** Draws a reply as one card; whatever it says, nobody is pinged. */
export function renderReply(reply: Reply, { isPrivate = false, mark, pictures = new Map() }: DrawOptions = {}): Drawn {
  const files: Sent[] = [];
  const isNotice = reply.blocks.every(({ kind }) => kind === 'caption');
  const renderer = rendererInto(files, new Set(), pictures, isNotice ? (line) => line : small);
  const components = withinLimit(reply.blocks.flatMap((block) => drawBlock(renderer, block)));
  const card: APIContainerComponent = { type: ComponentType.Container, accent_color: ACCENT, components };
  return {
    body: {
      flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
      components: [mark === undefined ? card : { ...card, id: mark }],
      allowed_mentions: { parse: [] },
      // Those that stood there before and are not named here are dropped.
      attachments: files.map(({ name, description }, index) => ({
        id: String(index),
        filename: name,
        ...(description && { description }),
      })),
    },
    files: files.map(({ description: _description, ...file }) => file),
  };
}

/** A file that goes with a message. */
interface Sent extends RawFile {
  readonly description?: string;
}

/**
 * Draws each kind of block; what is to be sent as a file is put among the files, and what its buttons ask for among the ids.
 *
 * @param remark - how a line of a caption is drawn: small, unless there is nothing else to read.
 */
function rendererInto(
  files: Sent[],
  ids: Set<string>,
  pictures: Pictured<PictureFile>,
  remark: (line: string) => string,
): BlockRenderer<APIComponentInContainer[]> {
  const renderer: BlockRenderer<APIComponentInContainer[]> = {
    heading: ({ text }) => display(`## ${escapeText(oneLine(text))}`),
    prose: drawProse,
    code: ({ language, text }) => display(codeBlock(language, text)),
    caption: ({ text, links = [], about }) =>
      display([...linesOf(text).map(escapeText), linksLine(links), channelMark(about)].filter(Boolean).map(remark).join('\n')),
    ranking: ({ rows }) => display(rows.map(rankingLine).join('\n')),
    picture: (block) => {
      const picture = pictures.get(block);
      if (!picture) return block.instead.flatMap((other) => drawBlock(renderer, other));
      const name = fileName('picture.png', files.length);
      files.push({ name, data: picture.png, contentType: 'image/png', description: block.alt });
      return [{ type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description: block.alt }] }];
    },
    file: ({ name, text }) => {
      const file = { name: fileName(name, files.length), data: text };
      files.push(file);
      return [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } }];
    },
    divider: () => [{ type: ComponentType.Separator }],
    buttons: ({ buttons }) => rowsOf(buttons, ids),
  };
  return renderer;
}

/** What many ask for is drawn once. */
const drawProse = oncePer(({ text }: BlockOf<'prose'>) => display(renderMarkdown(text)));

/** Text of one block; nothing where nothing of it can be drawn, since Discord takes no empty text. */
const display = (content: string): APIComponentInContainer[] =>
  content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const small = (line: string): string => `-# ${line}`;

const linksLine = (links: readonly { readonly label: string; readonly url: string }[]): string =>
  links.map(({ label, url }) => `[${escapeText(label)}](<${url}>)`).join(' · ');

/** A channel by its name: https://docs.discord.com/developers/reference#message-formatting */
function channelMark(about: ConversationId | undefined): string {
  const place = about && placeOf(about);
  return place?.kind === 'channel' && /^\d+$/.test(place.id) ? `<#${place.id}>` : '';
}

function rankingLine({ rank, name, score, isOwn }: RankingRow): string {
  // A number with a dot would begin a list, which counts for itself: 1, 2, 2, 4 would read 1, 2, 3, 4.
  const line = `${rank} · ${escapeText(oneLine(name))} · ${escapeText(score)}`;
  return isOwn ? `**▸ ${line}**` : line;
}

/** A name that a message can refer to: https://docs.discord.com/developers/reference#uploading-files */
function fileName(name: string, index: number): string {
  const safe = name.replace(/[^\w.-]+/g, '_');
  return index === 0 ? safe : `${index}-${safe}`;
}

/** Rows of buttons; the second of two that ask for the same thing is left out, since Discord takes no two with one id. */
function rowsOf(buttons: readonly Button[], ids: Set<string>): APIComponentInContainer[] {
  const drawn = buttons.flatMap(({ label, intent }): APIButtonComponentWithCustomId[] => {
    const id = encodeIntent(intent);
    if (ids.has(id)) return [];
    ids.add(id);
    return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: id, label }];
  });
  return Array.from({ length: Math.ceil(drawn.length / BUTTONS_IN_A_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: drawn.slice(row * BUTTONS_IN_A_ROW, (row + 1) * BUTTONS_IN_A_ROW),
  }));
}

/** Cuts the last texts where escaping has made all of them too long together, which takes hundreds of special signs. */
function withinLimit(components: readonly APIComponentInContainer[]): APIComponentInContainer[] {
  let left = MOST_CHARACTERS;
  return components.flatMap((component): APIComponentInContainer[] => {
    if (component.type !== ComponentType.TextDisplay) return [component];
    const content = left > 0 ? shorten(component.content, left) : '';
    left -= content.length;
    return content === '' ? [] : [{ ...component, content }];
  });
}
