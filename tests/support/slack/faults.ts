import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** What may go wrong on Slack's side or on the way. */
export type Fault =
  /** https://docs.slack.dev/apis/web-api/rate-limits */
  | { readonly kind: 'too many'; readonly retryAfter: number }
  /** Something broke, a 500 where it is not said, perhaps after all was done. */
  | { readonly kind: 'broken'; readonly status?: number; readonly isDone?: boolean }
  /** All was done, and nobody hears of it. */
  | { readonly kind: 'lost' }
  /** All is done, but late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** https://docs.slack.dev/apis/web-api/using-the-web-api#errors */
  | { readonly kind: 'refused'; readonly error: string };

/** Faults that wait for the calls that meet them, in order. */
export function createFaults() {
  const waiting = new Map<string, Fault[]>();
  return {
    /** What the next call of a method, or the next use of `response_url`, will meet. */
    next: (method: string, ...faults: Fault[]) => void waiting.set(method, [...(waiting.get(method) ?? []), ...faults]),
    take: (method: string): Fault | undefined => waiting.get(method)?.shift(),
  };
}

/**
 * Answers as a fault wants it, after `act` was done where it is to be.
 *
 * @returns whether that was the answer; else it is still to be given.
 */
export async function meet(
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  act: () => unknown,
): Promise<boolean> {
  switch (fault?.kind) {
    case undefined:
      return false;
    case 'slow':
      await delay(fault.ms);
      return false;
    case 'too many':
      response.writeHead(429, { 'retry-after': String(fault.retryAfter) }).end();
      return true;
    case 'broken':
      if (fault.isDone) await act();
      response.writeHead(fault.status ?? 500).end('Internal Server Error');
      return true;
    case 'refused':
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error: fault.error }));
      return true;
    case 'lost':
      await act();
      request.socket.destroy();
      return true;
  }
}
