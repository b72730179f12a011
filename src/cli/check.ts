import type { Config } from '../config.ts';
import { checkConcepts } from '../core/content/check.ts';
import { loadFolder } from '../core/content/load.ts';
import { formatProblem, type Problem } from '../core/content/problem.ts';
import { readFolder } from '../files/read-folder.ts';

/** Checks a folder of notes, prints every problem, and leaves exit code 1 where there is an error. */
export async function check(dir: string | undefined, { json = false, config }: { json?: boolean; config: Config }): Promise<void> {
  const { problems, concepts } = await problemsIn(dir, config);
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
  process.stdout.write(`${concepts} concepts, ${errors.length} errors, ${warnings.length} warnings\n`);
}

/** All problems of a folder, sorted by place. Own notes may refer to the shipped concepts. */
async function problemsIn(dir: string | undefined, config: Config): Promise<{ problems: Problem[]; concepts: number }> {
  const contents = await readFolder(dir ?? config.shippedContent);
  const folder = loadFolder(contents.files, dir !== undefined);
  const shipped = dir === undefined ? undefined : loadFolder((await readFolder(config.shippedContent)).files, false);
  const known = new Set(shipped?.concepts.map(({ concept }) => concept.id));
  const problems = [
    ...contents.problems,
    ...folder.problems,
    ...checkConcepts({ loaded: folder.concepts, decks: folder.decks, known, locked: [] }),
  ];
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
  return { problems, concepts: folder.concepts.length };
}
