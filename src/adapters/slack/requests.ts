import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';

/** Where Slack sends its requests; the same path for events, commands and buttons. */
export const REQUEST_PATH = '/slack/events';

/** Slack's requests are far smaller; whoever sends more is somebody else. */
const MOST_BYTES = 1_000_000;

/** Requests from further in the future than this are refused, as old ones are: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const AHEAD_MS = 5 * 60_000;

/** Takes Slack's requests, checks who sent them, and hands them on. */
export function createRequests({
  signingSecret,
  logger,
  now,
}: {
  readonly signingSecret: string;
  readonly logger: Logger;
  readonly now: () => Date;
}) {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [REQUEST_PATH], bodyLimit: MOST_BYTES, logger });
  const listener: RequestListener = (request, response) => {
    const sentAtMs = Number(request.headers['x-slack-request-timestamp']) * 1_000;
    // The library refuses old timestamps only.
    if (request.method !== 'POST' || !(sentAtMs <= now().getTime() + AHEAD_MS)) {
      request.resume();
      response.writeHead(request.method === 'POST' ? 401 : 405).end();
      return;
    }
    receiver.requestListener(request, response);
  };
  return { receiver, routes: { [REQUEST_PATH]: listener } };
}
