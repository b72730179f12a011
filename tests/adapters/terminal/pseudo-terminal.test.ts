import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, replaceFile } from '../../support/folders.ts';
import { createTranscript } from '../../support/terminal.ts';

// util-linux's `script` runs a command in a terminal of its own; elsewhere (macOS) it takes other options.
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
const ENTER = '\r';

/** Runs a file of the project in a real terminal of so many columns. */
function inTerminal(script: string, { columns = 60, env = {} }: { columns?: number; env?: Record<string, string> } = {}) {
  const command = `stty cols ${columns} rows 24; exec '${process.execPath}' ${script}`;
  const child: ChildProcess = spawn('script', ['-qec', command, '/dev/null'], {
    stdio: 'pipe',
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...env },
  });
  onTestFinished(() => void child.kill());
  const screen = createTranscript();
  child.stdout?.setEncoding('utf8').on('data', screen.add);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { screen, ended, type: (text: string) => void child.stdin?.write(text) };
}

describe.skipIf(!hasScript)('in a real terminal (needs util-linux’s script), the chat', () => {
  test('answers in colour, presses buttons by number, keeps a history, and leaves on Ctrl-C with exit code 0', async () => {
    const { screen, ended, type } = inTerminal('tests/support/chat-on-fixture.ts');
    await screen.until('\u001b[32m› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('\u001b[1mThe agent on every node');
    await screen.until('中文');
    await screen.until('› ');
    type(`3${ENTER}`);
    await screen.until('每个节点上的代理程序');
    await screen.until('› ');
    type(`\u001b[A\u001b[A${ENTER}`);
    await screen.until('The agent on every node');
    await screen.until('› ');
    type('\u0003');
    expect(await ended).toBe(0);
    expect(stripVTControlCharacters(screen.text())).toMatch(/See you!\r\n$/);
  });

  test.each(['exit', 'bye', '退出'])('ends on %s, though the terminal stays open', async (farewell) => {
    const { screen, ended, type } = inTerminal('tests/support/chat-on-fixture.ts');
    await screen.until('› ');
    type(`${farewell}${ENTER}`);
    await screen.until('See you!');
    expect(await ended).toBe(0);
  });

  test('sets no colours under NO_COLOR, and no line is wider than the window', async () => {
    const { screen, ended, type } = inTerminal('tests/support/chat-on-fixture.ts', { columns: 40, env: { NO_COLOR: '1' } });
    await screen.until('› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('containerd');
    await screen.until('› ');
    type('\u0004');
    expect(await ended).toBe(0);
    for (const colour of [1, 2, 4, 32, 33, 36]) expect(screen.text()).not.toContain(`\u001b[${colour}m`);
    expect(stripVTControlCharacters(screen.text())).toContain('It watches the API server for Pods bound\r\nto its node');
  });

  test('is what the program opens when it is started without a word', async () => {
    const notes = await folderWith({ 'a.md': '* Blue Box: the machine under the stairs.\n' });
    const { screen, ended, type } = inTerminal('src/main.ts', {
      env: { LANG: 'zh_CN.UTF-8', DATA_DIR: await folderWith(), CONTENT_DIR: notes },
    });
    await screen.until('小A · Xiao A 知道');
    await screen.until('http://127.0.0.1:');
    await screen.until('› ');
    type(`kubelet${ENTER}`);
    await screen.until('kubernetes.io');
    await screen.until('› ');
    await replaceFile(join(notes, 'b.yaml'), 'concepts: [');
    await screen.until('npx kubetutor check');
    await screen.until('› ');
    type(`再见${ENTER}`);
    expect(await ended).toBe(0);
    expect(stripVTControlCharacters(screen.text())).toMatch(/回头见！\r\n$/);
  });
});
