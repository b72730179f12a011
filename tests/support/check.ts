import { checkConcepts } from '../../src/core/content/check.ts';
import { loadFolder } from '../../src/core/content/load.ts';
import { checkLock } from '../../src/core/content/lock.ts';
import { formatProblem, type Problem } from '../../src/core/content/problem.ts';

/** Everything that is wrong in some files beside shipped concepts, given by their ids or as they are written, errors first, each as `error file:line:column: what: how to mend it`. */
export function problemsIn(
  files: Readonly<Record<string, string>>,
  { known = [], shipped = '', lock }: { known?: readonly string[]; shipped?: string; lock?: string } = {},
): string[] {
  const folder = loadFolder(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    true,
  );
  const beside = fileOf(...known.map((id) => conceptText(id, `known as ${id}`)), shipped);
  const others = loadFolder([{ path: 'shipped.yaml', text: beside }], false).concepts.map(({ concept }) => concept);
  return inOrder([
    ...folder.problems,
    ...checkConcepts({ folder, shipped: others }),
    ...(lock === undefined ? [] : checkLock({ path: 'ids.lock', text: lock }, folder)),
  ]);
}

/** Problems as lines, errors first. */
export function inOrder(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.severity} ${formatProblem(problem)}`).toSorted();
}

/** One concept in YAML, indented as a part of `concepts:`; what is added stands below its sections. */
export const conceptText = (id: string, name: string, more = ''): string =>
  `  - id: ${id}\n    en: { name: "${name}", definition: It is a ${name}. }\n${more.replace(/^(?=.)/gm, '    ')}${more === '' ? '' : '\n'}`;

/** A file of concepts. */
export const fileOf = (...concepts: readonly string[]): string => `concepts:\n${concepts.join('')}`;
