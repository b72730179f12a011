import { type Concept, conceptFrom } from './concept.ts';
import { type Deck, deckFrom, type Topic } from './library.ts';
import type { Problem, SourceFile } from './problem.ts';
import { conceptFileSchema, deckSchema } from './schema.ts';
import { parseYaml } from './yaml-file.ts';

/** A concept with the means to say where each of its parts stands. */
export interface LoadedConcept {
  readonly concept: Concept;
  /** The place of a part, such as `['related', 2]`. */
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}

/** What the YAML files of one content folder say. */
export interface LoadedFolder {
  readonly concepts: readonly LoadedConcept[];
  readonly decks: readonly Deck[];
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
}

const DECK_FILE = 'deck.yaml';
/** Where the notes of a folder without decks go. */
const DEFAULT_DECK = 'notes';

export const isConceptFile = (path: string): boolean => /\.ya?ml$/.test(path) && !isProofFile(path) && baseName(path) !== DECK_FILE;
/** Example questions, which prove the notes and are no part of them. */
export const isProofFile = (path: string): boolean => /\.test\.ya?ml$/.test(path);
export const isNoteFile = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** Reads the decks and concepts of a folder's files; a file that breaks the format gives problems and no concepts. */
export function loadFolder(files: readonly SourceFile[], isOwn: boolean): LoadedFolder {
  const decks = loadDecks(files, isOwn);
  const concepts: LoadedConcept[] = [];
  const topics: Topic[] = [];
  const problems = [...decks.problems];
  for (const file of files.filter(({ path }) => isConceptFile(path))) {
    const { value, problems: found, locate } = parseYaml(file, conceptFileSchema);
    problems.push(...found);
    const deck = deckOf(file.path, decks.byFolder);
    const topic = topicIdOf(file.path);
    if (value) topics.push({ id: topic, deck, titles: value.topic ?? {} });
    for (const [index, authored] of (value?.concepts ?? []).entries()) {
      const origin = { file: file.path, line: locate(['concepts', index]).line, headings: [] };
      concepts.push({
        concept: conceptFrom(authored, { deck, topic, origin, isOwn }),
        locate: (path) => locate(['concepts', index, ...path]),
      });
    }
  }
  return { concepts, decks: [...decks.byFolder.values()], topics, problems };
}

/** The deck of a file: that of its folder, else of the nearest folder above that has one. */
export function deckOf(path: string, byFolder: ReadonlyMap<string, Deck>): string {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const deck = byFolder.get(folder);
    if (deck) return deck.id;
    if (folder === '') return DEFAULT_DECK;
  }
}

function loadDecks(files: readonly SourceFile[], isOwn: boolean): { byFolder: Map<string, Deck>; problems: Problem[] } {
  const byFolder = new Map<string, Deck>();
  const problems: Problem[] = [];
  for (const file of files.filter(({ path }) => baseName(path) === DECK_FILE)) {
    const { value, problems: found } = parseYaml(file, deckSchema);
    problems.push(...found);
    if (value) byFolder.set(folderOf(file.path), deckFrom(value, isOwn));
  }
  return { byFolder, problems };
}

/** A topic is called as its file is. */
export const topicIdOf = (path: string): string =>
  baseName(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
