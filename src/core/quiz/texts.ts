import type { Concept } from '../content/concept.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';

/** One text in the languages that it is written in. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

/** What is said in each of some languages; those for which nothing is said are left out. */
export function textsOf(say: (language: Language) => string | undefined, languages: readonly Language[] = LANGUAGES): Texts {
  const said = languages.map((language) => [language, say(language)] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== undefined));
}

/** What is said in each language that a concept is written in. */
export function inEach(concept: Concept, say: (language: Language) => string | undefined): Texts {
  return textsOf((language) => concept.wordings[language] && say(language));
}

/** The languages that a concept is written in. */
export const writtenIn = (concept: Concept): Language[] => LANGUAGES.filter((language) => concept.wordings[language] !== undefined);
