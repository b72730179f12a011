import { z } from 'zod';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { nameIn, wordingIn } from '../content/concept.ts';
import { conceptsOf, type Library, type Topic } from '../content/library.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import { wordsIn } from '../i18n/words.ts';
import { BUDGET, type Button, type Reply, shorten } from '../reply.ts';
import { conceptButton } from './answer.ts';

const CONCEPTS_ON_A_PAGE = 10;
const TOPICS_ON_A_PAGE = 20;

/** Browses the notes: all topics, or the concepts of one. */
export const topics = defineCommand({
  name: 'topics',
  typed: ['topics', '主题', '目录'],
  audience: 'actor',
  args: z.object({ topic: z.string().optional(), page: z.coerce.number().int().min(1).max(9999).default(1), lang: languageArg }),
  read: withoutArguments,
  run: async ({ topic, page }, context) => {
    const { library } = context.knowledge;
    if (library.concepts.size === 0) throw new UserError((words) => words.noTopics);
    if (topic === undefined) return allTopics(page, context);
    const found = library.topics.find(({ id }) => id === topic);
    if (!found) throw new UserError((words) => words.unknownTopic);
    return oneTopic(found, page, context);
  },
});

function allTopics(page: number, context: Context): Reply {
  const { library } = context.knowledge;
  const { language, words } = context;
  const pages = Math.ceil(library.topics.length / TOPICS_ON_A_PAGE);
  const shown = library.topics.slice((page - 1) * TOPICS_ON_A_PAGE, page * TOPICS_ON_A_PAGE);
  const buttons = shown.map(
    (topic): Button => ({
      label: shorten(words.topicTitle(titleOf(topic, language), conceptsOf(library, topic.id).length), BUDGET.label),
      intent: { command: 'topics', args: { topic: topic.id, lang: language } },
    }),
  );
  return {
    summary: words.topicsSummary(library.concepts.size),
    blocks: [
      { kind: 'heading', text: words.topicsTitle },
      { kind: 'prose', text: words.topicsIntro(library.concepts.size) },
      { kind: 'buttons', buttons: [...buttons, ...turnPage({ page, pages }, {}, language), ...switchLanguage({}, language)] },
    ],
    replaces: page > 1,
  };
}

function oneTopic(topic: Topic, page: number, context: Context): Reply {
  const { library } = context.knowledge;
  const { language, words } = context;
  const concepts = conceptsOf(library, topic.id);
  const pages = Math.ceil(concepts.length / CONCEPTS_ON_A_PAGE);
  const shown = concepts.slice((page - 1) * CONCEPTS_ON_A_PAGE, page * CONCEPTS_ON_A_PAGE);
  const title = words.topicTitle(titleOf(topic, language), concepts.length);
  const lines = shown.map(
    (concept) => `- **${nameIn(concept, language)}** — ${shorten(wordingIn(concept, language).wording.definition, 120)}`,
  );
  const all: Button = { label: words.allTopics, intent: { command: 'topics', args: { lang: language } } };
  return {
    summary: title,
    blocks: [
      { kind: 'heading', text: shorten(title, BUDGET.heading) },
      { kind: 'prose', text: lines.join('\n') },
      ...(pages > 1 ? [{ kind: 'caption', text: words.page(page, pages) } as const] : []),
      { kind: 'buttons', buttons: shown.map((concept) => conceptButton(concept, context)) },
      {
        kind: 'buttons',
        buttons: [...turnPage({ page, pages }, { topic: topic.id }, language), all, ...switchLanguage({ topic: topic.id }, language)],
      },
    ],
    replaces: true,
  };
}

export function titleOf({ id, titles }: Library['topics'][number], language: Language): string {
  return titles[language] ?? titles[otherLanguage(language)] ?? id;
}

function turnPage({ page, pages }: { page: number; pages: number }, args: Readonly<Record<string, string>>, lang: Language): Button[] {
  const words = wordsIn(lang);
  const to = (target: number, label: string): Button => ({
    label,
    intent: { command: 'topics', args: { ...args, page: String(target), lang } },
  });
  return [...(page > 1 ? [to(page - 1, words.back)] : []), ...(page < pages ? [to(page + 1, words.more)] : [])];
}

function switchLanguage(args: Readonly<Record<string, string>>, language: Language): Button[] {
  const lang = otherLanguage(language);
  return [{ label: wordsIn(lang).inThisLanguage, intent: { command: 'topics', args: { ...args, lang } } }];
}
