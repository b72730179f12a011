import type { Generated } from 'kysely';
import type { Language } from '../core/content/schema.ts';
import type { ConversationId, MessageRef, SpaceId } from '../core/places.ts';
import type { Remark } from '../core/quiz/records.ts';
import type { Day } from '../core/schedule/schedule.ts';
import type { ActorId } from '../core/turn.ts';

/** When a conversation gets its quiz. */
export interface ScheduleTable {
  readonly conversation: ConversationId;
  readonly space: SpaceId;
  /** 1 where nobody but one person and the bot is there. */
  readonly is_direct: number;
  /** Of what everyone there sees. */
  readonly language: Language;
  /** Time, zone, days; as `core/quiz/schedules.ts` reads it. */
  readonly timetable_json: string;
  readonly questions: number;
  /** A topic's id; null is all of them. */
  readonly topic: string | null;
  /** 1 where no score is shown to everyone. */
  readonly is_quiet: number;
  readonly state: 'on' | 'paused';
  /** Why it is paused, or what became of the last quiz. */
  readonly remark: Remark | null;
  readonly set_by: ActorId;
  readonly set_at_ms: number;
  /** Null where it never comes again. */
  readonly next_at_ms: number | null;
  /** The local day of the next quiz, `YYYY-MM-DD`. */
  readonly next_day: Day | null;
  /** When the next one was reckoned; later than now, where a clock was set back. */
  readonly reckoned_at_ms: number;
  /** Until then one process is at it; 0 when none is. */
  readonly claimed_until_ms: number;
}

/** Questions asked once: of a conversation on a day, or of one learner. */
export interface QuizTable {
  readonly id: Generated<number>;
  readonly space: SpaceId;
  readonly conversation: ConversationId;
  /** Null for a learner's own. */
  readonly day: Day | null;
  /** Null for a conversation's. */
  readonly learner: number | null;
  readonly language: Language;
  readonly is_quiet: number;
  readonly opened_at_ms: number;
  readonly closes_at_ms: number | null;
  readonly closed_at_ms: number | null;
}

/** A question as it was when its quiz opened. */
export interface QuestionTable {
  readonly quiz: number;
  /** Counted from 1. */
  readonly position: number;
  readonly item_json: string;
  /** Why it was chosen; null where nothing is to be said. */
  readonly why_json: string | null;
}

/** How a question has fared where it was asked. */
export interface AskedTable {
  /** A conversation, or the learner whose own quizzes these were: `learner 7`. */
  readonly scope: string;
  readonly item: string;
  readonly concept: string;
  readonly times: number;
  readonly last_at_ms: number;
  readonly answered: number;
  readonly correct: number;
}

/** One learner's one answer to one question of one quiz. */
export interface AttemptTable {
  readonly id: Generated<number>;
  readonly quiz: number;
  readonly position: number;
  readonly learner: number;
  readonly actor: ActorId;
  /** The choice's letter, or `none` for "I don't know". */
  readonly choice: string;
  readonly is_right: number;
  readonly at_ms: number;
}

/** A learner's count of answers in one scope and period; made from the attempts. */
export interface StandingTable {
  /** A conversation's id or a space's, behind `conversation ` or `space `. */
  readonly scope: string;
  /** `all`, a month `2026-11`, or a week `2026-W47`. */
  readonly period: string;
  readonly learner: number;
  readonly answered: number;
  readonly correct: number;
  /** Millionths; see `core/quiz/standing.ts`. */
  readonly score: number;
}

/** A message that is to stand in a conversation, and what has become of it. */
export interface PostTable {
  /** What it is, such as `quiz:7`; a message is posted once for a key. */
  readonly key: string;
  readonly kind: 'quiz' | 'twin' | 'remind' | 'hello' | 'digest' | 'lost' | 'lost-digest';
  /** By which the platform knows it again; by chance, since numbers may come again after a restore. */
  readonly nonce: string;
  /** The quiz's number; the learner's for a reminder; 0 where it is about neither. */
  readonly subject: number;
  readonly conversation: ConversationId;
  /** For `lost` and `lost-digest`: the conversation in which we can no longer post. */
  readonly about: ConversationId | null;
  /** `sending`: somebody posts it now; `checking`: nobody knows whether it was posted. */
  readonly state: 'queued' | 'sending' | 'checking' | 'posted' | 'failed';
  /** When there is something to do; null when there is nothing. */
  readonly due_at_ms: number | null;
  /** When it was to stand there: it must not come much later. */
  readonly wanted_at_ms: number;
  /** Whose work it is just now. */
  readonly claim: string | null;
  readonly tries: number;
  readonly message: MessageRef | null;
  readonly drawn_at_ms: number | null;
  /** 1 where it no longer shows what is true. */
  readonly is_stale: number;
}
