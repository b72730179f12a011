import { z } from 'zod';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { type Language, type Lesson, MAX_ID_LENGTH } from '../content/schema.ts';
import { tree } from '../diagram/text-forms.ts';
import { UserError } from '../errors.ts';
import { type Block, BUDGET, type Button, type Reply, shorten } from '../reply.ts';
import { conceptButton } from './answer.ts';
import { languageButton } from './buttons.ts';
import { diagramBlock, textIn } from './diagrams.ts';

const STORY = 'story';
/** So many other lessons are offered at the end of one. */
const MOST_OTHERS = 4;

/** Tells the story of Xiao A, a step at a time in one message; at its end, the team's own lessons. */
export const story = defineCommand({
  name: 'story',
  typed: ['story', '故事', '一个小故事'],
  audience: 'actor',
  args: z.object({
    lesson: z.string().max(MAX_ID_LENGTH).default(STORY),
    step: z.coerce.number().int().min(1).max(99).default(1),
    lang: languageArg,
  }),
  read: withoutArguments,
  run: async ({ lesson: wanted, step }, context) => {
    const { lessons } = context.knowledge.library;
    const lesson = lessons.find(({ id }) => id === wanted);
    if (!lesson) throw new UserError((words) => words.unknownLesson);
    return stepOf(lesson, Math.min(step, lesson.steps.length), context);
  },
});

/** One step of a lesson, with the way on and back. */
function stepOf(lesson: Lesson, number: number, context: Context): Reply {
  const { language, words, knowledge } = context;
  const title = words.stepOf(textIn(lesson.title, language), number, lesson.steps.length);
  const step = lesson.steps[number - 1];
  const pictures = (step?.diagrams ?? []).flatMap((id) => pictureOf(lesson.diagrams[id], language));
  const here = lesson.id === STORY ? {} : { lesson: lesson.id };
  const to = (target: number, label: string): Button => ({
    label,
    intent: { command: 'story', args: { ...here, step: String(target), lang: language } },
  });
  const isLast = number === lesson.steps.length;
  const concepts = (step?.concepts ?? []).flatMap((id) => knowledge.library.concepts.get(id) ?? []);
  const onward = [
    ...(number > 1 ? [to(number - 1, words.back)] : []),
    ...(isLast ? othersThan(lesson, context) : [to(number + 1, words.next)]),
    languageButton(language, 'story', { ...here, step: String(number) }),
  ];
  const blocks: Block[] = [
    { kind: 'heading', text: shorten(title, BUDGET.heading) },
    { kind: 'prose', text: textIn(step ?? {}, language) },
    ...pictures,
    ...(concepts.length === 0 ? [] : [{ kind: 'buttons', buttons: concepts.map((concept) => conceptButton(concept, context)) } as const]),
    { kind: 'buttons', buttons: onward },
  ];
  return { summary: title, blocks, replaces: true };
}

/** The lessons that one may go on with, a team's own first. */
function othersThan(lesson: Lesson, { language, knowledge }: Context): Button[] {
  const others = new Map(knowledge.library.lessons.toReversed().map((each) => [each.id, each]));
  others.delete(lesson.id);
  return [...others.values()]
    .toReversed()
    .slice(0, MOST_OTHERS)
    .map(({ id, title }) => ({
      label: shorten(textIn(title, language), BUDGET.label),
      intent: { command: 'story', args: { lesson: id, lang: language } },
    }));
}

/** A picture of a lesson; where it cannot be shown, as its author says it in words, else as a tree. */
function pictureOf(diagram: Lesson['diagrams'][string] | undefined, language: Language): Block[] {
  if (!diagram) return [];
  const said = textIn(diagram, language).trimEnd();
  const inWords = (text: string) => [{ kind: 'code', language: 'text', text }] as const;
  return [
    diagramBlock({ source: textIn(diagram.mermaid, language), highlight: [] }, language, (flowchart) =>
      inWords(said === '' ? tree(flowchart) : said),
    ),
  ];
}
