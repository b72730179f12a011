import type { Problem } from '../core/content/problem.ts';
import type { Words } from '../core/i18n/words.ts';
import type { Content } from './content.ts';

/** The command that lists the problems, as it can be typed also where the program is not installed for all. */
export function checkCommand(folder: string | undefined): string {
  if (folder === undefined) return 'npx kubetutor check';
  return `npx kubetutor check ${/\s/.test(folder) ? `"${folder}"` : folder}`;
}

/** What to tell of a reload: what is known now, what is broken, and the concepts that were renamed and recognised. */
export function reloaded({ knowledge, problems, standIns, edits }: Content, words: Words, check: string): string[] {
  const lost = problems.filter((problem) => isError(problem) && !standIns.includes(problem.file)).length;
  const renamed = edits.filter(({ changed }) => changed.includes('name'));
  return [
    standIns.length > 0 ? words.notesKept(standIns.join(words.listJoin), check) : words.notesReloaded(knowledge.library.concepts.size),
    ...(lost > 0 ? [words.notesProblems(lost, check)] : []),
    ...renamed.map(({ was, now, id }) => words.conceptRenamed(was, now, id)),
  ];
}

/** Whether something in the notes is wrong, rather than only to be thought over. */
export const isError = ({ severity }: Problem): boolean => severity === 'error';
