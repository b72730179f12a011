import type { Language } from '../content/schema.ts';
import type { ConversationId, SpaceId } from '../places.ts';
import type { Lane } from '../ports.ts';
import type { Occurrence } from '../schedule/occurrences.ts';
import type { ActorId } from '../turn.ts';
import type { Hold } from './due.ts';
import type { Evidence, Memory } from './memory.ts';
import type { Limits } from './queue.ts';
import type { LogLine } from './replay.ts';

/** What is kept of what learners remember. The store implements it; what it acknowledges survives a crash. Whoever is an actor here stands for the whole learner. */
export interface ReviewRecords {
  readonly log: ReviewLog;
  readonly memories: Memories;
  readonly habits: HabitRecords;
  readonly lookUps: LookUps;
  readonly reminders: Reminders;
  readonly people: People;
}

/** Evidence about a concept, and how much of that concept's log whoever gives it has seen. */
export interface NewEvidence {
  readonly actor: ActorId;
  readonly concept: string;
  readonly evidence: Evidence;
  /** How many lines there were when the question was asked: a second press has not seen the line of the first. */
  readonly seen: number;
  /** The face that was shown. */
  readonly face?: string | undefined;
}

/** Whether something was written, or had been before. */
export type Kept = 'kept' | 'already';

/** A line of today, with when its concept was first met. */
export interface LineOfToday extends LogLine {
  readonly since?: Date | undefined;
}

/** What is known of a learner and one concept. */
export interface Grip {
  readonly memory: Memory | undefined;
  /** How many lines the log has on it. */
  readonly lines: number;
  /** When each face was last shown. */
  readonly shownAt: ReadonlyMap<string, Date>;
}

export interface ReviewLog {
  /** Adds a line, changes the memory, and notes the face, in one transaction. */
  learn(given: NewEvidence): Promise<Kept>;
  /** Adds a line by which an earlier one counts for nothing, and makes the concept's memory anew. */
  undo(given: { readonly actor: ActorId; readonly line: Pick<LogLine, 'id' | 'concept'> }): Promise<Kept>;
  grip(actor: ActorId, concept: string): Promise<Grip>;
  /** The lines from an instant on, oldest first, and when the last one before it was written. */
  since(actor: ActorId, from: Date): Promise<{ readonly lines: readonly LineOfToday[]; readonly before: Date | undefined }>;
  /** Quarters of an hour, from an instant on, in which something was written; no zone's days begin inside of one. */
  activeQuarters(actor: ActorId, from: Date): Promise<readonly Date[]>;
  /** Makes all memories of all learners anew. Returns how many had not been what the log says. */
  rebuild(): Promise<number>;
}

export interface Memories {
  /** Those due before an instant, holidays left aside, and not seen since another; longest due first. */
  due(actor: ActorId, asked: DueQuery): Promise<ReadonlyMap<string, Memory>>;
  /** The concepts of which there is a memory since before an instant, at which a day of the learner's began. */
  metBefore(actor: ActorId, start: Date): Promise<readonly string[]>;
  all(actor: ActorId): Promise<ReadonlyMap<string, Memory>>;
  /** The memories of those who answered a conversation's quizzes since an instant. */
  ofMembers(conversation: ConversationId, since: Date): Promise<readonly MemberMemories[]>;
}

export interface DueQuery {
  readonly before: Date;
  readonly notSeenSince: Date;
  /** Not before this instant. */
  readonly from?: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface MemberMemories {
  readonly memories: ReadonlyMap<string, Memory>;
  readonly isOptedOut: boolean;
  /** Whether their memories may count in a team's map. */
  readonly isSharing: boolean;
}

/** How a learner wants to review; what is absent was never chosen. */
export interface Habits {
  readonly limits?: Limits | undefined;
  /** An IANA time zone. */
  readonly zone?: string | undefined;
  /** Whether no team's quiz is chosen by their memory. */
  readonly isOptedOut: boolean;
  /** Whether their memory may count in a team's map; nobody's does who has not asked for it. */
  readonly isSharing: boolean;
  /** In the order of their times, none of which overlap. */
  readonly holds: readonly Hold[];
}

export interface HabitRecords {
  of(actor: ActorId): Promise<Habits>;
  set(
    actor: ActorId,
    chosen: { readonly limits?: Limits; readonly zone?: string; readonly isOptedOut?: boolean; readonly isSharing?: boolean },
  ): Promise<void>;
  /** Takes a holiday in the place of every other that is not over, or ends them. */
  hold(actor: ActorId, hold: Hold | undefined): Promise<void>;
}

/** What was looked up lately: a hint that it is not known. Written together, some tenth of a second later. */
export interface LookUps {
  note(actor: ActorId, concept: string): void;
  of(actor: ActorId): Promise<ReadonlyMap<string, readonly Date[]>>;
}

/** When a person is reminded, by one private message a day. */
export interface Reminder {
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  readonly language: Language;
  readonly minuteOfDay: number;
  readonly zone: string;
}

export interface DueReminder extends Reminder {
  readonly learner: number;
  /** One of the learner's accounts. */
  readonly actor: ActorId;
  readonly next: Occurrence;
}

export interface Reminders {
  find(actor: ActorId): Promise<Reminder | undefined>;
  /** Reminds a learner here and then, instead of elsewhere. */
  save(actor: ActorId, reminder: Reminder, next: Occurrence): Promise<void>;
  remove(actor: ActorId): Promise<void>;
  /** Ends the reminders of a learner whose direct conversation is no longer open to us. */
  removeFor(learner: number): Promise<void>;
  /** Those on some platforms whose time has come; for a minute nobody else is given them. */
  claimDue(platforms: readonly string[], limit: number): Promise<readonly DueReminder[]>;
  /** Goes on to the next time; queues the message of a day where there is one. Does nothing where the reminder has changed since it was claimed. */
  goOn(reminder: DueReminder, next: Occurrence, message: (Occurrence & { readonly lane: Lane }) | undefined): Promise<void>;
  /** Whom a message reminds, while they want it. */
  ofLearner(learner: number): Promise<DueReminder | undefined>;
}

/** What became of a code: two learners are one now; they had been, and the code is as good as before; there is no such code; or too many were tried. */
export type Joined = 'joined' | 'same already' | 'no such code' | 'too many tries';

/** Whatever is kept of one person, as plain data by table. */
export type Dossier = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** How many rows were deleted, by table. */
export type Forgotten = Readonly<Record<string, number>>;

export interface People {
  /** A new code of 8 characters by which another account may join this learner within 10 minutes. */
  offerCode(actor: ActorId): Promise<string>;
  /** Makes one learner of two: logs are brought together, and memories made of all of it. */
  join(actor: ActorId, code: string): Promise<Joined>;
  /** The accounts of a learner, this one among them. */
  accounts(actor: ActorId): Promise<readonly ActorId[]>;
  /** Takes an account out of its learner, with what happened by it. */
  part(actor: ActorId): Promise<Kept>;
  dossier(actor: ActorId): Promise<Dossier>;
  /** Keeps what is to be confirmed, for 10 minutes; returns by what to confirm it. */
  ask(actor: ActorId, intent: string): Promise<string>;
  /** Takes what was kept, once. */
  confirm(actor: ActorId, id: string): Promise<string | undefined>;
  /** Deletes a learner with all accounts and their direct conversations; only totals of channels' quizzes and what is arranged for channels stay. */
  forget(actor: ActorId): Promise<Forgotten>;
}
