import { parseText } from '../../core/command.ts';
import { COMMANDS } from '../../core/commands/index.ts';
import { fill } from '../../core/form.ts';
import { type Intent, intentOn } from '../../core/intent.ts';
import type { ConversationId, SpaceId } from '../../core/places.ts';
import type { ActorId, Pressed } from '../../core/turn.ts';
import { readOrigin, writtenIn } from './form.ts';
import {
  type CommandPayload,
  type EventPayload,
  type Payload,
  type PressPayload,
  parsePayload,
  type ShortcutPayload,
  type SubmissionPayload,
} from './payloads.ts';
import { textsIn, typedText } from './text.ts';

/** Where an answer goes. */
export type Place =
  /** Into the acknowledgement, or to its address. */
  | { readonly kind: 'command'; readonly responseUrl: string }
  /** To the address of a press or a shortcut. */
  | {
      readonly kind: 'address';
      readonly responseUrl: string;
      readonly thread: string | undefined;
      readonly isKept: boolean;
      /** The message of a press. */
      readonly message?: string;
    }
  /** As a message of its own. */
  | {
      readonly kind: 'message';
      readonly channel: string;
      readonly thread: string | undefined;
      /** The thread, where somebody has opened it already. */
      readonly openThread: string | undefined;
    }
  /** Into App Home. */
  | { readonly kind: 'home' };

/** What somebody did in Slack, as far as the payload tells. */
export interface Received {
  /** The same whenever the same thing is delivered again. */
  readonly delivery: string;
  readonly intent: Intent;
  readonly typed?: string;
  readonly isOpen?: boolean;
  readonly pressed?: Pressed;
  readonly team: string;
  readonly user: string;
  /** As the payload names them, where it does. */
  readonly name: string | undefined;
  readonly channel: string;
  readonly place: Place;
  /** What opens a modal, within 3 seconds: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
  readonly trigger?: string;
}

/** What Slack tells of a workspace, to which there is nothing to say. */
export type Notice =
  /** Somebody brought somebody into a channel; it may be us. */
  | { readonly notice: 'invited'; readonly team: string; readonly channel: string; readonly member: string; readonly inviter?: string }
  /** We have no access to the workspace any more. */
  | { readonly notice: 'removed'; readonly team: string };

/** What the message shortcut is called in the app's manifest. */
export const EXPLAIN_SHORTCUT = 'explain_terms';

export const actorId = (team: string, user: string): ActorId => `slack:${team}:${user}`;
export const spaceId = (team: string): SpaceId => `slack:${team}`;
/** A thread belongs to its channel's conversation: standings and schedules are the channel's. */
export const conversationId = (team: string, channel: string): ConversationId => `slack:${team}:${channel}`;
export const messageRef = (team: string, channel: string, ts: string): string => `${team}/${channel}/${ts}`;

/** Whether nobody but two are in a conversation: https://docs.slack.dev/reference/objects/conversation-object */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Reads a delivery; `undefined` for one to which there is nothing to say. */
export function receive(body: unknown, commandName: string): Received | Notice | undefined {
  const payload = parsePayload(body);
  return payload && read(payload, commandName);
}

function read(payload: Payload, commandName: string): Received | Notice | undefined {
  switch (payload.kind) {
    case 'command':
      return fromCommand(payload, commandName);
    case 'press':
      return fromPress(payload);
    case 'shortcut':
      return fromShortcut(payload);
    case 'submission':
      return fromSubmission(payload);
    case 'event':
      return fromEvent(payload, commandName);
  }
}

function fromCommand(
  { team_id, user_id, user_name, channel_id, text, trigger_id, response_url }: CommandPayload,
  commandName: string,
): Received {
  const typed = typedText(text);
  return {
    delivery: `slack:${trigger_id}`,
    intent: parseText(typed, COMMANDS, commandName),
    typed,
    team: team_id,
    user: user_id,
    name: user_name,
    channel: channel_id,
    place: { kind: 'command', responseUrl: response_url },
  };
}

function fromPress({ user, team, trigger_id, container, actions, response_url }: PressPayload): Received | undefined {
  const person = { team: team?.id ?? user.team_id ?? '', user: user.id, name: user.username ?? user.name };
  const pressed = { delivery: `slack:${trigger_id}`, intent: intentOn(actions[0]?.value ?? ''), trigger: trigger_id, ...person };
  if (container.type === 'view') return { ...pressed, channel: user.id, place: { kind: 'home' } };
  if (response_url === undefined) return undefined;
  const { channel_id: channel, message_ts, thread_ts: thread, is_ephemeral } = container;
  const message = is_ephemeral ? {} : { message: messageRef(person.team, channel, message_ts) };
  return {
    ...pressed,
    channel,
    pressed: { isPublic: !is_ephemeral && !isDirect(channel), ...message },
    // In a direct message with us, answers stay; beside what only one person sees, they are seen by one person too.
    place: { kind: 'address', responseUrl: response_url, thread, isKept: isDirect(channel) && !is_ephemeral, message: message_ts },
  };
}

/** What was written into a modal of ours, and where its button stood. */
function fromSubmission({ user, team, view }: SubmissionPayload): Received | undefined {
  const origin = readOrigin(view.private_metadata);
  if (!origin) return undefined;
  const { button, place, channel, pressed } = origin;
  return {
    // A view is sent once, however often Slack tells of it.
    delivery: `slack:${view.id}`,
    intent: fill(intentOn(button ?? ''), writtenIn(view.state.values)),
    ...(pressed && { pressed }),
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    name: user.username ?? user.name,
    channel,
    place,
  };
}

function fromShortcut({ user, team, trigger_id, callback_id, response_url, channel, message }: ShortcutPayload): Received | undefined {
  if (callback_id !== EXPLAIN_SHORTCUT) return undefined;
  return {
    delivery: `slack:${trigger_id}`,
    intent: { command: 'terms', args: { text: termsIn(message) } },
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    name: user.username ?? user.name,
    channel: channel.id,
    place: { kind: 'address', responseUrl: response_url, thread: message.thread_ts, isKept: false },
  };
}

/** What a person sees of a message: its text, or where that is all in its parts, theirs. */
const termsIn = ({ text, blocks, attachments }: ShortcutPayload['message']): string =>
  [text, ...textsIn(attachments), ...(text === '' ? textsIn(blocks) : [])].map(typedText).join('\n').trim();

function fromEvent({ event_id, team_id, authorizations, event }: EventPayload, commandName: string): Received | Notice | undefined {
  const team = authorizations?.[0]?.team_id ?? team_id;
  const delivery = `slack:${event_id}`;
  if (event.type === 'member_joined_channel') {
    const { channel, user: member, inviter } = event;
    return { notice: 'invited', team, channel, member, ...(inviter !== undefined && { inviter }) };
  }
  if (event.type === 'app_uninstalled') return { notice: 'removed', team };
  if (event.type === 'tokens_revoked') return event.tokens.bot.length > 0 ? { notice: 'removed', team } : undefined;
  if (event.type === 'app_home_opened') {
    if (event.tab !== 'home') return undefined;
    const { user } = event;
    return { delivery, intent: { command: 'home', args: {} }, team, user, name: undefined, channel: user, place: { kind: 'home' } };
  }
  const { user, channel, text, ts, thread_ts } = event;
  if (user === undefined || !isFromPerson(event)) return undefined;
  const direct = isDirect(channel);
  const typed = typedText(text);
  return {
    delivery,
    intent: parseText(typed, COMMANDS, commandName),
    typed,
    isOpen: !direct,
    team,
    user,
    name: undefined,
    channel,
    place: { kind: 'message', channel, thread: direct ? thread_ts : (thread_ts ?? ts), openThread: thread_ts },
  };
}

/** Not by a bot, and no notice of an edit or a deletion; a message that is not direct comes to us as a mention only. */
function isFromPerson({
  type,
  subtype,
  bot_id,
  channel_type,
}: {
  type: string;
  subtype?: string | undefined;
  bot_id?: string | undefined;
  channel_type?: string | undefined;
}): boolean {
  if (bot_id !== undefined) return false;
  if (type === 'message' && channel_type !== 'im') return false;
  return subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
}
