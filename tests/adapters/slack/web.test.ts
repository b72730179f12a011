import { createServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createLogger } from '../../../src/adapters/slack/logger.ts';
import { clientOptions } from '../../../src/adapters/slack/web.ts';
import { listening } from '../../support/listening.ts';

/** How many turns of the event loop go by before a file is broken off; at some of them it is being read. */
const TURNS = 30;

/** A Slack that tells where to send a file, and takes none. */
async function deafSlack(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/upload')) return;
    const answer = { ok: true, upload_url: `${address}/upload`, file_id: 'F1' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const address: string = await listening(server);
  return address;
}

// What nobody catches fails the run of tests, as it ends the bot.
test('a file that is broken off on its way is refused, and the bot lives on', async () => {
  const { fetch: send = fetch, ...options } = clientOptions(
    `${await deafSlack()}/api/`,
    createLogger(() => {}),
  );
  for (let turns = 0; turns < TURNS; turns++) {
    const brokenOff = new AbortController();
    const begun = Promise.withResolvers<void>();
    const client = new WebClient('xoxb-1', {
      ...options,
      fetch: (url, init) => {
        if (!String(url).endsWith('/upload')) return send(url, init);
        begun.resolve();
        return send(url, { ...init, signal: brokenOff.signal });
      },
    });
    const refused = expect(client.filesUploadV2({ file: Buffer.alloc(300_000), filename: 'a.png' })).rejects.toThrow(/abort/i);
    await begun.promise;
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    brokenOff.abort();
    await refused;
    await nextTurn();
  }
});
