import type { RequestListener } from 'node:http';
import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ContentError, PlatformError } from '../../core/errors.ts';
import { isBadToken, slackCode, tokenAdvice } from './errors.ts';
import { createClient } from './web.ts';

/** What we are in a workspace. */
export interface Access {
  readonly botToken: string;
  readonly botUserId: string;
}

/** The workspaces that we have access to: one by its token, or all that install the app. */
export interface Workspaces {
  /** @throws PlatformError where we have no access, or no longer. */
  accessTo(team: string): Promise<Access>;
  /** Where people install the app by themselves. */
  readonly routes: Readonly<Record<string, RequestListener>>;
  /** @throws ContentError where Slack does not take our token. */
  start(): Promise<void>;
  /** The app was uninstalled somewhere, or its token revoked. */
  remove(team: string): Promise<void>;
}

/** The one workspace of a token. */
export function oneWorkspace({
  botToken,
  apiUrl,
  logger,
  onEntered,
}: {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** Hears in which workspace we are. */
  readonly onEntered: (team: string) => Promise<void>;
}): Workspaces {
  let access: Access | undefined;
  return {
    routes: {},
    async accessTo() {
      if (!access) throw new PlatformError('Slack: not connected yet', { kind: 'later', waitMs: 1_000 });
      return access;
    },
    async start() {
      const { user_id = '', team_id } = await authTest(createClient(botToken, apiUrl, logger));
      access = { botToken, botUserId: user_id };
      if (team_id !== undefined) await onEntered(team_id);
    },
    // The next call will be refused, and that is told.
    remove: async () => {},
  };
}

async function authTest(client: WebClient) {
  try {
    return await client.auth.test();
  } catch (error) {
    const code = slackCode(error);
    if (isBadToken(error)) throw new ContentError(tokenAdvice('SLACK_BOT_TOKEN', code ?? ''), { cause: error });
    throw new ContentError(`Slack cannot be reached (${error instanceof Error ? error.message : error}).`, { cause: error });
  }
}
