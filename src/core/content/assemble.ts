import type { Concept, TeamNote } from './concept.ts';
import type { Library, Topic } from './library.ts';
import type { LoadedFolder } from './load.ts';
import type { Card } from './notes/cards.ts';
import type { LoadedNotes } from './notes-folder.ts';
import { LANGUAGES } from './schema.ts';

/**
 * Brings the shipped notes and a team's own together. Where a team explains a
 * concept that is shipped too, its words are shown above the shipped ones.
 */
export function assemble(shipped: LoadedFolder, own?: LoadedFolder, notes?: LoadedNotes): Library {
  const concepts = firstOfEach(shipped.concepts.map(({ concept }) => concept));
  for (const concept of [...(own?.concepts ?? []).map((loaded) => loaded.concept), ...(notes?.concepts ?? [])]) addOwn(concepts, concept);
  for (const [id, additions] of notes?.additions ?? []) {
    const known = concepts.get(id);
    if (known) concepts.set(id, addTeamNotes(known, additions));
  }
  return {
    concepts,
    decks: [...(own?.decks ?? []), ...shipped.decks].map(({ deck }) => deck),
    topics: distinctTopics([...topicsOf(own), ...(notes?.topics ?? []), ...topicsOf(shipped)]),
    lessons: [...(own?.lessons ?? []), ...shipped.lessons].map(({ value }) => value),
    flows: [...(own?.flows ?? []), ...shipped.flows].map(({ value }) => value),
    cards: cardsByConcept(notes?.notes ?? []),
  };
}

/** The cards of all notes, the first of each id. */
function cardsByConcept(notes: LoadedNotes['notes']): Map<string, Card[]> {
  const cards = new Map(
    notes
      .flatMap((note) => note.cards)
      .toReversed()
      .map((card) => [card.id, card]),
  );
  return Map.groupBy([...cards.values()].toReversed(), ({ concept }) => concept);
}

const topicsOf = (folder: LoadedFolder | undefined): Topic[] => (folder?.topics ?? []).map(({ value }) => value);

/** Concepts by id, the first of each, in their order. */
function firstOfEach(concepts: readonly Concept[]): Map<string, Concept> {
  const byId = new Map<string, Concept>();
  for (const concept of concepts) if (!byId.has(concept.id)) byId.set(concept.id, concept);
  return byId;
}

/** Adds a team's own concept, or its words where the shipped notes have that concept. */
function addOwn(concepts: Map<string, Concept>, concept: Concept): void {
  const known = concepts.get(concept.id);
  if (!known) concepts.set(concept.id, concept);
  else if (!known.isOwn) concepts.set(concept.id, addTeamNotes(known, teamNotesFrom(concept)));
}

/** One topic for all files of one name in a deck, called as the first of them that has a title is. */
function distinctTopics(topics: readonly Topic[]): Topic[] {
  const byName = new Map<string, Topic>();
  for (const topic of topics) {
    const name = `${topic.deck}/${topic.id}`;
    const known = byName.get(name);
    byName.set(name, known ? { ...known, titles: { ...topic.titles, ...known.titles } } : topic);
  }
  return [...byName.values()];
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
