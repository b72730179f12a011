import type { Language } from '../content/schema.ts';
import type { ConversationId, SpaceId } from '../places.ts';
import type { Lane } from '../ports.ts';
import type { Chosen } from './records.ts';

/** Where the bot has introduced itself. */
export interface Greetings {
  /**
   * Opens a question for everyone there, and queues the message that holds it.
   *
   * @returns whether this is the first time in this place; else nothing is done.
   */
  open(greeting: {
    readonly place: ConversationId | SpaceId;
    readonly conversation: ConversationId;
    readonly space: SpaceId;
    readonly language: Language;
    readonly zone: string;
    readonly questions: readonly Chosen[];
    readonly lane: Lane;
  }): Promise<boolean>;
  /** The zone that was guessed for the place in which a quiz was the first question; `undefined` for any other quiz. */
  zoneOf(quiz: number): Promise<string | undefined>;
}
