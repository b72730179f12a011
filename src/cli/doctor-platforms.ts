import type { DiscordSettings } from '../adapters/discord/index.ts';
import type { SlackSettings } from '../adapters/slack/index.ts';
import { ContentError } from '../core/errors.ts';

/** How long a platform may take to answer. */
const PATIENCE_MS = 10_000;
/** Slack refuses what is signed more than five minutes ago; half of that is told: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const MOST_SKEW_MS = 150_000;

/**
 * Asks Slack whose token ours is, which changes nothing there.
 *
 * @throws ContentError that says what is wrong and what to do.
 */
export async function askSlack({ apiUrl, access }: SlackSettings): Promise<string> {
  if (access.kind === 'oauth') return 'workspaces install the app by themselves; their tokens are checked as they are used';
  const headers = { authorization: `Bearer ${access.botToken}` };
  const { body } = await call('Slack', new URL('auth.test', apiUrl), { method: 'POST', headers });
  const { ok, error, team, user } = body as { ok?: boolean; error?: string; team?: string; user?: string };
  if (ok) return `${user ?? 'the bot'} in ${team ?? 'its workspace'}`;
  throw new ContentError(
    `Slack does not take SLACK_BOT_TOKEN (${error ?? 'it does not say why'}). Install the app again under “OAuth & Permissions” and copy the “Bot User OAuth Token”: https://api.slack.com/apps`,
  );
}

/**
 * Asks Discord whose token ours is, which changes nothing there.
 *
 * @throws ContentError that says what is wrong and what to do.
 */
export async function askDiscord({ apiUrl, token, publicKey }: DiscordSettings): Promise<string> {
  const { status, body } = await call('Discord', new URL(`${apiUrl}/v10/users/@me`), { headers: { authorization: `Bot ${token}` } });
  const name = (body as { username?: string }).username ?? 'the bot';
  if (status === 200) return publicKey === undefined ? name : `${name}, by HTTP: mentions and direct messages are not heard`;
  if (status !== 401) throw new ContentError(`Discord answers with status ${status}. See https://discordstatus.com and try again.`);
  throw new ContentError(
    'Discord does not take DISCORD_TOKEN. Make a new one with “Reset Token” under “Bot”: https://discord.com/developers/applications',
  );
}

async function call(platform: string, url: URL, request: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    const why = cause instanceof Error && cause.message ? cause.message : message;
    throw new ContentError(
      `${platform} cannot be reached at ${url.origin} (${why}). Look at the network, a proxy, and the setting of its address.`,
    );
  });
  checkClock(platform, response.headers.get('date'));
  return { status: response.status, body: await response.json().catch(() => ({})) };
}

function checkClock(platform: string, date: string | null): void {
  const skew = date === null ? 0 : Date.now() - Date.parse(date);
  if (!(Math.abs(skew) > MOST_SKEW_MS)) return;
  throw new ContentError(
    `This machine's clock is ${Math.round(Math.abs(skew) / 1_000)} seconds ${skew > 0 ? 'ahead of' : 'behind'} ${platform}'s. Switch on its time synchronisation (NTP).`,
  );
}
