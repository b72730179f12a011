import { expect, test } from 'vitest';
import { keepLastGood } from '../../../src/core/content/last-good.ts';
import type { Problem } from '../../../src/core/content/problem.ts';

const file = (path: string, text = path) => ({ path, text });
const problem = (path: string, severity: Problem['severity'] = 'error'): Problem => ({
  severity,
  file: path,
  ...{ line: 1, column: 1, message: 'broken', mend: 'mend it' },
});

test('a broken file’s last good version stands in for it, in its place', () => {
  const now = [file('a.yaml', 'new'), file('b.yaml', 'broken'), file('c.yaml', 'new')];
  const lastGood = [file('b.yaml', 'old'), file('a.yaml', 'old')];
  const sound = [file('a.yaml', 'new'), file('c.yaml', 'new'), file('b.yaml', 'old')];
  expect(keepLastGood(now, [problem('b.yaml')], lastGood)).toEqual({
    files: [file('a.yaml', 'new'), file('b.yaml', 'old'), file('c.yaml', 'new')],
    standIns: ['b.yaml'],
    good: sound,
  });
});

test('a file that cannot be read any more, or lies in a folder that cannot, is kept as it was', () => {
  const { files, standIns } = keepLastGood([], [problem('a.md'), problem('deep')], [file('a.md'), file('deep/b.md'), file('deeper/c.md')]);
  expect(files.map(({ path }) => path)).toEqual(['a.md', 'deep/b.md']);
  expect(standIns).toEqual(['a.md', 'deep/b.md']);
});

test('a file that is gone is gone', () => {
  expect(keepLastGood([file('a.md')], [], [file('a.md'), file('b.md')])).toEqual({
    files: [file('a.md')],
    standIns: [],
    good: [file('a.md')],
  });
});

test('a broken file that never was good is no file to fall back on', () => {
  expect(keepLastGood([file('a.md')], [problem('a.md')], [])).toEqual({ files: [file('a.md')], standIns: [], good: [] });
});

test('a warning breaks nothing', () => {
  expect(keepLastGood([file('a.md', 'new')], [problem('a.md', 'warning')], [file('a.md', 'old')]).files).toEqual([file('a.md', 'new')]);
});
