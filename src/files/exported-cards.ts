import { open } from 'node:fs/promises';
import type { Problem } from '../core/content/problem.ts';

/** Anki's packages: https://docs.ankiweb.net/exporting.html#packaged-decks */
const PACKAGE = /\.(?:apkg|colpkg)$/i;
const TEXT = /\.txt$/i;
/** What some editors put behind the name that one gave. */
const DOUBLED = /\.(?:ya?ml|md|markdown|csv|tsv)\.txt$/i;
/** What Anki writes at the top of a text file: https://docs.ankiweb.net/importing/text-files.html#file-headers */
const HEADERS = /^\uFEFF?(?:#[^\n]*\n)*#separator:/i;
/** Headers are a few short lines. */
const HEAD_BYTES = 1_024;

/** Whether a file may hold cards that somebody exported for another program, or a note under another name, by its name. */
export const mayBeExport = (path: string): boolean => PACKAGE.test(path) || TEXT.test(path);

/** What is to be done about a file of exported cards, or a note called `.txt`, which is not read as it is; `undefined` for any other file. */
export async function problemOfExport(path: string): Promise<Pick<Problem, 'message' | 'mend'> | undefined> {
  if (PACKAGE.test(path)) {
    return {
      message: 'this is a package of Anki’s, whose cards are not read',
      mend: 'export the notes as plain text in Anki and let that file’s name end in .tsv, or move it out of the notes',
    };
  }
  if (DOUBLED.test(path)) {
    return {
      message: 'this note is not read, since its name ends in .txt',
      mend: 'take .txt off its name; Windows shows it only with “File name extensions” ticked',
    };
  }
  if (!TEXT.test(path) || !HEADERS.test(await headOf(path))) return undefined;
  return {
    message: 'these are cards as Anki exports them, but they are not read under this name',
    mend: 'let the file’s name end in .tsv, or move it out of the notes',
  };
}

/** The first letters of a file; nothing where it cannot be read. */
async function headOf(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  }
}
