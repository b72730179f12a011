import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config.ts';
import { folderWith } from './support/folders.ts';

const MODULE = new URL('../src/config.ts', import.meta.url).href;
// The administrator, as whom tests run in a container, may read everything.
const PROGRAM = `
  import { readConfig } from ${JSON.stringify(MODULE)};
  if (process.geteuid?.() === 0) process.seteuid(65534);
  try { console.log(JSON.stringify(readConfig())); } catch (error) { console.log(JSON.stringify({ error: error.message })); }
`;

/** The settings as read by a process with this environment, in a folder with this `.env`. */
async function settings(env: Record<string, string>, dotEnv?: string, name = '.env', mode = 0o644): Promise<Config & { error?: string }> {
  const cwd = await folderWith(dotEnv === undefined ? {} : { [name]: dotEnv });
  await chmod(cwd, 0o755);
  if (dotEnv !== undefined) await chmod(join(cwd, name), mode);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  for await (const text of child.stdout.setEncoding('utf8')) out += text;
  return JSON.parse(out);
}

describe('the settings', () => {
  test('need not be given', async () => {
    const config = await settings({ TZ: 'Asia/Tokyo' });
    expect(config).toEqual({
      dataDir: './data',
      language: 'en',
      memory: { retention: 0.9 },
      command: 'k8s',
      zone: 'Asia/Tokyo',
      host: '127.0.0.1',
      web: {},
      logLevel: 'info',
      shippedContent: expect.stringMatching(/\/content$/),
    });
    expect(existsSync(join(config.shippedContent, 'kubernetes', 'deck.yaml'))).toBe(true);
  });

  test('come from the environment', async () => {
    const given = { CONTENT_DIR: ' notes ', DATA_DIR: '/var/lib/k', LOCALE: 'zh', COMMAND: 'tutor' };
    expect(await settings(given)).toMatchObject({ contentDir: 'notes', dataDir: '/var/lib/k', language: 'zh', command: 'tutor' });
  });

  test('come from .env where the environment does not say otherwise', async () => {
    expect(await settings({ COMMAND: 'tutor' }, 'COMMAND=other\nLOCALE=zh\n')).toMatchObject({ command: 'tutor', language: 'zh' });
  });

  test('are not looked for in a folder called .env, which is told', async () => {
    expect((await settings({}, '', '.env/settings')).error).toMatch(
      /^\.env is a folder in \/.*, and should be a file of settings such as \.env\.example\./,
    );
  });

  test.each(['postgres://u:p@ss@host/db', 'postgres://u:p#1@host/db', 'postgres://u:a/b@host/db', 'postgres://u:p'])(
    'do not take a password for a host: %s',
    async (url) => {
      const { error } = await settings({ DATABASE_URL: url });
      expect(error).toContain('DATABASE_URL: in user and password, write @ as %40');
    },
  );

  test.each(['postgres://u:p%40ss@host/db', 'postgres://host/db', 'postgres:///db?host=/run/postgresql', 'postgres://u:p@/db?host=/run'])(
    'name a database: %s',
    async (url) => {
      expect(await settings({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url });
    },
  );

  test('are not read from a .env that belongs to somebody else, which is told with its mend', async () => {
    expect((await settings({}, 'LOCALE=zh\n', '.env', 0o000)).error).toMatch(
      /^\.env cannot be read \(EACCES: permission denied.*\)\. Give it to the user who runs the bot\.$/,
    );
  });

  test('name a time zone by any of its names', async () => {
    expect(await settings({ TIME_ZONE: 'europe/berlin' })).toMatchObject({ zone: 'Europe/Berlin' });
    expect((await settings({ TIME_ZONE: 'CST' })).error).toContain('TIME_ZONE: write a name such as Asia/Shanghai');
  });

  test('that are empty count as absent', async () => {
    expect(await settings({ LOCALE: '', CONTENT_DIR: '' }, 'COMMAND=\n')).toMatchObject({ language: 'en', command: 'k8s' });
  });

  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LOCALE: 'en' }, 'en'],
  ])('take the language from the system where none is given: %j', async (env, language) => {
    expect((await settings(env)).language).toBe(language);
  });

  test('that are wrong are named all at once, with what to write', async () => {
    expect(await settings({ LOCALE: 'fr', COMMAND: '/k8s', CONTENT_DIR: '  ', RETENTION: '90', WEIGHTS: '0.2,1' })).toEqual({
      error: [
        'These settings are wrong:',
        '  CONTENT_DIR: name a folder, or leave it out',
        '  LOCALE: write en or zh',
        '  COMMAND: small letters, digits, - and _, at most 31',
        '  RETENTION: write a number from 0.7 to 0.97',
        '  WEIGHTS: write the 21 numbers that npm run fit-memory prints',
      ].join('\n'),
    });
  });

  test('that are wrong and those that are missing are named together, each once', async () => {
    const given = { SLACK_BOT_TOKEN: 'xapp-1', DISCORD_GUILD_ID: '1'.repeat(18), DISCORD_SHARDS: 'all', HOST: ' ', PORT: '70000' };
    expect((await settings(given)).error?.split('\n')).toEqual([
      'These settings are wrong:',
      '  HOST: name an address of this machine, or leave it out',
      '  PORT: write a number from 0 to 65535',
      expect.stringContaining('SLACK_BOT_TOKEN: this is an app token'),
      expect.stringContaining('DISCORD_SHARDS: write auto'),
      expect.stringContaining('SLACK_APP_TOKEN: is missing'),
      expect.stringContaining('DISCORD_TOKEN: is missing'),
    ]);
  });

  test.each([
    ['a socket', { SLACK_APP_TOKEN: 'xapp-1' }, { kind: 'socket', appToken: 'xapp-1' }],
    ['requests', { SLACK_SIGNING_SECRET: 'a'.repeat(32) }, { kind: 'http', signingSecret: 'a'.repeat(32) }],
  ])('say how Slack is reached: %s', async (_what, given, transport) => {
    const { slack } = await settings({ SLACK_BOT_TOKEN: 'xoxb-1', ...given, SLACK_API_URL: 'http://127.0.0.1:3210/api' });
    expect(slack).toEqual({ access: { kind: 'token', botToken: 'xoxb-1' }, transport, apiUrl: 'http://127.0.0.1:3210/api/' });
  });

  const oauth = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_STATE_SECRET: 'x'.repeat(32), SECRET_KEY: 'y'.repeat(32) };

  test('say that many workspaces may install the app', async () => {
    const { slack } = await settings({ SLACK_APP_TOKEN: 'xapp-1', ...oauth });
    expect(slack?.access).toEqual({
      kind: 'oauth',
      clientId: '1.2',
      clientSecret: 's',
      stateSecret: 'x'.repeat(32),
      secretKey: 'y'.repeat(32),
    });
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^ {2}SLACK_BOT_TOKEN: is missing/m],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^ {2}SLACK_APP_TOKEN: is missing.*SLACK_SIGNING_SECRET/m],
    [
      { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' },
      /^ {2}SLACK_BOT_TOKEN: this is a user’s token; the right one begins with xoxb-/m,
    ],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' }, /^ {2}SLACK_SIGNING_SECRET: is 32 digits/m],
    [{ SLACK_APP_TOKEN: 'xapp-1', ...oauth, SECRET_KEY: '' }, /^ {2}SECRET_KEY: is missing/m],
    [{ SLACK_APP_TOKEN: 'xapp-1', ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' }, /^ {2}SLACK_BOT_TOKEN: leave it out/m],
    [{ ...oauth, SECRET_KEY: 'short' }, /^ {2}SECRET_KEY: at least 32/m],
    [{ SLACK_API_URL: 'slack.com' }, /^ {2}SLACK_API_URL: write an address/m],
    [{ PORT: 'many' }, /^ {2}PORT: write a number/m],
    [{ WEB_URL: 'tutor.example.com' }, /^ {2}WEB_URL: write an address/m],
  ])('of Slack that do not go together are named: %j', async (env, problem) => {
    expect((await settings(env)).error).toMatch(problem);
  });

  test('say how Discord is reached', async () => {
    const given = { DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '2,3/4', DISCORD_API_URL: 'http://127.0.0.1:4000/api/v10/' };
    const { discord } = await settings(given);
    expect(discord).toEqual({ token: 'a.b.c', shards: { ids: [2, 3], of: 4 }, apiUrl: 'http://127.0.0.1:4000/api' });
    expect((await settings({ DISCORD_TOKEN: 'a.b.c' })).discord).toEqual({
      token: 'a.b.c',
      shards: 'auto',
      apiUrl: 'https://discord.com/api',
    });
  });

  test.each([
    [{ DISCORD_PUBLIC_KEY: 'a'.repeat(64) }, /^ {2}DISCORD_TOKEN: is missing/m],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_PUBLIC_KEY: 'key' }, /^ {2}DISCORD_PUBLIC_KEY: is 64 digits/m],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '4/4' }, /^ {2}DISCORD_SHARDS: the shards are numbered from 0/m],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: 'all' }, /^ {2}DISCORD_SHARDS: write auto/m],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_GUILD_ID: 'Team' }, /^ {2}DISCORD_GUILD_ID: is a long number/m],
  ])('of Discord that do not go together are named: %j', async (env, problem) => {
    expect((await settings(env)).error).toMatch(problem);
  });

  test('are the same in the code and in .env.example', async () => {
    const source = await readFile(new URL('../src/config.ts', import.meta.url), 'utf8');
    const slack = await readFile(new URL('../src/slack-settings.ts', import.meta.url), 'utf8');
    const discord = await readFile(new URL('../src/discord-settings.ts', import.meta.url), 'utf8');
    const inCode = [source, slack, discord].flatMap((text) => [...text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name));
    const example = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
    const inExample = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const known = new Set(inCode.filter((name) => name !== 'LC_ALL' && name !== 'LANG'));
    expect(inExample.toSorted()).toEqual([...known].sort());
  });
});
