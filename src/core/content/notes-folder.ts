import { fold, hasHan, nameKey } from '../search/text.ts';
import type { Concept, Origin, TeamNote } from './concept.ts';
import type { FindKnown } from './known-names.ts';
import type { Topic } from './library.ts';
import { deckOf, decksByFolder, isNoteFile, type LoadedDeck, topicIdOf } from './load.ts';
import { type Identities, matchIdentities } from './notes/identity.ts';
import type { NoteTerm, ParsedNote } from './notes/note.ts';
import { parseNote } from './notes/parse.ts';
import { placeOf, type Remembered } from './notes/remembered.ts';
import type { SourceFile } from './problem.ts';
import type { Language } from './schema.ts';

/** A term of a note, and the concept that it is. */
export interface PlacedTerm {
  readonly id: string;
  readonly term: NoteTerm;
  /** Whether it adds to a concept that is there already. */
  readonly isMerged: boolean;
}

export interface PlacedNote {
  readonly file: string;
  readonly note: ParsedNote;
  readonly terms: readonly PlacedTerm[];
}

/** What the Markdown notes of a folder say. */
export interface LoadedNotes {
  readonly notes: readonly PlacedNote[];
  /** The notes' own concepts. */
  readonly concepts: readonly Concept[];
  /** What the notes add to concepts that are there already, by id. */
  readonly additions: ReadonlyMap<string, readonly TeamNote[]>;
  readonly topics: readonly Topic[];
  /** Which concepts kept their ids over an edit, and all to remember from now on. */
  readonly identities: Identities;
}

/** What the notes of a folder are held against. */
export interface NotesContext {
  /** Finds the concept of the YAML files that a term is. */
  readonly findKnown: FindKnown;
  /** The ids of those concepts. */
  readonly taken: ReadonlySet<string>;
  /** The notes' own concepts as they were when they were last loaded. */
  readonly remembered: readonly Remembered[];
  readonly decks: readonly LoadedDeck[];
}

/** Reads all Markdown notes of a folder; what one concept is called in two of them is one concept. */
export function loadNotes(files: readonly SourceFile[], { findKnown, taken, remembered, decks }: NotesContext): LoadedNotes {
  const byFolder = decksByFolder(decks);
  const parsed = files.filter(({ path }) => isNoteFile(path)).map((file) => ({ file: file.path, note: parseNote(file) }));
  const firsts = new Map<string, { file: string; term: NoteTerm; language: Language }>();
  for (const { file, note } of parsed) {
    for (const term of note.terms) {
      const isKnown = findKnown(textsOf(term)) !== undefined;
      const isNew = term.names.every(({ text }) => !firsts.has(keyOf(text)));
      if (!isKnown && isNew) for (const { text } of term.names) firsts.set(keyOf(text), { file, term, language: note.language });
    }
  }
  const own = [...new Map([...firsts.values()].map((first) => [first.term, first])).values()];
  const fresh = own.map(({ file, term }) => ({ names: textsOf(term), definition: term.definition, place: placeOf(file, term.context) }));
  const identities = matchIdentities(fresh, remembered, taken);
  const idOf = new Map(own.map(({ term }, at) => [term, identities.ids[at] ?? '']));

  const place = (term: NoteTerm): PlacedTerm => {
    const mine = idOf.get(term);
    if (mine !== undefined) return { id: mine, term, isMerged: false };
    const first = term.names.map(({ text }) => firsts.get(keyOf(text))).find((found) => found !== undefined);
    return { id: findKnown(textsOf(term)) ?? (first && idOf.get(first.term)) ?? '', term, isMerged: true };
  };
  const notes = parsed.map(({ file, note }) => ({ file, note, terms: note.terms.map(place) }));
  return {
    notes,
    concepts: own.map(({ file, term }) => conceptFrom(idOf.get(term) ?? '', file, term, deckOf(file, byFolder))),
    additions: additionsOf(notes),
    topics: notes
      .filter(({ terms }) => terms.some(({ isMerged }) => !isMerged))
      .map(({ file, note }) => topicFrom(file, note, deckOf(file, byFolder))),
    identities,
  };
}

const keyOf = (name: string): string => nameKey(fold(name));
const textsOf = ({ names }: NoteTerm): string[] => names.map(({ text }) => text);
const originOf = (file: string, { context, line }: NoteTerm): Origin => ({ file, line, headings: context });

function additionsOf(notes: readonly PlacedNote[]): Map<string, TeamNote[]> {
  const additions = new Map<string, TeamNote[]>();
  for (const { file, terms } of notes) {
    for (const { id, term } of terms.filter(({ isMerged }) => isMerged)) {
      const addition = { language: languageOf(term.definition), definition: term.definition, origin: originOf(file, term) };
      additions.set(id, [...(additions.get(id) ?? []), addition]);
    }
  }
  return additions;
}

const languageOf = (text: string): Language => (hasHan(text) ? 'zh' : 'en');

/** A concept with what a note gives: names, a definition and its place. */
function conceptFrom(id: string, file: string, term: NoteTerm, deck: string): Concept {
  const language = languageOf(term.definition);
  const names = [...term.names].sort((a, b) => Number(b.language === language) - Number(a.language === language));
  const [name = { text: id }, ...aliases] = names;
  const wording = { name: name.text, aliases: aliases.map(({ text }) => text), misspellings: [], definition: term.definition, asks: [] };
  return {
    ...EMPTY,
    id,
    deck,
    topic: topicIdOf(file),
    origin: originOf(file, term),
    isOwn: true,
    teamNotes: [],
    wordings: { [language]: wording },
  };
}

const EMPTY = {
  tier: 2,
  tags: [],
  partOf: [],
  madeOf: [],
  runsOn: [],
  needs: [],
  related: [],
  confusedWith: [],
  sources: [],
  questions: [],
};

function topicFrom(file: string, { title, language }: ParsedNote, deck: string): Topic {
  return { id: topicIdOf(file), deck, titles: title === undefined ? {} : { [language]: title.slice(0, 40) } };
}
