import type { Generated } from 'kysely';
import type { Language } from '../core/content/schema.ts';
import type { ConversationId, SpaceId } from '../core/places.ts';
import type { ActorId } from '../core/turn.ts';

/**
 * The tables as both engines keep them; `migrations/` makes them.
 *
 * Instants are milliseconds since 1970 in UTC and end in `_at_ms`.
 */
export interface Tables {
  readonly learner: LearnerTable;
  readonly actor: ActorTable;
  readonly preference: PreferenceTable;
  readonly known_concept: KnownConceptTable;
  readonly seen_delivery: SeenDeliveryTable;
  readonly inviter: InviterTable;
  readonly installation: InstallationTable;
  readonly migration: MigrationTable;
}

/** A person. */
interface LearnerTable {
  /** Never given twice: old buttons may still name it. */
  readonly id: Generated<number>;
  readonly first_seen_at_ms: number;
}

/** An account on one platform, of one learner; a learner may have several. */
interface ActorTable {
  readonly id: ActorId;
  readonly learner: number;
  /** As the platform showed it last, and null until somebody must be named. */
  readonly name: string | null;
  readonly linked_at_ms: number;
}

/** What a learner has chosen; null is not chosen. */
interface PreferenceTable {
  readonly learner: number;
  readonly language: Language | null;
}

/** A concept of somebody's Markdown notes, and how to know it again after an edit. */
interface KnownConceptTable {
  /** Which folder of notes; ids are unique within it. */
  readonly scope: string;
  readonly id: string;
  /** A JSON array of strings, the author's own name first. */
  readonly names_json: string;
  readonly definition: string;
  readonly place: string;
  readonly first_seen_at_ms: number;
}

/** Something that a platform has delivered of late. */
interface SeenDeliveryTable {
  readonly delivery: string;
  readonly seen_at_ms: number;
}

/** Who brought the bot into a conversation. */
interface InviterTable {
  readonly conversation: ConversationId;
  readonly actor: ActorId;
  readonly invited_at_ms: number;
}

/** Our credentials in a space. */
interface InstallationTable {
  readonly space: SpaceId;
  /** Encrypted with the key of the settings. */
  readonly sealed: string;
  readonly saved_at_ms: number;
  /** When the bot was uninstalled there, and null while it is not. */
  readonly removed_at_ms: number | null;
  /** Until when one process may take to refresh a token that expires. */
  readonly refreshing_until_ms: number;
}

/** The steps that made these tables. */
interface MigrationTable {
  readonly name: string;
  readonly applied_at_ms: number;
}
