import type { LoadedConcept, LoadedFolder } from './load.ts';
import type { Problem, SourceFile } from './problem.ts';
import { conceptSchema } from './schema.ts';

/**
 * The file that keeps the ids of concepts, one a line, sorted.
 *
 * People's progress hangs on ids. What is in the lock was there once, so that
 * it must not vanish by an edit.
 */
export const LOCK_FILE = 'ids.lock';

const isId = (text: string): boolean => conceptSchema.shape.id.safeParse(text).success;

const entriesOf = (lock: SourceFile): { id: string; line: number }[] =>
  lock.text
    .split('\n')
    .map((text, index) => ({ id: text.trim(), line: index + 1 }))
    .filter(({ id }) => id !== '');

/** The lock's new text: what was in it stays, since only a person may decide that an id is gone. */
export function lockText(lock: SourceFile | undefined, ids: Iterable<string>): string {
  const locked = lock ? entriesOf(lock).map(({ id }) => id) : [];
  return [...new Set([...locked, ...ids])]
    .toSorted()
    .map((id) => `${id}\n`)
    .join('');
}

/** Finds ids that have vanished from a folder, and those that nobody has locked yet. */
export function checkLock(lock: SourceFile, { concepts, unread }: Pick<LoadedFolder, 'concepts' | 'unread'>): Problem[] {
  const here = unread.union(new Set(concepts.map(({ concept }) => concept.id)));
  const entries = entriesOf(lock);
  const locked = new Set(entries.map(({ id }) => id));
  const complain = (line: number, message: string, mend: string): Problem => ({
    severity: 'error',
    file: lock.path,
    line,
    column: 1,
    message,
    mend,
  });
  return [
    ...entries.filter(({ id }) => !isId(id)).map(({ line }) => complain(line, 'this line is no id', 'write one id a line')),
    ...entries
      .filter(({ id }) => isId(id) && !here.has(id))
      .map(({ id, line }) =>
        complain(
          line,
          `the concept ${id} is gone, though people’s progress may hang on it`,
          'bring it back, or take this line out if nobody has met it',
        ),
      ),
    ...concepts.filter(({ concept }) => !locked.has(concept.id)).map((one) => unlocked(one, lock.path)),
  ];
}

const unlocked = ({ concept, locate }: LoadedConcept, lockPath: string): Problem => ({
  severity: 'warning',
  file: concept.origin.file,
  ...locate(['id']),
  message: `the id ${concept.id} is not in ${lockPath}`,
  mend: 'run npm run lock-ids once the id is to stay',
});
