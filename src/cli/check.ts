import type { Config } from '../config.ts';
import { checkConcepts } from '../core/content/check.ts';
import { createFindKnown } from '../core/content/known-names.ts';
import { carefully, isNoteFile, type LoadedConcept, type LoadedFolder, loadFolder } from '../core/content/load.ts';
import { checkLock, LOCK_FILE } from '../core/content/lock.ts';
import { loadNotes } from '../core/content/notes-folder.ts';
import { formatProblem, type Problem, type SourceFile } from '../core/content/problem.ts';
import { type FolderContents, isReadable, readFileIn, readFolder } from '../files/read-folder.ts';
import { shareOut } from '../files/space-folders.ts';
import { pathFromHere } from './path-from-here.ts';

/** Checks a folder of notes, prints every problem, and leaves exit code 1 where there is an error. */
export async function check(dir: string | undefined, { json = false, config }: { json?: boolean; config: Config }): Promise<void> {
  const { problems, concepts, inMarkdown } = await problemsIn(dir, config);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (errors.length > 0) process.exitCode = 1;
  if (json) {
    process.stdout.write(`${JSON.stringify({ concepts, errors, warnings }, undefined, 2)}\n`);
    return;
  }
  for (const problem of errors) process.stdout.write(`${formatProblem(problem)}\n`);
  if (warnings.length > 0) process.stdout.write('\nWarnings:\n');
  for (const problem of warnings) process.stdout.write(`${formatProblem(problem)}\n`);
  const counts = [count(concepts, 'concept'), count(errors.length, 'error'), count(warnings.length, 'warning')];
  process.stdout.write(`${counts.join(', ')}\n`);
  if (inMarkdown > 0) process.stdout.write(`(${inMarkdown} of them in Markdown; npx kubetutor notes ${dir} shows what was understood)\n`);
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

interface Checkup {
  readonly problems: readonly Problem[];
  readonly concepts: number;
  /** How many of the concepts Markdown notes explain, new ones and such as are known already. */
  readonly inMarkdown: number;
}

/** All problems of a folder, sorted by place; of what is for one workspace or server, as it stands beside what is for all. */
async function problemsIn(dir: string | undefined, config: Config): Promise<Checkup> {
  const found = await readFolder(dir ?? config.shippedContent);
  const { common, bySpace } = shareOut(found);
  const everyones = await checkupOf(common, dir, config);
  // A folder that holds only those of single spaces is not empty.
  const all =
    bySpace.size > 0 && common.files.length === 0 ? { ...everyones, problems: namedFromHere(found.folder, common).problems } : everyones;
  const theirs = await Promise.all(
    [...bySpace.values()].map(async ({ files, problems }) => {
      const own = new Set(
        [...files.map(({ path }) => path), ...problems.map(({ file }) => file)].map((path) => pathFromHere(found.folder, path)),
      );
      const joined = await checkupOf({ ...found, files: [...common.files, ...files], problems }, dir, config);
      return {
        problems: joined.problems.filter(({ file }) => own.has(file)),
        concepts: joined.concepts - everyones.concepts,
        inMarkdown: joined.inMarkdown - everyones.inMarkdown,
      };
    }),
  );
  const parts = [all, ...theirs];
  return {
    problems: [...parts.flatMap(({ problems }) => problems), ...(await lockProblemsIn(found, dir))].toSorted(byPlace),
    concepts: parts.reduce((sum, { concepts }) => sum + concepts, 0),
    inMarkdown: parts.reduce((sum, { inMarkdown }) => sum + inMarkdown, 0),
  };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** The problems of some notes. Own notes may refer to the shipped concepts. */
async function checkupOf(found: FolderContents, dir: string | undefined, config: Config): Promise<Checkup> {
  const contents = { ...found, ...namedFromHere(found.folder, found) };
  const folder = loadFolder(contents.files, dir !== undefined, carefully);
  const shipped = dir === undefined ? undefined : loadFolder((await readFolder(config.shippedContent)).files, false);
  const problems = [
    ...contents.problems,
    ...folder.problems,
    ...checkConcepts({ folder, shipped: (shipped?.concepts ?? []).map(({ concept }) => concept) }),
    ...nothingIn(contents, folder),
  ];
  const inMarkdown = countInMarkdown(contents.files, [...folder.concepts, ...(shipped?.concepts ?? [])], folder);
  return { problems, concepts: folder.concepts.length + inMarkdown, inMarkdown };
}

function countInMarkdown(files: readonly SourceFile[], known: readonly LoadedConcept[], { decks }: LoadedFolder): number {
  const concepts = known.map(({ concept }) => concept);
  const taken = new Set(concepts.map(({ id }) => id));
  const { notes } = loadNotes(files, { findKnown: createFindKnown(concepts), taken, remembered: [], decks });
  return new Set(notes.flatMap(({ terms }) => terms.map(({ id }) => id))).size;
}

type Read = Pick<FolderContents, 'files' | 'problems'>;

/** What the lock says of all ids of a folder, those for single spaces among them. One note alone does not tell which are gone. */
async function lockProblemsIn({ folder, files, problems, isWhole }: FolderContents, dir: string | undefined): Promise<readonly Problem[]> {
  if (!isWhole) return [];
  const lock = namedFromHere(folder, await readFileIn(folder, LOCK_FILE));
  const notes = namedFromHere(folder, { files, problems });
  return [...lock.problems, ...lock.files.flatMap((file) => checkLock(file, loadFolder(notes.files, dir !== undefined)))];
}

/** The same files, called as the author's shell finds them, so that an editor or a terminal can open them. */
function namedFromHere(folder: string, { files, problems }: Read): Read {
  return {
    files: files.map((file) => ({ ...file, path: pathFromHere(folder, file.path) })),
    problems: problems.map((problem) => ({ ...problem, file: pathFromHere(folder, problem.file) })),
  };
}

/** A folder in which no notes are, or a file that is none, is more likely the wrong one than what was meant. */
function nothingIn(contents: FolderContents, { concepts, decks, problems }: LoadedFolder): Problem[] {
  const found = concepts.length + decks.length + problems.length + contents.problems.length;
  if (found > 0 || contents.files.some(({ path }) => isNoteFile(path))) return [];
  const [file] = contents.isWhole ? [] : contents.files;
  if (file && !isReadable(file.path)) {
    const mend = 'name a file that ends in .yaml, .md, .csv or .tsv, or a folder of such';
    return [{ severity: 'error', file: file.path, line: 1, column: 1, message: 'this is no note, by its name', mend }];
  }
  const message = 'there are no notes here';
  return [
    {
      severity: 'warning',
      file: pathFromHere(contents.folder, '.'),
      line: 1,
      column: 1,
      message,
      mend: 'add a .yaml file of concepts or a .md note, or check the path',
    },
  ];
}
