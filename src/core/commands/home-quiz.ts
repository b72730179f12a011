import type { Context } from '../command.ts';
import type { Quiz, QuizRecords } from '../quiz/records.ts';
import { choiceButtons, questionAt, questionBlocks } from '../quiz/show.ts';
import type { Block } from '../reply.ts';
import { nextOpen, rightOnes } from './answering.ts';

/** What of the quizzes of the day is before a person; `nothing` where none is open for them, as far as one knows. */
export type QuizToday = { readonly kind: 'question' | 'answered'; readonly blocks: readonly Block[] } | { readonly kind: 'nothing' };

/**
 * The quiz of the day of a channel that the person is in, to be answered here.
 *
 * Of several it is the one that closes first among those with something left to
 * answer, so that each has its turn; once all are answered, how the last went.
 */
export async function quizToday(context: Context): Promise<QuizToday> {
  const { services, turn } = context;
  const { isIn } = turn.actor;
  if (!services.records || !isIn) return { kind: 'nothing' };
  const { quizzes } = services.records;
  let today: QuizToday = { kind: 'nothing' };
  for (const { id, conversation } of await quizzes.openIn(turn.conversation.space)) {
    if (!(await isIn(conversation))) continue;
    const quiz = await quizzes.find(id);
    if (quiz) today = await shown(quiz, quizzes, context);
    if (today.kind === 'question') return today;
  }
  return today;
}

async function shown(quiz: Quiz, quizzes: QuizRecords['quizzes'], { turn, words, language }: Context): Promise<QuizToday> {
  const chosen = await quizzes.chosenBy(turn.actor.id, quiz.id);
  const count = quiz.questions.length;
  const position = nextOpen(quiz, chosen);
  const asked = position === undefined ? undefined : questionAt(quiz, position, language);
  if (position === undefined || !asked) {
    const again = { command: 'question', args: { quiz: String(quiz.id), lang: language } };
    return {
      kind: 'answered',
      blocks: [
        { kind: 'caption', text: words.homeQuizDone(rightOnes(quiz, chosen), count) },
        { kind: 'buttons', buttons: [{ label: words.homeQuizAgain, intent: again }] },
      ],
    };
  }
  const title = count === 1 ? words.quizOfDay : words.quizOf(words.quizOfDay, position, count);
  return {
    kind: 'question',
    blocks: [
      { kind: 'prose', text: `**${title}**` },
      ...questionBlocks(asked, words),
      { kind: 'buttons', buttons: choiceButtons(quiz, position, asked, words, language) },
    ],
  };
}
