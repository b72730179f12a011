import type { APIApplication } from 'discord-api-types/v10';
import { inviteLink } from '../adapters/discord/commands.ts';
import type { DiscordSettings } from '../adapters/discord/index.ts';
import { tokenAdvice } from '../adapters/slack/errors.ts';
import type { SlackSettings } from '../adapters/slack/index.ts';
import { SCOPES } from '../adapters/slack/oauth.ts';
import { ContentError } from '../core/errors.ts';

/** How long a platform may take to answer. */
const PATIENCE_MS = 10_000;
/** Slack refuses what is signed more than five minutes ago; half of that is told: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const MOST_SKEW_MS = 150_000;

/**
 * Asks Slack whose token ours is and what it may do, which changes nothing there.
 *
 * @throws ContentError that says what is wrong and what to do.
 */
export async function askSlack({ apiUrl, access }: SlackSettings): Promise<string> {
  if (access.kind === 'oauth') return 'workspaces install the app by themselves; their tokens are checked as they are used';
  const { body, headers } = await callSlack('auth.test', { apiUrl, token: access.botToken });
  const { ok, error, team, user } = body as { ok?: boolean; error?: string; team?: string; user?: string };
  if (!ok) throw new ContentError(tokenAdvice('SLACK_BOT_TOKEN', error ?? 'it does not say why'));
  // Each answer of Slack's says so, as its own client reads it: https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/interfaces/WebAPICallResult
  const scopes = headers.get('x-oauth-scopes')?.split(/,\s*/);
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
  if (missing.length === 0) return `${user ?? 'the bot'} in ${team ?? 'its workspace'}`;
  throw new ContentError(
    `The app lacks scopes: ${missing.join(', ')}. Add them under “OAuth & Permissions”, install the app again, and copy its new token: https://api.slack.com/apps`,
  );
}

/**
 * Asks Slack for the address of a socket, and opens none.
 *
 * @throws ContentError that says what is wrong and what to do.
 */
export async function askForSocket(apiUrl: string, appToken: string): Promise<string> {
  const { body } = await callSlack('apps.connections.open', { apiUrl, token: appToken });
  const { ok, error } = body as { ok?: boolean; error?: string };
  if (!ok) throw new ContentError(tokenAdvice('SLACK_APP_TOKEN', error ?? 'it does not say why'));
  return 'Socket Mode is open to us';
}

const callSlack = (method: string, { apiUrl, token }: { readonly apiUrl: string; readonly token: string }) =>
  call('Slack', new URL(method, apiUrl), { method: 'POST', headers: { authorization: `Bearer ${token}` } });

const DISCORD_APPS = 'https://discord.com/developers/applications';

/**
 * Asks Discord which application is ours, where its interactions go and what is registered, which changes nothing
 * there. Of intents only those are needed that nobody has to allow.
 *
 * @throws ContentError that says what is wrong and what to do.
 */
export async function askDiscord({ apiUrl, token, publicKey, guild }: DiscordSettings, commandName: string): Promise<string> {
  const get = (path: string) => call('Discord', new URL(`${apiUrl}/v10/${path}`), { headers: { authorization: `Bot ${token}` } });
  const application = await get('applications/@me');
  if (application.status === 401)
    throw new ContentError(`Discord does not take DISCORD_TOKEN. Make a new one with “Reset Token” under “Bot”: ${DISCORD_APPS}`);
  if (application.status !== 200) throw brokenDiscord(application.status);
  const { id, name, verify_key, interactions_endpoint_url: endpoint } = application.body as APIApplication;
  if (publicKey !== undefined && publicKey.toLowerCase() !== verify_key) {
    throw new ContentError(
      `DISCORD_PUBLIC_KEY is not the key of the application ${name}, so all that Discord sends would be refused. Copy “Public Key” under “General Information”: ${DISCORD_APPS}`,
    );
  }
  if (publicKey === undefined && endpoint) {
    throw new ContentError(
      `Discord sends interactions to ${endpoint}, so none come over the gateway. Empty “Interactions Endpoint URL” under “General Information” (${DISCORD_APPS}), or set DISCORD_PUBLIC_KEY.`,
    );
  }
  const { status, body } = await get(`applications/${id}/${guild === undefined ? '' : `guilds/${guild}/`}commands`);
  if (status === 403)
    throw new ContentError(`I am not in the server ${guild} of DISCORD_GUILD_ID. Take me in first: ${inviteLink({ id })}`);
  if (status !== 200) throw brokenDiscord(status);
  const isRegistered = (body as readonly { readonly name: string }[]).some((command) => command.name === commandName);
  const registered = `/${commandName} ${isRegistered ? 'is registered' : 'is not registered yet, which each start does'}`;
  return [name, registered, ...(publicKey === undefined ? [] : ['by HTTP: mentions and direct messages are not heard'])].join('; ');
}

const brokenDiscord = (status: number) =>
  new ContentError(`Discord answers with status ${status}. See https://discordstatus.com and try again.`);

async function call(platform: string, url: URL, request: RequestInit): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    const why = cause instanceof Error && cause.message ? cause.message : message;
    throw new ContentError(
      `${platform} cannot be reached at ${url.origin} (${why}). Look at the network, a proxy, and the setting of its address.`,
    );
  });
  checkClock(platform, response.headers.get('date'));
  return { status: response.status, headers: response.headers, body: await response.json().catch(() => ({})) };
}

function checkClock(platform: string, date: string | null): void {
  const skew = date === null ? 0 : Date.now() - Date.parse(date);
  if (!(Math.abs(skew) > MOST_SKEW_MS)) return;
  throw new ContentError(
    `This machine's clock is ${Math.round(Math.abs(skew) / 1_000)} seconds ${skew > 0 ? 'ahead of' : 'behind'} ${platform}'s. Switch on its time synchronisation (NTP).`,
  );
}
