import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import { ContentError } from '../../core/errors.ts';
import { within } from '../deadline.ts';
import { isBadToken, slackCode, tokenAdvice } from './errors.ts';
import { clientOptions } from './web.ts';

/** A connection over which Slack's deliveries come. */
export interface Socket {
  readonly receiver: SocketModeReceiver;
  /** @throws ContentError where Slack does not take our token. */
  start(): Promise<void>;
  isConnected(): boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** Tells whoever runs the bot how it is going. */
  readonly tell: (line: string) => void;
  /** How long Slack may take to give an address and to greet us there. */
  readonly greetWithinMs?: number;
}

/** Pauses between attempts, the last one for good. */
const PAUSES_MS = [0, 500, 2_000, 10_000, 30_000];

/** Longer than the one call takes at most in which the address is given. */
const GREET_WITHIN_MS = 15_000;

/** How long Slack may take to say goodbye. */
const CLOSE_WITHIN_MS = 500;

/**
 * Keeps a socket to Slack open.
 *
 * Slack closes it every few hours, and then we open the next one at once: the
 * library would wait for seconds, in which nobody is heard, and would end the
 * process where Slack refuses the token meanwhile.
 */
export function createSocket({ appToken, apiUrl, logger, tell, greetWithinMs = GREET_WITHIN_MS }: Options): Socket {
  // Its options are its own: the library writes into them.
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let isConnected = false;

  async function connect(): Promise<void> {
    // A connection may stay half open for good, and the library would wait for good.
    const greeted = await within(
      greetWithinMs,
      client.start().then(() => true),
    );
    if (!greeted) {
      await hangUp();
      throw new Error('it does not greet us');
    }
    isConnected = true;
  }

  /** The other side may be gone without a word. */
  const hangUp = () => within(CLOSE_WITHIN_MS, client.disconnect());

  /** Tries once; tells of what is in the way the second time, since most of it passes. */
  async function tryAgain(attempt: number): Promise<void> {
    try {
      await wait(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)], undefined, { signal: stopping.signal });
      await connect();
      if (attempt > 1) tell('Slack is heard again.');
    } catch (error) {
      if (attempt !== 1 || stopping.signal.aborted) return;
      tell(isBadToken(error) ? advice(error) : `Slack is not heard: ${messageOf(error)}. Trying again.`);
    }
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !isConnected && !stopping.signal.aborted; attempt++) await tryAgain(attempt);
  }

  client.on('disconnected', () => {
    const wasConnected = isConnected;
    isConnected = false;
    if (wasConnected && !stopping.signal.aborted) void reconnect();
  });

  return {
    receiver,
    async start() {
      try {
        await connect();
      } catch (error) {
        if (isBadToken(error)) throw new ContentError(advice(error), { cause: error });
        throw new ContentError(`Slack cannot be reached (${messageOf(error)}).`, { cause: error });
      }
    },
    isConnected: () => isConnected,
    async stop() {
      stopping.abort();
      if (isConnected) await hangUp();
    },
  };
}

const advice = (error: unknown): string => tokenAdvice('SLACK_APP_TOKEN', slackCode(error) ?? '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
