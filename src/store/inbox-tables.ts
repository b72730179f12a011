import type { Generated } from 'kysely';
import type { Language } from '../core/content/schema.ts';
import type { ConversationId, SpaceId } from '../core/places.ts';
import type { Loss } from '../core/quiz/records.ts';
import type { Day } from '../core/schedule/schedule.ts';
import type { ActorId } from '../core/turn.ts';

/** A question that the notes could not answer, however it was put. */
export interface GapTable {
  /** Never given twice: old buttons may still name it. */
  readonly id: Generated<number>;
  readonly space: SpaceId;
  readonly form: string;
  /** Scrubbed. */
  readonly text: string;
  readonly language: Language;
  readonly times: number;
  /** With what askers are hashed; null once authors may see it, when all hashes are gone. */
  readonly salt: string | null;
  readonly last_at_ms: number;
  /** When the notes were first seen to answer it, and null while they do not. */
  readonly mended_at_ms: number | null;
}

/** That somebody asked a question which authors may not see yet. */
export interface GapAskerTable {
  readonly gap: number;
  /** HMAC of the account by the gap's salt. */
  readonly who: string;
}

/** When a conversation is told what is lacking in the notes. */
export interface DigestTable {
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  /** 1 where nobody but one person and the bot is there. */
  readonly is_direct: number;
  readonly language: Language;
  readonly timetable_json: string;
  readonly set_by: ActorId;
  /** Why it no longer comes; null while it does. */
  readonly remark: Loss | null;
  readonly next_at_ms: number;
  readonly next_day: Day;
  /** Until then one process is at it; 0 when none is. */
  readonly claimed_until_ms: number;
}

/** What a learner says of the answer about a concept. */
export interface VerdictTable {
  readonly learner: number;
  readonly concept: string;
  readonly space: SpaceId;
  readonly fingerprint: number;
  readonly is_wrong: number;
  /** What is wrong with it; scrubbed, and null where nothing was said. */
  readonly reason: string | null;
  readonly at_ms: number;
}
