import { hasHan } from '../search/text.ts';
import type { Concept, Origin, TeamNote } from './concept.ts';
import type { FindKnown } from './known-names.ts';
import type { Topic } from './library.ts';
import { deckOf, decksByFolder, isNoteFile, type LoadedDeck, topicIdOf } from './load.ts';
import { type Card, createCards } from './notes/cards.ts';
import { type Edit, editsOf } from './notes/edits.ts';
import { keyOf } from './notes/found.ts';
import { matchIdentities } from './notes/identity.ts';
import type { NoteName, NoteTerm, ParsedNote } from './notes/note.ts';
import { parseNote } from './notes/parse.ts';
import { placeOf, type Remembered, type Unnamed } from './notes/remembered.ts';
import { groupMentions, type Mention, type Thing } from './notes/things.ts';
import type { SourceFile } from './problem.ts';
import { LANGUAGES, type Language, type Wording } from './schema.ts';

/** A term of a note, and the concept that it is. */
export interface PlacedTerm {
  readonly id: string;
  readonly term: NoteTerm;
  /** Whether it adds to a concept that is there already, from elsewhere or from an earlier note. */
  readonly isMerged: boolean;
}

export interface PlacedNote {
  readonly file: string;
  readonly note: ParsedNote;
  readonly terms: readonly PlacedTerm[];
  readonly cards: readonly Card[];
}

/** What the Markdown notes of a folder say. */
export interface LoadedNotes {
  readonly notes: readonly PlacedNote[];
  /** The notes' own concepts. */
  readonly concepts: readonly Concept[];
  /** What the notes add to concepts that are there already, by id. */
  readonly additions: ReadonlyMap<string, readonly TeamNote[]>;
  readonly topics: readonly Topic[];
  /** The notes' own concepts that kept their ids over an edit. */
  readonly edits: readonly Edit[];
  /** All concepts to remember from now on. */
  readonly remembered: readonly Remembered[];
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
  const parsed = files.filter(({ path }) => isNoteFile(path)).map((file) => ({ file: file.path, note: parseNote(file) }));
  const mentions = parsed.flatMap(({ file, note }) => note.terms.map((term): Mention => ({ file, term })));
  const known = new Map(mentions.map(({ term }) => [term, findKnown(textsOf(term.names))]));
  const things = groupMentions(mentions.filter(({ term }) => known.get(term) === undefined));
  const identities = matchIdentities(things.map(unnamedFrom), remembered, taken);
  const own = things.map((thing, at) => ({ ...thing, id: identities.ids[at] ?? '' }));

  const firsts = new Set(own.map((thing) => thing.mentions[0].term));
  const ownIds = new Map(own.flatMap(({ id, mentions: all }) => all.map(({ term }) => [term, id])));
  const place = (term: NoteTerm): PlacedTerm => ({
    id: known.get(term) ?? ownIds.get(term) ?? '',
    term,
    isMerged: !firsts.has(term),
  });
  const byName = new Map(own.toReversed().flatMap(({ id, names }) => names.map(({ text }) => [keyOf(text), id])));
  const findConcept = (names: readonly NoteName[]) =>
    findKnown(textsOf(names)) ?? names.map(({ text }) => byName.get(keyOf(text))).find((id) => id !== undefined);
  const notes = parsed.map(({ file, note }): PlacedNote => {
    const terms = note.terms.map(place);
    return { file, note, terms, cards: createCards({ note, ids: terms.map(({ id }) => id), findConcept }) };
  });
  const wordings = new Set(own.flatMap((thing) => [...wordingMentions(thing).values()].map(({ term }) => term)));
  const byFolder = decksByFolder(decks);
  return {
    notes,
    concepts: own.map((thing) => conceptFrom(thing, deckOf(thing.mentions[0].file, byFolder))),
    additions: additionsOf(notes, wordings),
    topics: parsed.map(({ file, note }) => topicFrom(file, note, deckOf(file, byFolder))),
    edits: editsOf(identities, remembered),
    remembered: identities.remembered,
  };
}

const textsOf = (names: readonly NoteName[]): string[] => names.map(({ text }) => text);
const languageOf = (text: string): Language => (hasHan(text) ? 'zh' : 'en');
const originOf = ({ file, term: { context, line } }: Mention): Origin => ({ file, line, headings: context });

function unnamedFrom({ names, mentions: [{ file, term }] }: Thing): Unnamed {
  return { names: textsOf(names), definition: term.definition, place: placeOf(file, term.context) };
}

/** The first mention in each language, which gives the concept its wording in that language. */
function wordingMentions({ mentions }: Thing): ReadonlyMap<Language, Mention> {
  const written = mentions.map((mention) => [languageOf(mention.term.definition), mention] as const);
  return new Map(written.toReversed());
}

/** All that is said beside the wordings of the notes' own concepts. */
function additionsOf(notes: readonly PlacedNote[], wordings: ReadonlySet<NoteTerm>): Map<string, TeamNote[]> {
  const additions = new Map<string, TeamNote[]>();
  for (const { file, terms } of notes) {
    for (const { id, term } of terms) {
      if (wordings.has(term)) continue;
      const definition = [term.definition, term.body ?? ''].join('\n\n').trim();
      const addition = { language: languageOf(term.definition), definition, origin: originOf({ file, term }) };
      additions.set(id, [...(additions.get(id) ?? []), addition]);
    }
  }
  return additions;
}

/** A concept with what notes give: names, a definition in a language or two, and its place. */
function conceptFrom(thing: Thing & { readonly id: string }, deck: string): Concept {
  const written = wordingMentions(thing);
  const wordings = LANGUAGES.flatMap((language) => {
    const mention = written.get(language);
    return mention ? [[language, wordingFrom(thing.names, mention.term, language)] as const] : [];
  });
  const [first] = thing.mentions;
  return {
    ...EMPTY,
    id: thing.id,
    deck,
    topic: topicIdOf(first.file),
    origin: originOf(first),
    isOwn: true,
    teamNotes: [],
    wordings: Object.fromEntries(wordings),
  };
}

/** The first name in the language is the one that is shown. */
function wordingFrom(names: readonly NoteName[], { definition, body }: NoteTerm, language: Language): Wording {
  const ownFirst = names.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  const [name = '', ...aliases] = textsOf(ownFirst);
  return { name, aliases, misspellings: [], definition, ...(body !== undefined && { body }), asks: [] };
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
  return { id: topicIdOf(file), deck, titles: title === undefined ? {} : { [language]: title } };
}
