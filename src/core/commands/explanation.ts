import { createCache, findOrMake, oncePer } from '../cache.ts';
import type { Context } from '../command.ts';
import { type Concept, nameIn, type Origin, type TeamNote, wordingIn } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { type Block, BUDGET, paginate, proseBlocks, type Size, shorten, sizeOf, withoutMarks } from '../reply.ts';
import { showsPlace, youAreHere } from './where.ts';

/** What an answer about a concept says to everyone who reads it in one language. */
export interface Explanation {
  readonly heading: Block;
  /** At least one; a concept with much to say has more. */
  readonly pages: readonly (readonly Block[])[];
  readonly source: Block;
}

const MAX_LINKS = 2;
const MAX_PLACES = 4;
const LONGEST_URL = 200;
const LONGEST_PLACE = 200;
const LONGEST_SITS = 300;
const LONGEST_LEAD = 500;
/** The longest remark above an answer. */
export const LONGEST_REMARK = 200;
/** Kept free on every page for remarks and buttons, so that a page holds the same with and without them. */
const ROOM: Size = { components: 15, characters: 3 * LONGEST_REMARK };
/** So many explanations of a library are kept, some kilobytes each. */
const MOST_KEPT = 1_000;

const explanationsOf = oncePer((_library: Library) => createCache<Explanation>(MOST_KEPT));

/** Explains a concept. The few that everybody asks for are written once, so that adapters meet the same blocks again too. */
export function explain(concept: Concept, context: Context): Explanation {
  return findOrMake(explanationsOf(context.knowledge.library), `${context.language} ${concept.id}`, () => written(concept, context));
}

function written(concept: Concept, context: Context): Explanation {
  const heading: Block = { kind: 'heading', text: shorten(titleOf(concept, context), BUDGET.heading) };
  const source = sourceOf(concept, context);
  const place = showsPlace(concept) ? youAreHere(concept, context, context.words.whereTitle) : [];
  const body = [...sayings(concept, context), ...place, ...contrasts(concept, context), ...example(concept, context)];
  const fixed = sizeOf([heading, source]);
  const pages = paginate(body, { components: fixed.components + ROOM.components, characters: fixed.characters + ROOM.characters });
  return { heading, pages, source };
}

/** The concept's name, and its name in the other language where that differs. */
export function titleOf(concept: Concept, { language }: Pick<Context, 'language'>): string {
  const own = nameIn(concept, language);
  const other = nameIn(concept, otherLanguage(language));
  return own.toLowerCase() === other.toLowerCase() ? own : `${own} · ${other}`;
}

/** Where something stands, as a person would look for it. */
export const placeOf = ({ file, headings }: Origin): string => shorten([file, ...headings].join(' › '), LONGEST_PLACE);

function sayings(concept: Concept, { language, words }: Context): Block[] {
  const { wording } = wordingIn(concept, language);
  const history = concept.history?.[language];
  const shown = teamNotesIn(concept, language);
  const blocksOf = (notes: readonly TeamNote[]) =>
    notes.flatMap(({ definition, origin }): Block[] => [
      ...proseBlocks(definition),
      { kind: 'caption', text: words.labelled(words.teamNote, placeOf(origin)) },
    ]);
  return [
    ...blocksOf(shown.filter((note) => comesFirst(note, concept, language))),
    ...proseBlocks(wording.definition.length > LONGEST_LEAD ? wording.definition : `**${wording.definition}**`),
    ...proseBlocks(wording.body ?? ''),
    ...(history === undefined ? [] : [{ kind: 'caption', text: withoutMarks(history) } as const]),
    ...blocksOf(shown.filter((note) => !comesFirst(note, concept, language))),
  ];
}

/** A team's words come first, but not in a language that the reader did not ask for. */
const comesFirst = (note: TeamNote, { wordings }: Concept, language: Language): boolean =>
  note.language === language || !wordings[language];

/** What is said first of a concept. */
export function leadOf(concept: Concept, language: Language): string {
  const own = teamNotesIn(concept, language).find((note) => comesFirst(note, concept, language));
  return own?.definition ?? wordingIn(concept, language).wording.definition;
}

/** A team's notes in a language; what stands somewhere in the other language alone is shown as it is. */
function teamNotesIn({ teamNotes }: Concept, language: Language): readonly TeamNote[] {
  const written = new Set(teamNotes.filter((note) => note.language === language).map(({ origin }) => origin.file));
  return teamNotes.filter((note) => note.language === language || !written.has(note.origin.file));
}

/** Where a concept sits: its kind, what it is a part of, what it is made of, where it runs. */
function sitsWhere(concept: Concept, context: Context): string {
  const { words } = context;
  const said = (ids: readonly string[], say: (list: string) => string): string[] => {
    const names = ids.flatMap((id) => context.knowledge.library.concepts.get(id) ?? []).map((other) => nameIn(other, context.language));
    const shown = [...names.slice(0, MAX_PLACES), ...(names.length > MAX_PLACES ? ['…'] : [])];
    return names.length === 0 ? [] : [say(shown.join(words.listJoin))];
  };
  return [
    ...(concept.kind ? [words.kinds[concept.kind]] : []),
    ...said(concept.partOf, words.partOf),
    ...said(concept.runsOn, words.runsOn),
    ...said(concept.madeOf, words.madeOf),
  ].join(' · ');
}

/** What a concept is easily taken for, and how that differs. */
export function contrasts(concept: Concept, { language, words, knowledge }: Pick<Context, 'language' | 'words' | 'knowledge'>): Block[] {
  const lines = concept.confusedWith.flatMap((contrast) => {
    const other = knowledge.library.concepts.get(contrast.id);
    const difference = contrast[language] ?? contrast[otherLanguage(language)];
    return other && difference ? [`- ${words.labelled(`**${nameIn(other, language)}**`, difference)}`] : [];
  });
  return lines.length === 0 ? [] : [{ kind: 'prose', text: [`**${words.notTheSame}**`, ...lines].join('\n') }];
}

/** A concept's example, with what it shows. */
export function example({ example: shown }: Concept, { language }: Context): Block[] {
  if (!shown) return [];
  const caption = shown[language] ?? shown[otherLanguage(language)];
  return [
    ...(caption === undefined ? [] : [{ kind: 'caption', text: withoutMarks(caption) } as const]),
    { kind: 'code', language: shown.language, text: shown.code.trimEnd() },
  ];
}

function sourceOf(concept: Concept, context: Context): Block {
  const pages = concept.sources.filter((url) => url.length <= LONGEST_URL).slice(0, MAX_LINKS);
  const links = pages.map((url) => ({ label: labelFor(url, pages), url }));
  const sits = shorten(sitsWhere(concept, context), LONGEST_SITS);
  const source = context.words.source(placeOf(concept.origin));
  return { kind: 'caption', text: sits === '' ? source : `${sits}\n${source}`, links };
}

/** A page by its site; where another one is of the same site, by its own name too. */
function labelFor(url: string, pages: readonly string[]): string {
  const { hostname, pathname } = new URL(url);
  const isOnlyOne = pages.filter((page) => new URL(page).hostname === hostname).length === 1;
  const name = pathname.split('/').findLast((part) => part !== '');
  return isOnlyOne || name === undefined ? hostname : `${hostname} › ${name}`;
}
