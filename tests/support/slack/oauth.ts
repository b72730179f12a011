import type { Answer, Arguments } from './methods.ts';
import type { Tokens } from './web-api.ts';
import { BOT } from './workspace.ts';

/** The app's credentials. */
export const APP = {
  clientId: '1.2',
  clientSecret: 'client-secret',
  code: 'a-code-of-slack',
  codeForAll: 'a-code-for-an-organization',
} as const;

/** A rotated token holds for twelve hours: https://docs.slack.dev/authentication/using-token-rotation */
export const EXPIRES_S = 12 * 60 * 60;

/** Hands out tokens that expire; each refresh token works once, and ends the token before it. */
export function createOAuth(tokens: Tokens, team: string) {
  let count = 0;
  let refreshToken = '';
  return {
    exchange({ client_id, client_secret, code, grant_type, refresh_token }: Arguments): Answer {
      if (client_id !== APP.clientId || client_secret !== APP.clientSecret) return { error: 'bad_client_secret' };
      if (grant_type === 'refresh_token' && refresh_token !== refreshToken) return { error: 'invalid_refresh_token' };
      if (grant_type !== 'refresh_token' && code !== APP.code && code !== APP.codeForAll) return { error: 'invalid_code' };
      const isForAll = code === APP.codeForAll;
      count += 1;
      tokens.bot = `xoxe.xoxb-${count}`;
      refreshToken = `xoxe-${count}`;
      return {
        app_id: BOT.app,
        authed_user: { id: 'U0INSTALLER' },
        scope: 'commands,chat:write',
        token_type: 'bot',
        access_token: tokens.bot,
        refresh_token: refreshToken,
        expires_in: EXPIRES_S,
        bot_user_id: BOT.user,
        team: isForAll ? null : { id: team, name: 'Test' },
        enterprise: isForAll ? { id: 'E0TEST', name: 'All of Test' } : null,
        is_enterprise_install: isForAll,
      };
    },
  };
}
