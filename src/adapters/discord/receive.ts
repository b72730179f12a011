import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIEmbed,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type GatewayMessageCreateDispatchData,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { parseText } from '../../core/command.ts';
import { COMMANDS } from '../../core/commands/index.ts';
import type { Language } from '../../core/content/schema.ts';
import { fill } from '../../core/form.ts';
import { intentOn } from '../../core/intent.ts';
import type { SpaceId } from '../../core/places.ts';
import type { Actor, Conversation, Pressed, Turn } from '../../core/turn.ts';
import { inviteLink } from './commands.ts';
import { writtenIn } from './form.ts';
import { actorId, conversationId, messageRef, spaceId } from './places.ts';

/** An act that Discord tells of: a turn, a question that is still being typed, or something that we know nothing of. */
export type Received =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly isPress: boolean }
  | { readonly kind: 'typing'; readonly text: string; readonly actor: Actor; readonly space: SpaceId }
  | { readonly kind: 'other' };

/** Reads a command, a press, what was written into a form, or a question that is being typed. */
export function receiveInteraction(interaction: APIInteraction, commandName: string): Received {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return { kind: 'turn', isPress: false, turn: { ...turnOf(interaction), ...saidIn(interaction, commandName) } };
    case InteractionType.MessageComponent:
      return { kind: 'turn', isPress: true, turn: pressOf(interaction) };
    case InteractionType.ModalSubmit:
      return { kind: 'turn', isPress: interaction.message !== undefined, turn: submissionOf(interaction) };
    case InteractionType.ApplicationCommandAutocomplete:
      return {
        kind: 'typing',
        text: questionIn(interaction),
        actor: actorOf(interaction),
        space: spaceIn(interaction.guild_id, userOf(interaction).id),
      };
    default:
      return { kind: 'other' };
  }
}

/** What one must know to read a message. */
export interface Hearing {
  /** The account as which the bot is mentioned. */
  readonly bot: string;
  readonly commandName: string;
  /** What the author may do in the server, which does not stand in a message. */
  readonly permissionsOf: (message: GatewayMessageCreateDispatchData) => bigint;
}

/** Reads a message to the bot, in a direct message or by mention; `undefined` where it is not for the bot. */
export function receiveMessage(message: GatewayMessageCreateDispatchData, { bot, commandName, permissionsOf }: Hearing): Turn | undefined {
  const isDirect = message.guild_id === undefined;
  const isMention = message.mentions.some(({ id }) => id === bot);
  if (message.author.bot || (!isDirect && !isMention)) return undefined;
  const text = message.content.replaceAll(new RegExp(`<@!?${bot}>`, 'g'), ' ').trim();
  const { id, username, global_name: name } = message.author;
  return {
    id: `discord:${message.id}`,
    intent: parseText(text, COMMANDS, commandName),
    typed: text,
    isOpen: !isDirect,
    actor: {
      id: actorId(id),
      name: message.member?.nick ?? name ?? username,
      locale: undefined,
      account: async () => ({ canManage: isDirect || managesServer(permissionsOf(message)) }),
    },
    conversation: conversationOf(message.channel_id, message.guild_id, isDirect, id),
  };
}

/** What an interaction tells of who acted where. */
function turnOf(
  interaction: APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction,
): Omit<Turn, 'intent'> {
  const isDirect = isAlone(interaction);
  const { id } = userOf(interaction);
  const conversation = conversationOf(interaction.channel?.id ?? '', interaction.guild_id, isDirect, id);
  return {
    id: `discord:${interaction.id}`,
    actor: actorOf(interaction),
    conversation: isBroughtAlong(interaction) ? { ...conversation, invite: inviteLink({ id: interaction.application_id }) } : conversation,
  };
}

/** Among people outside servers, where bots are never members, or in a server, but installed by the person only: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
const isBroughtAlong = ({ context, authorizing_integration_owners: owners }: APIInteraction): boolean =>
  context === InteractionContextType.PrivateChannel ||
  (context === InteractionContextType.Guild && owners?.[ApplicationIntegrationType.GuildInstall] === undefined);

function conversationOf(channel: string, guild: string | undefined, isDirect: boolean, user: string): Conversation {
  const id = isDirect ? actorId(user) : conversationId(channel, guild);
  return { id, space: spaceIn(guild, user), isDirect };
}

/** The server, or what a person has alone with the bot. */
const spaceIn = (guild: string | undefined, user: string): SpaceId => (guild === undefined ? actorId(user) : spaceId(guild));

/** Whether nobody but the person and the bot is there; a server that speaks an older form of the API does not say so itself. */
const isAlone = ({ context, guild_id: guild }: Pick<APIInteraction, 'context' | 'guild_id'>): boolean =>
  context === undefined ? guild === undefined : context === InteractionContextType.BotDM;

type Told = Pick<APIInteraction, 'member' | 'user' | 'context' | 'guild_id'> & { readonly locale?: string };

function userOf({ member, user }: Pick<APIInteraction, 'member' | 'user'>) {
  const found = member?.user ?? user;
  if (!found) throw new Error('an interaction without anyone who acted');
  return found;
}

function actorOf(told: Told): Actor {
  const { id, username, global_name: name } = userOf(told);
  const locale = languageOfLocale(told.locale);
  const canManage = isAlone(told) || managesServer(BigInt(told.member?.permissions ?? 0));
  return { id: actorId(id), name: told.member?.nick ?? name ?? username, locale, account: async () => ({ canManage, locale }) };
}

/** A language of Discord's clients as one of ours: https://docs.discord.com/developers/reference#locales */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  if (locale?.startsWith('zh')) return 'zh';
  return locale?.startsWith('en') ? 'en' : undefined;
}

const MANAGES = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels;

const managesServer = (permissions: bigint): boolean => (permissions & MANAGES) !== 0n;

function saidIn(interaction: APIApplicationCommandInteraction, commandName: string): Pick<Turn, 'intent' | 'typed'> {
  if (isMessageCommand(interaction)) {
    const text = termsIn(interaction.data.resolved.messages[interaction.data.target_id]);
    return { intent: { command: 'terms', args: { text } }, typed: text };
  }
  const text = questionIn(interaction);
  return { intent: parseText(text, COMMANDS, commandName), typed: text };
}

const isMessageCommand = (interaction: APIApplicationCommandInteraction): interaction is APIMessageApplicationCommandInteraction =>
  interaction.data.type === ApplicationCommandType.Message;

/** What stands in the one option of our command. */
function questionIn({ data }: APIApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction): string {
  const [option] = 'options' in data ? (data.options ?? []) : [];
  return option?.type === ApplicationCommandOptionType.String ? option.value : '';
}

/** The text of a message, with that of its parts where another app wrote it. */
function termsIn(message: Pick<APIMessage, 'content' | 'components' | 'embeds'> | undefined): string {
  return [message?.content ?? '', ...(message?.components ?? []).flatMap(textsIn), ...(message?.embeds ?? []).flatMap(textsOf)]
    .join('\n')
    .trim();
}

const textsOf = ({ title = '', description = '', fields = [] }: APIEmbed): string[] => [
  title,
  description,
  ...fields.flatMap(({ name, value }) => [name, value]),
];

function textsIn(component: object): string[] {
  const { content, components = [] } = component as { readonly content?: string; readonly components?: readonly object[] };
  return [...(content === undefined ? [] : [content]), ...components.flatMap(textsIn)];
}

function pressOf(interaction: APIMessageComponentInteraction): Turn {
  const turn = turnOf(interaction);
  return { ...turn, intent: intentOn(interaction.data.custom_id), pressed: pressedOf(interaction.message, turn.conversation) };
}

/** What was written into a modal of ours, which a button has opened. */
function submissionOf(interaction: APIModalSubmitInteraction): Turn {
  const { message, data } = interaction;
  const turn = turnOf(interaction);
  return {
    ...turn,
    intent: fill(intentOn(data.custom_id), writtenIn(data)),
    ...(message && { pressed: pressedOf(message, turn.conversation) }),
  };
}

function pressedOf({ flags, channel_id: channel, id }: APIMessage, { isDirect }: Conversation): Pressed {
  return { isPublic: ((flags ?? 0) & MessageFlags.Ephemeral) === 0 && !isDirect, message: messageRef(channel, id) };
}
