import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { type Installation, type InstallationQuery, type InstallationStore, InstallProvider } from '@slack/oauth';
import { PlatformError } from '../../core/errors.ts';
import type { SpaceId } from '../../core/places.ts';
import type { Installations } from '../../core/ports.ts';
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

/** The library refreshes a token that ends within so long: https://docs.slack.dev/authentication/using-token-rotation */
const REFRESH_BEFORE_S = 2 * 60 * 60;
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
  const underWay = new Map<string, Promise<Access>>();

  /** Where a token is about to end, one process refreshes it; the others go on with it, or wait for the new one. */
  async function find(team: string, pauses = 0): Promise<Access> {
    const bot = botIn(await installations.find(spaceOf(team)), team);
    const leftS = (bot.expiresAt ?? Number.POSITIVE_INFINITY) - now().getTime() / 1_000;
    if (leftS <= REFRESH_BEFORE_S && (await installations.mayRefresh(spaceOf(team)))) return refreshed(team);
    if (leftS > 0) return { botToken: bot.token, botUserId: bot.userId };
    if (pauses === MOST_PAUSES) throw new PlatformError(`Slack: the token for ${team} is not refreshed`, { kind: 'later', waitMs: 30_000 });
    await wait(PAUSE_MS);
    return find(team, pauses + 1);
  }

  async function refreshed(team: string): Promise<Access> {
    const { botToken = '', botUserId = '' } = await provider.authorize({
      teamId: team,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    return { botToken, botUserId };
  }

  return {
    routes: {
      '/slack/install': (request, response) => void provider.handleInstallPath(request, response, {}, { scopes: SCOPES }),
      '/slack/oauth_redirect': (request, response) => void provider.handleCallback(request, response),
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

function botIn(kept: string | undefined, team: string): NonNullable<Installation['bot']> {
  if (kept === undefined) throw new PlatformError(`Slack: the app is not installed in ${team}`, { kind: 'gone' });
  const { bot } = JSON.parse(kept) as Installation;
  if (!bot) throw new PlatformError(`Slack: the app has no bot in ${team}`, { kind: 'forbidden' });
  return bot;
}

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
