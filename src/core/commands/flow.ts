import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { type Flow, MAX_ID_LENGTH } from '../content/schema.ts';
import { pathLine } from '../diagram/lines.ts';
import { UserError } from '../errors.ts';
import { type Block, BUDGET, type Button, type Reply, shorten } from '../reply.ts';
import { conceptButton } from './answer.ts';
import { languageButton, pageButtons, pageOf } from './buttons.ts';
import { diagramBlock, textIn } from './diagrams.ts';
import { findFlow } from './find-flow.ts';

const FLOWS_ON_A_PAGE = 10;
const MOST_CONCEPTS = 3;

/** Behind the command's word, these make a question: "flow control, what is it", 流程图是什么. */
const QUESTION = /[?？]|\b(?:what|why|who|is|are|does)\b|什么|怎么|怎样|如何|为何|吗$|^图/i;

/** Shows what happens, step by step on one diagram: which flows there are, or the steps of one. */
export const flow = defineCommand({
  name: 'flow',
  typed: ['flow', 'flows', '流程'],
  audience: 'actor',
  args: z.object({
    name: z.string().max(400).optional(),
    flow: z.string().max(MAX_ID_LENGTH).optional(),
    step: z.coerce.number().int().min(1).max(99).default(1),
    page: z.coerce.number().int().min(1).max(99).default(1),
    lang: languageArg,
  }),
  read: (rest) => {
    if (rest === '') return {};
    const isKnown = /^what happens\b/i.test(rest) || !QUESTION.test(rest);
    return isKnown ? { name: rest.slice(0, 400) } : undefined;
  },
  run: async ({ name, flow: id, step, page }, context) => {
    const { flows } = context.knowledge.library;
    if (flows.length === 0) throw new UserError((words) => words.unknownLesson);
    const found = name === undefined ? flows.find((one) => one.id === id) : findFlow(name, flows);
    if (found) return stepOf(found, Math.min(step, found.steps.length), context);
    return allFlows(flows, page, name !== undefined || id !== undefined, context);
  },
});

function allFlows(flows: readonly Flow[], asked: number, isMissed: boolean, context: Context): Reply {
  const { language, words } = context;
  const page = pageOf(flows, asked, FLOWS_ON_A_PAGE);
  const buttons = page.shown.map(
    (each): Button => ({
      label: shorten(textIn(each.title, language), BUDGET.label),
      intent: { command: 'flow', args: { flow: each.id, lang: language } },
    }),
  );
  return {
    summary: isMissed ? words.unknownFlow : words.flowsIntro,
    replaces: true,
    blocks: [
      { kind: 'heading', text: words.flowsTitle },
      ...(isMissed ? [{ kind: 'caption', text: words.unknownFlow } as const] : []),
      { kind: 'prose', text: words.flowsIntro },
      { kind: 'buttons', buttons },
      { kind: 'buttons', buttons: [...pageButtons(page, language, 'flow'), languageButton(language, 'flow')] },
    ],
  };
}

/** One step: the diagram with what happens highlighted, a sentence, and the ways on and back. */
function stepOf(shown: Flow, number: number, context: Context): Reply {
  const { language, words } = context;
  const { id, diagram, steps } = shown;
  const step = steps[number - 1];
  const highlight = step?.highlight ?? [];
  const title = words.stepOf(textIn(shown.title, language), number, steps.length);
  const to = (target: number, label: string): Button => ({
    label,
    intent: { command: 'flow', args: { flow: id, step: String(target), lang: language } },
  });
  const isLast = number === steps.length;
  const concepts = conceptsIn(shown, highlight, context);
  return {
    summary: title,
    replaces: true,
    blocks: [
      { kind: 'heading', text: shorten(title, BUDGET.heading) },
      diagramBlock({ source: textIn(diagram.mermaid, language), highlight }, language, (flowchart) => [
        { kind: 'caption', text: pathLine(flowchart, highlight) },
      ]),
      { kind: 'prose', text: textIn(step ?? {}, language) },
      {
        kind: 'buttons',
        buttons: [
          ...(number > 1 ? [to(number - 1, words.back)] : []),
          ...(isLast ? [{ label: words.allFlows, intent: { command: 'flow', args: { lang: language } } }] : [to(number + 1, words.next)]),
          languageButton(language, 'flow', { flow: id, step: String(number) }),
        ],
      },
      ...concepts,
    ],
  };
}

/** The concepts that a step is about, to be read about. */
function conceptsIn({ diagram }: Flow, highlight: readonly string[], context: Context): Block[] {
  const nodes = highlight.flatMap((part) => part.split(/\s*->\s*/));
  const ids = new Set(nodes.flatMap((node) => diagram.concepts[node] ?? []));
  const buttons = [...ids]
    .flatMap((id) => context.knowledge.library.concepts.get(id) ?? [])
    .slice(0, MOST_CONCEPTS)
    .map((concept) => conceptButton(concept, context));
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
