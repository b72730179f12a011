import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../src/adapters/slack/logger.ts';
import { createSocket } from '../../../src/adapters/slack/socket.ts';
import { createSlackServer } from '../../support/slack/server.ts';

test('a socket at which nobody answers is given up, and the next one is opened', async () => {
  const slack = await createSlackServer();
  onTestFinished(() => slack.close());
  const options = { appToken: slack.tokens.app, apiUrl: slack.apiUrl, logger: createLogger(() => {}), greetWithinMs: 200 };
  const told: string[] = [];
  const socket = createSocket({ ...options, tell: (line) => void told.push(line) });
  await socket.start();
  onTestFinished(() => socket.stop());
  slack.ignoreNext();
  slack.drop();
  const openings = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
  await slack.workspace.until(() => (openings() === 3 && slack.connections() === 1 ? true : undefined));
  slack.ignoreNext();
  await expect(createSocket({ ...options, tell: () => {} }).start()).rejects.toThrow('Slack cannot be reached (it does not greet us)');
  expect([socket.isConnected(), told]).toEqual([true, []]);
});
