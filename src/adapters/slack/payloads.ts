import { z } from 'zod';

/** What Slack delivers, as far as it is read here; everything else in it is left alone. */

const id = z.string().min(1).max(40);
const isTrue = z.union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)]).optional();

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const command = z
  .object({
    command: z.string(),
    text: z.string().default(''),
    team_id: id,
    channel_id: id,
    user_id: id,
    user_name: z.string().default(''),
    trigger_id: z.string(),
    response_url: z.url(),
    is_enterprise_install: isTrue,
  })
  .transform((payload) => ({ kind: 'command' as const, ...payload }));

const user = z.object({ id, name: z.string().optional(), username: z.string().optional(), team_id: id.optional() });
const interaction = { user, team: z.object({ id }).nullish(), trigger_id: z.string() };

const container = z.union([
  z.object({ type: z.literal('view') }),
  z.object({
    type: z.literal('message'),
    message_ts: z.string(),
    channel_id: id,
    is_ephemeral: z.boolean().default(false),
    thread_ts: z.string().optional(),
  }),
]);

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const press = z
  .object({
    type: z.literal('block_actions'),
    ...interaction,
    container,
    response_url: z.url().optional(),
    actions: z.array(z.object({ value: z.string().optional() })).min(1),
  })
  .transform((payload) => ({ kind: 'press' as const, ...payload }));

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload#message_actions */
const shortcut = z
  .object({
    type: z.literal('message_action'),
    ...interaction,
    callback_id: z.string(),
    response_url: z.url(),
    channel: z.object({ id }),
    message: z.object({
      text: z.string().default(''),
      blocks: z.array(z.unknown()).default([]),
      attachments: z.array(z.unknown()).default([]),
      thread_ts: z.string().optional(),
    }),
  })
  .transform((payload) => ({ kind: 'shortcut' as const, ...payload }));

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
const submission = z
  .object({
    type: z.literal('view_submission'),
    user,
    team: z.object({ id }).nullish(),
    view: z.object({
      id: z.string(),
      private_metadata: z.string(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
    }),
  })
  .transform((payload) => ({ kind: 'submission' as const, ...payload }));

/** https://docs.slack.dev/reference/events/app_mention and …/message.im */
const message = z.object({
  type: z.enum(['app_mention', 'message']),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: id.optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: id,
  channel_type: z.string().optional(),
});
/** https://docs.slack.dev/reference/events/app_home_opened */
const homeOpened = z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string() });
/** https://docs.slack.dev/reference/events/member_joined_channel */
const joined = z.object({ type: z.literal('member_joined_channel'), user: id, channel: id, inviter: id.optional() });

/** https://docs.slack.dev/reference/events/app_uninstalled */
const uninstalled = z.object({ type: z.literal('app_uninstalled') });
/** https://docs.slack.dev/reference/events/tokens_revoked */
const revoked = z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).default([]) }) });

/** https://docs.slack.dev/apis/events-api#callback-field */
const event = z
  .object({
    type: z.literal('event_callback'),
    event_id: z.string(),
    team_id: id,
    authorizations: z.array(z.object({ team_id: id.nullish() })).optional(),
    event: z.union([message, homeOpened, joined, uninstalled, revoked]),
  })
  .transform((payload) => ({ kind: 'event' as const, ...payload }));

export type Payload = CommandPayload | PressPayload | ShortcutPayload | SubmissionPayload | EventPayload;
export type CommandPayload = z.output<typeof command>;
export type PressPayload = z.output<typeof press>;
export type ShortcutPayload = z.output<typeof shortcut>;
export type SubmissionPayload = z.output<typeof submission>;
export type EventPayload = z.output<typeof event>;

/** A delivery as one of those that mean something to us; `undefined` for every other. */
export function parsePayload(body: unknown): Payload | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('command' in body) return command.safeParse(body).data;
  switch ('type' in body && body.type) {
    case 'block_actions':
      return press.safeParse(body).data;
    case 'message_action':
      return shortcut.safeParse(body).data;
    case 'view_submission':
      return submission.safeParse(body).data;
    case 'event_callback':
      return event.safeParse(body).data;
    default:
      return undefined;
  }
}
