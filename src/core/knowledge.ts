import type { Concept } from './content/concept.ts';
import { namesOf, wordingsOf } from './content/concept.ts';
import type { Library } from './content/library.ts';
import { learningPath } from './content/path.ts';
import type { SpaceId } from './places.ts';
import type { Knowledge, Services } from './ports.ts';
import { pool } from './quiz/pool.ts';
import { worthOf } from './review/worth.ts';
import { buildIndex, type SearchEntry } from './search/build.ts';
import { ask } from './search/search.ts';
import { termsIn } from './search/terms.ts';

/** How often the building of the index looks whether it should make way. */
const STEPS_BETWEEN_LOOKS = 64;

/**
 * Makes notes ready to be asked. Indexing a large library takes seconds, so it
 * is done in slices: `breathe` is called often, and may wait before it goes on.
 */
export async function createKnowledge(library: Library, breathe: () => Promise<void> | undefined): Promise<Knowledge> {
  const entries = entriesOf(library);
  const tiers = [entries.filter(({ isOwn }) => isOwn), entries.filter(({ isOwn }) => !isOwn)].filter((tier) => tier.length > 0);
  const building = buildIndex(tiers);
  for (let step = 1; ; step++) {
    const { done, value } = building.next();
    if (done) {
      const find: Knowledge['find'] = (question, unwrittenFor) => ask(value, question, unwrittenFor);
      return { ...around(library), find, termsIn: (text) => termsIn(value, text) };
    }
    if (step % STEPS_BETWEEN_LOOKS === 0) await breathe();
  }
}

/** The same services as a space has them: what they know is its notes. */
export const inSpace = (space: SpaceId, services: Services): Services => ({ ...services, knowledge: () => services.knowledge(space) });

/** What follows from the notes without an index. */
export function around(library: Library): Omit<Knowledge, 'find' | 'termsIn'> {
  const path = learningPath(library.concepts);
  return { library, path, worth: worthOf(path), questions: pool(library) };
}

/** What search is to know of the notes. */
export function entriesOf(library: Library): SearchEntry[] {
  const about = new Set(library.decks.flatMap((deck) => deck.about));
  return [...library.concepts.values()].map((concept) => entryFor(concept, about.has(concept.id)));
}

function entryFor(concept: Concept, isContext: boolean): SearchEntry {
  const wordings = wordingsOf(concept);
  return {
    id: concept.id,
    isOwn: concept.isOwn,
    names: namesOf(concept),
    misspellings: wordings.flatMap(({ misspellings }) => misspellings),
    asks: wordings.flatMap(({ asks }) => asks),
    definitions: [...concept.teamNotes, ...wordings].map(({ definition }) => definition),
    isContext,
    contrasts: concept.confusedWith.map(({ id }) => id),
  };
}
