import type { Context } from '../command.ts';
import { type Concept, nameIn, type Origin, wordingIn } from '../content/concept.ts';
import { otherLanguage } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import { type Block, BUDGET, type Button, paginate, type Reply, shorten } from '../reply.ts';

/** How a concept was reached, which the answer mentions. */
export interface Reached {
  /** Terms that were understood in place of misspelt ones. */
  readonly mended?: readonly string[];
  /** Concepts that came next in the search, offered beside the related ones. */
  readonly others?: readonly string[];
  /** Remarks to stand above the answer. */
  readonly remarks?: readonly string[];
  /** Counted from 1. */
  readonly page?: number;
  readonly replaces?: boolean;
}

const MAX_RELATED = 4;
const MAX_LINKS = 2;

/** The answer about one concept: what it is, where it sits, what it is not, and where that is from. */
export function answerAbout(concept: Concept, context: Context, reached: Reached = {}): Reply {
  const { language, words } = context;
  const { wording } = wordingIn(concept, language);
  const source = sourceOf(concept, context);
  const body = [
    ...remarks(concept, context, reached),
    ...explanation(concept, context),
    ...contrasts(concept, context),
    ...example(concept, context),
  ];
  const pages = paginate(body, [headingOf(concept, context), source]);
  const page = Math.min(Math.max(reached.page ?? 1, 1), pages.length);
  const more: Button[] =
    pages.length === 1
      ? []
      : [page < pages.length ? pageButton(concept, context, page + 1, words.more) : pageButton(concept, context, 1, words.back)];
  return {
    summary: words.answerSummary(wording.name, shorten(wording.definition, 200)),
    blocks: [
      headingOf(concept, context),
      ...(pages[page - 1] ?? []),
      source,
      { kind: 'buttons', buttons: [...relatedButtons(concept, context, reached.others ?? []), ...more, languageButton(concept, context)] },
    ],
    ...(reached.replaces && { replaces: true }),
  };
}

/** The concept's name, and its name in the other language where that differs. */
export function titleOf(concept: Concept, { language }: Pick<Context, 'language'>): string {
  const own = nameIn(concept, language);
  const other = nameIn(concept, otherLanguage(language));
  return own.toLowerCase() === other.toLowerCase() ? own : `${own} · ${other}`;
}

/** A button that shows a concept. */
export function conceptButton(concept: Concept, { language }: Pick<Context, 'language'>): Button {
  return {
    label: shorten(nameIn(concept, language), BUDGET.label),
    intent: { command: 'ask', args: { concept: concept.id, lang: language } },
  };
}

/** Where something stands, as a person would look for it. */
export const placeOf = ({ file, headings }: Origin): string => [file, ...headings].join(' › ');

function headingOf(concept: Concept, context: Context): Block {
  return { kind: 'heading', text: shorten(titleOf(concept, context), BUDGET.heading) };
}

function remarks(concept: Concept, { language, words }: Context, { mended = [], remarks: others = [] }: Reached): Block[] {
  const lines = [
    ...(mended.length > 0 ? [words.understoodAs(mended.join(words.listJoin))] : []),
    ...(wordingIn(concept, language).language === language ? [] : [words.onlyInOther]),
    ...others,
  ];
  return lines.map((text) => ({ kind: 'caption', text }));
}

function explanation(concept: Concept, { language, words }: Context): Block[] {
  const { wording } = wordingIn(concept, language);
  const team = concept.teamNotes.flatMap(({ definition, origin }): Block[] => [
    { kind: 'prose', text: definition },
    { kind: 'caption', text: `${words.teamNote}${language === 'zh' ? '：' : ': '}${placeOf(origin)}` },
  ]);
  const history = concept.history?.[language];
  return [
    ...team,
    { kind: 'prose', text: `**${wording.definition}**` },
    ...(wording.body === undefined ? [] : [{ kind: 'prose', text: wording.body } as const]),
    ...(history === undefined ? [] : [{ kind: 'caption', text: history } as const]),
  ];
}

/** Where a concept sits: its kind, what it is a part of, what it is made of, where it runs. */
function sitsWhere(concept: Concept, context: Context): string {
  const { words } = context;
  const names = (ids: readonly string[]) =>
    ids
      .flatMap((id) => context.knowledge.library.concepts.get(id) ?? [])
      .map((other) => nameIn(other, context.language))
      .join(words.listJoin);
  const said = (ids: readonly string[], say: (list: string) => string) => (names(ids) === '' ? [] : [say(names(ids))]);
  return [
    ...(concept.kind ? [words.kindIs(words.kinds[concept.kind])] : []),
    ...said(concept.partOf, words.partOf),
    ...said(concept.runsOn, words.runsOn),
    ...said(concept.madeOf, words.madeOf),
  ].join(' · ');
}

function contrasts(concept: Concept, { language, words, knowledge }: Context): Block[] {
  const lines = concept.confusedWith.flatMap((contrast) => {
    const other = knowledge.library.concepts.get(contrast.id);
    const difference = contrast[language] ?? contrast[otherLanguage(language)];
    return other && difference ? [`- **${nameIn(other, language)}**${language === 'zh' ? '：' : ': '}${difference}`] : [];
  });
  return lines.length === 0 ? [] : [{ kind: 'prose', text: [`**${words.notTheSame}**`, ...lines].join('\n') }];
}

function example({ example: shown }: Concept, { language }: Context): Block[] {
  if (!shown) return [];
  const caption = shown[language] ?? shown[otherLanguage(language)];
  return [
    ...(caption === undefined ? [] : [{ kind: 'caption', text: caption } as const]),
    { kind: 'code', language: shown.language, text: shown.code.trimEnd() },
  ];
}

function sourceOf(concept: Concept, context: Context): Block {
  const links = concept.sources.slice(0, MAX_LINKS).map((url) => ({ label: new URL(url).hostname, url }));
  const sits = sitsWhere(concept, context);
  const source = context.words.source(placeOf(concept.origin));
  return { kind: 'caption', text: sits === '' ? source : `${sits}\n${source}`, links };
}

function relatedButtons(concept: Concept, context: Context, others: readonly string[]): Button[] {
  const near = [...concept.related, ...concept.confusedWith.map(({ id }) => id), ...concept.partOf, ...others];
  return [...new Set(near)]
    .flatMap((id) => context.knowledge.library.concepts.get(id) ?? [])
    .filter(({ id }) => id !== concept.id)
    .slice(0, MAX_RELATED)
    .map((other) => conceptButton(other, context));
}

function pageButton(concept: Concept, { language }: Context, page: number, label: string): Button {
  return { label, intent: { command: 'ask', args: { concept: concept.id, lang: language, page: String(page) } } };
}

function languageButton(concept: Concept, { language }: Context): Button {
  const other = otherLanguage(language);
  return { label: wordsIn(other).inThisLanguage, intent: { command: 'ask', args: { concept: concept.id, lang: other } } };
}
