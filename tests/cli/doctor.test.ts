import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SCOPES } from '../../src/adapters/slack/oauth.ts';
import { openDiscordForTest } from '../support/discord/bot.ts';
import { TOKEN } from '../support/discord/server.ts';
import { folderWith } from '../support/folders.ts';
import { listening } from '../support/listening.ts';
import { kubetutor } from '../support/run.ts';
import { createSlackServer } from '../support/slack/server.ts';

/** What the doctor finds with some settings: the exit code, and a finding by its check. */
async function examined(env: Readonly<Record<string, string>>) {
  const { code, out, err } = await kubetutor(['doctor', '--json'], { env });
  expect(err).toBe('');
  const findings = JSON.parse(out) as { check: string; isFine: boolean; said: string }[];
  return { code, out, of: (check: string) => findings.find((finding) => finding.check === check) };
}

describe('the doctor', () => {
  test('finds nothing wrong with a bot that needs no settings', async () => {
    const { code, out, err } = await kubetutor(['doctor']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^ok {4}node: v24.*\nok {4}settings: for the terminal.*\nok {4}time zones: .*\nok {4}store: .*MB free\nok {4}content: \d+ concepts\n$/,
    );
  });

  test('says where no folder can be made for the data, rather than wait for it', async () => {
    const { code, of } = await examined({ DATA_DIR: '/proc/kubetutor' });
    expect([code, of('store')]).toMatchObject([1, { isFine: false, said: expect.stringContaining('choose another DATA_DIR') }]);
  });

  test('names what looks like a setting and is none', async () => {
    const { code, of } = await examined({ SLACK_TOKEN: 'xoxb-1', DISCORD_APPLICATION_NUMBER: '1', CONTENT_DIRS: 'x', HOMES: 'x' });
    expect([code, of('settings')]).toMatchObject([1, { isFine: false }]);
    expect(of('settings')?.said.split('\n').toSorted()).toEqual([
      'CONTENT_DIRS is no setting: is CONTENT_DIR meant? It was passed over.',
      'DISCORD_APPLICATION_NUMBER is no setting; .env.example lists all. It was passed over.',
      'SLACK_TOKEN is no setting: is SLACK_BOT_TOKEN meant? It was passed over.',
    ]);
  });

  test('counts the files of one’s own notes, and names a folder in which none is', async () => {
    const folder = await folderWith({ 'words.md': '# Words\n\n* Blue Box: a box.\n', 'empty/README.txt': 'no note' });
    expect((await examined({ CONTENT_DIR: folder })).of('content')?.said).toMatch(/ concepts, 1 file of your own$/);
    const { code, of } = await examined({ CONTENT_DIR: join(folder, 'empty') });
    expect([code, of('content')]).toMatchObject([1, { isFine: false, said: expect.stringContaining('There is no note in ') }]);
  });

  test('says whose the tokens are, and shows none of them', async () => {
    const slack = await createSlackServer();
    onTestFinished(() => slack.close());
    const discord = await openDiscordForTest();
    const { code, of, out } = await examined({
      ...{ SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_APP_TOKEN: slack.tokens.app, SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api },
    });
    expect([code, of('slack')?.isFine, of('discord')?.isFine]).toEqual([0, true, true]);
    expect(out).not.toMatch(/xoxb|xapp|loopback\.token/);
  });

  test('names the token that a platform does not take, and where to get another', async () => {
    const slack = await createSlackServer();
    onTestFinished(() => slack.close());
    slack.tokens.refusedFor = 'token_revoked';
    const discord = await openDiscordForTest();
    const { code, of } = await examined({
      ...{ SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_APP_TOKEN: slack.tokens.app, SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: 'wrong', DISCORD_API_URL: discord.api },
    });
    expect(code).toBe(1);
    expect(of('slack')).toMatchObject({ isFine: false, said: expect.stringMatching(/SLACK_BOT_TOKEN \(token_revoked\)\. Install/) });
    expect(of('discord')).toMatchObject({ isFine: false, said: expect.stringMatching(/DISCORD_TOKEN\. Make a new one/) });
  });

  test('names each scope that the bot’s token lacks, and an app token that Slack does not take', async () => {
    const slack = await createSlackServer({ scopes: SCOPES.filter((scope) => scope !== 'files:write' && scope !== 'im:write') });
    onTestFinished(() => slack.close());
    const { code, of } = await examined({ SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_APP_TOKEN: 'xapp-old', SLACK_API_URL: slack.apiUrl });
    expect([code, of('slack')?.isFine, of('slack socket')?.isFine]).toEqual([1, false, false]);
    expect(of('slack')?.said).toMatch(/^The app lacks scopes: im:write, files:write\. Add them/);
    expect(of('slack socket')?.said).toMatch(/SLACK_APP_TOKEN \(invalid_auth\)\. Make a new one/);
    expect(slack.violations).toEqual([]);
  });

  test('says whether the commands are registered on Discord, and what is not heard by HTTP', async () => {
    const discord = await openDiscordForTest();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    expect((await examined(env)).of('discord')?.said).toBe('kubetutor; /k8s is not registered yet, which each start does');
    await kubetutor(['discord', 'register'], { env });
    const { of } = await examined({ ...env, DISCORD_PUBLIC_KEY: discord.webhook.publicKey, PORT: '0' });
    expect(of('discord')).toMatchObject({
      isFine: true,
      said: 'kubetutor; /k8s is registered; by HTTP: mentions and direct messages are not heard',
    });
  });

  test('names what keeps interactions of Discord from us: another key, an endpoint elsewhere, a server without us', async () => {
    const discord = await openDiscordForTest();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const otherKey = await examined({ ...env, DISCORD_PUBLIC_KEY: 'ab'.repeat(32), PORT: '0' });
    expect(otherKey.of('discord')).toMatchObject({ isFine: false, said: expect.stringContaining('DISCORD_PUBLIC_KEY is not the key of') });
    const elsewhere = await examined({ ...env, DISCORD_GUILD_ID: '1'.repeat(18) });
    expect(elsewhere.of('discord')?.said).toMatch(/I am not in the server 1+ .*: https:\/\/discord\.com\/oauth2/);
    discord.sendInteractionsTo('https://tutor.example.com/discord/interactions');
    const posted = await examined(env);
    expect([posted.code, posted.of('discord')?.said]).toEqual([1, expect.stringContaining('so none come over the gateway')]);
  });

  test('looks at the port that requests by HTTP come to, where none is set', async () => {
    const slack = await createSlackServer();
    onTestFinished(() => slack.close());
    const { of } = await examined({
      ...{ SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl },
      HOST: '192.0.2.1',
    });
    expect(of('port')).toMatchObject({ isFine: false, said: expect.stringContaining('192.0.2.1:3000') });
  });

  test('tells an app token in the place of the bot token', async () => {
    const { code, of } = await examined({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect([code, of('settings')?.said]).toEqual([1, expect.stringContaining('this is an app token; the right one begins with xoxb-')]);
    expect(of('node')?.isFine).toBe(true);
  });

  test('tells a platform that cannot be reached, a database that is away, notes that are broken and a port that is taken', async () => {
    const { port: PORT } = new URL(await listening(createServer()));
    const { code, of } = await examined({
      ...{ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' },
      DATABASE_URL: 'postgres://me:very-secret@127.0.0.1:1/tutor',
      CONTENT_DIR: await folderWith({ 'broken.yaml': 'concepts: [' }),
      PORT,
    });
    expect(code).toBe(1);
    expect(of('discord')?.said).toContain('cannot be reached at http://127.0.0.1:1 ');
    expect(of('store')).toMatchObject({ isFine: false, said: expect.not.stringContaining('very-secret') });
    expect(of('content')?.said).toMatch(/^1 problem in .*kubetutor check /);
    expect(of('port')?.said).toContain('choose another PORT or HOST');
  });

  test('tells a clock that is far off', async () => {
    const late = createServer((_, response) => response.setHeader('date', 'Thu, 01 Jan 2026 00:00:00 GMT').end('{}')).listen(
      0,
      '127.0.0.1',
    );
    onTestFinished(() => void late.close());
    await new Promise((resolve) => late.once('listening', resolve));
    const { port } = late.address() as { port: number };
    const { of } = await examined({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    expect(of('discord')?.said).toMatch(/clock is \d+ seconds ahead of Discord's/);
  });

  test('leaves a database of another program as it is, and says so', async () => {
    const folder = await folderWith({ 'kubetutor.db': 'no database at all, but long enough to be looked into'.repeat(20) });
    const { code, of } = await examined({ DATA_DIR: folder });
    expect([code, of('store')]).toMatchObject([1, { isFine: false, said: expect.stringContaining(join(folder, 'kubetutor.db')) }]);
  });
});
