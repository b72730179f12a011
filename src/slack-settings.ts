import { z } from 'zod';
import type { SlackSettings } from './adapters/slack/index.ts';

/** What Slack's tokens begin with: https://docs.slack.dev/authentication/tokens */
const KINDS_OF_TOKEN = { 'xoxb-': 'a bot token', 'xapp-': 'an app token', 'xoxp-': 'a user’s token', xoxe: 'a refresh token' };

/** What is wrong with a token, which may be one of another kind. */
function mixedUp(wanted: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => {
    const [, kind] = Object.entries(KINDS_OF_TOKEN).find(([prefix]) => String(input).startsWith(prefix)) ?? [];
    return kind === undefined ? wanted : `this is ${kind}; the right one ${wanted}`;
  };
}

/** What Slack needs, as the environment or `.env` may hold it; where each is found: https://api.slack.com/apps, then your app. */
export const slackSchema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', { error: mixedUp('begins with xoxb-: “Bot User OAuth Token” under “OAuth & Permissions”') })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', {
      error: mixedUp('begins with xapp-: under “Basic Information”, “App-Level Tokens”, with the scope connections:write'),
    })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'is 32 digits from 0 to f: “Signing Secret” under “Basic Information”')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\d.]+$/, 'is digits and a dot: “Client ID” under “Basic Information”')
    .optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(32, 'at least 32 characters that nobody can guess: openssl rand -hex 32').optional(),
  SECRET_KEY: z.string().min(32, 'at least 32 characters that nobody can guess: openssl rand -hex 32').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'write an address such as https://slack.com/api/, or leave it out' }).optional(),
});

type Given = z.output<typeof slackSchema>;

/** Slack's own address: https://docs.slack.dev/apis/web-api */
const SLACK_API = 'https://slack.com/api/';

/** The settings of Slack, nothing where none is given, or what is missing from them. */
export function slackSettings(given: Given): SlackSettings | undefined | { readonly missing: readonly string[] } {
  const { SLACK_API_URL: apiUrl = SLACK_API, ...others } = given;
  if (!Object.keys(others).some((name) => name.startsWith('SLACK_'))) return undefined;
  const [transport, access] = [transportIn(given), accessIn(given)];
  const missing = [transport, access].flatMap((part) => ('missing' in part ? part.missing : []));
  if ('missing' in transport || 'missing' in access) return { missing };
  return { apiUrl: apiUrl.replace(/\/*$/, '/'), transport, access };
}

function transportIn({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
}: Given): SlackSettings['transport'] | { missing: string[] } {
  if (appToken) return { kind: 'socket', appToken };
  if (signingSecret) return { kind: 'http', signingSecret };
  return { missing: ['SLACK_APP_TOKEN: is missing (Socket Mode, needs no public address); or SLACK_SIGNING_SECRET, for requests by HTTP'] };
}

/** One workspace by its token, or many by OAuth; not both. */
function accessIn(given: Given): SlackSettings['access'] | { missing: string[] } {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SECRET_KEY: secretKey,
  } = given;
  if (!clientId && !clientSecret && !stateSecret) {
    if (botToken) return { kind: 'token', botToken };
    return { missing: ['SLACK_BOT_TOKEN: is missing beside the other settings of Slack (“OAuth & Permissions”, begins with xoxb-)'] };
  }
  if (botToken) return { missing: ['SLACK_BOT_TOKEN: leave it out where workspaces install the app by themselves (SLACK_CLIENT_ID)'] };
  if (clientId && clientSecret && stateSecret && secretKey) return { kind: 'oauth', clientId, clientSecret, stateSecret, secretKey };
  const all = { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret, SECRET_KEY: secretKey };
  return {
    missing: Object.entries(all)
      .filter(([, value]) => !value)
      .map(([name]) => `${name}: is missing, so that workspaces can install the app by themselves`),
  };
}
