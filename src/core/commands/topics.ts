import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { otherLanguage } from '../content/schema.ts';
import { findSubject, type Shelf, shelvesOf } from '../content/shelves.ts';
import { UserError } from '../errors.ts';
import { type Block, BUDGET, type Button, type Reply, shorten } from '../reply.ts';
import { conceptButton, listOf } from './answer.ts';
import { languageButton, pageButtons, pageOf } from './buttons.ts';
import { answerQuestion } from './question.ts';

const CONCEPTS_ON_A_PAGE = 10;
const TOPICS_ON_A_PAGE = 20;

/** Browses the notes: all topics, or the concepts of one. */
export const topics = defineCommand({
  name: 'topics',
  typed: ['topics', 'topic', '主题', '目录', '主題', '目錄'],
  audience: 'actor',
  args: z.object({
    topic: z.string().optional(),
    q: z.string().optional(),
    page: z.coerce.number().int().min(1).max(9999).default(1),
    lang: languageArg,
  }),
  // "topics storage"; where no topic is called so, it is a question ("topics of interest").
  read: (rest, word) => (rest === '' ? {} : { topic: rest, q: `${word} ${rest}` }),
  run: async ({ topic, q, page }, context) => {
    const { library } = context.knowledge;
    const shelves = shelvesOf(library);
    if (shelves.length === 0) throw new UserError((words) => words.noTopics);
    if (topic === undefined) return allTopics(shelves, page, context);
    const key = q === undefined ? topic : findSubject(library, topic)?.key;
    const found = shelves.find((shelf) => shelf.key === key);
    if (found) return oneTopic(found, page, context);
    if (q !== undefined) return answerQuestion(q, context);
    throw new UserError((words) => words.unknownTopic);
  },
});

function allTopics(shelves: readonly Shelf[], asked: number, context: Context): Reply {
  const { language, words, knowledge } = context;
  const page = pageOf(shelves, asked, TOPICS_ON_A_PAGE);
  const buttons = page.shown.map(
    (shelf): Button => ({
      label: titleOf(shelf, context, BUDGET.label),
      intent: { command: 'topics', args: { topic: shelf.key, lang: language } },
    }),
  );
  const count = knowledge.library.concepts.size;
  return {
    summary: words.topicsSummary(count),
    blocks: [
      { kind: 'heading', text: words.topicsTitle },
      { kind: 'prose', text: words.topicsIntro(count) },
      { kind: 'buttons', buttons: [...buttons, ...pageButtons(page, language, 'topics'), languageButton(language, 'topics')] },
    ],
    replaces: page.page > 1,
  };
}

function oneTopic(shelf: Shelf, asked: number, context: Context): Reply {
  const { language, words } = context;
  const page = pageOf(shelf.concepts, asked, CONCEPTS_ON_A_PAGE);
  const all: Button = { label: words.allTopics, intent: { command: 'topics', args: { lang: language } } };
  const here = { topic: shelf.key };
  return {
    summary: titleOf(shelf, context, BUDGET.heading),
    blocks: [
      { kind: 'heading', text: titleOf(shelf, context, BUDGET.heading) },
      listOf(page.shown, context),
      ...(page.pages > 1 ? [{ kind: 'caption', text: words.page(page.page, page.pages) } satisfies Block] : []),
      { kind: 'buttons', buttons: page.shown.map((concept) => conceptButton(concept, context)) },
      { kind: 'buttons', buttons: [...pageButtons(page, language, 'topics', here), all, languageButton(language, 'topics', here)] },
    ],
    replaces: true,
  };
}

/** A topic's title with the number of its concepts, which stands even where the title must be cut. */
function titleOf({ topic: { id, titles }, concepts }: Shelf, { language, words }: Context, most: number): string {
  const title = titles[language] ?? titles[otherLanguage(language)] ?? id;
  const room = most - words.topicTitle('', concepts.length).length;
  return words.topicTitle(shorten(title, room), concepts.length);
}
