import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import type { Problem } from '../core/content/problem.ts';

/** Why a file could not be read as text. */
export interface Unreadable extends Pick<Problem, 'message' | 'mend'> {
  readonly line?: number;
  readonly column?: number;
}

/** A note is text that people write: what is larger is something else, or wants to be split. */
const MAX_BYTES = 2 * 1024 * 1024;
const MB = 1024 * 1024;

/** Reads a file of UTF-8 text, without its byte order mark, its lines ending as on Unix. */
export async function readText(path: string): Promise<{ text: string } | Unreadable> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return tooLarge(size);
    return textOf(await readFile(path));
  } catch (error) {
    return { message: `this file cannot be read (${codeOf(error)})`, mend: 'check who owns it' };
  }
}

const tooLarge = (size: number): Unreadable => ({
  message: `this file has ${Math.ceil(size / MB)} MB, at most ${MAX_BYTES / MB} MB are read`,
  mend: 'split it, or move it out of the notes',
});

function textOf(bytes: Buffer): { text: string } | Unreadable {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { message: 'this file is UTF-16, not UTF-8', mend: 'save it again with the encoding UTF-8' };
  if (bytes.includes(0)) return { message: 'this is a binary file', mend: 'save it as plain text in UTF-8, or move it out of the notes' };
  if (!isUtf8(bytes)) return { ...firstBadByte(bytes), message: 'this file is not UTF-8', mend: 'save it again with the encoding UTF-8' };
  return { text: new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') };
}

/** Where the first byte stands that is no UTF-8. */
function firstBadByte(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf('\n'); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  const lossy = new TextDecoder().decode(bytes.subarray(start));
  return { line, column: lossy.indexOf('\uFFFD') + 1 };
}

/** The name that the system gives a failure, such as `EACCES`. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
