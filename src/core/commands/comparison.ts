import type { Context } from '../command.ts';
import { type Concept, nameIn, wordingIn } from '../content/concept.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { type Block, BUDGET, excerpt, type Reply, shorten } from '../reply.ts';
import { conceptButton, type Reached, remarksOn } from './answer.ts';
import { languageButton, shareButtons } from './buttons.ts';
import { placeOf, titleOf } from './explanation.ts';

const LONGEST_DEFINITION = 600;

/** Two concepts side by side: what each is, and the sentence that tells them apart where an author wrote one. */
export function answerComparison(first: Concept, second: Concept, context: Context, reached: Reached = {}): Reply {
  const { language, words } = context;
  const names = [nameIn(first, language), nameIn(second, language)];
  const difference = differenceBetween(first, second, language) ?? differenceBetween(first, second, otherLanguage(language));
  return {
    summary: words.compareSummary(names),
    blocks: [
      { kind: 'heading', text: shorten(words.compareTitle(names), BUDGET.heading) },
      ...remarksOn(context, reached),
      ...(difference === undefined ? [] : [{ kind: 'prose', text: `**${words.compareHow}**\n${difference}` } as const]),
      ...[first, second].map((concept): Block => ({ kind: 'prose', text: side(concept, context) })),
      { kind: 'caption', text: words.source([...new Set([first, second].map(({ origin }) => placeOf(origin)))].join(words.listJoin)) },
      {
        kind: 'buttons',
        buttons: [
          conceptButton(first, context),
          conceptButton(second, context),
          ...(reached.buttons ?? []),
          ...(reached.isShared ? [] : shareButtons(context, { a: first.id, b: second.id })),
          languageButton(language, 'compare', { a: first.id, b: second.id }),
        ],
      },
    ],
    ...(reached.replaces && { replaces: true }),
  };
}

function side(concept: Concept, context: Context): string {
  return `**${titleOf(concept, context)}**\n${excerpt(wordingIn(concept, context.language).wording.definition, LONGEST_DEFINITION)}`;
}

/** The sentence that tells two concepts apart, whichever of them it is written under. */
function differenceBetween(first: Concept, second: Concept, language: Language): string | undefined {
  const under = (concept: Concept, other: Concept) => concept.confusedWith.find(({ id }) => id === other.id)?.[language];
  return under(first, second) ?? under(second, first);
}
