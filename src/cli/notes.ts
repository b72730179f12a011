import { realpath } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { nameIn } from '../core/content/concept.ts';
import { isNoteFile, loadFolder } from '../core/content/load.ts';
import { diagramIds, diagramKey } from '../core/content/notes/diagrams.ts';
import { createIds } from '../core/content/notes/ids.ts';
import type { PlacedNote } from '../core/content/notes-folder.ts';
import { formatProblem } from '../core/content/problem.ts';
import { ContentError } from '../core/errors.ts';
import { type FolderContents, readFolder } from '../files/read-folder.ts';
import { editsText, noteText, type Understood } from './notes-text.ts';
import { readOwnNotes } from './own-notes.ts';
import { pathFromHere } from './path-from-here.ts';

/** Shows what was understood of Markdown notes, and what was skipped and why; leaves exit code 1 where a file could not be read. */
export async function showNotes(path: string, { json = false, config }: { json?: boolean; config: Config }): Promise<void> {
  const shipped = loadFolder((await readFolder(config.shippedContent)).files, false);
  const contents = await readFolder(path);
  const own = loadFolder(contents.files, true);
  complain(path, contents, own.problems);
  const scope = contents.isWhole ? contents.folder : await realpath(path);
  const loaded = await readOwnNotes(config, { scope, files: contents.files, own, shipped });
  const understood = loaded.notes.map(understand);
  if (json) {
    process.stdout.write(`${JSON.stringify(asData(together(understood)))}\n`);
    process.stderr.write(editsText(loaded.edits));
    return;
  }
  const names = new Map([...shipped.concepts, ...own.concepts].map(({ concept }) => [concept.id, nameIn(concept, config.language)]));
  const texts = loaded.notes.map(({ file, note }, at) => noteText(file, note.title, understood[at] ?? NOTHING, names));
  process.stdout.write([...texts, editsText(loaded.edits)].filter((text) => text !== '').join('\n'));
}

const NOTHING: Understood = { concepts: [], cards: [], diagrams: [], skipped: [] };

/** Tells what could not be read. */
function complain(path: string, { folder, isWhole, files, problems }: FolderContents, ownProblems: FolderContents['problems']): void {
  const all = [...problems, ...ownProblems];
  for (const problem of all) process.stderr.write(`${formatProblem({ ...problem, file: pathFromHere(folder, problem.file) })}\n`);
  if (all.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  if (problems.length > 0 || files.some((file) => isNoteFile(file.path))) return;
  throw new ContentError(
    isWhole
      ? `There is no note in ${path}: no file whose name ends in .md, .markdown, .csv or .tsv.`
      : `${path} is no note: its name does not end in .md, .markdown, .csv or .tsv.${/\.txt$/i.test(path) ? ' Cards that Anki exported are read once it ends in .tsv.' : ''}`,
  );
}

function understand({ file, note, terms, cards }: PlacedNote): Understood {
  const ids = diagramIds(file, note.diagrams.length);
  return {
    concepts: terms,
    cards,
    diagrams: note.diagrams.map((diagram, at) => ({ id: ids[at] ?? '', ...diagram })),
    skipped: note.skipped,
  };
}

/** What was understood of several notes, with each card and each diagram once. */
function together(all: readonly Understood[]): Understood {
  const cards = all.flatMap((each) => each.cards).toReversed();
  const diagrams = all.flatMap((each) => each.diagrams).toReversed();
  const ids = createIds([]);
  return {
    concepts: all.flatMap(({ concepts }) => concepts),
    cards: [...new Map(cards.map((card) => [card.id, card])).values()].toReversed(),
    diagrams: [...new Map(diagrams.map((diagram) => [diagramKey(diagram.source), diagram])).values()]
      .toReversed()
      .map((diagram) => ({ ...diagram, id: ids.next([diagram.id]) })),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/** The form that other programs read; see `kubetutor notes --help`. */
function asData({ concepts, cards, diagrams, skipped }: Understood) {
  return {
    concepts: concepts.map(({ id, term, isMerged }) => ({
      id,
      names: term.names.map(({ text }) => text),
      definition: term.definition,
      ...(term.body !== undefined && { body: term.body }),
      context: term.context,
      line: term.line,
      ...(isMerged && { merged: true }),
    })),
    cards,
    diagrams,
    skipped,
  };
}
