import type { ConversationId, SpaceId } from '../places.ts';
import { isoWeekOf, monthOf } from '../schedule/calendar.ts';
import type { Day } from '../schedule/schedule.ts';
import type { ActorId } from '../turn.ts';

/** A stretch of days: everything, a month `2026-11`, a week `2026-W47`. */
export type Period = string;

/** Imaginary answers, half of them right, with which everyone begins. */
export const HEAD_START = 4;

/**
 * The score by which people are ranked, in millionths: the share of right
 * answers, with four imaginary answers added, two of them right.
 *
 * It does not depend on speed. Without the addition one lucky answer would beat
 * nine of ten (Agresti & Coull 1998, "Approximate is better than exact for
 * interval estimation of binomial proportions", adds the same four).
 */
export function scoreOf({ answered, correct }: { readonly answered: number; readonly correct: number }): number {
  return Math.floor(((correct + HEAD_START / 2) * 1_000_000) / (answered + HEAD_START));
}

/** Ranks as people read them: 1, 2, 2, 4. Takes lines that are sorted, best first. */
export function ranked<Line extends { readonly score: number }>(lines: readonly Line[]): (Line & { readonly rank: number })[] {
  return lines.map((line) => ({ ...line, rank: lines.findIndex(({ score }) => score === line.score) + 1 }));
}

export const monthPeriod = (day: Day): Period => monthOf(day);
export const weekPeriod = (day: Day): Period => isoWeekOf(day);

/** The periods that a local day belongs to. */
export const periodsOf = (day: Day): readonly Period[] => ['all', monthPeriod(day), weekPeriod(day)];

/** Whose answers are counted together. */
export type Scope = { readonly conversation: ConversationId } | { readonly space: SpaceId };

export interface Counted {
  readonly learner: number;
  /** Of those who want to be named. */
  readonly name?: string | undefined;
  readonly answered: number;
  readonly correct: number;
  readonly score: number;
}

export interface Standings {
  /** The best, best first. */
  top(scope: Scope, period: Period, limit: number): Promise<readonly Counted[]>;
  /** One person's own place; ties share a rank. */
  own(scope: Scope, period: Period, actor: ActorId): Promise<(Counted & { readonly rank: number }) | undefined>;
  /** How many people have answered. */
  people(scope: Scope, period: Period): Promise<number>;
  /** The days of a conversation's quiz, from one on, on which somebody answered, or this person. */
  daysAnswered(conversation: ConversationId, since: Day, actor?: ActorId): Promise<ReadonlySet<Day>>;
  /** Counts everything again from the attempts. Returns how many lines had been wrong. */
  rebuild(): Promise<number>;
}
