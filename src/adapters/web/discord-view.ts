import { type APIComponentInContainer, type APIContainerComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { drawDiscordMarkdown } from './discord-markdown.ts';
import { pictureAt } from './gallery.ts';
import type { Element, Piece } from './protocol.ts';

/** The part of a message to Discord that is to be seen. */
export interface DiscordCard {
  readonly components: readonly APIContainerComponent[];
  /** The files that are sent with it. */
  readonly files: readonly { readonly name: string; readonly data: unknown }[];
}

/** Draws Components V2 as Discord shows them: https://docs.discord.com/developers/components/reference */
export const viewOfDiscord = ({ components, files }: DiscordCard): Piece[] =>
  components.map((card) => ({
    tag: 'div',
    class: 'card',
    children: card.components.flatMap((component) => drawComponent(component, files)),
  }));

function drawComponent(component: APIComponentInContainer, files: DiscordCard['files']): Element[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [{ tag: 'div', class: 'text', children: drawDiscordMarkdown(component.content) }];
    case ComponentType.Separator:
      return [{ tag: 'hr' }];
    case ComponentType.ActionRow:
      return [{ tag: 'div', class: 'buttons', children: component.components.map(drawButton) }];
    case ComponentType.MediaGallery:
      return component.items.map(({ media, description }) => pictureAt(sentAs(media.url, files) ?? '', description ?? ''));
    case ComponentType.File: {
      const text = sentAs(component.file.url, files);
      return [text === undefined ? notDrawn('File') : { tag: 'file', name: nameIn(component.file.url), text }];
    }
    default:
      return [notDrawn(ComponentType[component.type])];
  }
}

const nameIn = (url: string): string => url.replace('attachment://', '');

/** What is sent with the message under a name; of a picture, in the place of its file, the address where it is. */
function sentAs(url: string, files: DiscordCard['files']): string | undefined {
  const file = files.find(({ name }) => name === nameIn(url));
  return file && String(file.data);
}

type InRow = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>['components'][number];

function drawButton(component: InRow): Element {
  if (component.type !== ComponentType.Button) return notDrawn(ComponentType[component.type]);
  const canBePressed = component.style !== ButtonStyle.Link && component.style !== ButtonStyle.Premium;
  return canBePressed ? { tag: 'button', press: component.custom_id, label: component.label ?? '' } : notDrawn('Link');
}

/** What the bot does not send is not guessed at. */
const notDrawn = (type: string): Element => ({ tag: 'small', class: 'not-drawn', children: [`[${type}]`] });
