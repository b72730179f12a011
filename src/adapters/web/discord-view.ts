import { type APIComponentInContainer, type APIContainerComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { drawDiscordMarkdown } from './discord-markdown.ts';
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
    case ComponentType.File: {
      const name = component.file.url.replace('attachment://', '');
      const file = files.find((each) => each.name === name);
      return [file ? { tag: 'file', name, text: String(file.data) } : notDrawn('file')];
    }
    default:
      return [notDrawn(ComponentType[component.type])];
  }
}

type InRow = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>['components'][number];

function drawButton(component: InRow): Element {
  if (component.type !== ComponentType.Button) return notDrawn(ComponentType[component.type]);
  const canBePressed = component.style !== ButtonStyle.Link && component.style !== ButtonStyle.Premium;
  return canBePressed ? { tag: 'button', press: component.custom_id, label: component.label ?? '' } : notDrawn('Link');
}

/** What the bot does not send is not guessed at. */
const notDrawn = (type: string): Element => ({ tag: 'small', class: 'not-drawn', children: [`[${type}]`] });
