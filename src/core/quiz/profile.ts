import { type Concept, namesOf, wordingsOf } from '../content/concept.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';
import { fold, spellingKey, unitsOf } from '../search/text.ts';
import { tokensOf } from '../search/tokens.ts';

/** What of a concept is compared with others, ready to be compared. */
export interface Profile {
  /** The spellings of all its names. */
  readonly names: ReadonlySet<string>;
  /** All in which its names end: of *Liveness probe* also *probe*. */
  readonly endings: ReadonlySet<string>;
  readonly definitions: readonly (readonly string[])[];
  /** How its definition begins: what sort of thing it says it is. */
  readonly opening: readonly string[];
  readonly nameUnits: readonly (readonly string[])[];
  /** The words of its definition that carry meaning. */
  readonly words: Readonly<Record<Language, ReadonlySet<string>>>;
}

/** "A type of Service that …" */
const OPENING = 5;

/** Remembered, since each concept is compared with many. */
const profiles = new WeakMap<Concept, Profile>();

export function profileOf(concept: Concept): Profile {
  const known = profiles.get(concept);
  if (known) return known;
  const profile = profileFrom(concept);
  profiles.set(concept, profile);
  return profile;
}

function profileFrom(concept: Concept): Profile {
  const names = namesOf(concept);
  const nameUnits = names.map(unitTexts);
  const definitions = wordingsOf(concept).map(({ definition }) => unitTexts(definition));
  const words = LANGUAGES.map((language) => [language, wordsOf(concept.wordings[language]?.definition ?? '')]);
  return {
    names: new Set(names.map(spellingKey)),
    endings: new Set(nameUnits.flatMap((units) => units.map((_, at) => units.slice(at).join('')))),
    definitions,
    opening: definitions[0]?.slice(0, OPENING) ?? [],
    nameUnits,
    words: Object.fromEntries(words),
  };
}

const unitTexts = (text: string): string[] => unitsOf(fold(text)).map((unit) => unit.text);

/** The words of a text that carry meaning, as stems, and pairs of Chinese characters. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    tokensOf(fold(text))
      .filter(({ empty }) => !empty)
      .map(({ term }) => term),
  );

/** Whether a run of units stands in another. */
export function isRunIn(units: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && units.some((_, at) => run.every((unit, offset) => units[at + offset] === unit));
}
