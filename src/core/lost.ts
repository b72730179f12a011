import { wordsIn } from './i18n/words.ts';
import type { ConversationId } from './places.ts';
import type { Services } from './ports.ts';
import type { QuizRecords } from './quiz/records.ts';
import type { Reply } from './reply.ts';
import { describeSchedule } from './schedule/describe.ts';

/**
 * What whoever set a quiz is told when its channel is lost: which one, why, and how to go on.
 *
 * @param quiz - the number of the one that could not be posted.
 * @returns `undefined` where the quiz goes on again, or somebody else has set it since.
 */
export async function lostMessage(
  quiz: number,
  person: ConversationId,
  { schedules, quizzes }: Pick<QuizRecords, 'schedules' | 'quizzes'>,
  { preferences, commandName, now }: Pick<Services, 'preferences' | 'commandName' | 'now'>,
): Promise<Reply | undefined> {
  const lost = await quizzes.find(quiz);
  const schedule = lost && (await schedules.find(lost.conversation));
  if (schedule?.state !== 'paused' || schedule.setBy !== person || schedule.remark === 'asked') return undefined;
  const { conversation, timetable, questions, next, remark } = schedule;
  const language = (await preferences.languageOf(person)) ?? schedule.language;
  const words = wordsIn(language);
  return {
    summary: words.lostTitle,
    language,
    blocks: [
      { kind: 'heading', text: words.lostTitle },
      { kind: 'caption', text: describeSchedule(timetable, { questions }, next?.at ?? now(), language), about: conversation },
      { kind: 'prose', text: remark === 'gone' ? words.lostGone : words.lostForbidden },
      { kind: 'prose', text: words.lostHow(`/${commandName}`) },
    ],
  };
}
