import type { Context } from '../command.ts';
import { type Concept, nameIn, namesOf, wordingIn } from '../content/concept.ts';
import { type Block, BUDGET, type Button, excerpt, type Reply, shorten, withoutMarks } from '../reply.ts';
import { spellingKey } from '../search/text.ts';
import { languageButton, shareButtons } from './buttons.ts';
import { explain, LONGEST_REMARK, leadOf } from './explanation.ts';
import { judgeButtons } from './judge.ts';
import { whereButton } from './where.ts';

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

/** The answer about one concept: what it is, where it sits, what it is not, and where that is from. */
export function answerAbout(concept: Concept, context: Context, reached: Reached = {}): Reply {
  const { heading, pages, source } = explain(concept, context);
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
    summary: context.words.answerSummary(nameIn(concept, context.language), shorten(withoutMarks(leadOf(concept, context.language)), 200)),
    blocks: [heading, ...remarks(concept, context, reached), ...(pages[page - 1] ?? []), source, { kind: 'buttons', buttons }],
    ...(reached.replaces && { replaces: true }),
  };
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
