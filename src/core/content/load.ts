import type { z } from 'zod';
import { type Concept, conceptFrom } from './concept.ts';
import { type Deck, deckFrom, type Topic } from './library.ts';
import type { Problem, SourceFile } from './problem.ts';
import { readYaml } from './quick-yaml.ts';
import { conceptFileSchema, deckSchema, type Flow, flowSchema, type Lesson, lessonSchema } from './schema.ts';
import { parseYaml } from './yaml-file.ts';

/** A concept with the means to say where each of its parts stands. */
export interface LoadedConcept {
  readonly concept: Concept;
  /** The place of a part, such as `['related', 2]`. */
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}

/** A deck with the means to say where each of its parts stands. */
export interface LoadedDeck {
  readonly deck: Deck;
  readonly file: string;
  /** Whether no file of it holds a concept or a note, not even a broken one. */
  readonly isEmpty: boolean;
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}

/** Something that a file holds one of, with the means to say where each of its parts stands. */
export interface LoadedFile<Value> {
  readonly value: Value;
  readonly file: string;
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}

/** What the YAML files of one content folder say. */
export interface LoadedFolder {
  readonly concepts: readonly LoadedConcept[];
  readonly decks: readonly LoadedDeck[];
  readonly topics: readonly LoadedFile<Topic>[];
  readonly lessons: readonly LoadedFile<Lesson>[];
  readonly flows: readonly LoadedFile<Flow>[];
  /** Ids in files that are broken: nobody can tell, but they are not gone. */
  readonly unread: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Where the notes of a folder without decks go. */
const DEFAULT_DECK = 'notes';

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
const isDeckFile = (path: string): boolean => /^deck\.ya?ml$/i.test(baseName(path));
const isLessonFile = (path: string): boolean => /\.lesson\.ya?ml$/i.test(path);
const isFlowFile = (path: string): boolean => /\.flow\.ya?ml$/i.test(path);
/** Example questions, which prove the notes and are no part of them. */
export const isProofFile = (path: string): boolean => /\.test\.ya?ml$/i.test(path);
export const isConceptFile = (path: string): boolean =>
  isYaml(path) && !isProofFile(path) && !isLessonFile(path) && !isFlowFile(path) && !isDeckFile(path);
/** A Markdown note, or a file of cards. */
export const isNoteFile = (path: string): boolean => /\.(?:md|markdown|csv|tsv)$/i.test(path);

/** How files are read: quickly, to talk to people, or with every warning, to check them. */
export type Reader = typeof parseYaml;
export const quickly: Reader = readYaml;
export const carefully: Reader = parseYaml;

/** Reads the decks and concepts of a folder's files; a file that breaks the format gives problems and no concepts. */
export function loadFolder(files: readonly SourceFile[], isOwn: boolean, read: Reader = quickly): LoadedFolder {
  const decks = loadDecks(files, isOwn, read);
  const byFolder = decksByFolder(decks.found);
  const filled = new Set(files.filter(({ path }) => isNoteFile(path)).map(({ path }) => deckOf(path, byFolder)));
  const concepts: LoadedConcept[] = [];
  const topics: LoadedFile<Topic>[] = [];
  const unread = new Set<string>();
  const problems = [...decks.problems];
  for (const file of files.filter(({ path }) => isConceptFile(path))) {
    const { value, problems: found, locate } = read(file, conceptFileSchema);
    problems.push(...found);
    const deck = deckOf(file.path, byFolder);
    const topic = topicIdOf(file.path);
    if (value) topics.push({ value: { id: topic, deck, titles: value.topic ?? {} }, file: file.path, locate });
    else for (const id of idsIn(file.text)) unread.add(id);
    if (value?.concepts.length !== 0) filled.add(deck);
    for (const [index, authored] of (value?.concepts ?? []).entries()) {
      const origin = { file: file.path, headings: [] };
      concepts.push({
        concept: conceptFrom(authored, { deck, topic, origin, isOwn }),
        locate: (path) => locate(['concepts', index, ...path]),
      });
    }
  }
  const lessons = loadEach(
    files.filter(({ path }) => isLessonFile(path)),
    lessonSchema,
    read,
  );
  const flows = loadEach(
    files.filter(({ path }) => isFlowFile(path)),
    flowSchema,
    read,
  );
  problems.push(...lessons.problems, ...flows.problems);
  const found = decks.found.map((one): LoadedDeck => ({ ...one, isEmpty: !filled.has(one.deck.id) }));
  return { concepts, decks: found, topics, lessons: lessons.found, flows: flows.found, unread, problems };
}

/** What looks like an id in a file that could not be read. */
const idsIn = (text: string): string[] => Array.from(text.matchAll(/\bid["']?[ \t]*:[ \t]*["']?([a-z0-9-]+)/g), ([, id = '']) => id);

/** Reads files that hold one thing each. */
function loadEach<Schema extends z.ZodType>(
  files: readonly SourceFile[],
  schema: Schema,
  read: Reader,
): { found: LoadedFile<z.output<Schema>>[]; problems: Problem[] } {
  const all = files.map((file) => ({ file: file.path, ...read(file, schema) }));
  return {
    found: all.flatMap(({ value, file, locate }) => (value === undefined ? [] : [{ value, file, locate }])),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** Decks by the folders that they stand in. */
export const decksByFolder = (decks: readonly Pick<LoadedDeck, 'file' | 'deck'>[]): Map<string, Deck> =>
  new Map(decks.map(({ file, deck }) => [folderOf(file), deck]));

/** The deck of a file: that of its folder, else of the nearest folder above that has one. */
export function deckOf(path: string, byFolder: ReadonlyMap<string, Deck>): string {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const deck = byFolder.get(folder);
    if (deck) return deck.id;
    if (folder === '') return DEFAULT_DECK;
  }
}

function loadDecks(
  files: readonly SourceFile[],
  isOwn: boolean,
  read: Reader,
): { found: Omit<LoadedDeck, 'isEmpty'>[]; problems: Problem[] } {
  const found: Omit<LoadedDeck, 'isEmpty'>[] = [];
  const problems: Problem[] = [];
  for (const file of files.filter(({ path }) => isDeckFile(path))) {
    const { value, problems: complaints, locate } = read(file, deckSchema);
    problems.push(...complaints);
    if (value) found.push({ deck: deckFrom(value, isOwn), file: file.path, locate });
  }
  return { found, problems };
}

/** A topic is called as its file is. */
export const topicIdOf = (path: string): string =>
  baseName(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
