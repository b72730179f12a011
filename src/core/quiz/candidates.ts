import type { Concept } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import { isQuestion } from '../content/notes/cards.ts';
import { LANGUAGES } from '../content/schema.ts';
import { hashOf } from '../hash.ts';
import { areApart, areContrasted } from './apart.ts';

/** Among so many of the likeliest, wrong choices are drawn. */
const ENOUGH = 12;

/** Two of a kind that share less are from different worlds. */
const NEAR = 0.6;

/** A concept that is surely wrong where another is right. */
export interface Candidate {
  readonly concept: Concept;
  /** Whether the notes say that the two are mixed up, or belong together. */
  readonly isMixUp: boolean;
}

/**
 * The concepts that make the likeliest wrong choices beside a concept: of its
 * kind, surely wrong, the nearest first. Notes that say no kind stay among
 * those of their own deck.
 */
export function candidatesFor(concept: Concept, library: Library): Candidate[] {
  const peers = [...library.concepts.values()].filter((other) => isPeer(concept, other));
  const ranked = peers
    // By lot, else those that come first in the alphabet would stand everywhere.
    .map((other) => ({ other, nearness: nearness(concept, other), lot: hashOf(`${concept.id}/${other.id}`) }))
    .filter((peer) => peer.nearness >= NEAR)
    .toSorted((a, b) => b.nearness - a.nearness || a.lot - b.lot || (a.other.id < b.other.id ? -1 : 1));
  return ranked
    .values()
    .filter(({ other }) => areApart(concept, other, library))
    .take(ENOUGH)
    .map(({ other }) => ({ concept: other, isMixUp: areContrasted(concept, other) || areRelated(concept, other) }))
    .toArray();
}

/** Whether a concept is one card of a question and its answer, which is no thing that others could be taken for. */
export const isCard = ({ wordings }: Concept): boolean => LANGUAGES.some((language) => isQuestion(wordings[language]?.name ?? ''));

function isPeer(concept: Concept, other: Concept): boolean {
  if (other.id === concept.id || other.kind !== concept.kind || isCard(other)) return false;
  if (!LANGUAGES.some((language) => concept.wordings[language] && other.wordings[language])) return false;
  return concept.kind !== undefined || other.deck === concept.deck;
}

const areRelated = (one: Concept, other: Concept): boolean => one.related.includes(other.id) || other.related.includes(one.id);

function nearness(one: Concept, other: Concept): number {
  const shared = (a: readonly string[], b: readonly string[]) => a.filter((entry) => b.includes(entry)).length;
  return (
    (areContrasted(one, other) ? 4 : 0) +
    (areRelated(one, other) ? 3 : 0) +
    2 * Math.min(1, shared([...one.partOf, ...one.runsOn], [...other.partOf, ...other.runsOn])) +
    (one.topic === other.topic ? 2 : 0) +
    (one.deck === other.deck ? 1 : 0) +
    0.5 * shared(one.tags, other.tags) -
    0.5 * Math.abs(one.tier - other.tier)
  );
}
