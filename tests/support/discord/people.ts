import { ApplicationCommandType, ComponentType, GatewayIntentBits, InteractionType } from 'discord-api-types/v10';
import { channelPayload, memberPayload, messagePayload, userPayload } from './payloads.ts';
import { partsOf } from './rules.ts';
import type { Channel, Interaction, Message, Person, World } from './world.ts';

/** How an interaction reaches the bot. */
export type Deliver = (interaction: Interaction, payload: object, guildId: string | undefined) => void;

/** How an event reaches the bot. */
export type Tell = (event: { name: string; payload: unknown; guildId?: string; intents: number }) => void;

/** The answer to an act: what the person then sees of it, or nothing where the bot was too late. */
export interface Acted extends Interaction {
  /** The message that answers; `undefined` while it is loading, or where there is none. */
  readonly answer: () => Message | undefined;
}

/** What people can do on Discord. */
export function createPeople(world: World, deliver: Deliver, tell: Tell) {
  let count = 0;
  let deliverAgain = (): void => {};
  function person(name: string, said: Partial<Omit<Person, 'name'>> = {}): Person {
    const someone: Person = { id: world.snowflake(), name, locale: 'en-US', ...said };
    world.people.set(someone.id, someone);
    return someone;
  }

  function act(by: Person, channel: Channel, kind: Interaction['kind'], type: InteractionType, rest: object): Acted {
    const id = world.snowflake();
    const token = `token-${id}-${++count}`;
    const pressed = (rest as { message?: { id: string } }).message?.id;
    const interaction: Interaction = {
      ...{ id, token, channelId: channel.id, userId: by.id, sentAt: world.now(), kind },
      ...(pressed !== undefined && { pressed }),
    };
    world.interactions.set(token, interaction);
    deliverAgain = () => deliver(interaction, { ...envelope(world, interaction, by, channel), type, ...rest }, channel.guildId);
    deliverAgain();
    // What becomes of it is read off the interaction itself, which the bot's answers change.
    return Object.assign(interaction, { answer: () => channel.messages.get(interaction.originalId ?? '') });
  }

  return {
    person,
    /** The last act is told to the bot once more. */
    repeats: (): void => deliverAgain(),
    /** Sends `/name question:text`. */
    types: (by: Person, channel: Channel, text: string | undefined, name = 'k8s'): Acted =>
      act(by, channel, 'command', InteractionType.ApplicationCommand, {
        data: {
          ...{ id: '1', type: ApplicationCommandType.ChatInput, name, ...ownerOf(world, channel) },
          ...(text !== undefined && { options: [option(text)] }),
        },
      }),
    /** Has typed so much of a question. */
    completes: (by: Person, channel: Channel, text: string, name = 'k8s'): Acted =>
      act(by, channel, 'autocomplete', InteractionType.ApplicationCommandAutocomplete, {
        data: { id: '1', type: ApplicationCommandType.ChatInput, name, options: [{ ...option(text), focused: true }] },
      }),
    /** Chooses a command of ours in the menu of someone's message. */
    chooses: (by: Person, channel: Channel, name: string, message: Message): Acted =>
      act(by, channel, 'command', InteractionType.ApplicationCommand, {
        data: {
          ...{ id: '2', type: ApplicationCommandType.Message, name, target_id: message.id },
          resolved: { messages: { [message.id]: messagePayload(world, message) } },
        },
      }),
    /** Presses the button with a label. Nobody can press what they do not see. */
    presses(by: Person, message: Message, label: string): Acted {
      const button = partsOf(message.components ?? []).find((part) => part.label === label);
      const channel = world.channels.get(message.channelId);
      if (!button || !channel || !world.seenBy(by, channel).includes(message)) throw new Error(`${by.name} sees no button "${label}"`);
      return act(by, channel, 'component', InteractionType.MessageComponent, {
        data: { component_type: ComponentType.Button, custom_id: button.custom_id, id: button.id ?? 1 },
        message: messagePayload(world, message),
      });
    },
    /** Presses a button that we never made. */
    forges: (by: Person, message: Message, channel: Channel, customId: string): Acted =>
      act(by, channel, 'component', InteractionType.MessageComponent, {
        data: { component_type: ComponentType.Button, custom_id: customId, id: 1 },
        message: messagePayload(world, message),
      }),
    /** Sends the modal that an act has opened, with a text in its field: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
    submits(by: Person, opened: Acted, value: string): Acted {
      const { modal, channelId, pressed } = opened;
      const channel = world.channels.get(channelId);
      if (!modal || !channel) throw new Error(`${by.name} sees no modal`);
      const message = channel.messages.get(pressed ?? '');
      return act(by, channel, 'submission', InteractionType.ModalSubmit, {
        data: {
          custom_id: modal.custom_id,
          components: modal.components.map(({ type, component }, at) => ({
            type,
            id: 2 * at + 1,
            component: { ...bare(component), id: 2 * at + 2, value },
          })),
        },
        ...(message && { message: messagePayload(world, message) }),
      });
    },
    /** Writes a message. The bot is told of its text only where it is mentioned, or alone with the person. */
    says(by: Person, channel: Channel, content: string): Message {
      const message = world.put({ id: world.snowflake(), channelId: channel.id, authorId: by.id, content, files: [] });
      const isMention = content.includes(`<@${world.application.id}>`);
      const isDirect = channel.guildId === undefined;
      // https://docs.discord.com/developers/events/gateway#message-content-intent
      const payload = {
        ...messagePayload(world, message),
        content: isMention || isDirect ? content : '',
        mentions: isMention ? [world.application] : [],
        channel_type: channel.type,
        ...(channel.guildId !== undefined && { guild_id: channel.guildId, member: withoutUser(by) }),
      };
      const intents = isDirect ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
      tell({ name: 'MESSAGE_CREATE', payload, intents, ...(channel.guildId !== undefined && { guildId: channel.guildId }) });
      return message;
    },
  };
}

const bare = (component: { readonly type: number; readonly custom_id: string } | undefined) => ({
  type: component?.type,
  custom_id: component?.custom_id,
});

/** The server to which a command belongs, where it stands in no other: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure */
const ownerOf = ({ commands }: World, { guildId = '' }: Channel) => ((commands.get(guildId) ?? []).length > 0 ? { guild_id: guildId } : {});

const option = (value: string) => ({ type: 3, name: 'question', value });

function withoutUser(person: Person): object {
  const { user: _user, permissions: _permissions, ...rest } = memberPayload(person);
  return rest;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function envelope(world: World, { id, token }: Interaction, by: Person, channel: Channel): object {
  const isDirect = channel.recipientId !== undefined;
  const isInstalled = channel.guildId !== undefined && world.guilds.has(channel.guildId);
  return {
    id,
    token,
    version: 1,
    application_id: world.application.id,
    channel_id: channel.id,
    channel: channelPayload(channel),
    locale: by.locale,
    app_permissions: '0',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    context: channel.guildId !== undefined ? 0 : isDirect ? 1 : 2,
    authorizing_integration_owners: isInstalled ? { 0: channel.guildId } : { 1: by.id },
    ...(channel.guildId === undefined
      ? { user: userPayload(by) }
      : { guild_id: channel.guildId, guild_locale: 'en-US', member: memberPayload(by) }),
  };
}
