import type { Language } from '../content/schema.ts';
import { inLanguage, type QuizItem } from '../quiz/item.ts';
import { DONT_KNOW } from '../quiz/records.ts';
import type { Answers } from './records.ts';

/** Fewer answers say nothing of a question, */
export const LEAST_ANSWERS = 10;
/** nor of a choice that nobody has taken: one in ten would have missed a choice that one in ten takes, in twenty answers, with 12 %. */
export const LEAST_FOR_CHOICES = 20;

/** Fewer answers to all questions of a concept say nothing of a team. */
const LEAST_OF_CONCEPT = 3;

/** How a question was answered, whenever and in whatever order its choices were shown. */
export interface QuestionFigures {
  /** As it was asked last. */
  readonly item: QuizItem;
  readonly answered: number;
  readonly right: number;
  /** The wrong choices that nobody has taken. */
  readonly untaken: readonly string[];
}

/** Adds up how questions were answered; "I don't know" is no answer. */
export function figuresOf(answers: readonly Answers[], language: Language): readonly QuestionFigures[] {
  return [...Map.groupBy(answers, ({ item }) => item.id).values()].flatMap((asked) => {
    const { item } = asked.at(-1) ?? {};
    if (!item) return [];
    const taken = new Map<string, number>();
    for (const each of asked) {
      for (const { id, text } of inLanguage(each.item, language).choices) {
        taken.set(text, (taken.get(text) ?? 0) + (each.choices.get(id) ?? 0));
      }
    }
    const counts = asked.flatMap((each) =>
      Array.from(each.choices, ([choice, times]) => ({ isRight: choice === each.item.answer, choice, times })),
    );
    const sum = (which: (count: (typeof counts)[number]) => boolean) => counts.filter(which).reduce((total, { times }) => total + times, 0);
    const wrong = inLanguage(item, language).choices.filter(({ id }) => id !== item.answer);
    return {
      item,
      answered: sum(({ choice }) => choice !== DONT_KNOW),
      right: sum(({ isRight }) => isRight),
      untaken: wrong.filter(({ text }) => taken.get(text) === 0).map(({ text }) => text),
    };
  });
}

/** How often a concept was missed, over all its questions. */
export interface Missed {
  readonly concept: string;
  readonly answered: number;
  readonly missed: number;
}

/** The concepts that were missed, those most often missed first. */
export function missedIn(figures: readonly QuestionFigures[]): readonly Missed[] {
  return Array.from(
    Map.groupBy(figures, ({ item }) => item.concept),
    ([concept, questions]): Missed => {
      const answered = questions.reduce((total, each) => total + each.answered, 0);
      return { concept, answered, missed: answered - questions.reduce((total, each) => total + each.right, 0) };
    },
  )
    .filter(({ missed, answered }) => missed > 0 && answered >= LEAST_OF_CONCEPT)
    .toSorted(
      (one, other) =>
        other.missed - one.missed || other.missed / other.answered - one.missed / one.answered || (one.concept < other.concept ? -1 : 1),
    );
}
