import type { Language } from '../core/content/schema.ts';
import type { ConversationId, SpaceId } from '../core/places.ts';
import type { Day } from '../core/schedule/schedule.ts';
import type { ActorId } from '../core/turn.ts';

/** What happened to a learner's memory; never changed, and deleted with its learner only. */
export interface LogLineTable {
  /** Lines of one concept at one instant are in the order of their ids. */
  readonly id: string;
  readonly learner: number;
  /** The account by which it happened, whoever it belongs to by now; where it takes a line back, the account of that line. */
  readonly actor: ActorId;
  readonly concept: string;
  readonly what_json: string;
  readonly at_ms: number;
}

/** What a learner's log says of a concept; `core/review/replay.ts` makes the same of it. */
export interface MemoryTable {
  readonly learner: number;
  /** It may be gone from the notes: then its memory waits for it. */
  readonly concept: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly due_at_ms: number;
  readonly seen_at_ms: number;
  readonly since_at_ms: number;
  readonly misses: number;
}

/** When a learner last saw a face of a concept. */
export interface FaceTable {
  readonly learner: number;
  readonly concept: string;
  readonly face: string;
  readonly shown_at_ms: number;
}

/** That a learner looked a concept up; kept for a while only. */
export interface LookUpTable {
  readonly learner: number;
  readonly concept: string;
  readonly at_ms: number;
}

/** A learner's holiday. Those of one learner do not overlap. */
export interface HoldTable {
  readonly learner: number;
  readonly from_at_ms: number;
  readonly until_at_ms: number;
}

/** When a learner is reminded, and where. */
export interface ReminderTable {
  readonly learner: number;
  /** The direct conversation in which it was asked for. */
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  readonly language: Language;
  readonly minute_of_day: number;
  readonly zone: string;
  readonly next_at_ms: number;
  readonly next_day: Day;
  /** Until then one process is at it; 0 when none is. */
  readonly claimed_until_ms: number;
}

/** A code by which another account joins a learner; used once. */
export interface LinkCodeTable {
  /** SHA-256 of the code, in hexadecimal. */
  readonly hash: string;
  readonly learner: number;
  readonly expires_at_ms: number;
}

/** That somebody tried a code. */
export interface LinkTryTable {
  readonly actor: ActorId;
  readonly at_ms: number;
}

/** What a learner is asked to confirm. */
export interface PendingTable {
  readonly id: string;
  readonly learner: number;
  readonly intent: string;
  readonly expires_at_ms: number;
}
