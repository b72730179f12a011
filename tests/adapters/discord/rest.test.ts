import { createServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLanes } from '../../../src/adapters/discord/rest.ts';
import { listening } from '../../support/listening.ts';

/** How many turns of the event loop go by before an answer is broken off; at some of them its file is being read. */
const TURNS = 30;

// What nobody catches fails the run of tests, as it ends the bot.
test('an answer with a file that is broken off on its way is refused, and the bot lives on', async () => {
  const deaf = createServer(() => undefined);
  const { answers } = createLanes({ apiUrl: await listening(deaf), token: 'x' });
  for (let turns = 0; turns < TURNS; turns++) {
    const brokenOff = new AbortController();
    const files = [{ name: 'a.png', data: Buffer.alloc(300_000) }];
    const posted = answers.post(`/webhooks/1/${turns}`, { auth: false, files, signal: brokenOff.signal });
    const refused = expect(posted).rejects.toThrow(/abort/i);
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    brokenOff.abort();
    await refused;
    await nextTurn();
  }
});
