import type { Concept } from '../content/concept.ts';
import type { Language } from '../content/schema.ts';
import { hashOf } from '../hash.ts';
import type { SpaceId } from '../places.ts';
import type { Knowledge } from '../ports.ts';
import type { Gap, Inbox } from './records.ts';
import { figuresOf, LEAST_ANSWERS, LEAST_FOR_CHOICES, type Missed, missedIn, type QuestionFigures } from './statistics.ts';

/** Of how long ago answers to quizzes still say something. */
const LOOKED_BACK_MS = 90 * 24 * 60 * 60 * 1000;

/** What a note was when somebody read it: another number once its words have changed. */
export const fingerprintOf = ({ wordings, confusedWith, example }: Concept): number =>
  hashOf(JSON.stringify([wordings, confusedWith, example]));

/** What is lacking in the notes of a space, and what of it has been mended. */
export interface Stock {
  /** Questions without an answer, most asked first. */
  readonly gaps: readonly Gap[];
  /** Questions that had none, and have one now. */
  readonly mended: readonly Gap[];
  /** Concepts whose answer, as it is now, is said to be wrong. */
  readonly wrong: readonly {
    readonly concept: Concept;
    readonly wrong: number;
    readonly helped: number;
    readonly reasons: readonly string[];
  }[];
  /** Concepts whose answer was said to be wrong, and has been changed since. */
  readonly revised: readonly Concept[];
  readonly missed: readonly (Missed & { readonly name: Concept })[];
  /** Questions that everybody answers rightly, that nobody does, and that have choices which nobody takes. */
  readonly questions: {
    readonly easy: readonly QuestionFigures[];
    readonly hard: readonly QuestionFigures[];
    readonly idle: readonly QuestionFigures[];
  };
}

interface Looking {
  readonly inbox: Inbox;
  readonly knowledge: Knowledge;
  readonly now: Date;
  readonly language: Language;
  /** All spaces where none is named. */
  readonly space?: SpaceId;
  /** From when on answers to quizzes count; the last 90 days, where it is not said. */
  readonly since?: Date;
}

/** Looks through what has come in, and asks the notes again what they could not answer. */
export async function takeStock({
  inbox,
  knowledge,
  now,
  language,
  space,
  since = new Date(now.getTime() - LOOKED_BACK_MS),
}: Looking): Promise<Stock> {
  const { concepts } = knowledge.library;
  const shown = await inbox.shown(space);
  const isAnswered = new Map(shown.map((gap) => [gap.id, knowledge.find(gap.text).kind === 'answer']));
  for (const { id, mendedAt } of shown) if (isAnswered.get(id) && !mendedAt) await inbox.mended(id);
  const verdicts = (await inbox.verdicts(space)).flatMap((verdict) => {
    const concept = concepts.get(verdict.concept);
    return concept && verdict.wrong > 0 ? [{ ...verdict, concept, isOfNow: fingerprintOf(concept) === verdict.fingerprint }] : [];
  });
  const figures = figuresOf(await inbox.answers(since, space), language);
  const enough = figures.filter(({ answered }) => answered >= LEAST_ANSWERS);
  return {
    gaps: shown.filter(({ id }) => !isAnswered.get(id)),
    mended: shown.filter(({ id }) => isAnswered.get(id)).map((gap) => ({ ...gap, mendedAt: gap.mendedAt ?? now })),
    wrong: verdicts
      .filter(({ isOfNow }) => isOfNow)
      .map(({ concept, wrong, helped, reasons }) => ({ concept, wrong, helped, reasons }))
      .toSorted((one, other) => other.wrong - one.wrong),
    revised: verdicts.filter(({ isOfNow }) => !isOfNow).map(({ concept }) => concept),
    missed: missedIn(figures).flatMap((missed) => {
      const name = concepts.get(missed.concept);
      return name ? [{ ...missed, name }] : [];
    }),
    questions: {
      easy: enough.filter(({ answered, right }) => right === answered),
      hard: enough.filter(({ right }) => right === 0),
      idle: figures.filter(({ answered, untaken }) => answered >= LEAST_FOR_CHOICES && untaken.length > 0),
    },
  };
}
