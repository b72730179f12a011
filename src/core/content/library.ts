import type { Concept } from './concept.ts';
import type { Card } from './notes/cards.ts';
import type { AuthoredDeck, Flow, Language, Lesson } from './schema.ts';

/** A subject: the concepts of one folder. */
export interface Deck {
  readonly id: string;
  readonly titles: Readonly<Partial<Record<Language, { readonly title: string; readonly summary: string }>>>;
  /** Every concept of the deck must be written in these; none where any will do. */
  readonly languages: readonly Language[];
  /** Concepts that questions name only to say what field they are in. */
  readonly about: readonly string[];
  /** Groups of concepts that one sentence may fit: none is a wrong choice where another is right, unless the question tells them apart. */
  readonly alike: readonly (readonly string[])[];
  readonly isOwn: boolean;
}

/** What the concepts of one file have in common; people browse by it. */
export interface Topic {
  /** The file's name without its ending. */
  readonly id: string;
  readonly deck: string;
  readonly titles: Readonly<Partial<Record<Language, string | undefined>>>;
}

/** All that is known, at one moment; a reload makes another. */
export interface Library {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly decks: readonly Deck[];
  /** In the order of their files. */
  readonly topics: readonly Topic[];
  readonly lessons: readonly Lesson[];
  /** The cards of Markdown notes, by concept. */
  readonly cards: ReadonlyMap<string, readonly Card[]>;
  /** What happens step by step; a team's own first. */
  readonly flows: readonly Flow[];
}

export function deckFrom(authored: AuthoredDeck, isOwn: boolean): Deck {
  const { id, en, zh, languages = [], about, alike } = authored;
  return { id, languages, about, alike, isOwn, titles: { ...(en && { en }), ...(zh && { zh }) } };
}
