import { z } from 'zod';
import { defineCommand, languageArg } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerAbout } from './answer.ts';
import { answerQuestion } from './question.ts';

/** Looks up what a question is about; whatever is no other command is this one. */
export const ask = defineCommand({
  name: 'ask',
  typed: ['ask', '问', '問', '查'],
  audience: 'actor',
  args: z.object({
    q: z.string().optional(),
    concept: z.string().optional(),
    page: z.coerce.number().int().min(1).max(99).optional(),
    lang: languageArg,
  }),
  read: (rest) => ({ q: rest }),
  run: async ({ q, concept, page }, context) => {
    if (concept === undefined) return answerQuestion(q ?? '', context);
    const found = context.knowledge.library.concepts.get(concept);
    if (!found) throw new UserError((words) => words.unknownConcept);
    return answerAbout(found, context, { replaces: true, ...(page !== undefined && { page }) });
  },
});
