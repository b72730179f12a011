import type { ConversationId, SpaceId } from '../core/places.ts';
import type { ActorId } from '../core/turn.ts';

/** Something that a platform has delivered of late. */
export interface SeenDeliveryTable {
  readonly delivery: string;
  readonly seen_at_ms: number;
}

/** Who brought the bot into a conversation. */
export interface InviterTable {
  readonly conversation: ConversationId;
  readonly actor: ActorId;
  readonly invited_at_ms: number;
}

/** Our credentials in a space. */
export interface InstallationTable {
  readonly space: SpaceId;
  /** Encrypted with the key of the settings. */
  readonly sealed: string;
  readonly saved_at_ms: number;
  /** Until when one process may take to refresh a token that expires. */
  readonly refreshing_until_ms: number;
}

/** A space that the bot was taken out of, or to which nobody can come back after an instant: a visitor's room, whose cookie ends then. */
export interface DepartureTable {
  readonly space: SpaceId;
  readonly left_at_ms: number;
}

/** Where the bot has introduced itself. */
export interface GreetingTable {
  readonly place: ConversationId | SpaceId;
  /** The question that it asked there. */
  readonly quiz: number;
  /** Guessed when it came. */
  readonly zone: string;
  readonly greeted_at_ms: number;
}

/** A picture that a platform keeps as a file. */
export interface SentPictureTable {
  readonly space: SpaceId;
  /** Of what is in it. */
  readonly hash: string;
  /** What the platform calls it. */
  readonly file: string;
  readonly sent_at_ms: number;
}

/** A file that shows one person's own figures, until it is deleted. */
export interface PersonalFileTable {
  readonly space: SpaceId;
  readonly file: string;
  readonly sent_at_ms: number;
}
