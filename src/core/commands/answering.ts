import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped } from '../command.ts';
import type { Language } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import { choiceFrom } from '../quiz/grade.ts';
import { DONT_KNOW, type Quiz, type QuizRecords } from '../quiz/records.ts';
import { choiceButtons, closedMessage, conceptLink, feedback, questionAt, questionBlocks, questionButton } from '../quiz/show.ts';
import type { Button, Reply } from '../reply.ts';
import { localDay } from '../schedule/calendar.ts';
import { languageButton } from './buttons.ts';

/** What stands before the choices: typed alone, it answers the question that waits. */
const LETTERS: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'ａ', 'ｂ', 'ｃ', 'ｄ', 'ｅ'];

const place = { quiz: z.coerce.number().int().positive(), q: z.coerce.number().int().min(1).max(9) };

/** What is kept of quizzes; a bot without a memory says so. */
export function recordsOf({ services }: Context): QuizRecords {
  if (!services.records) throw new UserError((words) => words.notSaved);
  return services.records;
}

/** Answers a question of a quiz, by its button or by what is typed; the first answer counts. */
export const answer = defineCommand({
  name: 'answer',
  typed: ['answer', '答案', '答', ...LETTERS],
  audience: 'actor',
  args: z.object({
    quiz: place.quiz.optional(),
    q: place.q.optional(),
    choice: z.string().max(9).optional(),
    typed: z.string().optional(),
    lang: languageArg,
  }),
  read: (rest, word) => {
    if (LETTERS.includes(word)) return rest === '' ? { typed: word } : undefined;
    return rest === '' ? undefined : { typed: rest };
  },
  run: async ({ quiz: id, q, choice, typed }, context): Promise<Reply> => {
    if (id !== undefined && q !== undefined && choice !== undefined)
      return answerQuestionOf(await quizFor(id, context), q, choice, context);
    if (typed === undefined) throw new UserError((words) => words.unknownButton);
    return answerTyped(typed, context);
  },
});

async function answerTyped(typed: string, context: Context): Promise<Reply> {
  const waiting = await questionWaiting(context);
  if (!waiting) throw new UserError((words) => words.nothingToAnswer);
  const { quiz, position, item } = waiting;
  const choice = choiceFrom(typed, item, context.language);
  if (choice === undefined) throw new UserError((words) => words.typeALetter);
  return answerQuestionOf(quiz, position, choice, context);
}

/** The question that a person has before them: of their own newest quiz, else of the one that they are alone with. */
async function questionWaiting(context: Context) {
  const { quizzes, schedules } = recordsOf(context);
  const { actor, conversation } = context.turn;
  const zone = (await schedules.find(conversation.id))?.timetable.zone ?? context.services.zone;
  const today = conversation.isDirect ? await quizzes.ofDay(conversation.id, localDay(context.services.now(), zone)) : undefined;
  for (const id of [await quizzes.latestOwn(actor.id), today]) {
    const quiz = id === undefined ? undefined : await quizzes.find(id);
    if (!quiz || isOver(quiz, context)) continue;
    const position = nextOpen(quiz, await quizzes.chosenBy(actor.id, quiz.id));
    const item = quiz.questions[(position ?? 0) - 1]?.item;
    if (position !== undefined && item) return { quiz, position, item };
  }
  return undefined;
}

/** Keeps a choice, and tells the person alone whether it is right and why. */
export async function answerQuestionOf(quiz: Quiz, position: number, choice: string, context: Context): Promise<Reply> {
  const records = recordsOf(context);
  const { actor, pressed } = context.turn;
  const item = quiz.questions[position - 1]?.item;
  if (!item || (choice !== DONT_KNOW && !item.choices.some(({ id }) => id === choice))) throw new UserError((words) => words.unknownButton);
  if (!quiz.owners && pressed?.isPublic && pressed.message !== undefined) await records.posts.notice(quiz, pressed.message);
  if (isOver(quiz, context)) return told(quiz, position, choice, context, [context.words.tooLate]);
  const recorded = await records.quizzes.record({ quiz, position, actor, choice, isRight: choice === item.answer });
  const remarks = recorded.kind === 'already' ? [context.words.firstAnswerStands] : [];
  return told(quiz, position, recorded.kind === 'already' ? recorded.choice : choice, context, remarks);
}

const isOver = ({ closedAt, closesAt }: Quiz, { services }: Context): boolean =>
  closedAt !== undefined || (closesAt !== undefined && closesAt <= services.now());

/** The quiz, if this person may answer it. */
async function quizFor(id: number, context: Context): Promise<Quiz> {
  const quiz = await recordsOf(context).quizzes.find(id);
  if (!quiz) throw new UserError((words) => words.unknownQuiz);
  if (quiz.owners && !quiz.owners.includes(context.turn.actor.id)) throw new UserError((words) => words.notYourQuiz);
  return quiz;
}

/** What the person is told, and how it goes on. */
async function told(quiz: Quiz, position: number, choice: string, context: Context, remarks: readonly string[]): Promise<Reply> {
  const { words, language } = context;
  const chosen = await recordsOf(context).quizzes.chosenBy(context.turn.actor.id, quiz.id);
  const open = isOver(quiz, context) ? undefined : nextOpen(quiz, chosen);
  const reply = feedback(quiz, position, choice, context, [...remarks, ...(open === undefined ? score(quiz, chosen, context) : [])]);
  const question = questionAt(quiz, position, language);
  const onward: Button[] = open === undefined ? again(quiz, context) : [questionButton(quiz, open, words.nextQuestion, language)];
  const buttons = [...onward, ...(question ? [conceptLink(question, words)] : []), inOtherLanguage(quiz, position, language)];
  return { ...reply, blocks: [...reply.blocks, { kind: 'buttons', buttons }] };
}

/** The same, question or answer, in the other language. */
const inOtherLanguage = ({ id }: Quiz, position: number, language: Language): Button =>
  languageButton(language, 'question', { quiz: String(id), q: String(position), again: '1' });

/** The first question that a person has not answered. */
export function nextOpen({ questions }: Quiz, chosen: ReadonlyMap<number, string>): number | undefined {
  const at = questions.findIndex((_question, index) => !chosen.has(index + 1));
  return at === -1 ? undefined : at + 1;
}

/** How many of the questions that a person has answered they have answered rightly. */
export const rightOnes = ({ questions }: Quiz, chosen: ReadonlyMap<number, string>): number =>
  questions.filter(({ item }, at) => chosen.get(at + 1) === item.answer).length;

/** How many were right, once several were answered. */
function score(quiz: Quiz, chosen: ReadonlyMap<number, string>, { words }: Context): string[] {
  const { length } = quiz.questions;
  return length === 1 || chosen.size < length ? [] : [words.ownScore(rightOnes(quiz, chosen), length)];
}

const again = ({ owners }: Quiz, { words, language }: Context): Button[] =>
  owners ? [{ label: words.anotherQuiz, intent: { command: 'quiz', args: { lang: language } } }] : [];

/** Shows one person a question of a quiz: the one that is asked for, else the first that they have not answered. */
export const question = defineCommand({
  ...notTyped,
  name: 'question',
  audience: 'actor',
  args: z.object({ quiz: place.quiz, q: place.q.optional(), again: z.literal('1').optional(), lang: languageArg }),
  run: async ({ quiz: id, q, again: isAgain }, context): Promise<Reply> => {
    const quiz = await quizFor(id, context);
    const chosen = await recordsOf(context).quizzes.chosenBy(context.turn.actor.id, id);
    const position = q ?? nextOpen(quiz, chosen) ?? 1;
    const before = chosen.get(position);
    if (before === undefined) return ask(quiz, position, context);
    const { words } = context;
    return told(quiz, position, before, context, isAgain ? [] : [q === undefined ? words.quizDone : words.firstAnswerStands]);
  },
});

/** Asks one person a question. */
export function ask(quiz: Quiz, position: number, { words, language }: Context): Reply {
  const asked = questionAt(quiz, position, language);
  if (!asked) throw new UserError((said) => said.unknownButton);
  const title = quiz.owners ? words.quizTitle : words.quizOfDay;
  const count = quiz.questions.length;
  return {
    summary: words.quizSummary(asked.stem),
    replaces: true,
    blocks: [
      { kind: 'heading', text: count === 1 ? title : words.quizOf(title, position, count) },
      ...questionBlocks(asked, words),
      { kind: 'buttons', buttons: choiceButtons(quiz, position, asked, words, language) },
      { kind: 'buttons', buttons: [inOtherLanguage(quiz, position, language)] },
    ],
  };
}

/** Shows one person how a question of a quiz that is over was answered. */
export const result = defineCommand({
  ...notTyped,
  name: 'result',
  audience: 'actor',
  args: z.object({ ...place, lang: languageArg }),
  run: async ({ quiz: id, q }, context): Promise<Reply> => {
    const quiz = await quizFor(id, context);
    if (!isOver(quiz, context) || !quiz.questions[q - 1]) throw new UserError((words) => words.unknownButton);
    const tally = await recordsOf(context).quizzes.tally(quiz);
    return {
      ...closedMessage({ ...quiz, language: context.language }, tally, q, { best: [], teamDays: 0 }, context.words),
      replaces: true,
    };
  },
});
