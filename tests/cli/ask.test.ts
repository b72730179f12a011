import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';
import { createTranscript } from '../support/terminal.ts';

const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.concurrent('kubetutor ask', () => {
  test('prints the answer as a person reads it, with nothing to press', async () => {
    const { code, out, err } = await kubetutor(['ask', 'what', 'is', 'kubelet']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^kubelet\n\n/);
    expect(out).toContain('https://kubernetes.io/docs/');
    expect(out).not.toContain('[1]');
  });

  test('answers in the language of --lang, whatever the question’s', async () => {
    const { out } = await kubetutor(['ask', '--lang', 'zh', 'what is kubelet']);
    expect(out).toMatch(/出处：/);
  });

  test('prints one JSON object on one line with --json', async () => {
    const { code, out } = await kubetutor(['ask', '--json', 'kubelet 是什么']);
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain('\n');
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['kind', 'concepts', 'suggestions', 'lang', 'title', 'text']);
    expect(answer).toMatchObject({ kind: 'answer', concepts: ['kubelet'], lang: 'zh', title: 'kubelet' });
    expect(answer.text).not.toMatch(/^kubelet\n/);
  });

  test('wants a question', async () => {
    expect(await kubetutor(['ask', '  '])).toEqual({
      code: 1,
      out: '',
      err: 'Ask something, for example: kubetutor ask "what is kubelet"\n',
    });
  });
});

describe.concurrent('kubetutor ask --batch', () => {
  const batch = async (input: string, args: string[] = []) => lines((await kubetutor(['ask', '--batch', ...args], { input })).out);

  test('answers line by line in order, and tells bad lines by their number', async () => {
    const input = [
      '\ufeff{"id":"a","text":"what is kubelet"}\r',
      '',
      'not JSON',
      '{"id":2,"text":"Secret 和 ConfigMap 的区别"}',
      '{"id":"no text"}',
      '[1, 2]',
      '{"id":null,"text":"pod"}',
      '{"id":"empty","text":""}',
      '{"id":"last","text":"kubelet","more":true}',
    ];
    const answers = await batch(input.join('\n'), ['--lang', 'zh']);
    expect(answers.map(({ id, line }) => id ?? line)).toEqual(['a', 3, 2, 5, 6, 7, 'empty', 'last']);
    expect(answers[0]).toEqual({
      id: 'a',
      kind: 'answer',
      concepts: ['kubelet'],
      suggestions: expect.any(Array),
      lang: 'zh',
      ms: expect.any(Number),
    });
    expect(Object.keys(answers[0])).toEqual(['id', 'kind', 'concepts', 'suggestions', 'lang', 'ms']);
    expect(answers[1]).toEqual({ line: 3, error: 'this line is no JSON object {"id": …, "text": "…"}' });
    expect(answers[2]).toMatchObject({ kind: 'answer', concepts: ['secret', 'configmap'] });
    expect(answers[6]).toMatchObject({ id: 'empty', kind: 'unknown', concepts: [], lang: 'zh' });
  });

  test('answers each question in its own language', async () => {
    const answers = await batch('{"id":1,"text":"what is a pod"}\n{"id":2,"text":"Pod 是什么"}\n');
    expect(answers.map(({ lang, concepts }) => [lang, ...concepts])).toEqual([
      ['en', 'pod'],
      ['zh', 'pod'],
    ]);
  });

  test('survives whatever a line holds', async () => {
    const texts = ['x'.repeat(10_000), ' '.repeat(3_000), '<script>', '\u0000\u001b', '🙂', '@everyone'];
    const answers = await batch(texts.map((text, id) => JSON.stringify({ id, text })).join('\n'));
    expect(answers.map(({ id, kind }) => [id, kind])).toEqual(texts.map((_text, id) => [id, 'unknown']));
  });
});

test('ask knows a folder of one’s own notes beside the shipped ones', async () => {
  const folder = await folderWith({ 'team.yaml': 'concepts:\n  - id: blimp\n    en: { name: Blimp, definition: Our deploy bot. }\n' });
  const { out } = await kubetutor(['ask', '--json', '--content', folder, 'what is Blimp']);
  expect(JSON.parse(out)).toMatchObject({ kind: 'answer', concepts: ['blimp'], title: 'Blimp' });
});

test('ask --batch answers a line as soon as it comes, without waiting for the next', async () => {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, 'ask', '--batch'], { env: { PATH: process.env.PATH } });
  onTestFinished(() => void child.kill());
  const answers = createTranscript();
  child.stdout.setEncoding('utf8').on('data', answers.add);
  child.stdin.write('{"id":1,"text":"kubelet"}\n');
  await answers.until('{"id":1,');
  child.stdin.write('{"id":2,"text":"kubelet"}\n');
  await answers.until('{"id":2,');
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end();
  expect(await ended).toBe(0);
});
