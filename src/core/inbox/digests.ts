import type { Language } from '../content/schema.ts';
import type { ConversationId, SpaceId } from '../places.ts';
import type { Lane } from '../ports.ts';
import type { Loss, Telling } from '../quiz/records.ts';
import type { Occurrence } from '../schedule/occurrences.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { ActorId } from '../turn.ts';

/** When a conversation is told, once a week, what is lacking in the notes. */
export interface Digest {
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  /** Whether it is one person's with the bot alone: then it is deleted with that person. */
  readonly isDirect: boolean;
  readonly language: Language;
  readonly timetable: Schedule;
  readonly setBy: ActorId;
}

export interface KeptDigest extends Digest {
  /** Why it is paused; absent while it comes. */
  readonly remark?: Loss | undefined;
}

export interface DueDigest extends Digest {
  readonly next: Occurrence;
}

export interface Digests {
  find(conversation: ConversationId): Promise<KeptDigest | undefined>;
  /** Arranges a conversation's digest, in the place of the one before. */
  save(digest: Digest, next: Occurrence): Promise<void>;
  remove(conversation: ConversationId): Promise<void>;
  /** No more digests come until one is arranged anew. @param telling - who is told so in private; that message is queued in the same moment. */
  pause(conversation: ConversationId, reason: Loss, telling?: Telling): Promise<void>;
  /** Those on some platforms whose time has come; for a minute nobody else is given them. */
  claimDue(platforms: readonly string[], limit: number): Promise<readonly DueDigest[]>;
  /** Goes on to the next time; queues the message of a day where there is one. Does nothing where the digest has changed since it was claimed. */
  goOn(digest: DueDigest, next: Occurrence, message: (Occurrence & { readonly lane: Lane }) | undefined): Promise<void>;
}
