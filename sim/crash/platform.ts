import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A platform in a process of its own, which outlives those that post: `platform.ts <N>`.
 *
 * `POST /<channel>/<key>` puts a message there, `GET` says whether one stands
 * there, `PUT` changes it. Tells its parent its address, and then the counts
 * after every N posts and whenever it is asked.
 */

/** Of so many posts, one is done and its response lost. */
const LOST = 100;

const step = Number(process.argv[2]);
const keys = new Set<string>();
const perChannel = new Map<string, number>();
let posts = 0;

const counts = (): Counts => ({ posts, channels: perChannel.size, doubled: [...perChannel.values()].filter((count) => count > 1).length });

/** What stands on the platform. */
export interface Counts {
  readonly posts: number;
  readonly channels: number;
  /** Channels in which a message stands twice. */
  readonly doubled: number;
}

async function post(path: string, response: ServerResponse): Promise<void> {
  await delay(1 + Math.random() * 8);
  keys.add(path);
  const [, channel = ''] = path.split('/');
  perChannel.set(channel, (perChannel.get(channel) ?? 0) + 1);
  posts += 1;
  if (posts % step === 0) process.send?.(counts());
  if (posts % LOST === 0) response.destroy();
  else response.end('ok');
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  request.resume();
  if (request.method === 'POST') void post(path, response);
  else response.writeHead(request.method === 'PUT' || keys.has(path) ? 200 : 404).end();
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.(counts()));
process.on('disconnect', () => process.exit());
