import { fileURLToPath } from 'node:url';
import { assemble } from '../src/core/content/assemble.ts';
import { type Concept, wordingIn } from '../src/core/content/concept.ts';
import { loadFolder } from '../src/core/content/load.ts';
import { entriesOf } from '../src/core/knowledge.ts';
import type { SearchEntry } from '../src/core/search/build.ts';
import { readFolder } from '../src/files/read-folder.ts';
import { type MadeConcept, makeConcepts } from './concepts.ts';
import type { Named } from './questions.ts';
import { createDice } from './random.ts';

/** All that is searched, with what questions are made of. */
export interface Corpus {
  readonly entries: readonly SearchEntry[];
  readonly shipped: number;
  readonly named: readonly Named[];
  readonly made: readonly MadeConcept[];
}

/**
 * The shipped notes, and generated ones of a team up to `size` in all. Of a
 * small corpus the shipped notes are at most half, so that every kind of
 * question can be made.
 */
export async function loadCorpus(size: number): Promise<Corpus> {
  const { files } = await readFolder(fileURLToPath(new URL('../content', import.meta.url)));
  const library = assemble(loadFolder(files, false));
  const most = Math.floor(size / 2);
  const concepts = [...library.concepts.values()].slice(0, most);
  const shipped = entriesOf(library).slice(0, most);
  const taken = shipped.flatMap(({ names }) => names);
  const made = makeConcepts(size - shipped.length, taken, createDice(20_250));
  return {
    entries: [...made.map(({ entry }) => entry), ...shipped],
    shipped: shipped.length,
    made,
    named: [...made.map(({ entry, name }) => ({ id: entry.id, ...name })), ...concepts.map(namedFrom)],
  };
}

const namedFrom = (concept: Concept): Named => ({
  id: concept.id,
  en: wordingIn(concept, 'en').wording.name,
  zh: wordingIn(concept, 'zh').wording.name,
});
