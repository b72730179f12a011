import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TERMINAL_ACTOR } from '../../src/adapters/terminal/receive.ts';
import { openStore } from '../../src/store/store.ts';
import { folderWith, replaceFile } from '../support/folders.ts';
import { chosen, opening } from '../support/quiz.ts';
import { kubetutor, startKubetutor } from '../support/run.ts';

const BLIMP = 'concepts:\n  - { id: blimp, en: { name: Blimp, definition: Our deploy bot. } }\n';

test('own notes are loaded anew while one talks: a broken file is told and does no harm, and its mending is told', async () => {
  const notes = await folderWith({ 'a.yaml': BLIMP, 'b.md': '* Blue Boxx: the machine under the stairs.\n' });
  const { type, end, out, err, ended } = await startKubetutor(['--content', notes]);
  type('what is Blimp\n');
  await out.until('Our deploy bot.');

  await replaceFile(join(notes, 'a.yaml'), 'concepts: [');
  await err.until(`a.yaml is broken now; I go on with its last good version. “npx kubetutor check ${notes}” says what is wrong.\n`);
  type('what is Blimp\n');
  await out.until('Our deploy bot.');

  await replaceFile(join(notes, 'a.yaml'), BLIMP.replace('deploy', 'build'));
  await err.until('The notes were loaded anew: ');
  type('what is Blimp\n');
  await out.until('Our build bot.');

  await replaceFile(join(notes, 'b.md'), '* Blue Box: the machine under the stairs.\n');
  await err.until('Blue Box is what was called Blue Boxx: it is still the concept blue-boxx.\n');

  await replaceFile(join(notes, 'c.yaml'), 'concepts: [');
  await err.until(`1 problem in the notes; “npx kubetutor check ${notes}” lists it.\n`);
  end();
  expect((await ended).code).toBe(0);
});

test('whoever says goodbye through a pipe is let go, though the pipe stays open', async () => {
  const { type, ended } = await startKubetutor([]);
  type('exit\n');
  expect(await ended).toEqual({ code: 0, out: '', err: '' });
});

test('the command in a notice can be typed as it stands, also for a folder with a space in its name', async () => {
  const folder = await folderWith({ 'my notes/a.yaml': 'concepts: [' });
  const { err } = await kubetutor(['--content', join(folder, 'my notes')], { input: 'kubelet\n' });
  expect(err).toContain(`npx kubetutor check "${folder}/my notes"`);
});

describe('the language that a person sets', () => {
  const answersIn = (out: string) => (out.includes('出处：') ? 'zh' : 'en');

  test('holds after a restart, and for the greeting of those who come without a question', async () => {
    const env = { DATA_DIR: await folderWith() };
    await kubetutor([], { env, input: 'lang zh\n' });
    const { out, err } = await kubetutor([], { env, input: 'what is kubelet\n' });
    expect([answersIn(out), err]).toEqual(['zh', '']);
    expect((await kubetutor([], { env })).out).toContain('没有收到问题');
  });

  test('by --lang holds for this time only, and until another is set', async () => {
    const env = { DATA_DIR: await folderWith() };
    const { out } = await kubetutor(['--lang', 'zh'], { env, input: 'what is kubelet\nlang en\nkubelet 是什么\n' });
    const [first = '', second = ''] = out.split('I will answer you in English.');
    expect([first, second].map(answersIn)).toEqual(['zh', 'en']);
    await kubetutor(['--lang', 'zh'], { env, input: 'what is kubelet\n' });
    expect(answersIn((await kubetutor([], { env, input: 'kubelet 是什么\n' })).out)).toBe('en');
  });

  test('holds while the program runs where it cannot be kept, which is told', async () => {
    const folder = await folderWith({ file: '' });
    const { code, out, err } = await kubetutor([], {
      env: { DATA_DIR: join(folder, 'file/data') },
      input: 'lang zh\nwhat is kubelet\n',
    });
    expect(code).toBe(0);
    expect(answersIn(out)).toBe('zh');
    expect(err).toMatch(
      /^My memory cannot be opened, so I shall forget what you choose here when I stop\. One cannot write in the folder .*\n.*DATA_DIR\.\n$/,
    );
  });

  test('is not waited for in a place where no folder can be made', async () => {
    const { code, err } = await kubetutor([], { env: { DATA_DIR: '/proc/kubetutor/data' }, input: 'kubelet\n' });
    expect([code, err]).toEqual([0, expect.stringContaining('One cannot write in the folder /proc/kubetutor/data')]);
  });

  test('is told in Chinese where the program speaks Chinese', async () => {
    const folder = await folderWith({ file: '' });
    const { err } = await kubetutor([], { env: { DATA_DIR: join(folder, 'file/data'), LOCALE: 'zh' }, input: 'kubelet\n' });
    expect(err).toMatch(/^我的记忆打不开，/);
  });
});

test('notes are read, and it is told, where the ids of their concepts cannot be remembered', async () => {
  const folder = await folderWith({ 'notes/a.md': '* Blue Boxx: the machine under the stairs.\n', file: '' });
  const notes = join(folder, 'notes');
  const { type, end, out, err, ended } = await startKubetutor(['--content', notes], { env: { DATA_DIR: join(folder, 'file/data') } });
  await err.until('My memory cannot be opened. Your notes are read all the same, but a concept that you rename will count as a new one.');
  type('what is the blue boxx\n');
  await out.until('the machine under the stairs.');
  // While it runs, it still knows what it has read.
  await replaceFile(join(notes, 'a.md'), '* Blue Box: the machine under the stairs.\n');
  await err.until('Blue Box is what was called Blue Boxx: it is still the concept blue-boxx.\n');
  end();
  expect((await ended).code).toBe(0);
});

describe('two that talk on one data folder', () => {
  test('have what is due come up where one began first, and the other tells so', async () => {
    const env = { DATA_DIR: await folderWith() };
    const first = await startKubetutor([], { env });
    first.type('what is kubelet\n');
    await first.out.until('kubelet');
    const second = await startKubetutor([], { env });
    await second.err.until('come up where I began first');
    const store = await openStore(env.DATA_DIR, { as: 'tool', now: () => new Date() });
    onTestFinished(() => store.close());
    const place = { conversation: TERMINAL_ACTOR, space: TERMINAL_ACTOR, lane: { lane: TERMINAL_ACTOR, gapMs: 0 } };
    const closesAt = new Date(Date.now() + 3_600_000);
    for (const [day, concept] of [
      ['2026-03-02', 'pod'],
      ['2026-03-03', 'node'],
      ['2026-03-04', 'etcd'],
    ] as const) {
      await store.records.quizzes.open(opening(day, { ...place, closesAt, questions: chosen(concept) }));
    }
    for (const concept of ['pod', 'node', 'etcd']) await first.out.until(`What is ${concept}?`);
    second.end('what is a pod\n');
    const { out, code } = await second.ended;
    expect(code).toBe(0);
    expect(out).not.toContain('What is');
  });

  test('are told which of them to stop, where visitors are to be served', async () => {
    const env = { DATA_DIR: await folderWith() };
    const first = await startKubetutor([], { env });
    first.type('what is kubelet\n');
    await first.out.until('kubelet');
    const { code, err } = await kubetutor([], { env: { ...env, PORT: '0' } });
    expect(code).toBe(1);
    expect(err).toMatch(
      /^A talk in a terminal \(process \d+ on .*\) uses the database .*kubetutor\.db\. Stop it first, or give this one a DATA_DIR/m,
    );
    first.end();
    expect((await first.ended).code).toBe(0);
  });
});
