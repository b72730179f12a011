import type { Language } from './content/schema.ts';
import type { Intent } from './intent.ts';
import type { ConversationId, MessageRef, SpaceId } from './places.ts';

/** An account on one platform: `slack:T123:U456`, `terminal:local`. */
export type ActorId = `${string}:${string}`;

export interface Actor {
  readonly id: ActorId;
  /** As the platform shows it; typed by a person, so never drawn as Markdown. */
  readonly name: string;
  /** The language of the person's account, where the platform tells it without being asked. */
  readonly locale: Language | undefined;
  /** What else the platform tells; may cost a call, so it is asked only where it matters. Never rejects: what cannot be found out counts as not known. */
  readonly account: () => Promise<Account>;
  /** Whether the person is in a conversation of their space, where they have come to the bot by a page of their own; may cost a call. Never rejects: what cannot be found out counts as no. */
  readonly isIn?: (conversation: ConversationId) => Promise<boolean>;
}

/** An account as its platform describes it in one conversation. */
export interface Account {
  /** Whether this person may decide for the others there, such as when the quiz comes. */
  readonly canManage: boolean;
  readonly locale?: Language | undefined;
  /** An IANA time zone. */
  readonly zone?: string | undefined;
}

/** Where a turn takes place: a channel, a thread, a direct message. */
export interface Conversation {
  readonly id: ConversationId;
  readonly space: SpaceId;
  /** Nobody but the person and the bot is here. */
  readonly isDirect: boolean;
  /** Where the bot can answer but never speak by itself, because a person and not the space has brought it along: the page on which the space can take it in. */
  readonly invite?: string;
  /** Whether the bot is a member here, without which it cannot speak by itself; may cost a call. Never rejects: what cannot be found out counts as yes. */
  readonly isMember?: () => Promise<boolean>;
}

/** An intent by an actor in a conversation. */
export interface Turn {
  /** The platform's own key of this delivery, for the log. */
  readonly id: string;
  readonly intent: Intent;
  /** What the person typed, where they typed rather than pressed; tells their language. */
  readonly typed?: string;
  /** Whether others saw the question and will see the answer, as where the bot is mentioned in a channel. */
  readonly isOpen?: boolean;
  readonly actor: Actor;
  readonly conversation: Conversation;
  /** The message whose button was pressed, where it was a button. */
  readonly pressed?: Pressed;
}

/** A message of ours with the button that was pressed. */
export interface Pressed {
  /** Whether others see it too: then what one person presses is answered to that person. */
  readonly isPublic: boolean;
  readonly message?: MessageRef;
}
