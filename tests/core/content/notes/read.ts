import { parseNote } from '../../../../src/core/content/notes/parse.ts';

const read = (text: string) => parseNote({ path: 'note.md', text });

/** The terms of a note as `name | other name = definition`. */
export const terms = (text: string): string[] =>
  read(text).terms.map(({ names, definition }) => `${names.map((name) => name.text).join(' | ')} = ${definition}`);

/** The terms of a note as `line evidence: heading › name`. */
export const places = (text: string): string[] =>
  read(text).terms.map(({ names, context, line, evidence }) => `${line} ${evidence}: ${[...context, names[0]?.text].join(' › ')}`);

/** The lists of a note as `whole: part, part`. */
export const lists = (text: string): string[] => read(text).lists.map(({ names, items }) => `${names[0]?.text}: ${items.join(', ')}`);

/** What was skipped, as `line: why`. */
export const remarks = (text: string): string[] => read(text).skipped.map(({ line, why }) => `${line}: ${why}`);
