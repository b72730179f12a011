import type { Context } from '../command.ts';
import { type Concept, nameIn, namesOf, type Origin, type TeamNote, wordingIn } from '../content/concept.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { type Block, BUDGET, type Button, excerpt, paginate, proseBlocks, type Reply, type Size, shorten, sizeOf } from '../reply.ts';
import { spellingKey } from '../search/text.ts';
import { languageButton, shareButtons } from './buttons.ts';
import { judgeButtons } from './judge.ts';
import { showsPlace, whereButton, youAreHere } from './where.ts';

/** How a concept was reached, which the answer mentions. */
export interface Reached {
  /** Terms that were understood in place of misspelt ones. */
  readonly mended?: readonly string[];
  /** Concepts that came next in the search, offered beside the related ones. */
  readonly others?: readonly string[];
  /** Remarks to stand above the answer. */
  readonly remarks?: readonly string[];
  /** What else can be done from here. */
  readonly buttons?: readonly Button[];
  /** Counted from 1. */
  readonly page?: number;
  readonly replaces?: boolean;
  /** Whether everyone sees it already. */
  readonly isShared?: boolean;
}

const MAX_RELATED = 4;
const MAX_LINKS = 2;
const MAX_PLACES = 4;
const LONGEST_URL = 200;
const LONGEST_PLACE = 200;
const LONGEST_SITS = 300;
const LONGEST_REMARK = 200;
const LONGEST_LEAD = 500;
/** Kept free on every page for remarks and buttons, so that a page holds the same with and without them. */
const ROOM: Size = { components: 15, characters: 3 * LONGEST_REMARK };

/** The answer about one concept: what it is, where it sits, what it is not, and where that is from. */
export function answerAbout(concept: Concept, context: Context, reached: Reached = {}): Reply {
  const { wording } = wordingIn(concept, context.language);
  const heading: Block = { kind: 'heading', text: shorten(titleOf(concept, context), BUDGET.heading) };
  const source = sourceOf(concept, context);
  const pages = pagesOf(concept, context, [heading, source]);
  const page = Math.min(Math.max(reached.page ?? 1, 1), pages.length);
  const buttons = [
    ...relatedButtons(concept, context, reached.others ?? []),
    ...turnPage(concept, context, page, pages.length),
    ...(reached.buttons ?? []),
    ...whereButton(concept, context),
    ...(reached.isShared ? [] : shareButtons(context, { concept: concept.id })),
    languageButton(context.language, 'ask', { concept: concept.id }),
    ...(reached.isShared ? [] : judgeButtons(context, concept.id)),
  ];
  return {
    summary: context.words.answerSummary(wording.name, shorten(withoutMarks(wording.definition), 200)),
    blocks: [heading, ...remarks(concept, context, reached), ...(pages[page - 1] ?? []), source, { kind: 'buttons', buttons }],
    ...(reached.replaces && { replaces: true }),
  };
}

/** The concept's name, and its name in the other language where that differs. */
export function titleOf(concept: Concept, { language }: Pick<Context, 'language'>): string {
  const own = nameIn(concept, language);
  const other = nameIn(concept, otherLanguage(language));
  return own.toLowerCase() === other.toLowerCase() ? own : `${own} · ${other}`;
}

/**
 * A button that shows a concept.
 *
 * @param beside - what is in sight too: where one of them has the same name, the button says of which deck its own is.
 */
export function conceptButton(concept: Concept, { language }: Pick<Context, 'language'>, beside: readonly Concept[] = []): Button {
  const name = nameIn(concept, language);
  const isNamesake = beside.some((other) => other.id !== concept.id && nameIn(other, language).toLowerCase() === name.toLowerCase());
  return {
    label: shorten(isNamesake ? `${name} · ${concept.deck}` : name, BUDGET.label),
    intent: { command: 'ask', args: { concept: concept.id, lang: language } },
  };
}

/** Concepts to choose from: a line for each, with its name and how its definition begins. */
export function listOf(concepts: readonly Concept[], { language, words }: Context): Block {
  const lines = concepts.map((concept) => {
    const { name, definition } = wordingIn(concept, language).wording;
    return `- ${words.listed(`**${name}**`, excerpt(definition, 120))}`;
  });
  return { kind: 'prose', text: lines.join('\n') };
}

/** Authors mark code in every sentence; a caption and a summary are shown as they are. */
const withoutMarks = (text: string): string => text.replaceAll('`', '');

/** Where something stands, as a person would look for it. */
export const placeOf = ({ file, headings }: Origin): string => shorten([file, ...headings].join(' › '), LONGEST_PLACE);

/** What to say above an answer about how the question was understood. */
export function remarksOn({ words }: Context, { mended = [], remarks: others = [] }: Reached): Block[] {
  const lines = [...(mended.length > 0 ? [words.understoodAs(mended.join(words.listJoin))] : []), ...others];
  return lines.map((text) => ({ kind: 'caption', text: shorten(text, LONGEST_REMARK) }));
}

function remarks(concept: Concept, context: Context, reached: Reached): Block[] {
  const { language, words } = context;
  const isInOther = wordingIn(concept, language).language !== language;
  const namesakes = namesakesAmong(reached.others ?? [], concept, context).map((other) => conceptButton(other, context, [concept]).label);
  const remarks = [
    ...(isInOther ? [words.onlyInOther] : []),
    ...(namesakes.length > 0 ? [words.namesake(namesakes.join(words.listJoin))] : []),
    ...(reached.remarks ?? []),
  ];
  return remarksOn(context, { ...reached, remarks });
}

function pagesOf(concept: Concept, context: Context, onEveryPage: readonly Block[]): Block[][] {
  const place = showsPlace(concept) ? youAreHere(concept, context, context.words.whereTitle) : [];
  const body = [...explanation(concept, context), ...place, ...contrasts(concept, context), ...example(concept, context)];
  const fixed = sizeOf(onEveryPage);
  return paginate(body, { components: fixed.components + ROOM.components, characters: fixed.characters + ROOM.characters });
}

function explanation(concept: Concept, { language, words }: Context): Block[] {
  const { wording } = wordingIn(concept, language);
  const history = concept.history?.[language];
  const shown = teamNotesIn(concept, language);
  const blocksOf = (notes: readonly TeamNote[]) =>
    notes.flatMap(({ definition, origin }): Block[] => [
      ...proseBlocks(definition),
      { kind: 'caption', text: words.labelled(words.teamNote, placeOf(origin)) },
    ]);
  // A team's words come first, but not in a language that the reader did not ask for.
  const isFirst = (note: TeamNote) => note.language === language || !concept.wordings[language];
  return [
    ...blocksOf(shown.filter(isFirst)),
    ...proseBlocks(wording.definition.length > LONGEST_LEAD ? wording.definition : `**${wording.definition}**`),
    ...proseBlocks(wording.body ?? ''),
    ...(history === undefined ? [] : [{ kind: 'caption', text: withoutMarks(history) } as const]),
    ...blocksOf(shown.filter((note) => !isFirst(note))),
  ];
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

function relatedButtons(concept: Concept, context: Context, others: readonly string[]): Button[] {
  const near = [
    ...namesakesAmong(others, concept, context).map(({ id }) => id),
    ...concept.related,
    ...concept.confusedWith.map(({ id }) => id),
    ...concept.partOf,
    ...others,
  ];
  return [...new Set(near)]
    .flatMap((id) => context.knowledge.library.concepts.get(id) ?? [])
    .filter(({ id }) => id !== concept.id)
    .slice(0, MAX_RELATED)
    .map((other) => conceptButton(other, context, [concept]));
}

/** The shipped concepts that bear a name of a team's own, which is shown in their place. */
function namesakesAmong(ids: readonly string[], concept: Concept, { knowledge }: Context): Concept[] {
  if (!concept.isOwn) return [];
  const names = new Set(namesOf(concept).map(spellingKey));
  const others = ids.flatMap((id) => knowledge.library.concepts.get(id) ?? []);
  return others.filter((other) => !other.isOwn && namesOf(other).some((name) => names.has(spellingKey(name))));
}

/** From the last page, back to the first. */
function turnPage(concept: Concept, { language, words }: Context, page: number, pages: number): Button[] {
  if (pages === 1) return [];
  const target = page < pages ? page + 1 : 1;
  const args = { concept: concept.id, lang: language, page: String(target) };
  return [{ label: target === 1 ? words.back : words.more, intent: { command: 'ask', args } }];
}
