import type { WebClient } from '@slack/web-api';
import { slackCode } from './errors.ts';
import { isDirect } from './receive.ts';

/** Whether the bot is in a channel, or is the other one in a person's direct message. Never rejects: what Slack does not tell counts as yes. */
export async function isBotIn(client: WebClient, channel: string, user: string): Promise<boolean> {
  try {
    // Commands can be typed in the direct messages of two people too.
    if (isDirect(channel)) return (await client.conversations.open({ users: user })).channel?.id === channel;
    return (await client.conversations.info({ channel })).channel?.is_member ?? true;
  } catch (error) {
    // What is private is not even found: https://docs.slack.dev/reference/methods/conversations.info#errors
    return slackCode(error) !== 'channel_not_found';
  }
}
