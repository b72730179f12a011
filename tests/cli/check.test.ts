import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conceptText, fileOf } from '../support/check.ts';
import { folderWith } from '../support/folders.ts';
import { kubetutor, runScript } from '../support/run.ts';

const POD = fileOf(conceptText('our-pod', 'Our pod', 'needs: [pod]'));

describe('kubetutor check', () => {
  test('finds nothing wrong with the shipped notes', async () => {
    const { code, out, err } = await kubetutor(['check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d+ concepts, 0 errors, 0 warnings\n$/);
  });

  test('shows every problem at once, errors in the order of their places and warnings apart, with exit code 1', async () => {
    const folder = await folderWith({
      'notes/deck.yaml': 'id: empty\n',
      'notes/ids.lock': 'gone\nour-pod\n',
      'notes/a.yaml': fileOf(conceptText('our-pod', 'Our pod', 'needs: [nothing]\ntier: 1'), conceptText('other', 'our-pod')),
      'notes/b.yaml': 'concepts:\r\n  - id: B\r\n    kind: thing\r\n',
      'notes/c.md': Buffer.from([0x41, 0x0a, 0xff]),
      'notes/sub/deck.yaml': 'id: hollow\n',
      'readme.txt': '',
    });
    await symlink('../readme.txt', join(folder, 'notes/d.md'));
    const { code, out } = await kubetutor(['check', 'notes'], { cwd: folder });
    expect(out.split('\n')).toEqual([
      'notes/a.yaml:4:13: there is no concept nothing: mend the id under needs, or take it out',
      'notes/b.yaml:2:5: id "B" is not well formed: use small letters, digits and single hyphens, such as kube-proxy',
      'notes/b.yaml:2:5: the concept needs a section en or zh: see docs/write-content.md',
      expect.stringContaining('notes/b.yaml:3:5: kind cannot be "thing": choose one of component, '),
      'notes/c.md:2:1: this file is not UTF-8: save it again with the encoding UTF-8',
      'notes/d.md:1:1: this link leads out of the folder: copy the file here instead',
      'notes/ids.lock:1:1: the concept gone is gone, though people’s progress may hang on it: bring it back, or take this line out if nobody has met it',
      '',
      'Warnings:',
      'notes/a.yaml:6:5: the id other is not in notes/ids.lock: run npm run lock-ids once the id is to stay',
      'notes/a.yaml:7:11: the name "our-pod" is also that of our-pod at notes/a.yaml:2: let each name the other under confusedWith, or drop the name from one',
      'notes/sub/deck.yaml:1:1: the deck hollow has no concepts: add a file of concepts or a note beside it, or remove the deck',
      '2 concepts, 7 errors, 3 warnings',
      '',
    ]);
    expect(code).toBe(1);
  });

  test.each([
    ['cards.txt', '#separator:tab\n', 'these are cards as Anki exports them, but'],
    ['README.txt', 'Read me.', 'this is no note, by its name: name a file that ends in .yaml, .md, .csv or .tsv, or a folder of such'],
  ])('names the file where that is no note, with exit code 1: %s', async (name, text, said) => {
    const folder = await folderWith({ [`notes/${name}`]: text });
    const { code, out } = await kubetutor(['check', `notes/${name}`], { cwd: folder });
    expect([code, out]).toEqual([1, expect.stringContaining(`notes/${name}:1:1: ${said}`)]);
  });

  test('holds what is for one workspace against what is for all, and each workspace by itself', async () => {
    const folder = await folderWith({
      'notes/a.yaml': fileOf(conceptText('ours', 'Ours', 'needs: [pod]')),
      'notes/T0ACME0001/b.yaml': fileOf(conceptText('theirs', 'Theirs', 'needs: [ours]')),
      'notes/T0OTHER001/b.yaml': fileOf(conceptText('theirs', 'Theirs', 'needs: [ours, nothing]')),
    });
    const { code, out } = await kubetutor(['check', 'notes'], { cwd: folder });
    expect(out.split('\n')).toEqual([
      'notes/T0OTHER001/b.yaml:4:19: there is no concept nothing: mend the id under needs, or take it out',
      '3 concepts, 1 error, 0 warnings',
      '',
    ]);
    expect(code).toBe(1);
  });

  test('holds the ids of workspaces against the lock of the folder, also where there is nothing for all', async () => {
    const folder = await folderWith({
      'notes/T0ACME0001/b.yaml': fileOf(conceptText('theirs', 'Theirs'), conceptText('new', 'New')),
      'notes/T0OTHER001/b.yaml': fileOf(conceptText('theirs', 'Theirs')),
      'notes/ids.lock': 'gone\ntheirs\n',
      'notes/c.md': Buffer.from([0x41, 0x0a, 0xff]),
    });
    const { code, out } = await kubetutor(['check', 'notes'], { cwd: folder });
    expect(out.split('\n')).toEqual([
      'notes/c.md:2:1: this file is not UTF-8: save it again with the encoding UTF-8',
      expect.stringContaining('notes/ids.lock:1:1: the concept gone is gone'),
      '',
      'Warnings:',
      expect.stringContaining('notes/T0ACME0001/b.yaml:4:5: the id new is not in notes/ids.lock'),
      '3 concepts, 2 errors, 1 warning',
      '',
    ]);
    expect(code).toBe(1);
  });

  test('gives the same as JSON, for programs, with full paths for what is not below where one stands', async () => {
    const folder = await folderWith({
      'a.yaml': fileOf(conceptText('one', 'One', 'tier: 7')),
      'b/deck.yaml': 'id: b\n',
      'ids.lock': Buffer.from([0]),
    });
    const { code, out, err } = await kubetutor(['check', folder, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      concepts: 0,
      errors: [
        {
          severity: 'error',
          file: `${folder}/a.yaml`,
          line: 4,
          column: 5,
          message: 'tier is too large (at most 3)',
          mend: 'use a smaller number',
        },
        {
          severity: 'error',
          file: `${folder}/ids.lock`,
          line: 1,
          column: 1,
          message: 'this is a binary file',
          mend: 'save it as plain text in UTF-8, or move it out of the notes',
        },
      ],
      warnings: [
        {
          severity: 'warning',
          file: `${folder}/b/deck.yaml`,
          line: 1,
          column: 1,
          message: 'the deck b has no concepts',
          mend: 'add a file of concepts or a note beside it, or remove the deck',
        },
      ],
    });
  });

  test('warns of a folder without notes, which is more likely the wrong one, with exit code 0', async () => {
    const folder = await folderWith({ 'picture.png': '' });
    const { code, out } = await kubetutor(['check', '.'], { cwd: folder });
    expect({ code, lines: out.split('\n') }).toEqual({
      code: 0,
      lines: [
        '',
        'Warnings:',
        '.:1:1: there are no notes here: add a .yaml file of concepts or a .md note, or check the path',
        '0 concepts, 0 errors, 1 warning',
        '',
      ],
    });
  });

  test('says where there is no folder, without a stack', async () => {
    const folder = await folderWith();
    expect(await kubetutor(['check', 'nowhere'], { cwd: folder })).toEqual({
      code: 1,
      out: '',
      err: 'There is no folder or file nowhere. Check the path.\n',
    });
  });

  test('checks one note alone, which may refer to the shipped ones and is not asked where the locked ids are', async () => {
    const folder = await folderWith({ 'a.yaml': POD, 'b.yaml': 'concepts: 1\n', 'ids.lock': 'gone\n' });
    expect(await kubetutor(['check', 'a.yaml'], { cwd: folder })).toEqual({ code: 0, out: '1 concept, 0 errors, 0 warnings\n', err: '' });
  });

  test('counts what Markdown notes explain, and one as one', async () => {
    const folder = await folderWith({
      'a.yaml': fileOf(conceptText('one', 'One', 'tier: 7')),
      'b.md': '* Blue Box: the machine under the stairs.\n* Pod: where our jobs run.\n',
    });
    const { out } = await kubetutor(['check', folder]);
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([
      '2 concepts, 1 error, 0 warnings',
      `(2 of them in Markdown; npx kubetutor notes ${folder} shows what was understood)`,
    ]);
    expect((await kubetutor(['check', join(folder, 'a.yaml')])).out).toContain('\n0 concepts, 1 error, 0 warnings\n');
  });
});

test('npm run lock-ids adds the ids of a folder to its lock and keeps those that are locked', async () => {
  const folder = await folderWith({ 'a.yaml': POD, 'ids.lock': 'other\n' });
  expect(await runScript('scripts/lock-ids.ts', [folder])).toEqual({ code: 0, out: `${join(folder, 'ids.lock')}: 2 ids\n`, err: '' });
  expect(await readFile(join(folder, 'ids.lock'), 'utf8')).toBe('other\nour-pod\n');
});
