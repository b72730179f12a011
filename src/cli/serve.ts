import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ContentError } from '../core/errors.ts';
import type { Adapter } from '../core/ports.ts';

/** A platform that is served: its adapter, and the paths at which it takes requests, where it takes any. */
export interface Served {
  readonly adapter: Adapter;
  readonly routes?: Readonly<Record<string, RequestListener>>;
}

export interface ServeOptions {
  /** Where requests are listened for; absent where nobody sends any. Port 0 is any that is free. */
  readonly address: { readonly host: string; readonly port: number } | undefined;
  /** Aborted when it is time to stop. */
  readonly until: AbortSignal;
  /** Tells whoever runs the bot how it is going, a line at a time. */
  readonly tell: (line: string) => void;
  /** The figures of `/metrics`, in Prometheus' text format; absent where none are kept. */
  readonly metrics?: () => Promise<string>;
  /** Called with the address that is listened on. */
  readonly onListening?: (address: string) => void;
  /** Called once people can talk to the bot. */
  readonly onReady?: () => void;
  /** How long a request may take to arrive whole, in milliseconds. */
  readonly slowestRequestMs?: number;
  /** What is to end before the platforms do. */
  readonly beforeStop?: () => Promise<void> | undefined;
}

/** Where requests are listened for when somebody sends them and no port is set. */
export const USUAL_PORT = 3_000;
/** How long a request may take to arrive whole. */
const SLOWEST_REQUEST_MS = 10_000;
/** How long what has begun may take to finish: Kubernetes kills after 30 seconds. */
const DRAIN_MS = 10_000;

/**
 * Runs platforms side by side until told to stop, then lets each finish what it has begun.
 *
 * Beside the platforms' own paths, `/healthz` answers while the process works,
 * `/readyz` while people can talk to the bot on every platform, and `/metrics`
 * with figures.
 *
 * @throws ContentError when a platform cannot be started; the others are stopped again.
 */
export async function serve(
  served: readonly Served[],
  { address, until, tell, metrics, slowestRequestMs = SLOWEST_REQUEST_MS, onListening, onReady, beforeStop }: ServeOptions,
): Promise<void> {
  const adapters = served.map(({ adapter }) => adapter);
  let starts: readonly Promise<void>[] = [];
  let server: Server | undefined;
  try {
    server = address && (await listen(served, { ...address, until, metrics, slowestRequestMs }));
    if (server) onListening?.(addressOf(server));
    starts = adapters.map((adapter) => adapter.start());
    await Promise.all(starts);
    onReady?.();
    tell(`Ready on ${adapters.map(({ platform }) => platform).join(' and ')}.`);
    await aborted(until);
    tell('Stopping.');
  } finally {
    // One that is still on its way up would not hear of it.
    const stop = async (adapter: Adapter, at: number) => {
      await Promise.allSettled([starts[at]]);
      await adapter.stop();
    };
    await withinDeadline(Promise.allSettled([beforeStop?.()]).then(() => Promise.allSettled(adapters.map(stop))));
    server?.close();
    server?.closeAllConnections();
  }
}

interface Listening {
  readonly host: string;
  readonly port: number;
  readonly until: AbortSignal;
  readonly metrics: ServeOptions['metrics'] | undefined;
  readonly slowestRequestMs: number;
}

async function listen(served: readonly Served[], { host, port, until, metrics, slowestRequestMs }: Listening) {
  const routes = new Map(served.flatMap(({ routes: own = {} }) => Object.entries(own)));
  // Whoever sends slowly on purpose would hold connections for long.
  const patience = {
    headersTimeout: slowestRequestMs,
    requestTimeout: slowestRequestMs,
    connectionsCheckingInterval: slowestRequestMs / 4,
  };
  const server = createServer(patience, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = routes.get(path);
    if (route) return route(request, response);
    if (path === '/healthz') return response.end('ok\n');
    if (path === '/metrics' && metrics) return sendMetrics(metrics, response);
    if (path !== '/readyz') return response.writeHead(404).end();
    const missing = served.filter(({ adapter }) => until.aborted || !adapter.isReady()).map(({ adapter }) => adapter.platform);
    response.writeHead(missing.length === 0 ? 200 : 503).end(missing.length === 0 ? 'ok\n' : `not ready: ${missing.join(', ')}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new ContentError(`One cannot listen on ${host}:${port} (${error.message}). Choose another PORT or HOST.`, { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  return server;
}

function sendMetrics(metrics: () => Promise<string>, response: ServerResponse): void {
  // https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
  const type = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
  metrics().then(
    (text) => response.writeHead(200, type).end(text),
    () => response.writeHead(500).end(),
  );
}

/** A server's address, as one types it. */
function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

async function withinDeadline(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}

/** Aborted at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function untilTold(process: NodeJS.Process): AbortSignal {
  const told = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (told.signal.aborted) process.exit(1);
      told.abort();
    });
  }
  return told.signal;
}
