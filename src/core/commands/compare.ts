import { z } from 'zod';
import { defineCommand, languageArg } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerComparison } from './comparison.ts';
import { answerQuestion } from './question.ts';

/** What stands between two things that are to be compared. */
const BETWEEN = /\s(?:and|vs\.?|versus|or|with|to)\s|[,、，/和与與跟]|还是|還是/i;

/** Tells two concepts apart. */
export const compare = defineCommand({
  name: 'compare',
  typed: ['compare', '比较', '对比', '比較', '對比'],
  audience: 'actor',
  args: z.object({ q: z.string().optional(), a: z.string().optional(), b: z.string().optional(), lang: languageArg }),
  read: (rest) => (rest === '' || BETWEEN.test(rest) ? { q: rest } : undefined),
  run: async ({ q, a, b }, context) => {
    if (q === '') throw new UserError((words) => words.compareHint);
    if (q !== undefined) return answerQuestion(`compare ${q}`, context);
    const { concepts } = context.knowledge.library;
    const [first, second] = [concepts.get(a ?? ''), concepts.get(b ?? '')];
    if (!first || !second) throw new UserError((words) => words.unknownConcept);
    return answerComparison(first, second, context, { replaces: true });
  },
});
