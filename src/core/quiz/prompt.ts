import type { Language } from '../content/schema.ts';
import { type Random, shuffled } from '../random.ts';
import { echoableIn, isFair, looksOf, MAX_STEM } from './fair.ts';
import { type ItemChoice, type ItemSort, letterAt, type QuizItem } from './item.ts';
import { type Texts, textsOf } from './texts.ts';

/** Three wrong choices and the right one: more do not make a question better (Haladyna, Downing & Rodriguez 2002). */
export const WRONG_CHOICES = 3;
const FEWEST_WRONG = 2;
/** Among so many sets of wrong choices one is drawn. */
const VARIETY = 8;
const MAX_EXPLANATION = 600;

/** A question that can be asked, before its wrong choices are drawn and its choices have an order. */
export interface Prompt {
  /** As {@link QuizItem.id}. */
  readonly id: string;
  readonly sort: ItemSort;
  readonly languages: readonly Language[];
  /** The same random numbers give the same item. */
  draw(random: Random): QuizItem;
}

/** A choice that has no letter yet. */
export type Option = Omit<ItemChoice, 'id'>;

export interface WrongOption extends Option {
  /** Whether people really mix it up with the answer. */
  readonly isMixUp: boolean;
  /** Whether the question is about telling it from the answer, so that it may not be missing. */
  readonly isNeeded: boolean;
}

/** All that a question can be made of; wrong choices from the likeliest mix-up on. */
export interface Draft {
  readonly id: string;
  readonly concept: string;
  readonly sort: ItemSort;
  /** Those that the concept is written in. */
  readonly languages: readonly Language[];
  readonly stem: Texts;
  readonly right: Option;
  readonly wrong: readonly WrongOption[];
  /** Why the answer is right and the nearest wrong choice is not; the shorter form where the longer one has no room. */
  explain(nearest: Option, language: Language, isShort: boolean): string;
}

/** Puts choices in an order by chance and letters them. */
export function lettered(right: Option, wrong: readonly Option[], random: Random): Pick<QuizItem, 'choices' | 'answer'> {
  const order = shuffled([right, ...wrong], random);
  const choices = order.map(({ text, concept, wrong: reason }, place) => ({
    id: letterAt(place),
    text,
    ...(concept !== undefined && { concept }),
    ...(reason !== undefined && { wrong: reason }),
  }));
  return { choices, answer: letterAt(order.indexOf(right)) };
}

/**
 * A draft as a question, in every language that its concept and enough wrong
 * choices are written in: a quiz is drawn once and shown in either. `undefined`
 * where it cannot be asked fairly in one of them.
 */
export function promptFrom(draft: Draft): Prompt | undefined {
  const languages = draft.languages.filter(
    (language) => draft.wrong.filter(({ text }) => text[language] !== undefined).length >= FEWEST_WRONG,
  );
  if (languages.length === 0 || !languages.every((language) => isWritten(draft, language))) return undefined;
  const sets = fairSets(draft, languages);
  return sets.length > 0 ? asPrompt(draft, languages, sets) : undefined;
}

function isWritten({ stem, right }: Draft, language: Language): boolean {
  const asked = stem[language];
  return asked !== undefined && [...asked].length <= MAX_STEM && right.text[language] !== undefined;
}

function asPrompt(draft: Draft, languages: readonly Language[], sets: readonly (readonly WrongOption[])[]): Prompt {
  const { id, concept, sort, right } = draft;
  const only = (text: Texts): Texts => textsOf((language) => text[language], languages);
  const drawn = (random: Random): QuizItem => {
    const wrong = sets[Math.floor(random() * sets.length)] ?? [];
    const nearest = wrong.find(({ isNeeded }) => isNeeded) ?? wrong[0];
    const explanation = textsOf((language) => explained(draft, nearest ?? right, language), languages);
    const inThese = (option: Option): Option => ({
      ...option,
      text: only(option.text),
      ...(option.wrong && { wrong: only(option.wrong) }),
    });
    return { id, concept, sort, stem: only(draft.stem), ...lettered(inThese(right), wrong.map(inThese), random), explanation };
  };
  return { id, sort, languages, draw: drawn };
}

function explained(draft: Draft, nearest: Option, language: Language): string {
  const long = draft.explain(nearest, language, false);
  return [...long].length <= MAX_EXPLANATION ? long : draft.explain(nearest, language, true);
}

/** All threes of wrong choices that are fair in these languages, or pairs where no three is; with a real mix-up among them where there is one. */
function fairSets(draft: Draft, languages: readonly Language[]): (readonly WrongOption[])[] {
  const wrong = draft.wrong.filter(({ text }) => languages.every((language) => text[language] !== undefined));
  const seen = languages.map((language) => {
    const stem = echoableIn(draft.stem[language] ?? '');
    return {
      right: looksOf(draft.right.text[language] ?? '', stem),
      of: new Map(wrong.map((option) => [option, looksOf(option.text[language] ?? '', stem)])),
    };
  });
  const isFairEverywhere = (set: readonly WrongOption[]) =>
    seen.every(({ right, of }) =>
      isFair(
        right,
        set.flatMap((option) => of.get(option) ?? []),
      ),
    );
  const needed = wrong.filter(({ isNeeded }) => isNeeded);
  if (needed.length < draft.wrong.filter(({ isNeeded }) => isNeeded).length) return [];
  for (const size of [WRONG_CHOICES, FEWEST_WRONG]) {
    const fair = subsets(wrong, size).filter((set) => needed.every((option) => set.includes(option)) && isFairEverywhere(set));
    const real = fair.filter((set) => set.some(({ isMixUp }) => isMixUp));
    if (fair.length > 0) return likeliest(real.length > 0 ? real : fair, wrong);
  }
  return [];
}

/** The sets of the likeliest wrong choices, which stand first: enough of them for variety, and none for its own sake. */
function likeliest(sets: readonly WrongOption[][], ranked: readonly WrongOption[]): WrongOption[][] {
  const distance = (set: readonly WrongOption[]) => set.reduce((sum, option) => sum + ranked.indexOf(option), 0);
  return sets.toSorted((a, b) => distance(a) - distance(b)).slice(0, VARIETY);
}

/** All choices of so many items, each in the order of the items. */
function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}
