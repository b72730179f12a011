import { realpath } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { createFindKnown } from '../core/content/known-names.ts';
import { loadFolder } from '../core/content/load.ts';
import { createCards } from '../core/content/notes/cards.ts';
import { diagramIds } from '../core/content/notes/diagrams.ts';
import type { Match } from '../core/content/notes/identity.ts';
import { loadNotes, type PlacedNote } from '../core/content/notes-folder.ts';
import { formatProblem } from '../core/content/problem.ts';
import { readFolder } from '../files/read-folder.ts';
import { reviseKnownConcepts } from './memory.ts';

/** Shows what was understood of Markdown notes, and what was skipped and why. */
export async function showNotes(path: string, { json = false, config }: { json?: boolean; config: Config }): Promise<void> {
  const shipped = loadFolder((await readFolder(config.shippedContent)).files, false);
  const contents = await readFolder(path);
  const own = loadFolder(contents.files, true);
  for (const problem of [...contents.problems, ...own.problems]) process.stderr.write(`${formatProblem(problem)}\n`);
  if (contents.problems.length > 0) process.exitCode = 1;
  const concepts = [...shipped.concepts, ...own.concepts].map(({ concept }) => concept);
  const findKnown = createFindKnown(concepts);
  const loaded = await reviseKnownConcepts(config, contents.isWhole ? contents.folder : await realpath(path), (remembered) =>
    loadNotes(contents.files, { findKnown, taken: new Set(concepts.map(({ id }) => id)), decks: own.decks, remembered }),
  );
  const kept = loaded.identities.matches.filter(({ was, now, why }) => was !== now || why !== 'same name');
  const data = loaded.notes.map((note) => asData(note, (names) => findKnown(names.map(({ text }) => text))));
  process.stdout.write(
    json ? `${JSON.stringify(together(data))}\n` : `${loaded.notes.map((note, at) => asText(note, data[at])).join('\n')}${keptText(kept)}`,
  );
}

type Data = ReturnType<typeof asData>;

function asData({ file, note, terms }: PlacedNote, findConcept: Parameters<typeof createCards>[0]['findConcept']) {
  const cards = createCards({ note, ids: terms.map(({ id }) => id), ...(findConcept && { findConcept }) });
  const ids = diagramIds(file, note.diagrams.length);
  return {
    concepts: terms.map(({ id, term, isMerged }) => ({
      id,
      names: term.names.map(({ text }) => text),
      definition: term.definition,
      context: term.context,
      line: term.line,
      ...(isMerged && { merged: true }),
    })),
    cards,
    diagrams: note.diagrams.map(({ source, line }, at) => ({ id: ids[at] ?? '', source, line })),
    skipped: note.skipped,
  };
}

/** One object, also for a folder. */
function together(data: readonly Data[]): Data {
  return {
    concepts: data.flatMap(({ concepts }) => concepts),
    cards: data.flatMap(({ cards }) => cards),
    diagrams: data.flatMap(({ diagrams }) => diagrams),
    skipped: data.flatMap(({ skipped }) => skipped),
  };
}

function asText({ file, note }: PlacedNote, data: Data | undefined): string {
  if (!data) return '';
  const concepts = data.concepts.map(({ id, names, definition, context, line, merged }) => {
    const where = context.length > 0 ? ` (${context.join(' › ')})` : '';
    return `  ${String(line).padStart(4)}  ${names.join(' / ')} → ${id}${merged ? ', added to the concept that is there' : ''}${where}\n        ${definition}`;
  });
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  return [
    `${file}${note.title === undefined ? '' : `: ${note.title}`}`,
    `${count(data.concepts.length, 'concept')}, ${count(data.cards.length, 'card')}, ${count(data.diagrams.length, 'diagram')}`,
    ...concepts,
    ...(data.skipped.length > 0 ? ['Skipped:', ...data.skipped.map(({ line, why }) => `  ${String(line).padStart(4)}  ${why}`)] : []),
    '',
  ].join('\n');
}

function keptText(matches: readonly Match[]): string {
  return matches.map(({ id, was, now, why }) => `${now} keeps the id ${id}, as what was called ${was} (${why})\n`).join('');
}
