import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Problem, SourceFile } from '../core/content/problem.ts';
import { ContentError } from '../core/errors.ts';
import { mayBeExport, problemOfExport } from './exported-cards.ts';
import { codeOf, readText } from './read-text.ts';

/** What a folder of notes holds, and what in it could not be read. */
export interface FolderContents {
  /** The folder, links resolved; that of the note where only one was read. */
  readonly folder: string;
  /** Whether all of the folder was read, rather than one note. */
  readonly isWhole: boolean;
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

const MAX_FILES = 20_000;
const MAX_FOLDERS_DEEP = 16;
const NOTE = /\.(?:ya?ml|md|markdown|csv|tsv)$/i;

/** Whether a file is read as notes where it lies among others, by its name. */
export const isReadable = (path: string): boolean => NOTE.test(path);

/**
 * Reads all notes below a folder, or one note, in the order of their paths.
 *
 * Names that begin with a dot are passed over, which is also how Kubernetes
 * hides the real files of a mounted ConfigMap; links are followed as long as
 * they stay inside the folder, and a file that several lead to is read once.
 * What cannot be read becomes a problem, and so do cards that were exported in
 * a form that is not read.
 *
 * @throws ContentError when the folder is not there or may not be read.
 */
export async function readFolder(path: string): Promise<FolderContents> {
  const { root, isFile } = await openRoot(path);
  const folder = isFile ? dirname(root) : root;
  const problems: Problem[] = [];
  const paths = isFile ? [root] : await findNotes(root, problems);
  const files: SourceFile[] = [];
  for (const note of paths.toSorted()) await readInto(files, problems, note, nameIn(folder, note));
  return { folder, isWhole: !isFile, files, problems };
}

/** Reads the one file of a folder that has this name; where there is none, nothing comes back. */
export async function readFileIn(folder: string, name: string): Promise<Pick<FolderContents, 'files' | 'problems'>> {
  const problems: Problem[] = [];
  const files: SourceFile[] = [];
  const path = join(folder, name);
  const isThere = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isThere) await readInto(files, problems, path, name);
  return { files, problems };
}

async function readInto(files: SourceFile[], problems: Problem[], path: string, name: string): Promise<void> {
  const result = (await problemOfExport(path)) ?? (await readText(path));
  if ('text' in result) files.push({ path: name, text: result.text });
  else problems.push({ severity: 'error', file: name, line: 1, column: 1, ...result });
}

/** A path inside a folder as notes name it. */
const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/') || '.';

async function openRoot(path: string): Promise<{ root: string; isFile: boolean }> {
  const fail = (message: string) => new ContentError(message);
  try {
    const root = await realpath(path);
    const found = await stat(root);
    if (found.isDirectory()) await readdir(root);
    else if (!found.isFile()) throw fail(`${path} is neither a folder nor a file. Name a folder of notes.`);
    return { root, isFile: found.isFile() };
  } catch (error) {
    if (error instanceof ContentError) throw error;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw fail(`There is no folder or file ${path}. Check the path.`);
    if (codeOf(error) === 'ELOOP') throw fail(`${path} is a link that leads back to itself. Mend the link.`);
    throw fail(`${path} may not be read (${codeOf(error)}). Check who owns it.`);
  }
}

/** Something in a folder that notes may come from. */
interface Entry {
  readonly path: string;
  /** The same, with no link in it. */
  readonly real: string;
  readonly isFolder: boolean;
}

type Complain = (path: string, message: string, mend: string, severity?: Problem['severity']) => void;

/** The paths of all notes below a folder. Links come last, so that a file is called by its own name rather than a link's. */
async function findNotes(root: string, problems: Problem[]): Promise<string[]> {
  const complain: Complain = (path, message, mend, severity = 'error') => {
    problems.push({ severity, file: nameIn(root, path), line: 1, column: 1, message, mend });
  };
  const notes: string[] = [];
  const waiting: Entry[] = [{ path: root, real: root, isFolder: true }];
  const links: string[] = [];
  const seen = new Set<string>();
  while (waiting.length + links.length > 0) {
    const entry = waiting.shift() ?? (await follow(root, links.shift() ?? root, complain));
    if (!entry || seen.has(entry.real)) continue;
    seen.add(entry.real);
    if (seen.size > MAX_FILES) {
      complain(root, `there are more than ${MAX_FILES} notes and folders`, 'name a smaller folder');
      break;
    }
    if (!entry.isFolder) notes.push(entry.path);
    else for (const child of await list(root, entry, complain)) child.isLink ? links.push(child.path) : waiting.push(child);
  }
  return notes;
}

/** The folders, links and notes in a folder, in the order of their names. */
async function list(root: string, folder: Entry, complain: Complain): Promise<(Entry & { isLink: boolean })[]> {
  if (relative(root, folder.path).split(sep).length > MAX_FOLDERS_DEEP) {
    complain(folder.path, 'this folder is nested too deeply', 'move it up');
    return [];
  }
  try {
    const entries = await readdir(folder.path, { withFileTypes: true });
    const shown = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
    const exported = shown.filter((entry) => entry.isFile() && mayBeExport(entry.name));
    for (const { name } of exported.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const problem = await problemOfExport(join(folder.path, name));
      if (problem) complain(join(folder.path, name), problem.message, problem.mend, 'warning');
    }
    return shown
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink() || (entry.isFile() && isReadable(entry.name)))
      .map((entry) => ({ entry, path: join(folder.path, entry.name), real: join(folder.real, entry.name) }))
      .map(({ entry, path, real }) => ({ path, real, isFolder: entry.isDirectory(), isLink: entry.isSymbolicLink() }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    complain(folder.path, `this folder cannot be read (${codeOf(error)})`, 'check who owns it');
    return [];
  }
}

/** What a link leads to, if that is a folder or a note inside the root; complains where an author would miss something. */
async function follow(root: string, path: string, complain: Complain): Promise<Entry | undefined> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    const isNote = found.isFile() && isReadable(path);
    if (!isNote && !found.isDirectory()) return undefined;
    if (isInside(root, real)) return { path, real, isFolder: found.isDirectory() };
    complain(path, 'this link leads out of the folder', 'copy the file here instead');
  } catch (error) {
    if (isReadable(path)) complain(path, `this link leads nowhere (${codeOf(error)})`, 'mend or remove the link');
  }
  return undefined;
}

/** Names such as `..data` are inside, unlike `..` itself. */
function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
