import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { findSubject } from '../content/shelves.ts';
import { UserError } from '../errors.ts';
import { composeOwn } from '../quiz/compose.ts';
import type { Reply } from '../reply.ts';
import { MAX_QUESTIONS } from '../schedule/parse-schedule.ts';
import { ask, recordsOf } from './answering.ts';

const COUNT = /^([1-5１-５])\s*(?:questions?|题|題|道题|道題)?(?:\s+|$)/i;

/** A quiz for oneself: one to five questions, in private. */
export const quiz = defineCommand({
  name: 'quiz',
  typed: ['quiz', 'test me', '测验', '測驗', '考考我', '小测验'],
  audience: 'actor',
  args: z.object({
    n: z.coerce.number().int().min(1).max(MAX_QUESTIONS).default(1),
    topic: z.string().max(100).optional(),
    lang: languageArg,
  }),
  // "quiz 3 storage"; with more words than a title has, it is a question about quizzes.
  read: (rest) => {
    const count = COUNT.exec(rest)?.[1]?.normalize('NFKC');
    const topic = rest.replace(COUNT, '').replace(/^(?:on|about|关于)\s*/i, '');
    if (topic.split(/\s+/).length > 6) return undefined;
    return { ...(count !== undefined && { n: count }), ...(topic !== '' && { topic }) };
  },
  run: async ({ n, topic }, context): Promise<Reply> => {
    const subject = topic === undefined ? undefined : findSubject(context.knowledge.library, topic);
    if (topic !== undefined && !subject && /^\p{N}/u.test(topic)) throw new UserError((words) => words.quizHowMany);
    if (topic !== undefined && !subject) throw new UserError((words) => words.dailyUnknownTopic(topic));
    return open(n, subject?.key, context);
  },
});

async function open(questions: number, topic: string | undefined, context: Context): Promise<Reply> {
  const { turn, language, services } = context;
  const chosen = await composeOwn(turn.actor.id, { questions, topic, language }, services);
  if (chosen.length === 0) throw new UserError((words) => words.noQuestions);
  const { id: conversation, space } = turn.conversation;
  const { quizzes } = recordsOf(context);
  const id = await quizzes.openOwn(turn.actor.id, { conversation, space, language, questions: chosen });
  const opened = await quizzes.find(id);
  if (!opened) throw new Error(`quiz ${id} is gone as soon as it was opened`);
  const { replaces: _isNew, ...first } = ask(opened, 1, context);
  return first;
}
