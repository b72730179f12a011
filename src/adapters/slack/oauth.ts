import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { type CallbackOptions, type Installation, type InstallationQuery, type InstallationStore, InstallProvider } from '@slack/oauth';
import { SlackError, WebClient } from '@slack/web-api';
import { PlatformError } from '../../core/errors.ts';
import type { SpaceId } from '../../core/places.ts';
import type { Installations } from '../../core/ports.ts';
import { isRefreshRefused, slackCode } from './errors.ts';
import { refuseOrganization } from './organization.ts';
import { clientOptions } from './web.ts';
import type { Access, Workspaces } from './workspaces.ts';

/** The app's own credentials, from “Basic Information”. */
export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the way of whoever installs the app, so that nobody else can end it. */
  readonly stateSecret: string;
}

interface Options extends OAuthSettings {
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly installations: Installations;
  readonly now: () => Date;
  /** The app was installed in a workspace. */
  readonly onEntered: (team: string) => Promise<void>;
  /** Tells whoever runs the bot where it has lost its access. */
  readonly tell: (line: string) => void;
}

/** What the app asks for where it is installed; the manifest says why. */
export const SCOPES = [
  'commands',
  'app_mentions:read',
  'im:history',
  'im:write',
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'files:write',
];

/** A token that ends within so long is refreshed: https://docs.slack.dev/authentication/using-token-rotation */
const REFRESH_BEFORE_S = 2 * 60 * 60;
const REMEDY = 'somebody there has to install the app again, at /slack/install';
const PAUSE_MS = 250;
const MOST_PAUSES = 40;

/** All workspaces that install the app; what gives access to them is kept by `installations`. */
export function manyWorkspaces({
  clientId,
  clientSecret,
  stateSecret,
  apiUrl,
  logger,
  installations,
  now,
  onEntered,
  tell,
}: Options): Workspaces {
  const installationStore = storeIn(installations, onEntered);
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    clientOptions: clientOptions(apiUrl, logger),
    authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href,
    logger,
  });
  const client = new WebClient(undefined, clientOptions(apiUrl, logger));
  const underWay = new Map<string, Promise<Access>>();
  /** What Slack gives no new token for any more, by the workspace; one that installs the app again has another. */
  const refused = new Map<string, string>();

  /** Where a token is about to end, one process refreshes it; the others go on with it, or wait for the new one. */
  async function find(team: string, pauses = 0): Promise<Access> {
    const installation = installationIn(await installations.find(spaceOf(team)), team);
    const { bot } = installation;
    const leftS = (bot.expiresAt ?? Number.POSITIVE_INFINITY) - now().getTime() / 1_000;
    const isAsked = leftS <= REFRESH_BEFORE_S && !isRefused(team, bot) && (await installations.mayRefresh(spaceOf(team)));
    const refreshed = isAsked ? await refresh(team, installation) : undefined;
    if (refreshed) return refreshed;
    if (leftS > 0) return accessBy(bot);
    if (isRefused(team, bot) || pauses === MOST_PAUSES) {
      throw new PlatformError(`${notRefreshed(team, installation)}; ${REMEDY}`, { kind: 'later', waitMs: 30_000 });
    }
    await wait(PAUSE_MS);
    return find(team, pauses + 1);
  }

  const isRefused = (team: string, { refreshToken }: Bot): boolean => refreshToken !== undefined && refused.get(team) === refreshToken;

  /** Asks for a new token, and keeps it. The library does not tell whether it was refused one. */
  async function refresh(team: string, installation: Installed): Promise<Access | undefined> {
    const { refreshToken = '' } = installation.bot;
    const asked = { client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token', refresh_token: refreshToken } as const;
    try {
      const { access_token: token = '', refresh_token: next = '', expires_in = 0 } = await client.oauth.v2.access(asked);
      const bot = { ...installation.bot, token, refreshToken: next, expiresAt: Math.floor(now().getTime() / 1_000) + expires_in };
      await installations.save(spaceOf(team), JSON.stringify({ ...installation, bot }));
      return accessBy(bot);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      if (isRefreshRefused(error)) refused.set(team, refreshToken);
      tell(`${notRefreshed(team, installation)} (${slackCode(error) ?? error.message})${isRefreshRefused(error) ? `; ${REMEDY}` : ''}.`);
      return undefined;
    }
  }

  return {
    routes: {
      '/slack/install': (request, response) => void provider.handleInstallPath(request, response, {}, { scopes: SCOPES }),
      '/slack/oauth_redirect': (request, response) => void provider.handleCallback(request, response, { afterInstallation }),
    },
    // Whoever asks meanwhile gets the same answer: two refreshes at once would make each other's token invalid.
    accessTo(team) {
      const asked = underWay.get(team) ?? find(team).finally(() => underWay.delete(team));
      underWay.set(team, asked);
      return asked;
    },
    start: async () => {},
    remove: (team) => installations.remove(spaceOf(team)),
  };
}

type Bot = NonNullable<Installation['bot']>;
type Installed = Installation & { readonly bot: Bot };

const accessBy = ({ token, userId }: Bot): Access => ({ botToken: token, botUserId: userId });

const notRefreshed = (team: string, installation: Installed): string =>
  `Slack: the token for the workspace “${installation.team?.name ?? team}” (${team}) is not refreshed`;

function installationIn(kept: string | undefined, team: string): Installed {
  if (kept === undefined) throw new PlatformError(`Slack: the app is not installed in ${team}`, { kind: 'gone' });
  const installation = JSON.parse(kept) as Installation;
  const { bot } = installation;
  if (!bot) throw new PlatformError(`Slack: the app has no bot in ${team}`, { kind: 'forbidden' });
  return { ...installation, bot };
}

/** What is installed for an organization is not kept: what comes from its workspaces would not find it. */
const afterInstallation: NonNullable<CallbackOptions['afterInstallation']> = async (
  { isEnterpriseInstall },
  _options,
  _request,
  response,
) => {
  if (isEnterpriseInstall) refuseOrganization(response);
  return !isEnterpriseInstall;
};

const spaceOf = (id: string): SpaceId => `slack:${id}`;

const keyOf = ({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): SpaceId =>
  spaceOf((isEnterpriseInstall ? enterpriseId : teamId) ?? '');

function storeIn(installations: Installations, onEntered: Options['onEntered']): InstallationStore {
  return {
    async storeInstallation(installation) {
      const { isEnterpriseInstall, enterprise, team } = installation;
      const id = (isEnterpriseInstall ? enterprise?.id : team?.id) ?? '';
      await installations.save(spaceOf(id), JSON.stringify(installation));
      await onEntered(id);
    },
    async fetchInstallation(query) {
      const kept = await installations.find(keyOf(query));
      if (kept === undefined) throw new Error('the app is not installed there');
      return JSON.parse(kept);
    },
    deleteInstallation: (query) => installations.remove(keyOf(query)),
  };
}
