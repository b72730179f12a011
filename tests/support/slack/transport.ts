import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** Something that Slack tells an app. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly body: Readonly<Record<string, unknown>>;
  /** Counted from 1, where it is delivered again. */
  readonly retry?: number;
}

/** How an app took a delivery. */
export interface Taken {
  readonly status: number;
  /** What stood in the acknowledgement, where something did. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** The way to an app; resolves once it has acknowledged. */
export type Send = (delivery: Delivery) => Promise<Taken>;

/** How requests are signed: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** A delivery as a request's body: https://docs.slack.dev/apis/events-api and https://docs.slack.dev/interactivity/implementing-slash-commands */
export function encoded({ kind, body }: Delivery): { readonly text: string; readonly type: string } {
  if (kind === 'events_api') return { text: JSON.stringify(body), type: 'application/json' };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(body) } : (body as Record<string, string>);
  return { text: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

/** Deliveries as signed requests. */
export function overHttp(url: string, secret: string, timestamp: () => number): Send {
  return async (delivery) => {
    const { text, type } = encoded(delivery);
    const at = timestamp();
    const retry = delivery.retry ? { 'x-slack-retry-num': String(delivery.retry), 'x-slack-retry-reason': 'http_timeout' } : {};
    const headers = { 'content-type': type, 'x-slack-request-timestamp': String(at), 'x-slack-signature': signatureOf(secret, at, text) };
    const response = await fetch(url, { method: 'POST', body: text, headers: { ...headers, ...retry } });
    const answer = await response.text();
    return { status: response.status, body: answer.startsWith('{') ? JSON.parse(answer) : undefined };
  };
}

/** Deliveries over a socket that the app opens: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function overSocket(server: Server, onConnection: () => void) {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (taken: Taken) => void>();
  const halfOpen: Duplex[] = [];
  let unheard = 0;
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.destroy();
    if (unheard > 0) {
      unheard -= 1;
      return void halfOpen.push(socket);
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('message', (text) => {
        const { envelope_id, payload } = JSON.parse(String(text)) as { envelope_id: string; payload?: Record<string, unknown> };
        const isEmpty = payload === undefined || Object.keys(payload).length === 0;
        waiting.get(envelope_id)?.({ status: 200, body: isEmpty ? undefined : payload });
        waiting.delete(envelope_id);
      });
      opened.on('close', onConnection);
      opened.send(JSON.stringify({ type: 'hello', num_connections: sockets.clients.size, connection_info: { app_id: 'A0APP' } }));
      onConnection();
    });
  });

  const open = (): WebSocket[] => [...sockets.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
  let turn = 0;
  const send: Send = ({ kind, body, retry }) => {
    const envelope_id = randomUUID();
    const again = retry ? { retry_attempt: retry, retry_reason: 'timeout' } : {};
    const envelope = { type: kind, envelope_id, payload: body, accepts_response_payload: kind === 'slash_commands', ...again };
    // Where there are several connections, any one of them gets it.
    const all = open();
    all[turn++ % all.length]?.send(JSON.stringify(envelope));
    return new Promise((resolve) => waiting.set(envelope_id, resolve));
  };
  return {
    send,
    connections: () => open().length,
    /** A new address for a socket; it can be used once. */
    newSocket(address: string): string {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${address.replace('http', 'ws')}/link/?ticket=${ticket}`;
    },
    /** Asks the app to connect anew, as Slack does every few hours. */
    refresh: () => open().forEach((socket) => void socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))),
    /** Breaks the connections without a word. */
    drop(): void {
      for (const socket of sockets.clients) socket.terminate();
      for (const socket of halfOpen.splice(0)) socket.destroy();
    },
    /** The next one who connects hears nothing, not even that it is refused. */
    ignoreNext(): void {
      unheard += 1;
    },
  };
}
