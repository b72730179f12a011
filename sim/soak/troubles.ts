import { setTimeout as delay } from 'node:timers/promises';
import type { Discord } from '../../tests/support/discord/server.ts';
import type { SlackServer } from '../../tests/support/slack/server.ts';
import { createLuck } from '../daily/luck.ts';

/** Something that goes wrong. */
export interface Trouble {
  readonly name: string;
  strike(): Promise<void> | void;
}

/** When something went wrong, in milliseconds since 1970. */
export interface Struck {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** How long it is quiet after one trouble, before the next. */
const QUIET_MS = [4_000, 8_000] as const;

const SLACK_CALLS = ['response_url', 'chat.postMessage', 'chat.update'] as const;

/** What goes wrong with Slack, or on the way there. */
export function slackTroubles({ faults, drop, refresh }: SlackServer): Trouble[] {
  const each = (name: string, fault: Parameters<typeof faults.next>[1]): Trouble => ({
    name: `Slack: ${name}`,
    strike: () => {
      for (const call of SLACK_CALLS) faults.next(call, fault);
    },
  });
  return [
    each('429', { kind: 'too many', retryAfter: 1 }),
    each('500', { kind: 'broken' }),
    each('a response is lost', { kind: 'lost' }),
    each('calls are slow', { kind: 'slow', ms: 2_000 }),
    { name: 'Slack: the sockets break', strike: drop },
    { name: 'Slack: the sockets are to be opened anew', strike: refresh },
  ];
}

const DISCORD_CALLS = [/^POST .*\/callback$/, /^POST .*\/messages$/, /^PATCH /] as const;

/** What goes wrong with Discord, or on the way there. */
export function discordTroubles({ faults, gateway }: Discord): Trouble[] {
  const each = (name: string, fault: Parameters<typeof faults.next>[1]): Trouble => ({
    name: `Discord: ${name}`,
    strike: () => {
      for (const call of DISCORD_CALLS) faults.next(call, fault);
    },
  });
  return [
    each('429', { kind: 'status', status: 429, retryAfter: 1 }),
    each('500', { kind: 'status', status: 500 }),
    each('an answer is lost', { kind: 'lost answer' }),
    each('a request is lost', { kind: 'lost request' }),
    each('calls are slow', { kind: 'slow', ms: 2_000 }),
    { name: 'Discord: the gateway breaks', strike: gateway.drop },
    { name: 'Discord: the session is over', strike: gateway.invalidate },
  ];
}

/** Lets one thing after another go wrong, each once before any comes again, in an order that a seed decides. */
export async function makeTrouble(troubles: readonly Trouble[], seed: string, until: AbortSignal): Promise<Struck[]> {
  const luck = createLuck(`${seed} troubles`);
  const struck: Struck[] = [];
  let left: Trouble[] = [];
  while (!until.aborted) {
    if (left.length === 0) left = [...troubles];
    const next = luck.pick(left);
    left = left.filter((trouble) => trouble !== next);
    const from = Date.now();
    await next.strike();
    struck.push({ name: next.name, from, to: Date.now() });
    await delay(luck.between(...QUIET_MS), undefined, { signal: until }).catch(() => {});
  }
  return struck;
}
