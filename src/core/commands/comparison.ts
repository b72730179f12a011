import type { Context } from '../command.ts';
import { type Concept, nameIn, wordingIn } from '../content/concept.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import { type Block, BUDGET, type Button, type Reply, shorten } from '../reply.ts';
import { conceptButton, placeOf, type Reached, titleOf } from './answer.ts';

/** Two concepts side by side: what each is, and the sentence that tells them apart where an author wrote one. */
export function answerComparison(first: Concept, second: Concept, context: Context, reached: Reached = {}): Reply {
  const { language, words } = context;
  const names = [nameIn(first, language), nameIn(second, language)];
  const difference = contrastBetween(first, second, language) ?? contrastBetween(second, first, language);
  const understood = reached.mended?.length ? [words.understoodAs(reached.mended.join(words.listJoin))] : [];
  return {
    summary: words.compareSummary(names),
    blocks: [
      { kind: 'heading', text: shorten(words.compareTitle(names), BUDGET.heading) },
      ...[...understood, ...(reached.remarks ?? [])].map((text): Block => ({ kind: 'caption', text })),
      ...(difference === undefined ? [] : [{ kind: 'prose', text: `**${words.compareHow}**\n${difference}` } as const]),
      ...[first, second].map((concept): Block => ({ kind: 'prose', text: side(concept, context) })),
      { kind: 'caption', text: words.source([...new Set([first, second].map(({ origin }) => placeOf(origin)))].join(words.listJoin)) },
      {
        kind: 'buttons',
        buttons: [conceptButton(first, context), conceptButton(second, context), languageButton(first, second, language)],
      },
    ],
    ...(reached.replaces && { replaces: true }),
  };
}

function side(concept: Concept, context: Context): string {
  return `**${titleOf(concept, context)}**\n${wordingIn(concept, context.language).wording.definition}`;
}

function contrastBetween(concept: Concept, other: Concept, language: Language): string | undefined {
  const contrast = concept.confusedWith.find(({ id }) => id === other.id);
  return contrast?.[language] ?? contrast?.[otherLanguage(language)];
}

function languageButton(first: Concept, second: Concept, language: Language): Button {
  const other = otherLanguage(language);
  return { label: wordsIn(other).inThisLanguage, intent: { command: 'compare', args: { a: first.id, b: second.id, lang: other } } };
}
