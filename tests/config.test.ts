import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config.ts';
import { folderWith } from './support/folders.ts';

const MODULE = new URL('../src/config.ts', import.meta.url).href;
const PROGRAM = `
  import { readConfig } from ${JSON.stringify(MODULE)};
  try { console.log(JSON.stringify(readConfig())); } catch (error) { console.log(JSON.stringify({ error: error.message })); }
`;

/** The settings as read by a process with this environment, in a folder with this `.env`. */
async function settings(env: Record<string, string>, dotEnv?: string): Promise<Config & { error?: string }> {
  const cwd = await folderWith(dotEnv === undefined ? {} : { '.env': dotEnv });
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
      command: 'k8s',
      zone: 'Asia/Tokyo',
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
    expect(await settings({ LOCALE: 'fr', COMMAND: '/k8s', CONTENT_DIR: '  ' })).toEqual({
      error: [
        'These settings are wrong:',
        '  CONTENT_DIR: name a folder, or leave it out',
        '  LOCALE: write en or zh',
        '  COMMAND: small letters, digits, - and _, at most 31',
      ].join('\n'),
    });
  });
});
