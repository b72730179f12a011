import { wordsIn } from '../i18n/words.ts';
import type { Reply } from '../reply.ts';
import { type RemindServices, reminderFor } from '../review/remind.ts';
import { addDays } from '../schedule/calendar.ts';
import type { Day } from '../schedule/schedule.ts';
import { STREAK_HORIZON_DAYS, streakOf } from '../streak.ts';
import type { Drawn } from './deliver.ts';
import type { ClaimedPost, Quiz, QuizRecords, Tally } from './records.ts';
import { closedMessage, movedMessage, openMessage } from './show.ts';
import { monthPeriod } from './standing.ts';

/** How many stand on the scoreboard below a quiz. */
const BEST = 5;

/** What a quiz's message or a reminder is to show now; `undefined` when its quiz is gone, or the reminder no longer wanted. */
export async function drawPost(post: ClaimedPost, records: QuizRecords, reminding?: RemindServices): Promise<Drawn | undefined> {
  if (post.kind === 'quiz' || post.kind === 'twin') return drawQuiz(post, records);
  if (post.kind !== 'remind') return undefined;
  const reply = reminding && (await reminderFor(post.subject, reminding));
  return reply && { reply, isOver: false };
}

async function drawQuiz({ kind, subject }: ClaimedPost, records: QuizRecords): Promise<Drawn | undefined> {
  const { quizzes } = records;
  const quiz = await quizzes.find(subject);
  if (!quiz) return undefined;
  const words = wordsIn(quiz.language);
  if (kind === 'twin') return { reply: movedMessage(words), isOver: true };
  const tally = await quizzes.tally(quiz);
  if (!quiz.closedAt) return { reply: openMessage(quiz, tally, words), isOver: false };
  return { reply: await closed(quiz, tally, records), isOver: true };
}

/** The result, with how the channel stands, unless it keeps that to itself. */
async function closed(quiz: Quiz, tally: Tally, { standings, schedules }: QuizRecords): Promise<Reply> {
  const { conversation, day } = quiz;
  const words = wordsIn(quiz.language);
  if (quiz.isQuiet || day === undefined) return closedMessage(quiz, tally, 1, { best: [], teamDays: 0 }, words);
  const best = await standings.top({ conversation }, monthPeriod(day), BEST);
  const timetable = (await schedules.find(conversation))?.timetable;
  const answered = timetable ? await standings.daysAnswered(conversation, addDays(day, -STREAK_HORIZON_DAYS)) : new Set<Day>();
  const teamDays = timetable ? streakOf(answered, day, timetable).length : 0;
  return closedMessage(quiz, tally, 1, { best, teamDays }, words);
}
