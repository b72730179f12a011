import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import type { Concept } from '../content/concept.ts';
import { StoreError, UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { conceptButton, listOf } from './answer.ts';

/** How many concepts of a message are explained. */
const MAX_TERMS = 5;

/** Explains the terms in a text that somebody wrote. */
export const terms = defineCommand({
  name: 'terms',
  typed: ['terms', '解释术语', '解釋術語'],
  audience: 'actor',
  args: z.object({ text: z.string().optional(), lang: languageArg }),
  read: (rest) => (rest === '' ? {} : { text: rest }),
  run: async ({ text }, context) => {
    if (text === undefined) throw new UserError((words) => words.termsHint);
    const { library, termsIn } = context.knowledge;
    const concepts = termsIn(text).flatMap((id) => library.concepts.get(id) ?? []);
    if (concepts.length === 0) throw new UserError((words) => words.noTerms);
    return explained((await leastKnownFirst(concepts, context)).slice(0, MAX_TERMS), context);
  },
});

/** First what this person would least probably recall; in the order of the text where nothing is known of the person, or the store is away. */
async function leastKnownFirst(concepts: readonly Concept[], { services, turn }: Context): Promise<readonly Concept[]> {
  const { reviews, model, now } = services;
  try {
    const memories = await reviews?.memories.all(turn.actor.id);
    const recall = ({ id }: Concept) => model.recall(memories?.get(id), now());
    return concepts.toSorted((a, b) => recall(a) - recall(b));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return concepts;
  }
}

function explained(concepts: readonly Concept[], context: Context): Reply {
  const { words } = context;
  return {
    summary: words.termsTitle,
    blocks: [
      { kind: 'heading', text: words.termsTitle },
      listOf(concepts, context),
      { kind: 'buttons', buttons: concepts.map((concept) => conceptButton(concept, context)) },
    ],
  };
}
