import { randomUUID } from 'node:crypto';
import type { SlackServer } from './server.ts';
import type { Delivery, Taken } from './transport.ts';
import { BOT, type Channel, type Message, type Modal, type Person } from './workspace.ts';

/** A button as it stands in a message or in App Home. */
export interface ShownButton {
  readonly block_id?: string;
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

interface Holder {
  readonly blocks?: readonly { readonly type: string }[];
}

/** The buttons of a message or a view, in order. */
export const buttonsOf = ({ blocks = [] }: Holder): ShownButton[] =>
  blocks.filter(({ type }) => type === 'actions').flatMap((block) => Reflect.get(block, 'elements') as ShownButton[]);

/** What a person in Slack can do, and what they see of the bot. */
export function createPerson(slack: SlackServer, name: string, about?: Partial<Person>) {
  const { workspace } = slack;
  const person = workspace.addPerson(name, about);
  const { id } = person;
  const team = { id: workspace.team, domain: 'test' };

  const event = (inner: object): Delivery => ({
    kind: 'events_api',
    body: {
      type: 'event_callback',
      event_id: `Ev${randomUUID()}`,
      team_id: workspace.team,
      api_app_id: BOT.app,
      authorizations: [{ team_id: workspace.team, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
      event: inner,
    },
  });
  const interaction = (channel: string | undefined, message: string | undefined, more: object): Delivery => ({
    kind: 'interactive',
    body: {
      team,
      user: { id, username: name, name, team_id: workspace.team },
      api_app_id: BOT.app,
      trigger_id: slack.newTrigger(id),
      is_enterprise_install: false,
      ...(channel !== undefined && {
        channel: { id: channel, name: workspace.channels.get(channel)?.name },
        response_url: slack.newResponseUrl({ channel, user: id, message }),
      }),
      ...more,
    },
  });
  const press = (button: ShownButton) => [{ type: 'button', action_ts: '1.0', ...button }];
  const find = (holder: Holder, label: string): ShownButton => {
    const button = buttonsOf(holder).find(({ text }) => text.text === label);
    if (!button) throw new Error(`no button "${label}" among ${buttonsOf(holder).map(({ text }) => text.text)}`);
    return button;
  };

  return {
    ...person,
    slack,
    /** The direct message with the bot. */
    direct: (): Channel => workspace.directWith(id),
    sees: (channel: Channel): Message[] => workspace.seenBy(id, channel.id),
    /** Waits for a message of the bot that shows a text, and gives the newest. */
    until: (channel: Channel, text: string): Promise<Message> =>
      workspace.until(() => workspace.seenBy(id, channel.id).findLast((message) => JSON.stringify(message).includes(text))),
    /** Waits until App Home shows a text. */
    homeUntil: (text: string) =>
      workspace.until(() => {
        const view = workspace.homes.get(id);
        return view && JSON.stringify(view).includes(text) ? view : undefined;
      }),

    /** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
    command(channel: Channel, text: string): Delivery {
      const origin = { channel: channel.id, user: id };
      return {
        kind: 'slash_commands',
        body: {
          command: '/k8s',
          text,
          team_id: workspace.team,
          channel_id: channel.id,
          channel_name: channel.name,
          user_id: id,
          user_name: name,
          api_app_id: BOT.app,
          is_enterprise_install: 'false',
          trigger_id: slack.newTrigger(id),
          response_url: slack.newResponseUrl(origin),
        },
      };
    },
    types(channel: Channel, text: string): Promise<Taken | undefined> {
      return slack.deliver(this.command(channel, text), { channel: channel.id, user: id });
    },

    /** Writes a message; where the bot is mentioned, or in a direct message, it is told: https://docs.slack.dev/reference/events/app_mention and …/message.im */
    message(channel: Channel, text: string, thread_ts?: string): Delivery {
      const { ts } = workspace.add({ channel: channel.id, user: id, text, thread_ts });
      const isDirect = channel.personOfDirect !== undefined;
      const inner = {
        type: isDirect ? 'message' : 'app_mention',
        ...(isDirect && { channel_type: 'im' }),
        user: id,
        text,
        ts,
        event_ts: ts,
      };
      return event({ ...inner, channel: channel.id, ...(thread_ts !== undefined && { thread_ts }) });
    },
    says(channel: Channel, text: string, thread?: string): Promise<Taken | undefined> {
      return slack.deliver(this.message(channel, text, thread));
    },

    /** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
    press(message: Message, button: ShownButton): Delivery {
      const { ts, channel, thread_ts, onlyFor } = message;
      const isEphemeral = onlyFor !== undefined;
      const container = {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: isEphemeral,
        ...(thread_ts && { thread_ts }),
      };
      const shown = isEphemeral ? {} : { message: { type: 'message', user: BOT.user, bot_id: BOT.bot, ts, text: message.text } };
      return interaction(channel, ts, { type: 'block_actions', container, ...shown, actions: press(button) });
    },
    presses(message: Message, label: string): Promise<Taken | undefined> {
      return slack.deliver(this.press(message, find(message, label)));
    },

    /** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload#message_actions */
    choosesShortcut(message: Message, callback_id: string): Promise<Taken | undefined> {
      const { channel: _channel, onlyFor: _onlyFor, ...seen } = message;
      const shown = { type: 'message', ...seen };
      return slack.deliver(
        interaction(message.channel, message.ts, { type: 'message_action', callback_id, message: shown, message_ts: message.ts }),
      );
    },

    /** https://docs.slack.dev/reference/events/app_home_opened */
    opensHome: () =>
      slack.deliver(event({ type: 'app_home_opened', user: id, tab: 'home', channel: workspace.directWith(id).id, event_ts: '1.0' })),
    pressesHome(view: Holder, label: string): Promise<Taken | undefined> {
      const shown = { id: 'V1', type: 'home', hash: '1' };
      const container = { type: 'view', view_id: 'V1' };
      return slack.deliver(
        interaction(undefined, undefined, { type: 'block_actions', container, view: shown, actions: press(find(view, label)) }),
      );
    },
    /** Waits until a modal is open. */
    modalUntil: (text: string): Promise<Modal> =>
      workspace.until(() => {
        const view = workspace.modals.get(id);
        return view && JSON.stringify(view).includes(text) ? view : undefined;
      }),
    /** Sends a modal with a text in its field, which closes it: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
    submission(modal: Modal, value: string | null): Delivery {
      const [field] = modal.blocks ?? [];
      const { block_id = '', element } = field as { block_id?: string; element?: { type: string; action_id: string } };
      const state = { values: { [block_id]: { [element?.action_id ?? '']: { type: element?.type, value } } } };
      return interaction(undefined, undefined, { type: 'view_submission', view: { ...modal, state }, response_urls: [] });
    },
    submits(modal: Modal, value: string | null): Promise<Taken | undefined> {
      workspace.modals.delete(id);
      return slack.deliver(this.submission(modal, value));
    },
    /**
     * Brings the bot into a channel: https://docs.slack.dev/reference/events/member_joined_channel
     *
     * @returns the delivery that tells it; nothing where the app has not the scope that the event needs.
     */
    invites(channel: Channel): Delivery | undefined {
      workspace.channels.set(channel.id, { ...channel, botIsMember: true });
      if (slack.tokens.scopes && !slack.tokens.scopes.includes('channels:read')) return undefined;
      const joined = { type: 'member_joined_channel', user: BOT.user, channel: channel.id, channel_type: 'C', team: workspace.team };
      return event({ ...joined, inviter: id, event_ts: '1.0' });
    },
    tells: (inner: object) => slack.deliver(event(inner)),
  };
}
