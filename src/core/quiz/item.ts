import { z } from 'zod';
import { LANGUAGES, type Language, otherLanguage } from '../content/schema.ts';
import { type Texts, textsOf } from './texts.ts';

/** `authored` as a person wrote it; the others are made from concepts. */
export const ITEM_SORTS = ['authored', 'definition-of-name', 'name-of-definition', 'which-part', 'contrast'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

export interface ItemChoice {
  /** A small letter: `a` is shown first. */
  readonly id: string;
  readonly text: Texts;
  /** The concept that it names or describes, if it does. */
  readonly concept?: string | undefined;
  /** Why it is wrong. */
  readonly wrong?: Texts | undefined;
}

/**
 * A question as it is asked, with its choices drawn and in order: a snapshot
 * that means the same whatever becomes of the notes. Plain JSON.
 */
export interface QuizItem {
  /** The concept's id and the question's own: `kubelet/kubelet-stops`. */
  readonly id: string;
  readonly concept: string;
  readonly sort: ItemSort;
  readonly stem: Texts;
  readonly choices: readonly ItemChoice[];
  /** The id of the right choice. */
  readonly answer: string;
  readonly explanation: Texts;
}

const texts: z.ZodType<Texts> = z
  .object({ en: z.string().optional(), zh: z.string().optional() })
  .transform((read) => textsOf((language) => read[language]));

/** Reads an item back that was stored as JSON. */
export const quizItemSchema: z.ZodType<QuizItem> = z
  .object({
    id: z.string(),
    concept: z.string(),
    sort: z.enum(ITEM_SORTS),
    stem: texts,
    choices: z.array(z.object({ id: z.string(), text: texts, concept: z.string().optional(), wrong: texts.optional() })).min(2),
    answer: z.string(),
    explanation: texts,
  })
  .refine(({ choices, answer }) => choices.some(({ id }) => id === answer), 'the answer is none of the choices')
  .refine((item) => languagesOf(item).length > 0, 'it is whole in no language');

/** A question as it is shown, in one language. */
export interface Question {
  readonly id: string;
  readonly concept: string;
  readonly language: Language;
  readonly stem: string;
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly answer: string;
  readonly explanation: string;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly concept: string | undefined;
  readonly wrong: string | undefined;
}

/** The languages in which all of an item is written: stem, every choice, explanation. */
export function languagesOf({ stem, choices, explanation }: Pick<QuizItem, 'stem' | 'choices' | 'explanation'>): Language[] {
  const all = [stem, explanation, ...choices.map(({ text }) => text)];
  return LANGUAGES.filter((language) => all.every((text) => text[language] !== undefined));
}

/** What is shown of an item: all of it in the language asked for, or all of it in the other one where the first lacks something. */
export function inLanguage(item: QuizItem, language: Language): Question {
  const shown = languagesOf(item).includes(language) ? language : otherLanguage(language);
  const { id, concept, answer } = item;
  const read = (text: Texts) => text[shown] ?? text[otherLanguage(shown)] ?? '';
  const choices = item.choices.map((choice) => ({
    id: choice.id,
    text: read(choice.text),
    concept: choice.concept,
    wrong: choice.wrong?.[shown],
  }));
  return { id, concept, language: shown, stem: read(item.stem), choices, answer, explanation: read(item.explanation) };
}

/** The letter that a choice has in its place, counted from 0. */
export const letterAt = (place: number): string => String.fromCharCode(97 + place);
