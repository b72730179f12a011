import { closedTo, str } from './arguments.ts';
import { FILE_METHODS, type File, refusedPictures } from './files.ts';
import { type Broken, brokenByHome, brokenByMessage, brokenByModal, type Payload } from './rules.ts';
import { BOT, type Message, type Workspace } from './workspace.ts';

/** A call's arguments as they were sent: JSON where they are structures. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An answer without `ok`, which is false where there is an `error`. */
export type Answer = Readonly<Record<string, unknown>> & { readonly error?: string };

/** What a method needs to do its work. */
export interface World {
  readonly workspace: Workspace;
  /** Where the server is, for addresses that it hands out. */
  readonly address: string;
  /** Writes down what must not happen. */
  violated(rule: string, details?: unknown): void;
  readonly files: Map<string, File>;
  /** How often a new file is refused in a message before Slack is done with it. */
  readonly processing: { checks: number };
  /** Uses up a trigger; who made it, or what is wrong with it. */
  useTrigger(id: string): { readonly user: string } | { readonly error: string };
  /** Hands out a socket's address, once. */
  newSocket(): string;
  /** Exchanges a code, or a refresh token, for a bot token; what is wrong with it, where something is. */
  exchange(args: Arguments): Answer;
}

/** A method of the Web API. */
export interface Method {
  /** The scope that a token needs for it, by the method's page: https://docs.slack.dev/reference/methods */
  readonly scope: string | undefined;
  /** The scope in a direct message, where it is another one. */
  readonly scopeInDirect?: string;
  readonly call: (args: Arguments, world: World) => Answer;
}

const refusal = (broken: readonly Broken[], { violated }: World): Answer | undefined => {
  for (const { rule, details } of broken) violated(rule, details);
  return broken[0] && { error: broken[0].error, response_metadata: { messages: broken.flatMap(({ details }) => details) } };
};

const contentOf = (args: Arguments): Payload => ({
  text: str(args.text),
  ...(args.blocks !== undefined && { blocks: args.blocks as never }),
});

/** A channel's id, or that of the direct message with a person whose id is given. */
const channelOf = (args: Arguments, { workspace }: World): string => {
  const id = str(args.channel);
  return workspace.people.has(id) ? workspace.directWith(id).id : id;
};

function post(args: Arguments, world: World, onlyFor?: string): Answer {
  const channel = channelOf(args, world);
  const error = closedTo(channel, world);
  if (error) return { error };
  const refused = refusal(brokenByMessage(contentOf(args)), world);
  if (refused) return refused;
  const unshown = refusedPictures(contentOf(args), world);
  if (unshown) return { error: unshown };
  const { ts } = world.workspace.add({
    ...contentOf(args),
    channel,
    user: BOT.user,
    ...(args.thread_ts !== undefined && { thread_ts: str(args.thread_ts) }),
    ...(args.metadata !== undefined && { metadata: args.metadata as Message['metadata'] }),
    onlyFor,
  });
  return { channel, ts };
}

function change(args: Arguments, world: World, act: (channel: string, ts: string) => Answer): Answer {
  const [channel, ts] = [str(args.channel), str(args.ts)];
  const error = closedTo(channel, world);
  if (error) return { error };
  const message = world.workspace.find(channel, ts);
  if (!message || message.onlyFor !== undefined) return { error: 'message_not_found' };
  return message.user === BOT.user ? act(channel, ts) : { error: 'cant_update_message' };
}

/** Methods of the Web API: https://docs.slack.dev/reference/methods */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    scope: undefined,
    call: (_args, { workspace }) => ({ team_id: workspace.team, team: 'Test', user_id: BOT.user, bot_id: BOT.bot }),
  },
  // https://docs.slack.dev/authentication/using-token-rotation
  'oauth.v2.access': { scope: undefined, call: (args, world) => world.exchange(args) },
  'chat.postMessage': { scope: 'chat:write', call: (args, world) => post(args, world) },
  'chat.postEphemeral': {
    scope: 'chat:write',
    call: (args, world) => {
      const thread = str(args.thread_ts);
      const isOpen = world.workspace.messages.some(({ channel, thread_ts }) => channel === args.channel && thread_ts === thread);
      // In a thread that is not open yet, nobody is shown it.
      const { ts, error } = post(args, world, args.thread_ts === undefined || isOpen ? str(args.user) : 'nobody');
      return error === undefined ? { message_ts: ts } : { error };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    call: (args, world) =>
      change(args, world, (channel, ts) => {
        const unshown = refusedPictures(contentOf(args), world);
        const refused = refusal(brokenByMessage(contentOf(args)), world) ?? (unshown === undefined ? undefined : { error: unshown });
        if (!refused) world.workspace.change(channel, ts, contentOf(args));
        return refused ?? { channel, ts };
      }),
  },
  'conversations.history': {
    scope: 'channels:history',
    scopeInDirect: 'im:history',
    call: (args, world) => {
      const channel = str(args.channel);
      const error = closedTo(channel, world);
      if (error) return { error };
      const oldest = Number(args.oldest ?? 0);
      const all = world.workspace.messages
        .filter((message) => message.channel === channel && message.onlyFor === undefined && Number(message.ts) > oldest)
        .toReversed();
      const from = Number(args.cursor ?? 0);
      const to = from + Number(args.limit ?? 100);
      const withMetadata = str(args.include_all_metadata) === 'true';
      const messages = all
        .slice(from, to)
        .map(({ metadata, ...message }) => ({ ...message, ...(withMetadata && metadata && { metadata }) }));
      return { messages, has_more: to < all.length, response_metadata: { next_cursor: to < all.length ? String(to) : '' } };
    },
  },
  'conversations.info': {
    scope: 'channels:read',
    call: ({ channel }, { workspace }) => {
      const found = workspace.channels.get(str(channel));
      // A private channel is not shown to those who are not in it.
      if (!found || (found.isPrivate && !found.botIsMember)) return { error: 'channel_not_found' };
      return { channel: { id: found.id, name: found.name, is_member: found.botIsMember } };
    },
  },
  'conversations.members': {
    scope: 'channels:read',
    call: ({ channel, limit, cursor }, { workspace }) => {
      const found = workspace.channels.get(str(channel));
      if (!found) return { error: 'channel_not_found' };
      const all = found.members ?? [...workspace.people.keys()];
      const [from, to] = [Number(cursor ?? 0), Number(cursor ?? 0) + Number(limit ?? 100)];
      return { members: all.slice(from, to), response_metadata: { next_cursor: to < all.length ? String(to) : '' } };
    },
  },
  'conversations.open': {
    scope: 'im:write',
    call: ({ users }, { workspace }) =>
      workspace.people.has(str(users)) ? { channel: { id: workspace.directWith(str(users)).id } } : { error: 'user_not_found' },
  },
  'users.info': {
    scope: 'users:read',
    call: ({ user, include_locale }, { workspace }) => {
      const person = workspace.people.get(str(user));
      if (!person) return { error: 'user_not_found' };
      const { id, name, zone, locale, isAdmin } = person;
      const shown = str(include_locale) === 'true' ? { locale } : {};
      return { user: { id, name, profile: { display_name: name }, tz: zone, is_admin: isAdmin, is_owner: false, ...shown } };
    },
  },
  'views.publish': {
    scope: undefined,
    call: ({ user_id, view }, world) => {
      const unshown = refusedPictures(view as Payload, world);
      const refused = refusal(brokenByHome(view as never), world) ?? (unshown === undefined ? undefined : { error: 'invalid_arguments' });
      if (!refused) world.workspace.setHome(str(user_id), view as Payload);
      return refused ?? { view: {} };
    },
  },
  'views.open': {
    scope: undefined,
    call: ({ trigger_id, view }, world) => {
      const trigger = world.useTrigger(str(trigger_id));
      if ('error' in trigger) return trigger;
      const refused = refusal(brokenByModal(view as never), world);
      if (!refused) world.workspace.openModal(trigger.user, view as Payload);
      return refused ?? { view: {} };
    },
  },
  'apps.connections.open': { scope: undefined, call: (_args, world) => ({ url: world.newSocket() }) },
  ...FILE_METHODS,
};
