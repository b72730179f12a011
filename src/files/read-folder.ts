import { constants } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Problem, SourceFile } from '../core/content/problem.ts';
import { ContentError } from '../core/errors.ts';

/** What a folder of notes holds, and what in it could not be read. */
export interface FolderContents {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** A note is text that people write: what is larger is something else, or wants to be split. */
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_FILES = 20_000;
const MAX_FOLDERS_DEEP = 16;
const NOTE = /\.(?:ya?ml|md|markdown)$/i;

/**
 * Reads all notes below a folder, or one note, in the order of their paths.
 *
 * Names that begin with a dot are passed over, which is also how Kubernetes
 * hides the real files of a mounted ConfigMap; links are followed as long as
 * they stay inside the folder. What cannot be read becomes a problem.
 *
 * @throws ContentError when the folder is not there or may not be read.
 */
export async function readFolder(folder: string): Promise<FolderContents> {
  const root = await openRoot(folder);
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const isFile = (await stat(root)).isFile();
  const paths = isFile ? [root] : (await walk(root, root, 0, new Set(), problems)).toSorted();
  const base = isFile ? join(root, '..') : root;
  for (const path of paths.slice(0, MAX_FILES)) {
    const name = relative(base, path).split(sep).join('/');
    const result = await readNote(path);
    if ('text' in result) files.push({ path: name, text: result.text });
    else problems.push(problemOf(name, result));
  }
  if (paths.length > MAX_FILES)
    problems.push(problemOf('.', { message: `there are more than ${MAX_FILES} files`, mend: 'name a smaller folder' }));
  return { files, problems };
}

type Complaint = Pick<Problem, 'message' | 'mend'>;

const problemOf = (file: string, complaint: Complaint): Problem => ({ severity: 'error', file, line: 1, column: 1, ...complaint });

async function openRoot(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    await access(root, constants.R_OK);
    return root;
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
    throw new ContentError(
      missing
        ? `There is no folder or file ${folder}. Check the path.`
        : `${folder} may not be read (${codeOf(error)}). Check who owns it.`,
    );
  }
}

/** The paths of all notes below a folder; a folder that is met again through a link is not walked twice. */
async function walk(root: string, folder: string, depth: number, seen: Set<string>, problems: Problem[]): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real) || depth > MAX_FOLDERS_DEEP) return [];
  seen.add(real);
  const found: string[] = [];
  for (const name of (await readNames(root, folder, problems)).toSorted()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    const target = await followInside(root, path, problems);
    if (!target) continue;
    if (target.isDirectory()) found.push(...(await walk(root, path, depth + 1, seen, problems)));
    else if (NOTE.test(name)) found.push(path);
  }
  return found;
}

async function readNames(root: string, folder: string, problems: Problem[]): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    problems.push(
      problemOf(relative(root, folder), { message: `this folder cannot be read (${codeOf(error)})`, mend: 'check who owns it' }),
    );
    return [];
  }
}

/** What a path leads to, links followed; `undefined` with a problem where it leads out of the folder or nowhere. */
async function followInside(root: string, path: string, problems: Problem[]) {
  const complain = (message: string, mend: string) => {
    problems.push(problemOf(relative(root, path).split(sep).join('/'), { message, mend }));
    return undefined;
  };
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const inside = relative(root, await realpath(path));
      if (inside.startsWith('..') || isAbsolute(inside)) return complain('this link leads out of the folder', 'copy the file here instead');
    }
    const target = await stat(path);
    return target.isDirectory() || target.isFile() ? target : undefined;
  } catch (error) {
    return complain(`this cannot be read (${codeOf(error)})`, 'mend or remove the link');
  }
}

async function readNote(path: string): Promise<{ text: string } | Complaint> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      return {
        message: `this file has ${Math.ceil(size / 1024 / 1024)} MB, at most ${MAX_BYTES / 1024 / 1024} MB are read`,
        mend: 'split it, or move it out of the notes',
      };
    }
    const bytes = await readFile(path);
    if (bytes.includes(0)) return { message: 'this is a binary file', mend: 'save it as plain text in UTF-8, or move it out of the notes' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n') };
  } catch (error) {
    if (error instanceof TypeError) return { message: 'this file is not UTF-8', mend: 'save it again with the encoding UTF-8' };
    return { message: `this file cannot be read (${codeOf(error)})`, mend: 'check who owns it' };
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
