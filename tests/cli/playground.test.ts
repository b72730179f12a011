import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlayground, serveBeside } from '../../src/cli/playground.ts';
import { tutorFor } from '../support/bot.ts';
import { configFor } from '../support/config.ts';
import { newFilePlace, temporaryDir } from '../support/databases.ts';
import { folderWith, replaceFile } from '../support/folders.ts';
import { quickPencil } from '../support/pictures.ts';
import { startKubetutor } from '../support/run.ts';
import { visit } from '../support/web/visitor.ts';

const addressIn = (text: string) => /at (http:\/\/[\d.:]+)/.exec(text)?.[1] ?? '';

describe('without tokens but with a port, the program', () => {
  test('prints where the playground is, stays though nobody types, and stops when told to', async () => {
    const { where, query } = await newFilePlace();
    const { end, err, ended, signal } = await startKubetutor([], { env: { PORT: '0', DATA_DIR: where } });
    end();
    await err.until('Ready on web.');
    const address = addressIn(err.text());
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const { says, until } = await visit(address);
    await says('ann', 'what is kubelet');
    await until('ann', 'The agent on every node');
    signal('SIGTERM');
    expect((await ended).code).toBe(0);
    // The room is forgotten some day.
    expect(await query('select space from departure')).toEqual([{ space: expect.stringMatching(/^web:[\w-]{22}$/) }]);
  });

  test('shows an author’s edit when the file is saved, and says what is broken', async () => {
    const note = 'concepts:\n  - { id: blimp, en: { name: Blimp, definition: Our deploy bot. } }\n';
    const folder = await folderWith({ 'a.yaml': note });
    const { err } = await startKubetutor(['--content', folder], { env: { PORT: '0' } });
    await err.until('Ready on web.');
    const { says, until, untilNotice } = await visit(addressIn(err.text()));
    await says('ann', 'what is Blimp');
    await until('ann', 'Our deploy bot.');
    await replaceFile(join(folder, 'a.yaml'), note.replace('deploy', 'build'));
    await until('ann', 'Our build bot.');
    await replaceFile(join(folder, 'a.yaml'), 'concepts: [');
    await untilNotice('a.yaml is broken now');
  });
});

describe('the program is there for visitors alone', () => {
  const audience = new URL('../../src/cli/audience.ts', import.meta.url).href;
  /** What is said of a program that is started with this as its standard input, with or without a container's mark. */
  const isForVisitors = (stdin: 'ignore' | 'pipe', { port = 'undefined', mark = '/no-such-mark' } = {}) => {
    const asked = `import { isForVisitors } from '${audience}'; console.log(isForVisitors({ port: ${port} }, ['${mark}']))`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', asked], {
      stdio: [stdin, 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    return stdout.trim();
  };

  test('where a port is set, whatever the input', () => {
    expect([isForVisitors('ignore', { port: '0' }), isForVisitors('pipe', { port: '0' })]).toEqual(['true', 'true']);
  });

  test('in a container that is given no input', () => {
    expect([isForVisitors('ignore', { mark: '/' }), isForVisitors('ignore')]).toEqual(['true', 'false']);
  });

  test('but not where questions may be piped in, even in a container', () => {
    expect(isForVisitors('pipe', { mark: '/' })).toBe('false');
  });
});

describe('the key that signs cookies', () => {
  const { bot } = tutorFor();

  test('is made up once, and read by its owner only', async () => {
    const dataDir = temporaryDir();
    await openPlayground(bot, configFor({ dataDir }), quickPencil);
    const file = join(dataDir, 'web.key');
    const key = await readFile(file, 'utf8');
    await openPlayground(bot, configFor({ dataDir }), quickPencil);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await readFile(file, 'utf8')).toBe(key);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is SECRET_KEY where there is one', async () => {
    const dataDir = temporaryDir();
    await openPlayground(bot, { ...configFor({ dataDir }), web: { publicUrl: undefined, secretKey: 's'.repeat(32) } }, quickPencil);
    await expect(stat(join(dataDir, 'web.key'))).rejects.toThrow('ENOENT');
  });

  test('holds until the end where nothing can be kept', async () => {
    const dataDir = join(await folderWith({ file: '' }), 'file', 'data');
    await expect(openPlayground(bot, configFor({ dataDir }), quickPencil)).resolves.toBeDefined();
  });
});

describe('beside the terminal', () => {
  const { bot } = tutorFor();

  test('the playground is served at any port where the usual one is taken, and two do not get in each other’s way', async () => {
    const config = configFor({ dataDir: temporaryDir() });
    const served = [
      await serveBeside(await openPlayground(bot, config, quickPencil), config.host),
      await serveBeside(await openPlayground(bot, config, quickPencil), config.host),
    ];
    const addresses = served.map((one) => one?.address ?? '');
    expect(new Set(addresses).size).toBe(2);
    for (const address of addresses) expect((await fetch(address)).status).toBe(200);
    for (const one of served) await one?.stop();
    await expect(fetch(addresses[0] ?? '')).rejects.toThrow();
  });

  test('there is none where one cannot listen', async () => {
    const config = configFor({ dataDir: temporaryDir() });
    expect(await serveBeside(await openPlayground(bot, config, quickPencil), '192.0.2.1')).toBeUndefined();
  });
});
