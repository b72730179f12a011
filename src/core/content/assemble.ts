import type { Concept, TeamNote } from './concept.ts';
import type { Library } from './library.ts';
import type { LoadedFolder } from './load.ts';
import { LANGUAGES } from './schema.ts';

/**
 * Brings the shipped notes and a team's own together. Where a team explains a
 * concept under the shipped id, its words are shown above the shipped ones.
 */
export function assemble(shipped: LoadedFolder, own: LoadedFolder): Library {
  const concepts = new Map<string, Concept>();
  for (const { concept } of shipped.concepts) if (!concepts.has(concept.id)) concepts.set(concept.id, concept);
  for (const { concept } of own.concepts) {
    const known = concepts.get(concept.id);
    if (!known) concepts.set(concept.id, concept);
    else if (!known.isOwn) concepts.set(concept.id, addTeamNotes(known, teamNotesFrom(concept)));
  }
  return {
    concepts,
    decks: [...own.decks, ...shipped.decks],
    topics: [...own.topics, ...shipped.topics],
    diagrams: [],
  };
}

/** A concept with what a team's own notes say about it. */
export function addTeamNotes(concept: Concept, notes: readonly TeamNote[]): Concept {
  return { ...concept, teamNotes: [...concept.teamNotes, ...notes] };
}

function teamNotesFrom({ wordings, origin }: Concept): TeamNote[] {
  return LANGUAGES.flatMap((language) => {
    const wording = wordings[language];
    return wording ? [{ language, definition: [wording.definition, wording.body ?? ''].join('\n\n').trim(), origin }] : [];
  });
}
