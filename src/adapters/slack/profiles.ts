import type { WebClient } from '@slack/web-api';
import type { Language } from '../../core/content/schema.ts';
import { LANGUAGES } from '../../core/content/schema.ts';
import { patiently } from './web.ts';

/** What Slack tells of an account. */
export interface Profile {
  readonly name: string | undefined;
  readonly locale: Language | undefined;
  /** An IANA time zone. */
  readonly zone: string | undefined;
  /** Whether this person administers the workspace. */
  readonly isAdmin: boolean;
}

/** Profiles as they were within the last hour; people change them seldom. */
export interface Profiles {
  /** Never rejects: `undefined` where Slack does not tell. */
  find(client: WebClient, team: string, user: string): Promise<Profile | undefined>;
  /** What is known without asking. */
  known(team: string, user: string): Profile | undefined;
}

const KEEP_MS = 60 * 60_000;
/** People remembered; a profile takes some 300 bytes. */
const MOST = 5_000;

/** @param onFailure - hears why Slack did not tell. */
export function createProfiles(now: () => Date, onFailure: (error: unknown) => void): Profiles {
  const asked = new Map<string, { readonly atMs: number; readonly profile: Promise<Profile | undefined> }>();
  const found = new Map<string, Profile>();
  const forgetOldest = () => {
    for (const key of asked.keys()) {
      if (asked.size <= MOST) return;
      asked.delete(key);
      found.delete(key);
    }
  };

  async function ask(client: WebClient, user: string, key: string): Promise<Profile | undefined> {
    try {
      const { user: account } = await patiently(() => client.users.info({ user, include_locale: true }));
      const { locale, tz, is_admin, is_owner, profile, name } = account ?? {};
      const told = {
        name: profile?.display_name || profile?.real_name || name,
        locale: LANGUAGES.find((language) => locale?.startsWith(language)),
        zone: tz,
        isAdmin: (is_admin ?? false) || (is_owner ?? false),
      };
      found.set(key, told);
      return told;
    } catch (error) {
      // Asked anew the next time.
      asked.delete(key);
      onFailure(error);
      return undefined;
    }
  }

  return {
    find(client, team, user) {
      const key = `${team}:${user}`;
      const known = asked.get(key);
      if (known && now().getTime() - known.atMs < KEEP_MS) return known.profile;
      asked.delete(key);
      const profile = ask(client, user, key);
      asked.set(key, { atMs: now().getTime(), profile });
      forgetOldest();
      return profile;
    },
    known: (team, user) => found.get(`${team}:${user}`),
  };
}
