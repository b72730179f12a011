import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readFolder } from '../../src/files/read-folder.ts';
import { watchFolder } from '../../src/files/watch-folder.ts';
import { folderWith, replaceFile } from '../support/folders.ts';

/** Longer than any test: what is seen is seen by looking, or by events. */
const NEVER = 2_000_000_000;

/** A watch on a folder that takes down the files of each change as `path=text`. */
async function watched(folder: string, dealWith: (told: readonly string[]) => Promise<void> = async () => {}) {
  const told: string[][] = [];
  const failures: unknown[] = [];
  const watch = watchFolder(folder, await readFolder(folder), {
    async onChange({ files, problems }) {
      told.push([...files.map(({ path, text }) => `${path}=${text}`), ...problems.map(({ file, message }) => `${file}: ${message}`)]);
      await dealWith(told.at(-1) ?? []);
    },
    onFailure: (error) => failures.push(error),
    everyMs: NEVER,
  });
  onTestFinished(watch.stop);
  return { ...watch, told, failures };
}

describe('a watched folder', () => {
  test('tells each change once, with all that the folder holds', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, told } = await watched(folder);
    await look();
    expect(told).toEqual([]);
    await replaceFile(join(folder, 'b.md'), 'B');
    await look();
    await look();
    expect(told).toEqual([['a.md=A', 'b.md=B']]);
    await rm(join(folder, 'a.md'));
    await look();
    expect(told.at(-1)).toEqual(['b.md=B']);
  });

  test('tells nothing of a save that changes nothing, or of a file that is no note', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, told } = await watched(folder);
    await replaceFile(join(folder, 'a.md'), 'A');
    await writeFile(join(folder, 'a.md.swp'), 'A');
    await look();
    expect(told).toEqual([]);
  });

  test('tells what changed after it was read, though that was before the watch began', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const known = await readFolder(folder);
    await replaceFile(join(folder, 'a.md'), 'changed');
    const told: string[] = [];
    const watch = watchFolder(folder, known, {
      onChange: async ({ files }) => void told.push(files[0]?.text ?? ''),
      onFailure: () => {},
      everyMs: NEVER,
    });
    onTestFinished(watch.stop);
    await watch.look();
    expect(told).toEqual(['changed']);
  });

  test('tells of a file that has become unreadable, and of its return', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, told } = await watched(folder);
    await replaceFile(join(folder, 'a.md'), '\0');
    await look();
    await replaceFile(join(folder, 'a.md'), 'A');
    await look();
    expect(told).toEqual([['a.md: this is a binary file'], ['a.md=A']]);
  });

  test('tells nothing while it is gone', async () => {
    const folder = await folderWith({ 'notes/a.md': 'A' });
    const { look, told } = await watched(join(folder, 'notes'));
    await rename(join(folder, 'notes'), join(folder, 'elsewhere'));
    await look();
    expect(told).toEqual([]);
    await replaceFile(join(folder, 'elsewhere/a.md'), 'changed');
    await rename(join(folder, 'elsewhere'), join(folder, 'notes'));
    await look();
    expect(told).toEqual([['a.md=changed']]);
  });

  test('may be one note, also when an editor puts another file in its place', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, told } = await watched(join(folder, 'a.md'));
    await replaceFile(join(folder, 'a.md'), 'changed');
    await look();
    expect(told).toEqual([['a.md=changed']]);
  });

  test('that is a mounted ConfigMap tells a swap of all its files as one change, and each file once', async () => {
    const folder = await folderWith({ '..2026_01/a.md': 'old a', '..2026_01/b.md': 'old b' });
    await symlink('..2026_01', join(folder, '..data'));
    await symlink('..data/a.md', join(folder, 'a.md'));
    await symlink('..data/b.md', join(folder, 'b.md'));
    const { look, told } = await watched(folder);
    // As the kubelet does: new files in a new folder, then one link is replaced at once.
    await mkdir(join(folder, '..2026_02'));
    await writeFile(join(folder, '..2026_02/a.md'), 'new a');
    await writeFile(join(folder, '..2026_02/b.md'), 'new b');
    await look();
    expect(told).toEqual([]);
    await symlink('..2026_02', join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    await rm(join(folder, '..2026_01'), { recursive: true });
    await look();
    expect(told).toEqual([['a.md=new a', 'b.md=new b']]);
  });

  test('is seen by events too, without looking', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const seen = Promise.withResolvers<void>();
    await watched(folder, async () => seen.resolve());
    await replaceFile(join(folder, 'a.md'), 'changed');
    await seen.promise;
  });
});

describe('whoever watches', () => {
  test('is told of the next change only when the last one is dealt with', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { look, told } = await watched(folder, () => {
      begun.resolve();
      return gate.promise;
    });
    await replaceFile(join(folder, 'a.md'), 'one');
    const first = look();
    await begun.promise;
    await replaceFile(join(folder, 'a.md'), 'two');
    const looks = [look(), look(), look()];
    // Time enough for a look that did not wait.
    for (let reads = 0; reads < 5; reads++) await readFolder(folder);
    expect(told).toEqual([['a.md=one']]);
    gate.resolve();
    await Promise.all([first, ...looks]);
    expect(told).toEqual([['a.md=one'], ['a.md=two']]);
  });

  test('is told the next change though it failed at this one', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, told, failures } = await watched(folder, async ([file]) => {
      if (file === 'a.md=bad') throw new Error('no disk');
    });
    await replaceFile(join(folder, 'a.md'), 'bad');
    await look();
    await look();
    expect(failures).toEqual([new Error('no disk')]);
    await replaceFile(join(folder, 'a.md'), 'good');
    await look();
    expect(told).toEqual([['a.md=bad'], ['a.md=good']]);
  });

  test('is told nothing any more after the end of the watch', async () => {
    const folder = await folderWith({ 'a.md': 'A' });
    const { look, stop, told } = await watched(folder);
    stop();
    await replaceFile(join(folder, 'a.md'), 'changed');
    await look();
    expect(told).toEqual([]);
  });
});
