import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/content/problem.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { folderWith } from '../support/folders.ts';

const ANKI_TEXT = '#separator:tab\n#html:true\nWhat is a Pod?\tThe smallest unit.\n';
const AS_TEXT =
  'these are cards as Anki exports them, but they are not read under this name: let the file’s name end in .tsv, or move it out of the notes';
const AS_PACKAGE =
  'this is a package of Anki’s, whose cards are not read: export the notes as plain text in Anki and let that file’s name end in .tsv, or move it out of the notes';

async function problemsOf(path: string) {
  const { files, problems } = await readFolder(path);
  return { files: files.map((file) => file.path), problems: problems.map((problem) => [problem.severity, formatProblem(problem)]) };
}

describe('cards that were exported in a form that is not read', () => {
  test('are pointed out among notes, wherever they lie, and keep nobody from the notes', async () => {
    const folder = await folderWith({ 'a.md': 'A', 'b/old.APKG': Buffer.from('PK\x03\x04\0'), 'all.colpkg': '', 'cards.txt': ANKI_TEXT });
    expect(await problemsOf(folder)).toEqual({
      files: ['a.md'],
      problems: [
        ['warning', `all.colpkg:1:1: ${AS_PACKAGE}`],
        ['warning', `cards.txt:1:1: ${AS_TEXT}`],
        ['warning', `b/old.APKG:1:1: ${AS_PACKAGE}`],
      ],
    });
  });

  test.each([
    ['cards.txt', ANKI_TEXT, AS_TEXT],
    ['cards.txt', `\uFEFF#html:true\r\n#Separator:Comma\r\nPod,unit\r\n`, AS_TEXT],
    ['cards.apkg', Buffer.from('PK\x03\x04\0'), AS_PACKAGE],
  ])('are an error where they are what was named: %s', async (name, text, said) => {
    const folder = await folderWith({ [name]: text });
    expect(await problemsOf(join(folder, name))).toEqual({ files: [], problems: [['error', `${name}:1:1: ${said}`]] });
  });

  test.each(['words.md.txt', 'platform.yaml.txt'])('are not all that is missed: a note called %s is told of too', async (name) => {
    const { files, problems } = await problemsOf(await folderWith({ [name]: '# Words' }));
    expect([files, problems]).toEqual([
      [],
      [['warning', expect.stringMatching(/is not read, since its name ends in \.txt: take \.txt off/)]],
    ]);
  });

  test.each([
    ['README.txt', 'Read me first.'],
    ['shell.txt', '# A heading\n#separator is a word: here'],
    ['late.txt', 'Cards begin with\n#separator:tab\n'],
    ['empty.txt', ''],
    ['robots.txt.bak', ANKI_TEXT],
    ['.cards.txt', ANKI_TEXT],
    ['node_modules/x/cards.txt', ANKI_TEXT],
  ])('are not taken for what has other business there: %s', async (name, text) => {
    expect(await problemsOf(await folderWith({ [name]: text }))).toEqual({ files: [], problems: [] });
  });

  test('are read once they are called as is said', async () => {
    expect(await problemsOf(await folderWith({ 'cards.tsv': ANKI_TEXT }))).toEqual({ files: ['cards.tsv'], problems: [] });
  });
});
