import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped } from '../command.ts';
import { type Concept, nameIn } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import { MAX_ID_LENGTH } from '../content/schema.ts';
import { whereLine } from '../diagram/lines.ts';
import { UserError } from '../errors.ts';
import { type Block, BUDGET, type Button, shorten } from '../reply.ts';
import { languageButton } from './buttons.ts';
import { diagramBlock, textIn } from './diagrams.ts';

const LONGEST_LINE = 300;

/** The first diagram in which a concept stands, and its places there; those of lessons show the whole, so they come before flows. */
function placesOf({ id }: Pick<Concept, 'id'>, { lessons, flows }: Library) {
  const diagrams = [...lessons.flatMap((lesson) => Object.values(lesson.diagrams)), ...flows.map(({ diagram }) => diagram)];
  for (const { mermaid, concepts } of diagrams) {
    const places = Object.keys(concepts).filter((node) => concepts[node] === id);
    if (places.length > 0) return { mermaid, places };
  }
  return undefined;
}

/**
 * The diagram in which a concept stands, with it and what is next to it highlighted; nothing where there is none.
 *
 * @param say - how the line that stands for it is said where pictures cannot be shown.
 */
export function youAreHere(concept: Concept, { knowledge, language }: Context, say = (line: string) => line): Block[] {
  const found = placesOf(concept, knowledge.library);
  if (!found) return [];
  const { mermaid, places } = found;
  const drawing = { source: textIn(mermaid, language), highlight: places, withNeighbours: true };
  return [
    diagramBlock(drawing, language, (flowchart) => [{ kind: 'caption', text: say(shorten(whereLine(flowchart, places), LONGEST_LINE)) }]),
  ];
}

/** The answer about a component shows where it stands, by itself; of what else is in a diagram one can ask. */
export const showsPlace = ({ kind }: Concept): boolean => kind === 'component';

/** Asks where a concept stands, where that can be shown and is not in sight. */
export function whereButton(concept: Concept, { knowledge, language, words }: Context): Button[] {
  if (showsPlace(concept) || !placesOf(concept, knowledge.library)) return [];
  return [{ label: words.whereIsIt, intent: { command: 'where', args: { concept: concept.id, lang: language } } }];
}

/** Shows where a concept stands. */
export const where = defineCommand({
  ...notTyped,
  name: 'where',
  audience: 'actor',
  args: z.object({ concept: z.string().max(MAX_ID_LENGTH), lang: languageArg }),
  run: async ({ concept: id }, context) => {
    const { knowledge, language, words } = context;
    const concept = knowledge.library.concepts.get(id);
    const shown = concept ? youAreHere(concept, context) : [];
    if (!concept || shown.length === 0) throw new UserError((said) => said.unknownConcept);
    const title = words.whereTitle(shorten(nameIn(concept, language), BUDGET.heading - 20));
    const back: Button = { label: words.back, intent: { command: 'ask', args: { concept: id, lang: language } } };
    return {
      summary: title,
      replaces: true,
      blocks: [
        { kind: 'heading', text: title },
        ...shown,
        { kind: 'buttons', buttons: [back, languageButton(language, 'where', { concept: id })] },
      ],
    };
  },
});
