import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type Served, serve, untilTold } from '../../src/cli/serve.ts';
import { ContentError } from '../../src/core/errors.ts';
import type { Adapter } from '../../src/core/ports.ts';

/** A platform that writes down what is asked of it. */
function createPlatform(platform: string, own: Partial<Adapter> = {}) {
  const asked: string[] = [];
  const nothing = () => Promise.reject(new Error('nothing is posted here'));
  const adapter: Adapter = {
    platform,
    poster: { laneOf: () => ({ lane: platform, gapMs: 0 }), post: nothing, find: nothing, edit: nothing },
    start: async () => void asked.push('start'),
    isReady: () => asked.at(-1) === 'start',
    stop: async () => void asked.push('stop'),
    ...own,
  };
  return { adapter, asked };
}

/** Serves platforms on a free port until it is told to stop. */
function running(served: readonly Served[]) {
  const told: string[] = [];
  const stopping = new AbortController();
  const listening = Promise.withResolvers<string>();
  const ready = Promise.withResolvers<void>();
  const tell = (line: string) => {
    told.push(line);
    if (line.startsWith('Ready')) ready.resolve();
  };
  const ended = serve(served, { address: { host: '127.0.0.1', port: 0 }, until: stopping.signal, tell, onListening: listening.resolve });
  const status = async (path: string) => {
    const response = await fetch(`${await listening.promise}${path}`);
    return [response.status, await response.text()];
  };
  return { told, ended, status, ready: ready.promise, stop: () => stopping.abort() };
}

describe('platforms side by side', () => {
  test('are started, said to be ready, and stopped when it is time', async () => {
    const [one, other] = [createPlatform('one'), createPlatform('other')];
    const { told, ended, ready, stop } = running([one, other]);
    await ready;
    stop();
    await ended;
    expect([one.asked, other.asked]).toEqual([
      ['start', 'stop'],
      ['start', 'stop'],
    ]);
    expect(told).toEqual(['Ready on one and other.', 'Stopping.']);
  });

  test('are stopped again where one cannot be started, which is told', async () => {
    const one = createPlatform('one');
    const broken = createPlatform('broken', { start: () => Promise.reject(new ContentError('SLACK_BOT_TOKEN was revoked')) });
    await expect(running([one, broken]).ended).rejects.toThrow('SLACK_BOT_TOKEN was revoked');
    expect(one.asked).toContain('stop');
  });

  test('are stopped once they have started, where another cannot be', async () => {
    const [begun, up] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asked: string[] = [];
    const slow = createPlatform('slow', {
      async start() {
        begun.resolve();
        await up.promise;
        asked.push('started');
      },
      stop: async () => void asked.push('stop'),
    });
    const broken = createPlatform('broken', {
      start: () => begun.promise.then(() => Promise.reject(new Error('no'))),
      stop: async () => up.resolve(),
    });
    await expect(running([slow, broken]).ended).rejects.toThrow('no');
    expect(asked).toEqual(['started', 'stop']);
  });

  test('are stopped even where one of them fails to', async () => {
    const broken = createPlatform('broken', { stop: () => Promise.reject(new Error('no')) });
    const one = createPlatform('one');
    const { ended, ready, stop } = running([broken, one]);
    await ready;
    stop();
    await ended;
    expect(one.asked).toEqual(['start', 'stop']);
  });
});

describe('by HTTP', () => {
  test('one learns whether the process works, and whether people can talk to the bot everywhere', async () => {
    let isConnected = true;
    const socket = createPlatform('slack', { isReady: () => isConnected });
    const { status, ready, ended, stop } = running([createPlatform('one'), socket]);
    await ready;
    expect(await status('/healthz')).toEqual([200, 'ok\n']);
    expect(await status('/readyz')).toEqual([200, 'ok\n']);
    isConnected = false;
    expect(await status('/readyz')).toEqual([503, 'not ready: slack\n']);
    expect(await status('/healthz?a=b')).toEqual([200, 'ok\n']);
    stop();
    await ended;
    await expect(status('/healthz')).rejects.toThrow();
  });

  test('a platform is given what is sent to its paths, and nobody what is sent elsewhere', async () => {
    const taken = (_request: unknown, response: { end(text: string): void }) => response.end('taken');
    const served = { ...createPlatform('slack'), routes: { '/slack/events': taken } };
    const { status, ready, ended, stop } = running([served]);
    await ready;
    expect(await status('/slack/events?x')).toEqual([200, 'taken']);
    expect(await status('/slack')).toEqual([404, '']);
    stop();
    await ended;
  });

  test('an address that cannot be listened on is told', async () => {
    const serving = serve([createPlatform('one')], {
      address: { host: '192.0.2.1', port: 0 },
      until: new AbortController().signal,
      tell: () => {},
    });
    await expect(serving).rejects.toThrow(/^One cannot listen on 192\.0\.2\.1:0 .*PORT or HOST/);
  });
});

test('the first signal asks to stop, the second ends the process', () => {
  const exits: number[] = [];
  const told = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
  const until = untilTold(told as unknown as NodeJS.Process);
  expect(until.aborted).toBe(false);
  told.emit('SIGTERM');
  expect([until.aborted, exits]).toEqual([true, []]);
  told.emit('SIGINT');
  expect(exits).toEqual([1]);
});
