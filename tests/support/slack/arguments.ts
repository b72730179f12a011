import type { World } from './methods.ts';

/** An argument as text. */
export const str = (value: unknown): string => (value === undefined ? '' : String(value));

/** Why the bot may not speak in a channel: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function closedTo(id: string, { workspace }: World): string | undefined {
  const channel = workspace.channels.get(id);
  if (!channel) return 'channel_not_found';
  if (channel.isArchived) return 'is_archived';
  return channel.botIsMember ? undefined : 'not_in_channel';
}
