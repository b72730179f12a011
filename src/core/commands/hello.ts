import { z } from 'zod';
import { defineCommand, languageArg, notTyped } from '../command.ts';
import { UserError } from '../errors.ts';
import { greeting } from '../greeting.ts';
import { type Reply, withoutMarks } from '../reply.ts';
import { recordsOf } from './answering.ts';
import { mustManage } from './daily-managers.ts';

/** What the bot said where it was new, in another language for one person; or takes it away for all. */
export const hello = defineCommand({
  ...notTyped,
  name: 'hello',
  audience: 'actor',
  args: z.object({ quiz: z.coerce.number().int().positive(), no: z.literal('1').optional(), lang: languageArg }),
  run: async ({ quiz: id, no }, context): Promise<Reply> => {
    const { greetings, quizzes } = recordsOf(context);
    const { words, turn, services, language } = context;
    const [quiz, zone] = [await quizzes.find(id), await greetings.zoneOf(id)];
    if (!quiz || zone === undefined || quiz.conversation !== turn.conversation.id) throw new UserError((said) => said.unknownButton);
    if (!no) return { ...greeting(quiz, zone, language, services), replaces: true };
    await mustManage(context);
    const text = words.helloLater(`/${services.commandName}`);
    return { removes: true, summary: withoutMarks(text), blocks: [{ kind: 'prose', text }] };
  },
});
