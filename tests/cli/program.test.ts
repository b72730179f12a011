import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

const commandsIn = (help: string) =>
  Array.from(help.matchAll(/^ {2}([a-z][a-z-]*) .*\S/gm), ([, name = '']) => name).filter(
    (name) => name !== 'help' && name !== 'kubetutor',
  );

describe.concurrent('kubetutor --help', () => {
  test('names every command with what it does, and shows examples', async () => {
    const { code, out } = await kubetutor(['--help']);
    expect(code).toBe(0);
    expect(commandsIn(out)).toEqual(expect.arrayContaining(['start', 'ask', 'check']));
    expect(out).toContain('kubetutor ask "what is kubelet"');
  });

  test('is there for every command, and leaves no option unexplained', async () => {
    const { out } = await kubetutor(['--help']);
    const helps = await Promise.all(commandsIn(out).map(async (name) => ({ name, ...(await kubetutor([name, '--help'])) })));
    for (const { name, code, out: help, err } of helps) {
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
      expect(help).toMatch(new RegExp(`^Usage: kubetutor ${name}\\b.*\\n\\n[a-z].{10}`));
      const options = help.match(/^ {2}-.*$/gm) ?? [];
      expect(options.length).toBeGreaterThan(0);
      for (const option of options) expect(option).toMatch(/^ {2}(?:-\w, )?--[a-z-]+(?: <\w+>)? {2,}\S/);
    }
  });
});

test('kubetutor --version tells which one this is', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await kubetutor(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

describe.concurrent('a wrong call', () => {
  test.each([
    [['bogus'], 'There is no such command. To ask something: kubetutor ask "what is kubelet"\n(kubetutor --help shows all commands)\n'],
    [['--bogus'], "error: unknown option '--bogus'\n(kubetutor --help shows how)\n"],
    [
      ['ask', '--lang', 'fr', 'pod'],
      "error: option '--lang <language>' argument 'fr' is invalid. Allowed choices are en, zh.\n(kubetutor --help shows how)\n",
    ],
    [['--content', '/nowhere'], 'There is no folder or file /nowhere. Check the path.\n'],
  ])('%j is told what to do instead, with exit code 1', async (args, err) => {
    expect(await kubetutor(args)).toEqual({ code: 1, out: '', err });
  });

  test('with wrong settings is told all of them at once', async () => {
    const { code, err } = await kubetutor(['ask', 'pod'], { env: { LOCALE: 'fr', COMMAND: 'A B' } });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'These settings are wrong:\n  LOCALE: write en or zh\n  COMMAND: small letters, digits, - and _, at most 31\n',
    });
  });
});

describe.concurrent('kubetutor without a terminal', () => {
  test('shows an answer in both languages where nothing is asked, and ends well', async () => {
    const { code, out, err } = await kubetutor([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^› what is kubelet\n\nkubelet\n.*\n› kubelet 是什么\n\nkubelet\n/s);
    expect(out).toMatch(/Source: .*出处：.*Nothing was asked/s);
  });

  test('answers one question a line, each in its own language', async () => {
    const { out } = await kubetutor(['start'], { input: 'what is kubelet\nkubelet 是什么\n' });
    expect(out).toMatch(/^kubelet\n.*Source: .*\nkubelet\n.*出处：/s);
    expect(out).not.toMatch(/^› /m);
  });

  test('keeps to the language of --lang, whatever the questions’', async () => {
    const { out } = await kubetutor(['--lang', 'zh'], { input: 'what is kubelet\n' });
    expect(out).toContain('出处：');
  });
});

test('the program tells how many problems there are in the notes, and answers all the same', async () => {
  const folder = await folderWith({ 'broken.yaml': 'concepts: [' });
  const { code, out, err } = await kubetutor(['--content', folder], { input: 'kubelet\n' });
  expect({ code, err }).toEqual({ code: 0, err: `1 problem in the notes; “npx kubetutor check ${folder}” lists it.\n` });
  expect(out).toMatch(/^kubelet\n/);
});

test('the program ends quietly when nobody reads its answers any more', async () => {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, DATA_DIR: await folderWith() },
    stdio: 'pipe',
  });
  child.stdin.end();
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
