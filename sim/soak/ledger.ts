import { LANGUAGES } from '../../src/core/content/schema.ts';
import { type Words, wordsIn } from '../../src/core/i18n/words.ts';

/** What people do, by name. */
export type Kind =
  | 'question'
  | 'misspelt'
  | 'story'
  | 'flow'
  | 'review'
  | 'rating'
  | 'own quiz'
  | 'own answer'
  | 'crowd answer'
  | 'mention'
  | 'completion';

/** How somebody was answered in the end; `silent`: not at all, however often they tried. */
export type Said = 'answered' | 'not saved' | 'apology' | 'silent';

/** One thing that somebody did. */
export interface Act {
  readonly kind: Kind;
  readonly person: string;
  readonly said: Said;
  /** From the first try until something was seen, in milliseconds. */
  readonly ms: number;
  readonly tries: number;
  /** When it was over, in milliseconds since 1970. */
  readonly at: number;
}

/** A press that is to be counted once, however often it was made. */
export interface Press {
  /** What the store counts: {@link answerKey} or {@link ratingKey}. */
  readonly key: string;
  /** Presses of one key that are to be counted each. */
  readonly id: string;
  /** Whether the bot said that it has it. */
  readonly isAccepted: boolean;
}

/** All that people did and were told, as they saw it. */
export interface Ledger {
  readonly acts: Act[];
  readonly presses: Press[];
}

/** An answer of somebody to a question of a quiz. */
export const answerKey = (actor: string, quiz: string | number, position: string | number): string =>
  `answer of ${actor} to ${quiz}.${position}`;

/** A review of a concept by somebody. */
export const ratingKey = (actor: string, concept: string): string => `rating of ${actor} for ${concept}`;

/** What the bot told somebody, by its words. */
export function meaningOf(text: string): Exclude<Said, 'silent'> | 'too fast' {
  const says = (phrase: (words: Words) => string) => LANGUAGES.some((language) => text.includes(phrase(wordsIn(language))));
  if (says(({ tooFast }) => tooFast)) return 'too fast';
  if (says(({ notSaved }) => notSaved)) return 'not saved';
  return says(({ incident }) => incident('').trim()) ? 'apology' : 'answered';
}
