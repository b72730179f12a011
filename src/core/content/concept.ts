import { type AuthoredConcept, type Language, otherLanguage, type Wording } from './schema.ts';

/** Where an author wrote something. */
export interface Origin {
  /** The file's path inside its content folder. */
  readonly file: string;
  /** Counted from 1; a concept in YAML has its id to be found by. */
  readonly line?: number;
  /** The headings above it, outermost first; none in a YAML file. */
  readonly headings: readonly string[];
}

/** What a team's own notes say about a concept that the shipped notes explain too; shown first. */
export interface TeamNote {
  readonly language: Language;
  readonly definition: string;
  readonly origin: Origin;
}

/** Something with a name and an explanation that is looked up. */
export interface Concept extends Omit<AuthoredConcept, 'en' | 'zh'> {
  /** The deck that it belongs to. */
  readonly deck: string;
  /** The topic under which it is browsed. */
  readonly topic: string;
  /** Present for at least one language. */
  readonly wordings: Readonly<Partial<Record<Language, Wording>>>;
  readonly origin: Origin;
  /** Whether a team wrote it, rather than the shipped notes. */
  readonly isOwn: boolean;
  readonly teamNotes: readonly TeamNote[];
}

/** The wording in a language, else in the other one, with the language that it is in. */
export function wordingIn(concept: Concept, language: Language): { wording: Wording; language: Language } {
  const own = concept.wordings[language];
  if (own) return { wording: own, language };
  const other = otherLanguage(language);
  const wording = concept.wordings[other];
  if (!wording) throw new Error(`concept ${concept.id} has no wording`);
  return { wording, language: other };
}

/** A concept's name in a language, else in the other one. */
export const nameIn = (concept: Concept, language: Language): string => wordingIn(concept, language).wording.name;

/** All wordings of a concept. */
export const wordingsOf = (concept: Concept): Wording[] => Object.values(concept.wordings).filter((wording) => wording !== undefined);

/** All right names of a concept in both languages, each once. */
export const namesOf = (concept: Concept): string[] => [...new Set(wordingsOf(concept).flatMap(({ name, aliases }) => [name, ...aliases]))];

/** Makes a concept of what an author wrote. */
export function conceptFrom(authored: AuthoredConcept, place: { deck: string; topic: string; origin: Origin; isOwn: boolean }): Concept {
  const { en, zh, ...rest } = authored;
  return { ...rest, ...place, teamNotes: [], wordings: { ...(en && { en }), ...(zh && { zh }) } };
}
