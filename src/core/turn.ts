import type { Language } from './content/schema.ts';
import type { Intent } from './intent.ts';

/** An account on one platform: `slack:T123:U456`, `terminal:local`. */
export type ActorId = `${string}:${string}`;

export interface Actor {
  readonly id: ActorId;
  /** As the platform shows it; typed by a person, so never drawn as Markdown. */
  readonly name: string;
  /** The language of the person's account, where the platform tells it. */
  readonly locale: Language | undefined;
}

/** Where a turn takes place: a channel, a thread, a direct message. */
export interface Conversation {
  readonly id: `${string}:${string}`;
}

/** An intent by an actor in a conversation. */
export interface Turn {
  /** The platform's own key of this delivery, for the log. */
  readonly id: string;
  readonly intent: Intent;
  /** What the person typed, where they typed rather than pressed; tells their language. */
  readonly typed?: string;
  readonly actor: Actor;
  readonly conversation: Conversation;
}
