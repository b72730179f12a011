import type { Language } from '../content/schema.ts';
import type { ConversationId, MessageRef, SpaceId } from '../places.ts';
import type { Lane } from '../ports.ts';
import type { Occurrence } from '../schedule/occurrences.ts';
import type { Day, Schedule } from '../schedule/schedule.ts';
import type { Actor, ActorId } from '../turn.ts';
import type { Greetings } from './greetings.ts';
import type { QuizItem } from './item.ts';
import type { Standings } from './standing.ts';

/** What is kept of schedules, quizzes and answers. The store implements it; everything that it acknowledges survives a crash. */
export interface QuizRecords {
  readonly schedules: Schedules;
  readonly quizzes: Quizzes;
  readonly posts: Posts;
  readonly standings: Standings;
  readonly greetings: Greetings;
}

/** A conversation's quiz, as it was arranged. */
export interface Arrangement {
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  /** Whether it is one person's with the bot alone: then it is deleted with that person. */
  readonly isDirect: boolean;
  /** Of what everyone there sees. */
  readonly language: Language;
  readonly timetable: Schedule;
  /** 1 to 5. */
  readonly questions: number;
  /** A topic's id; without one, the quiz is about everything. */
  readonly topic?: string | undefined;
  /** Whether everyone's score stays out of everyone's sight. */
  readonly isQuiet: boolean;
  readonly setBy: ActorId;
}

/** How a conversation was lost: it is not to be found, or not open to us. */
export type Loss = 'gone' | 'forbidden';
/** Why no quiz comes: somebody said so, or the platform refuses us. */
export type PauseReason = 'asked' | Loss;
/** What an admin should know of the last quiz: it came too late to be worth posting. */
export type Remark = PauseReason | 'skipped';

export interface KeptSchedule extends Arrangement {
  readonly state: 'on' | 'paused';
  readonly remark?: Remark | undefined;
  /** Absent where the quiz never comes again. */
  readonly next?: Occurrence | undefined;
}

/** To whom it is told that something could not be posted in a conversation. */
export interface Telling {
  /** An account, which is also the conversation with that person alone. */
  readonly person: ActorId;
  /** The key of the message that could not be posted: of each, it is told once. */
  readonly unposted: string;
  readonly lane: Lane;
}

export interface Schedules {
  find(conversation: ConversationId): Promise<KeptSchedule | undefined>;
  /** Of those in a space that are on, the one whose quiz comes next. */
  nextIn(space: SpaceId): Promise<KeptSchedule | undefined>;
  /** Arranges a conversation's quiz, in the place of what was arranged before. */
  save(arrangement: Arrangement, next: Occurrence | undefined): Promise<void>;
  /** Keeps everyone's score out of everyone's sight, or no longer. */
  setQuiet(conversation: ConversationId, isQuiet: boolean): Promise<void>;
  /** @param telling - who is told so in private; that message is queued in the same moment. */
  pause(conversation: ConversationId, reason: PauseReason, telling?: Telling): Promise<void>;
  resume(conversation: ConversationId, next: Occurrence | undefined): Promise<void>;
  remove(conversation: ConversationId): Promise<void>;
  /**
   * Those on some platforms whose time has come, longest due first; for a minute nobody else is given them.
   *
   * Also those whose next time was reckoned by a clock that has been set back since.
   */
  claimDue(platforms: readonly string[], limit: number): Promise<readonly KeptSchedule[]>;
  /** Goes on to the next time without a quiz, unless the schedule has changed meanwhile. */
  skip(schedule: KeptSchedule, next: Occurrence | undefined): Promise<void>;
  /** Sets the next time right, unless the schedule has changed meanwhile. */
  reckonAnew(schedule: KeptSchedule, next: Occurrence | undefined): Promise<void>;
}

/** A question with why it was chosen. */
export interface Chosen {
  readonly item: QuizItem;
  /** Plain JSON, for words in either language. */
  readonly why?: unknown;
}

export interface Quiz {
  readonly id: number;
  readonly space: SpaceId;
  readonly conversation: ConversationId;
  /** The local day whose quiz this is; a learner's own has none. */
  readonly day?: Day | undefined;
  /** The accounts of the one learner whose quiz it is; absent where it is everyone's. */
  readonly owners?: readonly ActorId[] | undefined;
  readonly language: Language;
  readonly isQuiet: boolean;
  readonly closesAt?: Date | undefined;
  readonly closedAt?: Date | undefined;
  /** As they were when the quiz opened; the first has position 1. */
  readonly questions: readonly Chosen[];
}

/** A choice's letter; `none` is "I don't know". */
export type ChoiceId = string;
export const DONT_KNOW: ChoiceId = 'none';

export interface NewAttempt {
  readonly quiz: Quiz;
  readonly position: number;
  readonly actor: Pick<Actor, 'id' | 'name'>;
  readonly choice: ChoiceId;
  readonly isRight: boolean;
}

/** What became of a press: kept, or what the learner had chosen before stands. */
export type Recorded = { readonly kind: 'kept' } | { readonly kind: 'already'; readonly choice: ChoiceId };

/** How many chose what. */
export interface Tally {
  /** People who answered at least one question. */
  readonly people: number;
  /** By question, from the first: how often each choice was taken. */
  readonly choices: readonly ReadonlyMap<ChoiceId, number>[];
}

/** How a question has fared in a conversation, or with one learner. */
export interface Asked {
  readonly item: string;
  readonly concept: string;
  readonly times: number;
  readonly lastAt: Date;
  readonly answered: number;
  readonly correct: number;
}

export interface Quizzes {
  /**
   * Opens a conversation's quiz for a day and queues its post.
   *
   * @returns its number; `undefined` when there is one for that day already.
   */
  open(opening: Opening): Promise<number | undefined>;
  /**
   * Opens the quiz that a schedule says is due, and sets when the next one comes.
   *
   * @returns its number; `undefined` also when the schedule has changed since it was claimed.
   */
  openDue(schedule: KeptSchedule, opening: Opening, next: Occurrence | undefined): Promise<number | undefined>;
  /** Ends a conversation's quiz now: the next tick closes it. */
  endNow(id: number): Promise<void>;
  /** Opens a quiz for one learner alone. */
  openOwn(
    actor: ActorId,
    own: { conversation: ConversationId; space: SpaceId; language: Language; questions: readonly Chosen[] },
  ): Promise<number>;
  find(id: number): Promise<Quiz | undefined>;
  /** The quiz of a conversation's day. */
  ofDay(conversation: ConversationId, day: Day): Promise<number | undefined>;
  /** The quizzes of a space's conversations that are open now, at most {@link MOST_OPEN}, those that close first first. */
  openIn(space: SpaceId): Promise<readonly Pick<Quiz, 'id' | 'conversation'>[]>;
  /** The newest quiz of a learner's own. */
  latestOwn(actor: ActorId): Promise<number | undefined>;
  /** Keeps an answer; the first one counts. */
  record(attempt: NewAttempt): Promise<Recorded>;
  /** What a person has chosen in a quiz, by position. */
  chosenBy(actor: ActorId, quiz: number): Promise<ReadonlyMap<number, ChoiceId>>;
  tally(quiz: Quiz): Promise<Tally>;
  /** How every question fared that was asked in a conversation. */
  askedIn(conversation: ConversationId): Promise<readonly Asked[]>;
  /** How every question fared in a learner's own quizzes. */
  askedOf(actor: ActorId): Promise<readonly Asked[]>;
  /** Closes quizzes whose time is over; their posts are to be drawn anew. Returns how many. */
  closeDue(limit: number): Promise<number>;
}

/** So many open quizzes of a space are looked through. */
export const MOST_OPEN = 25;

export interface Opening extends Pick<Arrangement, 'conversation' | 'space' | 'language' | 'isQuiet'> {
  readonly day: Day;
  /** When it was to come, where it is late already. */
  readonly dueAt?: Date | undefined;
  readonly closesAt: Date;
  readonly questions: readonly Chosen[];
  readonly lane: Lane;
}

/**
 * How long a message is left to whoever claimed it, in milliseconds, by a clock
 * that nobody sets. A call takes 10 seconds at most, and may arrive some seconds
 * after it was given up.
 */
export const HOLD_MS = 60_000;

/** A message to post or to draw anew, in the hands of one process. */
export interface ClaimedPost {
  readonly key: string;
  readonly kind: 'quiz' | 'twin' | 'remind' | 'hello' | 'digest' | 'lost' | 'lost-digest';
  /** By which the platform knows the message again: 24 letters and digits. */
  readonly nonce: string;
  /** The quiz's number; the learner's for a reminder; 0 where it is about neither. */
  readonly subject: number;
  readonly conversation: ConversationId;
  /** For `lost` and `lost-digest`: the conversation in which we can no longer post. */
  readonly about?: ConversationId | undefined;
  /** `sending`: it has not been posted. `checking`: perhaps it has. `posted`: it shows what is no longer true. */
  readonly state: 'sending' | 'checking' | 'posted';
  readonly message?: MessageRef | undefined;
  /** When it was to come. */
  readonly dueAt: Date;
  readonly claim: string;
}

export interface Posts {
  /**
   * Messages on some platforms for which there is something to do, longest due first.
   *
   * One that is in another's hands is given away only when it has been seen there for {@link HOLD_MS}.
   */
  claim(platforms: readonly string[], limit: number): Promise<readonly ClaimedPost[]>;
  /** It stands there, as of what was drawn. */
  settle(post: ClaimedPost, message: MessageRef): Promise<void>;
  /** Nothing was done, or may be done twice: again later. */
  postpone(post: ClaimedPost, waitMs: number): Promise<void>;
  /** Nobody knows whether it was posted: after {@link HOLD_MS} somebody looks. */
  doubt(post: ClaimedPost): Promise<void>;
  /** It will never be done. */
  giveUp(post: ClaimedPost): Promise<void>;
  /** It certainly stands nowhere, and is not to come: its day may have another quiz. */
  withdraw(post: ClaimedPost): Promise<void>;
  /** A button of a quiz was pressed on this message: if it is not the one that we know, it is a second one, which is told so. */
  notice(quiz: Quiz, message: MessageRef): Promise<void>;
  /** How many messages of all platforms are still to be posted or drawn anew. */
  waiting(): Promise<number>;
}
