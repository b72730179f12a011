import { z } from 'zod';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { type Concept, nameIn, wordingIn } from '../content/concept.ts';
import { learningPath } from '../content/path.ts';
import { UserError } from '../errors.ts';
import { excerpt, type Reply, shorten } from '../reply.ts';
import { conceptButton } from './answer.ts';
import { languageButton, pageButtons, pageOf } from './buttons.ts';

const CONCEPTS_ON_A_PAGE = 10;
const DEFINITION = 90;
const NEEDS = 120;

/** Shows in which order to learn, and what builds on what. */
export const path = defineCommand({
  name: 'path',
  typed: ['path', '路线', '路線', '学习路线'],
  audience: 'actor',
  args: z.object({ page: z.coerce.number().int().min(1).max(9999).default(1), lang: languageArg }),
  read: withoutArguments,
  run: async ({ page }, context) => {
    const concepts = learningPath(context.knowledge.library.concepts);
    if (concepts.length === 0) throw new UserError((words) => words.noTopics);
    return pathPage(concepts, page, context);
  },
});

function pathPage(concepts: readonly Concept[], asked: number, context: Context): Reply {
  const { language, words } = context;
  const page = pageOf(concepts, asked, CONCEPTS_ON_A_PAGE);
  const before = (page.page - 1) * CONCEPTS_ON_A_PAGE;
  return {
    summary: words.pathSummary(concepts.length),
    blocks: [
      { kind: 'heading', text: words.pathTitle },
      ...(page.page === 1 ? [{ kind: 'caption', text: words.pathIntro } as const] : []),
      { kind: 'prose', text: page.shown.map((concept, at) => `${before + at + 1}. ${line(concept, context)}`).join('\n') },
      ...(page.pages > 1 ? [{ kind: 'caption', text: words.page(page.page, page.pages) } as const] : []),
      { kind: 'buttons', buttons: page.shown.map((concept) => conceptButton(concept, context)) },
      {
        kind: 'buttons',
        buttons: [...pageButtons(page, language, 'path'), languageButton(language, 'path', { page: String(page.page) })],
      },
    ],
    replaces: page.page > 1,
  };
}

function line(concept: Concept, { knowledge, language, words }: Context): string {
  const needs = concept.needs.flatMap((id) => knowledge.library.concepts.get(id) ?? []).map((needed) => nameIn(needed, language));
  const { definition } = wordingIn(concept, language).wording;
  const behind = needs.length > 0 ? words.pathNeeds(shorten(needs.join(words.listJoin), NEEDS)) : '';
  return words.listed(`**${nameIn(concept, language)}**${behind}`, excerpt(definition, DEFINITION));
}
