import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createWorkers, type Workers } from '../../src/pictures/workers.ts';

const script = new URL('unruly-worker.ts', import.meta.url);
const open: Workers<string, string>[] = [];
const workersWith = (options: { threads?: number; waiting?: number; deadlineMs?: number; script?: URL } = {}): Workers<string, string> => {
  const workers = createWorkers<string, string>({
    script,
    threads: 2,
    waiting: 10,
    deadlineMs: 10_000,
    startMs: 20_000,
    memoryMb: 64,
    ...options,
  });
  open.push(workers);
  return workers;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((workers) => workers.close()));
});

describe('threads', () => {
  test('work all jobs off, however few threads there are', async () => {
    const workers = workersWith({ threads: 1, waiting: 20 });
    const jobs = Array.from({ length: 20 }, (_, index) => `job ${index}`);
    expect(await Promise.all(jobs.map((job) => workers.run(job)))).toEqual(jobs.map((answer) => ({ kind: 'done', answer })));
  });

  test('that miss the deadline are ended, and the next job is done', async () => {
    const workers = workersWith({ threads: 1, deadlineMs: 200 });
    const [stuck, after] = await Promise.all([workers.run('spin'), workers.run('after')]);
    expect(stuck).toEqual({ kind: 'failed', message: 'not done within 0.2 s' });
    expect(after).toEqual({ kind: 'done', answer: 'after' });
  });

  test.each([
    ['throw', 'Error: thrown'],
    ['exit', 'the thread ended'],
    ['fail', 'not today'],
    ['hoard', /memory limit/],
  ])('that end by "%s" harm nobody else', async (mood, message) => {
    const workers = workersWith();
    const [bad, good] = await Promise.all([workers.run(mood), workers.run('good')]);
    expect(bad).toEqual({ kind: 'failed', message: typeof message === 'string' ? message : expect.stringMatching(message) });
    expect(good).toEqual({ kind: 'done', answer: 'good' });
    expect(await workers.run('again')).toEqual({ kind: 'done', answer: 'again' });
  });

  test('keep only so many jobs waiting, and refuse the others at once', async () => {
    const workers = workersWith({ threads: 1, waiting: 2, deadlineMs: 500 });
    const outcomes = await Promise.all(['spin', 'a', 'b', 'c', 'd'].map((job) => workers.run(job)));
    expect(outcomes.map((outcome) => (outcome.kind === 'done' ? outcome.answer : outcome.message))).toEqual([
      'not done within 0.5 s',
      'a',
      'b',
      'too many at once',
      'too many at once',
    ]);
  });

  test('refuse what cannot be handed over to them', async () => {
    const workers = workersWith({ threads: 1 });
    const noText = (() => 'a function') as unknown as string;
    expect(await workers.run(noText)).toMatchObject({ kind: 'failed', message: expect.stringContaining('could not be cloned') });
    expect(await workers.run('next')).toEqual({ kind: 'done', answer: 'next' });
  });

  test('that cannot be started fail each job, and hold nothing up', async () => {
    const workers = workersWith({ script: new URL('no-such-worker.ts', script) });
    expect(await workers.run('a')).toMatchObject({ kind: 'failed', message: expect.stringContaining('no-such-worker') });
    expect(await workers.run('b')).toMatchObject({ kind: 'failed' });
  });

  test('that are closed end what runs, waits and comes', async () => {
    const workers = workersWith({ threads: 1 });
    const running = [workers.run('spin'), workers.run('waits')];
    await workers.close();
    expect(await Promise.all([...running, workers.run('comes')])).toEqual([
      { kind: 'failed', message: 'the thread ended' },
      { kind: 'failed', message: 'closed' },
      { kind: 'failed', message: 'closed' },
    ]);
  });

  test('without work do not keep the process alive', () => {
    const program = fileURLToPath(new URL('one-job.ts', script));
    const { stdout, status, signal } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 });
    expect({ stdout, status, signal }).toEqual({ stdout: 'done', status: 0, signal: null });
  });
});
