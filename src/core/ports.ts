import type { Library } from './content/library.ts';
import type { Language } from './content/schema.ts';
import type { Finding } from './search/search.ts';
import type { ActorId } from './turn.ts';

/** What the bot knows at one moment: the notes, and how to find something in them. A reload makes another. */
export interface Knowledge {
  readonly library: Library;
  /** Finds what a question is about; takes any text. */
  find(question: string): Finding;
}

/** What a person has chosen. */
export interface Preferences {
  languageOf(actor: ActorId): Promise<Language | undefined>;
  setLanguage(actor: ActorId, language: Language): Promise<void>;
}

/** Where bugs are told to whoever runs the bot. */
export interface Log {
  /** A bug: the incident's id is also shown to the person, so that the two can be brought together. */
  incident(id: string, error: unknown): void;
}

/** All that the bot needs of the world. */
export interface Services {
  /** The newest notes. */
  knowledge(): Knowledge;
  readonly preferences: Preferences;
  readonly log: Log;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** The language of those of whom nothing is known. */
  readonly fallbackLanguage: Language;
  /** What the slash command is called, without the slash. */
  readonly commandName: string;
}
