import type { Concept } from './content/concept.ts';
import type { Library } from './content/library.ts';
import type { Language } from './content/schema.ts';
import type { Digests } from './inbox/digests.ts';
import type { Inbox } from './inbox/records.ts';
import type { ConversationId, MessageRef, SpaceId } from './places.ts';
import type { Pool } from './quiz/pool.ts';
import type { QuizRecords } from './quiz/records.ts';
import type { Reply } from './reply.ts';
import type { MemoryModel } from './review/memory.ts';
import type { ReviewRecords } from './review/records.ts';
import type { Finding } from './search/search.ts';
import type { Actor, ActorId, Turn } from './turn.ts';

/** What the bot knows at one moment: the notes, and how to find something in them. A reload makes another. */
export interface Knowledge {
  readonly library: Library;
  /**
   * Finds what a question is about; takes any text.
   *
   * @param unwrittenFor - the id of a concept that is looked for as if this question did not stand among its ways to ask.
   */
  find(question: string, unwrittenFor?: string): Finding;
  /** The concepts in the order in which to learn them. */
  readonly path: readonly Concept[];
  /** How much each concept is worth remembering. */
  readonly worth: ReadonlyMap<string, number>;
  /** What can be asked about them. */
  readonly questions: Pool;
  /** The ids of the concepts that a text names, most specific first; takes any text. */
  termsIn(text: string): readonly string[];
}

/** What a person has chosen. */
export interface Preferences {
  languageOf(actor: ActorId): Promise<Language | undefined>;
  setLanguage(actor: ActorId, language: Language): Promise<void>;
  /** Whether leaderboards may name a person; nobody is named who has not asked for it. */
  isNamed(actor: ActorId): Promise<boolean>;
  /** Names a person on leaderboards as their platform shows them, or no longer. */
  setNamed(actor: Pick<Actor, 'id' | 'name'>, isNamed: boolean): Promise<void>;
}

/** The way to conversations in which nobody asked just now: a channel's quiz, a reminder. Every call ends within 10 seconds. */
export interface Poster {
  /** Posts that count against the same limit of the platform's, and how far apart they are to be. */
  laneOf(to: { readonly conversation: ConversationId; readonly space: SpaceId }): Lane;
  /**
   * Posts a message of ours, once for a key where the platform has a way to tell that it has seen the key before.
   *
   * @throws PlatformError when it is not posted, or when nobody knows.
   */
  post(to: ConversationId, reply: Reply, key: string): Promise<MessageRef>;
  /**
   * Looks for the message that was posted with a key: where it is, `absent` when it is certain that there is none, `unsure` when one cannot look.
   *
   * @param since - when it was posted at the earliest.
   */
  find(to: ConversationId, key: string, since: Date): Promise<Found>;
  /** @throws PlatformError when the message is as it was, or when nobody knows; editing twice does no harm. */
  edit(message: MessageRef, reply: Reply): Promise<void>;
}

export interface Lane {
  readonly lane: string;
  /** Milliseconds. */
  readonly gapMs: number;
}

/** Calls that count against one limit of a platform's, whichever process makes them. */
export interface Budget {
  /** Takes the next turn in a lane, unless it is further off than `mostMs`, which is {@link LONGEST_TURN_MS} at most. */
  take(lane: Lane, mostMs: number): Promise<Taken>;
}

/** No turn is further off than this, in milliseconds. */
export const LONGEST_TURN_MS = 10_000;

/** Whether a turn was taken, and how far off it is; where none was, how far off is one that may be. In milliseconds. */
export interface Taken {
  readonly isTaken: boolean;
  readonly waitMs: number;
}

export type Found = { readonly kind: 'found'; readonly message: MessageRef } | { readonly kind: 'absent' | 'unsure' };

/** That the bot was brought into a place where others are. */
export interface Arrival {
  /** What it was brought into: a channel, or a whole server. */
  readonly place: ConversationId | SpaceId;
  /** Where it can say so. */
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  /** The language of those who are there, or of whoever brought it. */
  readonly locale?: Language | undefined;
  /** An IANA time zone. */
  readonly zone?: string | undefined;
}

/** The way to one platform: it makes turns of what people do there, and draws what the bot says. It decides nothing. */
export interface Adapter {
  /** What stands before the first colon in the ids of its actors and conversations. */
  readonly platform: string;
  readonly poster: Poster;
  /** Resolves once people can talk to the bot. */
  start(): Promise<void>;
  /** Whether people can talk to the bot just now: a connection may be lost without a sound. */
  isReady(): boolean;
  /** Asks for nothing new, answers what has come, for at most 10 seconds. */
  stop(): Promise<void>;
}

/** Remembers which pictures a platform keeps as files, so that each is sent once to a space. */
export interface SentPictures {
  /** The files of those of some pictures that a space has, by the hashes of what is in them. */
  find(space: SpaceId, hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keep(space: SpaceId, hash: string, file: string): Promise<void>;
  /** The space no longer has it. */
  drop(space: SpaceId, hash: string): Promise<void>;
}

/** Remembers files that show one person's own figures: a platform would keep them for ever. */
export interface PersonalFiles {
  add(space: SpaceId, file: string): Promise<void>;
  /** Those of a space that are to be deleted by now, a few at a time, oldest first. */
  overdue(space: SpaceId): Promise<readonly string[]>;
  /** It is deleted. */
  remove(space: SpaceId, file: string): Promise<void>;
}

/** Remembers deliveries, since platforms deliver some things more than once. */
export interface Seen {
  /** Whether a platform's delivery is met for the first time, by any process, in at least the last 10 minutes. */
  isNew(delivery: string): Promise<boolean>;
}

/** Who brought the bot into a conversation: they may decide there, such as when the quiz comes. */
export interface Inviters {
  remember(conversation: ConversationId, actor: ActorId): Promise<void>;
  isInviter(conversation: ConversationId, actor: ActorId): Promise<boolean>;
}

/** Our credentials in spaces that installed the bot by themselves; only their own platform reads them. */
export interface Installations {
  /** What was saved for a space; nothing where the bot is not, or no longer, installed. */
  find(space: SpaceId): Promise<string | undefined>;
  /** Keeps what gives us access to a space, in place of what did so before. */
  save(space: SpaceId, secret: string): Promise<void>;
  /** Forgets what gave us access: it no longer does. */
  remove(space: SpaceId): Promise<void>;
  /** Whether the one who asks may refresh what gives access; of all processes one may, until it has saved or half a minute has passed. */
  mayRefresh(space: SpaceId): Promise<boolean>;
}

/** Spaces that the bot was taken out of, or brought back to. */
export interface Spaces {
  /** The bot is in a space no longer: its quizzes stop at once, and all that is known of it is deleted after 30 days. */
  left(space: SpaceId): Promise<void>;
  /** The bot is in a space, perhaps again; nothing of it is deleted. */
  entered(space: SpaceId): Promise<void>;
  /** Somebody is in a space to which nobody can come back after an instant; unless it is visited again, it counts as left by then. */
  visited(space: SpaceId, until: Date): Promise<void>;
  /** Where on a platform the bot has introduced itself or has something to post, as far as nobody has told that it left. */
  known(platform: string): Promise<readonly SpaceId[]>;
  /** Deletes all that is known of some spaces that were left long enough ago; gives which, none once nothing is left to delete. */
  forgetLeft(): Promise<readonly SpaceId[]>;
}

/** What is kept for a time only. */
export interface Clearing {
  /** Deletes some of what is too old to serve anybody; gives how many rows, 0 once nothing is left to delete. */
  letGo(): Promise<number>;
}

/** Where whoever runs the bot is told of bugs, and of how it is going. */
export interface Log {
  /** A bug: the incident's id is also shown to the person, so that the two can be brought together. */
  incident(id: string, error: unknown): void;
  /** A turn is over. Whoever writes this down leaves out what the person wrote. */
  turn?(told: ToldTurn): void;
}

/** `unknown`: the notes have nothing on it. `refused`: the person was told what to do instead. `failed`: a bug, or the store was away. */
export type TurnOutcome = 'answered' | 'unknown' | 'refused' | 'failed';

export interface ToldTurn {
  /** The number that an incident in this turn has. */
  readonly id: string;
  readonly turn: Turn;
  readonly outcome: TurnOutcome;
  readonly ms: number;
}

/** All that the bot needs of the world. */
export interface Services {
  /** The newest notes: those of a space where it has notes of its own, else everyone's. */
  knowledge(space?: SpaceId): Knowledge;
  readonly preferences: Preferences;
  readonly log: Log;
  /** What is kept of quizzes; absent where nothing can be kept. */
  readonly records?: QuizRecords | undefined;
  /** What is kept of what people remember; absent where nothing can be kept. */
  readonly reviews?: ReviewRecords | undefined;
  /** What is kept for those who write the notes; absent where nothing can be kept. */
  readonly inbox?: Inbox | undefined;
  readonly digests?: Digests | undefined;
  readonly model: MemoryModel;
  readonly now: () => Date;
  /** The time zone of those of whom nothing is known. */
  readonly zone: string;
  /** The lane of posts to a conversation; `undefined` where nothing can be posted. */
  laneOf(to: { readonly conversation: ConversationId; readonly space: SpaceId }): Lane | undefined;
  /** Says that there is something to do that should not wait for the next tick. */
  wake(): void;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** The language of those of whom nothing is known. */
  readonly fallbackLanguage: Language;
  /** What the slash command is called, without the slash. */
  readonly commandName: string;
}
