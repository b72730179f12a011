import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { invalidForm, Refused } from './refused.ts';
import type { Modal } from './world.ts';

/** What people see of a message: its text, parts and files. */
export interface Shown {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly flags?: number | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly attachments?: readonly { readonly id: string | number; readonly filename?: string; readonly description?: string }[] | null;
}

/** One part of a message, whatever its kind. */
export interface Part {
  readonly type: ComponentType;
  readonly id?: number;
  readonly custom_id?: string;
  readonly url?: string;
  readonly label?: string;
  readonly content?: string;
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string } }[];
}

/** Every part of a message, with those inside others. */
export function partsOf(components: readonly unknown[]): Part[] {
  return components.flatMap((component) => {
    const { components: inside = [], accessory } = component as { components?: unknown[]; accessory?: unknown };
    return [component as Part, ...partsOf(inside), ...(accessory ? partsOf([accessory]) : [])];
  });
}

/** https://docs.discord.com/developers/components/reference: "up to 40 total components", nested ones counted. */
const MOST_COMPONENTS = 40;
/** https://docs.discord.com/developers/components/reference#text-display: the text of all displays together. */
const MOST_CHARACTERS = 4000;
/** https://docs.discord.com/developers/resources/message#create-message */
const MOST_CONTENT = 2000;

/**
 * Holds a message against what its schema cannot say.
 *
 * @param files - the names of the files that come with it.
 */
export function checkMessage(shown: Shown, files: readonly string[]): void {
  const { content, embeds, flags, components } = shown;
  const parts = partsOf(components ?? []);
  const isV2 = ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  // https://docs.discord.com/developers/components/reference#legacy-message-component-behavior
  if (isV2 && (content || (embeds?.length ?? 0) > 0)) throw invalidForm('no content nor embeds beside components');
  if (!isV2 && parts.some(({ type }) => type !== ComponentType.ActionRow && type !== ComponentType.Button))
    throw invalidForm('these components need the flag IS_COMPONENTS_V2');
  if ((content?.length ?? 0) > MOST_CONTENT) throw invalidForm('content must be 2000 or fewer in length');
  if (parts.length > MOST_COMPONENTS) throw invalidForm(`${parts.length} components`);
  const characters = parts.reduce((total, part) => total + (part.content?.length ?? 0), 0);
  if (characters > MOST_CHARACTERS) throw invalidForm(`${characters} characters of text`);
  if (!content && parts.length === 0 && files.length === 0) throw new Refused(400, 50006, 'Cannot send an empty message');
  checkParts(parts);
  checkFiles(shown, parts, files, isV2);
}

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component: both kinds of id are unique within the message. */
function checkParts(parts: readonly Part[]): void {
  const ids = parts.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size !== ids.length) throw invalidForm('two components with one id');
  const customIds = parts.flatMap(({ custom_id }) => custom_id ?? []);
  if (new Set(customIds).size !== customIds.length) throw invalidForm('two components with one custom_id');
  for (const part of parts) {
    if (part.type === ComponentType.Button && (part.custom_id === undefined) === (part.url === undefined))
      throw invalidForm(`the button "${part.label}" needs either a custom_id or a url`);
    if (part.type === ComponentType.TextDisplay && (part.content ?? '').trim() === '') throw invalidForm('an empty text display');
  }
}

/** https://docs.discord.com/developers/components/reference#uploading-a-file: with components, a file shows only where one names it. */
function checkFiles({ attachments }: Shown, parts: readonly Part[], files: readonly string[], isV2: boolean): void {
  const shown = parts.flatMap(({ file, items = [] }) => [...(file ? [file.url] : []), ...items.map(({ media }) => media.url)]);
  for (const url of shown.filter((one) => one.startsWith('attachment://'))) {
    if (!files.includes(url.slice('attachment://'.length))) throw invalidForm(`${url} does not come with the message`);
  }
  if (isV2 && files.some((name) => !shown.includes(`attachment://${name}`))) throw invalidForm('a file that no component shows');
  for (const { id } of attachments ?? []) {
    if (files[Number(id)] === undefined) throw invalidForm(`attachment ${id} does not come with the message`);
  }
}

/**
 * Holds a modal against what its schema may not say: https://docs.discord.com/developers/components/using-modal-components and
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 */
export function checkModal({ custom_id: id, title, components }: Modal): void {
  if (id.length < 1 || id.length > 100) throw invalidForm(`a custom_id of ${id.length} characters`);
  if (title.length < 1 || title.length > 45) throw invalidForm(`a title of ${title.length} characters`);
  if (components.length < 1 || components.length > 5) throw invalidForm(`${components.length} components`);
  const names = components.map(({ component }) => component?.custom_id);
  if (new Set(names).size < names.length) throw invalidForm('two fields with one custom_id');
}
