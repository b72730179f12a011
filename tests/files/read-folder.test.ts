import { chmod, mkdir, realpath, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatProblem } from '../../src/core/content/problem.ts';
import { ContentError } from '../../src/core/errors.ts';
import { readFileIn, readFolder } from '../../src/files/read-folder.ts';
import { asOrdinaryUser, folderWith } from '../support/folders.ts';

/** What reading a folder gives, in short: its files with their texts, and its problems. */
async function read(folder: string) {
  const { files, problems } = await readFolder(folder);
  return { files: Object.fromEntries(files.map(({ path, text }) => [path, text])), problems: problems.map(formatProblem) };
}

describe('a folder of notes', () => {
  test('gives its notes in the order of their paths, and nothing else', async () => {
    const folder = await folderWith({
      'b.md': 'B',
      'a/z.yaml': 'Z',
      'A.YML': 'A',
      'a/b/c.markdown': 'C',
      'picture.png': 'P',
      'readme.txt': 'R',
      '.hidden.md': 'H',
      '.git/config.yaml': 'G',
      'node_modules/x/index.md': 'N',
    });
    expect(await read(folder)).toEqual({ files: { 'A.YML': 'A', 'a/b/c.markdown': 'C', 'a/z.yaml': 'Z', 'b.md': 'B' }, problems: [] });
    expect((await readFolder(folder)).files.map(({ path }) => path)).toEqual(['A.YML', 'a/b/c.markdown', 'a/z.yaml', 'b.md']);
  });

  test('may be empty', async () => {
    expect(await read(await folderWith())).toEqual({ files: {}, problems: [] });
  });

  test('may be one file, whatever its name', async () => {
    const folder = await folderWith({ 'a.yaml': 'A', '.b.txt': 'B' });
    expect(await readFolder(join(folder, '.b.txt'))).toEqual({
      folder,
      isWhole: false,
      files: [{ path: '.b.txt', text: 'B' }],
      problems: [],
    });
  });

  test('may have a hidden name itself', async () => {
    const folder = await folderWith({ '.notes/a.md': 'A' });
    expect(await read(join(folder, '.notes'))).toEqual({ files: { 'a.md': 'A' }, problems: [] });
  });

  test('that is nested deeper than any notes are says so', async () => {
    const deep = Array.from({ length: 18 }, () => 'd').join('/');
    const { files, problems } = await read(await folderWith({ [`${deep}/a.md`]: 'A', 'd/b.md': 'B' }));
    expect(Object.keys(files)).toEqual(['d/b.md']);
    expect(problems).toEqual([`${Array(17).fill('d').join('/')}:1:1: this folder is nested too deeply: move it up`]);
  });
});

describe('a folder that cannot be read', () => {
  test.each([
    ['is not there', 'nowhere', 'There is no folder or file .*nowhere. Check the path.'],
    ['is below a file', 'a.md/b', 'There is no folder or file .*a.md/b. Check the path.'],
    ['is a link to itself', 'loop', 'loop is a link that leads back to itself. Mend the link.'],
  ])('because it %s', async (_, name, said) => {
    const folder = await folderWith({ 'a.md': 'A' });
    await symlink('loop', join(folder, 'loop'));
    await expect(readFolder(join(folder, name))).rejects.toThrow(new RegExp(said));
    await expect(readFolder(join(folder, name))).rejects.toBeInstanceOf(ContentError);
  });

  test('because it is neither a folder nor a file', async () => {
    const path = join(await folderWith(), 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    await expect(readFolder(path)).rejects.toThrow(`${path} is neither a folder nor a file. Name a folder of notes.`);
  });

  test('because it belongs to somebody else', async () => {
    const folder = await folderWith({ 'locked/a.md': 'A', 'b.md': 'B', 'c.md': 'C' });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'b.md'), 0o000);
    await chmod(join(folder, 'locked'), 0o000);
    onTestFinished(() => chmod(join(folder, 'locked'), 0o755));
    await expect(asOrdinaryUser(() => readFolder(join(folder, 'locked')))).rejects.toThrow('may not be read (EACCES). Check who owns it.');
    expect(await asOrdinaryUser(() => read(folder))).toEqual({
      files: { 'c.md': 'C' },
      problems: [
        'locked:1:1: this folder cannot be read (EACCES): check who owns it',
        'b.md:1:1: this file cannot be read (EACCES): check who owns it',
      ],
    });
  });
});

describe('links', () => {
  test('of a mounted ConfigMap are followed, and each file is read once', async () => {
    const folder = await folderWith({ '..2025_01_01_10_00_00.123/a.yaml': 'A', '..2025_01_01_10_00_00.123/sub/b.md': 'B' });
    await symlink('..2025_01_01_10_00_00.123', join(folder, '..data'));
    await symlink('..data/a.yaml', join(folder, 'a.yaml'));
    await symlink('..data/sub', join(folder, 'sub'));
    expect(await read(folder)).toEqual({ files: { 'a.yaml': 'A', 'sub/b.md': 'B' }, problems: [] });
  });

  test('of a mounted ConfigMap are followed to a single file', async () => {
    const folder = await folderWith({ '..2025/a.yaml': 'A' });
    await symlink('..2025', join(folder, '..data'));
    await symlink('..data/a.yaml', join(folder, 'a.yaml'));
    expect(await read(join(folder, 'a.yaml'))).toEqual({ files: { 'a.yaml': 'A' }, problems: [] });
  });

  test('to notes that are read anyway add nothing: a note is called by its own name', async () => {
    const folder = await folderWith({ 'z/note.md': 'N' });
    await symlink('z/note.md', join(folder, 'a.md'));
    await symlink('z', join(folder, 'b'));
    expect(await read(folder)).toEqual({ files: { 'z/note.md': 'N' }, problems: [] });
  });

  test('in a circle are walked once', async () => {
    const folder = await folderWith({ 'a/b/note.md': 'N' });
    await symlink('..', join(folder, 'a/b/up'));
    await symlink('.', join(folder, 'here'));
    await symlink(folder, join(folder, 'a/top'));
    expect(await read(folder)).toEqual({ files: { 'a/b/note.md': 'N' }, problems: [] });
  });

  test('out of the folder are errors: nothing behind them is read', async () => {
    const outside = await folderWith({ 'secret.md': 'S', 'logo.png': 'P' });
    const folder = await folderWith({ 'a.md': 'A' });
    await symlink(join(outside, 'secret.md'), join(folder, 'secret.md'));
    await symlink(outside, join(folder, 'all'));
    await symlink(join('..', basename(outside), 'secret.md'), join(folder, 'relative.md'));
    expect(await read(folder)).toEqual({
      files: { 'a.md': 'A' },
      problems: ['all', 'relative.md', 'secret.md'].map(
        (name) => `${name}:1:1: this link leads out of the folder: copy the file here instead`,
      ),
    });
  });

  test('to a neighbour whose name begins alike lead out', async () => {
    const folder = await folderWith({ 'notes/a.md': 'A', 'notes-old/b.md': 'B' });
    await symlink('../notes-old/b.md', join(folder, 'notes/b.md'));
    expect((await read(join(folder, 'notes'))).problems).toEqual([
      'b.md:1:1: this link leads out of the folder: copy the file here instead',
    ]);
  });

  test('that lead nowhere are errors', async () => {
    const folder = await folderWith();
    await symlink('gone.md', join(folder, 'a.md'));
    await symlink('b.md', join(folder, 'b.md'));
    expect((await read(folder)).problems).toEqual([
      'a.md:1:1: this link leads nowhere (ENOENT): mend or remove the link',
      'b.md:1:1: this link leads nowhere (ELOOP): mend or remove the link',
    ]);
  });

  test('that are no notes are nobody’s business', async () => {
    const folder = await folderWith();
    await symlink('/etc/hostname', join(folder, 'name.txt'));
    await symlink('gone.png', join(folder, 'gone.png'));
    expect(await read(folder)).toEqual({ files: {}, problems: [] });
  });

  test('to the folder itself are resolved', async () => {
    const folder = await folderWith({ 'real/a.md': 'A' });
    await symlink('real', join(folder, 'link'));
    expect((await readFolder(join(folder, 'link'))).folder).toBe(await realpath(join(folder, 'real')));
  });
});

describe('a file that is no note', () => {
  const problemOf = async (content: string | Uint8Array) => (await read(await folderWith({ 'a.yaml': content }))).problems;

  test('of 50 MB is not read', async () => {
    const folder = await folderWith({ 'big.yaml': '', 'b.md': 'B' });
    await truncate(join(folder, 'big.yaml'), 50 * 1024 * 1024);
    expect(await read(folder)).toEqual({
      files: { 'b.md': 'B' },
      problems: ['big.yaml:1:1: this file has 50 MB, at most 2 MB are read: split it, or move it out of the notes'],
    });
  });

  test('may have 2 MB to the byte', async () => {
    const folder = await folderWith({ 'a.md': 'x'.repeat(2 * 1024 * 1024), 'b.md': 'x'.repeat(2 * 1024 * 1024 + 1) });
    const { files, problems } = await read(folder);
    expect(Object.keys(files)).toEqual(['a.md']);
    expect(problems).toEqual(['b.md:1:1: this file has 3 MB, at most 2 MB are read: split it, or move it out of the notes']);
  });

  test.each<[string, Uint8Array, string]>([
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
      '1:1: this is a binary file: save it as plain text in UTF-8, or move it out of the notes',
    ],
    ['UTF-16', Buffer.from('\ufeffa', 'utf16le'), '1:1: this file is UTF-16, not UTF-8: save it again with the encoding UTF-8'],
    ['GBK', Buffer.from([0x61, 0x0a, 0x62, 0xc8, 0xdd, 0xc6, 0xf7]), '2:2: this file is not UTF-8: save it again with the encoding UTF-8'],
    ['a character cut in two', Buffer.from('a\n\n容').subarray(0, 5), '3:1: this file is not UTF-8: save it again with the encoding UTF-8'],
  ])('but %s gets an error where it goes wrong', async (_, content, said) => {
    expect(await problemOf(content)).toEqual([`a.yaml:${said}`]);
  });
});

test('a byte order mark and the line ends of Windows change nothing', async () => {
  const folder = await folderWith({ 'a.yaml': '\ufeffconcepts:\r\n  - 容器\r\n' });
  expect(await read(folder)).toEqual({ files: { 'a.yaml': 'concepts:\n  - 容器\n' }, problems: [] });
});

describe('one file of a folder', () => {
  test('comes back by its name', async () => {
    const folder = await folderWith({ 'ids.lock': 'pod\r\n' });
    expect(await readFileIn(folder, 'ids.lock')).toEqual({ files: [{ path: 'ids.lock', text: 'pod\n' }], problems: [] });
  });

  test('is nothing where there is none, or a folder', async () => {
    const folder = await folderWith();
    expect(await readFileIn(folder, 'ids.lock')).toEqual({ files: [], problems: [] });
    await mkdir(join(folder, 'ids.lock'));
    expect(await readFileIn(folder, 'ids.lock')).toEqual({ files: [], problems: [] });
  });

  test('is a problem where it is no text', async () => {
    const folder = await folderWith();
    await writeFile(join(folder, 'ids.lock'), Buffer.from([0, 1]));
    expect((await readFileIn(folder, 'ids.lock')).problems).toMatchObject([{ file: 'ids.lock', message: 'this is a binary file' }]);
  });
});
