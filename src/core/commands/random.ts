import { z } from 'zod';
import { defineCommand, languageArg, withoutArguments } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerAbout } from './answer.ts';

/** Shows a concept picked by chance. */
export const random = defineCommand({
  name: 'random',
  typed: ['random', '随机', '隨機', '随便看看'],
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  read: withoutArguments,
  run: async (_args, context) => {
    const concepts = [...context.knowledge.library.concepts.values()];
    const concept = concepts[Math.floor(context.services.random() * concepts.length)];
    if (!concept) throw new UserError((words) => words.noTopics);
    const another = { label: context.words.another, intent: { command: 'random', args: { lang: context.language } } };
    return answerAbout(concept, context, { buttons: [another] });
  },
});
