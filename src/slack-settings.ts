import { z } from 'zod';
import type { SlackSettings } from './adapters/slack/index.ts';

/** What Slack needs, as the environment or `.env` may hold it; where each is found: https://api.slack.com/apps, then your app. */
export const slackSchema = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'begins with xoxb-: “Bot User OAuth Token” under “OAuth & Permissions”').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'begins with xapp-: under “Basic Information”, “App-Level Tokens”, with the scope connections:write')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'is 32 digits from 0 to f: “Signing Secret” under “Basic Information”')
    .optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'write an address such as https://slack.com/api/, or leave it out' }).optional(),
});

/** Slack's own address: https://docs.slack.dev/apis/web-api */
const SLACK_API = 'https://slack.com/api/';

/** The settings of Slack, nothing where none is given, or what is missing from them. */
export function slackSettings(given: z.output<typeof slackSchema>): SlackSettings | undefined | { readonly missing: readonly string[] } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl } = given;
  if (!botToken && !appToken && !signingSecret) return undefined;
  const missing = [
    ...(botToken ? [] : ['SLACK_BOT_TOKEN: is missing beside the other settings of Slack (“OAuth & Permissions”, begins with xoxb-)']),
    ...(appToken || signingSecret
      ? []
      : ['SLACK_APP_TOKEN: is missing (Socket Mode, needs no public address); or SLACK_SIGNING_SECRET, for requests by HTTP']),
  ];
  if (!botToken || missing.length > 0) return { missing };
  return {
    apiUrl: apiUrl === undefined ? SLACK_API : apiUrl.replace(/\/*$/, '/'),
    botToken,
    transport: appToken ? { kind: 'socket', appToken } : { kind: 'http', signingSecret: signingSecret ?? '' },
  };
}
