import type { Concept } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';
import { isRunIn, profileOf } from './profile.ts';

/** From so large a share of the shorter definition's words on, two definitions may be meant for one thing; fitted by eye on the shipped notes. */
const MOSTLY: Readonly<Record<Language, number>> = { en: 0.5, zh: 0.4 };

/**
 * Whether a concept is surely wrong where another is asked for: no expert who
 * knows the notes could argue that it is meant too.
 *
 * It is not where the two share a name, where one is a part, a place or a kind
 * of the other, where the two definitions say mostly the same, and where a deck
 * lists them as alike.
 */
export function areApart(one: Concept, other: Concept, library: Library): boolean {
  if (one.id === other.id || library.decks.some(({ alike }) => alike.some((group) => group.includes(one.id) && group.includes(other.id))))
    return false;
  if (isWithin(one, other, library) || isWithin(other, one, library)) return false;
  if (isKindOf(one, other) || isKindOf(other, one)) return false;
  return LANGUAGES.every((language) => sharedWords(one, other, language) < MOSTLY[language]);
}

/** Whether an author wrote how two concepts differ. */
export const areContrasted = (one: Concept, other: Concept): boolean =>
  one.confusedWith.some(({ id }) => id === other.id) || other.confusedWith.some(({ id }) => id === one.id);

/** Whether a concept is a part of another, or of a part of it, or runs in it. */
function isWithin(part: Concept, whole: Concept, library: Library, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(part.id)) return false;
  if (whole.madeOf.includes(part.id)) return true;
  return [...part.partOf, ...part.runsOn].some((id) => {
    const outer = library.concepts.get(id);
    return id === whole.id || (outer !== undefined && isWithin(outer, whole, library, new Set([...seen, part.id])));
  });
}

/**
 * Whether one is the other, or a kind of it: its name ends so, as *liveness
 * probe* does, or its definition begins so, as in *the public registry …*.
 */
function isKindOf(one: Concept, other: Concept): boolean {
  const [kind, general] = [profileOf(one), profileOf(other)];
  return !kind.endings.isDisjointFrom(general.names) || general.nameUnits.some((name) => isRunIn(kind.opening, name));
}

/** Whether the definition of one names the other. */
export function names(one: Concept, other: Concept): boolean {
  return profileOf(one).definitions.some((definition) => profileOf(other).nameUnits.some((name) => isRunIn(definition, name)));
}

/** How much of the shorter definition the other one says too, from 0 to 1; all of it where one says nothing that could be compared. */
function sharedWords(one: Concept, other: Concept, language: Language): number {
  if (!one.wordings[language] || !other.wordings[language]) return 0;
  const [a, b] = [profileOf(one).words[language], profileOf(other).words[language]];
  return a.size === 0 || b.size === 0 ? 1 : a.intersection(b).size / Math.min(a.size, b.size);
}
