import type { Language } from '../content/schema.ts';
import type { SpaceId } from '../places.ts';
import type { QuizItem } from '../quiz/item.ts';
import type { ChoiceId } from '../quiz/records.ts';
import type { ActorId } from '../turn.ts';

/** A question that the notes could not answer, as it may be shown: scrubbed, and without who asked. */
export interface AskedInVain {
  readonly space: SpaceId;
  /** By which the same question is known again. */
  readonly form: string;
  readonly text: string;
  readonly language: Language;
}

/** A gap in the notes that authors are shown. */
export interface Gap extends AskedInVain {
  readonly id: number;
  readonly times: number;
  readonly lastAt: Date;
  /** When the notes were first seen to answer it. */
  readonly mendedAt?: Date | undefined;
}

/** What people said of the answers about a concept as it was written at one time. */
export interface Verdicts {
  readonly concept: string;
  /** Of what they had read; another one where the note has been changed since. */
  readonly fingerprint: number;
  readonly helped: number;
  readonly wrong: number;
  /** What people said is wrong, newest first; scrubbed. */
  readonly reasons: readonly string[];
}

/** How often each choice of a question was taken. */
export interface Answers {
  readonly item: QuizItem;
  readonly choices: ReadonlyMap<ChoiceId, number>;
}

/** What became of a wish to tell the authors: they are shown it; they were already; or it is somebody else's question. */
export type Told = 'told' | 'already' | 'not yours';

/** What authors should know. Nothing in it names anybody. */
export interface Inbox {
  /**
   * Keeps a question, beside those that are near it.
   *
   * @returns its group's number, and whether authors are shown it: at least two people have asked, or one has agreed.
   */
  note(actor: ActorId, asked: AskedInVain): Promise<{ readonly gap: number; readonly isShown: boolean }>;
  /** Whoever asked agrees that the authors see it. */
  consent(actor: ActorId, gap: number): Promise<Told>;
  /** The gaps that authors may see, most asked first; of all spaces where none is named. */
  shown(space?: SpaceId): Promise<readonly Gap[]>;
  /** The notes answer it now. */
  mended(gap: number): Promise<void>;
  /** Keeps what a person says of an answer, in the place of what they said before. */
  judge(
    actor: ActorId,
    verdict: {
      readonly space: SpaceId;
      readonly concept: string;
      readonly fingerprint: number;
      readonly isWrong: boolean;
      /** Scrubbed. */
      readonly reason?: string | undefined;
    },
  ): Promise<void>;
  verdicts(space?: SpaceId): Promise<readonly Verdicts[]>;
  /** How the questions of channels' quizzes were answered that opened since. */
  answers(since: Date, space?: SpaceId): Promise<readonly Answers[]>;
}
