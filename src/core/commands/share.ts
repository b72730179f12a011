import { z } from 'zod';
import { defineCommand, languageArg, notTyped } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { answerAbout, type Reached } from './answer.ts';
import { deleteButton } from './buttons.ts';
import { answerComparison } from './comparison.ts';

/** Shows everyone in the conversation an answer that one person has had. */
export const share = defineCommand({
  ...notTyped,
  name: 'share',
  audience: 'everyone',
  args: z.object({ concept: z.string().optional(), a: z.string().optional(), b: z.string().optional(), lang: languageArg }),
  run: async ({ concept, a, b }, context): Promise<Reply> => {
    const [first, second] = [concept ?? a, b].map((id) => context.knowledge.library.concepts.get(id ?? ''));
    if (!first || (concept === undefined && !second)) throw new UserError((words) => words.unknownConcept);
    const { name } = context.turn.actor;
    const reached: Reached = { isShared: true, remarks: [context.words.sharedBy(name)], buttons: [deleteButton(context)] };
    return second ? answerComparison(first, second, context, reached) : answerAbout(first, context, reached);
  },
});

/** Takes back an answer that was shown to everyone: whoever shared it may, and whoever manages the conversation. */
export const unshare = defineCommand({
  ...notTyped,
  name: 'unshare',
  audience: 'actor',
  args: z.object({ by: z.string() }),
  run: async ({ by }, { turn, words }): Promise<Reply> => {
    const mayDelete = turn.actor.id === by || (await turn.actor.account()).canManage;
    if (!mayDelete) throw new UserError(() => words.notYoursToDelete);
    return { removes: true, summary: words.deleted, blocks: [{ kind: 'caption', text: words.deleted }] };
  },
});
