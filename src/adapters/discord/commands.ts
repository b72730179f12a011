import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  OAuth2Scopes,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import { ContentError } from '../../core/errors.ts';
import { codeOf, isInDoubt, isTokenRefused, type Lane } from './rest.ts';

/** The app behind our token. */
export interface Application {
  readonly id: string;
  /** The account as which it speaks. */
  readonly bot: string;
}

type Command = RESTPostAPIApplicationCommandsJSONBody;

/** Read by Discord's people before they know us, so it follows their client's language rather than ours: Traditional Chinese too. */
const ASK = {
  description: 'Look something up about Docker and Kubernetes, or type help',
  localized: { 'zh-CN': '查 Docker 和 Kubernetes 的概念，或输入“帮助”', 'zh-TW': '查詢 Docker 與 Kubernetes 的概念，或輸入「幫助」' },
};
const QUESTION = {
  name: 'question',
  names: { 'zh-CN': '问题', 'zh-TW': '問題' },
  description: 'A question in your own words, in English or Chinese, or a command',
  localized: { 'zh-CN': '用自己的话提问，中英文都行；也可以是命令', 'zh-TW': '用自己的話提問，中英文皆可；也可以是指令' },
};
const EXPLAIN = { name: 'Explain the terms here', names: { 'zh-CN': '解释这里的术语', 'zh-TW': '解釋這裡的術語' } };

/** What people find in Discord's menus. */
export function commandsFor(commandName: string): Command[] {
  const anywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  return [
    {
      ...anywhere,
      type: ApplicationCommandType.ChatInput,
      name: commandName,
      description: ASK.description,
      description_localizations: ASK.localized,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: QUESTION.name,
          name_localizations: QUESTION.names,
          description: QUESTION.description,
          description_localizations: QUESTION.localized,
          // What one types behind the command goes into a required option by itself.
          required: true,
          autocomplete: true,
        },
      ],
    },
    { ...anywhere, type: ApplicationCommandType.Message, name: EXPLAIN.name, name_localizations: EXPLAIN.names },
  ];
}

/**
 * Shows Discord our token, and asks who we are.
 *
 * @throws ContentError when Discord cannot be reached, or does not take the token.
 */
export async function introduce(talk: Lane): Promise<Application> {
  try {
    const { id, bot } = (await talk((rest) => rest.get('/applications/@me'))) as {
      readonly id: string;
      readonly bot?: { readonly id: string };
    };
    return { id, bot: bot?.id ?? id };
  } catch (error) {
    if (isTokenRefused(error)) throw new ContentError(BAD_TOKEN, { cause: error });
    if (isInDoubt(error)) throw new ContentError(`Discord cannot be reached: ${(error as Error).message}`, { cause: error });
    throw error;
  }
}

/** What whoever runs the bot is told where Discord does not take its token. */
export const BAD_TOKEN =
  'Discord does not take DISCORD_TOKEN. Make a new one: https://discord.com/developers/applications, your application, Bot, Reset Token.';

/** Where commands are registered, and under which name. */
export interface Registering {
  readonly commandName: string;
  /** The one server to do so in, at once; otherwise everywhere, which clients notice when they look anew. */
  readonly guild: string | undefined;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const MISSING_ACCESS = 50001;

/**
 * Registers our commands in the place of whatever is registered, unless that is the same.
 *
 * @returns what was done, for whoever runs the bot.
 * @throws ContentError when the bot is not in the one server.
 */
export async function register(talk: Lane, application: Application, registering: Registering): Promise<string> {
  const { guild } = registering;
  try {
    const said = (await overwrite(talk, application, registering))
      ? 'The commands are registered.'
      : 'The commands are registered as they were.';
    const isTwice = guild !== undefined && (await listed(talk, Routes.applicationCommands(application.id))).length > 0;
    return isTwice ? `${said} They are registered everywhere too, so people in the server of DISCORD_GUILD_ID see them twice.` : said;
  } catch (error) {
    if (guild === undefined || codeOf(error) !== MISSING_ACCESS) throw error;
    throw new ContentError(`I am not in the server ${guild} of DISCORD_GUILD_ID. Take me in first: ${inviteLink(application)}`, {
      cause: error,
    });
  }
}

async function overwrite(talk: Lane, { id }: Application, { commandName, guild }: Registering): Promise<boolean> {
  const route = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  // Where a server's own commands may be used is that server.
  const ours = commandsFor(commandName).map(({ integration_types, contexts, ...rest }) =>
    guild === undefined ? { ...rest, integration_types, contexts } : rest,
  );
  const theirs = await listed(talk, route);
  if (theirs.length === ours.length && ours.every((command) => theirs.some((known) => holds(known, command)))) return false;
  await talk((rest) => rest.put(route, { body: ours }));
  return true;
}

const listed = async (talk: Lane, route: `/${string}`): Promise<readonly object[]> =>
  (await talk((rest) => rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }))) as object[];

/** Takes back the commands of one server, where they stand beside those that are registered everywhere. */
export async function withdraw(talk: Lane, { id }: Application, guild: string): Promise<void> {
  await talk((rest) => rest.put(Routes.applicationGuildCommands(id, guild), { body: [] }));
}

/** Whether what Discord tells of a thing has all that we say of it; it adds ids, versions and defaults. */
function holds(known: unknown, ours: unknown): boolean {
  if (Array.isArray(ours)) return Array.isArray(known) && known.length === ours.length && ours.every((item, at) => holds(known[at], item));
  if (typeof ours !== 'object' || ours === null) return isDeepStrictEqual(known, ours);
  if (typeof known !== 'object' || known === null) return false;
  return Object.entries(ours).every(([key, value]) => value === undefined || holds((known as Record<string, unknown>)[key], value));
}

/** What the bot may do in a server, and no more: be there, answer, post the quiz with its files, and look whether it has posted it. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** The page on which people take the bot into a server: https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteLink({ id }: Pick<Application, 'id'>): string {
  const query = new URLSearchParams({
    client_id: id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
