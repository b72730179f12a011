import type { Context } from '../command.ts';
import { UserError } from '../errors.ts';
import { compose } from '../quiz/compose.ts';
import { closingTime } from '../quiz/daily.ts';
import type { Arrangement, KeptSchedule, Quiz } from '../quiz/records.ts';
import { openMessage } from '../quiz/show.ts';
import type { Reply } from '../reply.ts';
import { localDay } from '../schedule/calendar.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import { recordsOf } from './answering.ts';
import { mustManage } from './daily-managers.ts';
import { showSchedule } from './daily-show.ts';
import { OFF_WORDS } from './off-words.ts';

/** What can be done to a conversation's quiz. */
export const DOINGS = ['pause', 'resume', 'off', 'now', 'close', 'preview', 'quiet', 'loud'] as const;
export type Doing = (typeof DOINGS)[number];

const SAID: Readonly<Record<Doing, readonly string[]>> = {
  pause: ['pause', '暂停', '暫停'],
  resume: ['resume', 'on', '继续', '繼續', '恢复', '恢復'],
  off: OFF_WORDS,
  now: ['now', '现在', '現在', '马上', '馬上'],
  close: ['close', 'end', '结束', '結束', '截止'],
  preview: ['preview', '预览', '預覽'],
  quiet: ['quiet', '安静', '安靜'],
  loud: ['loud', '公开', '公開'],
};

/** Reads a word that says what to do. */
export const doingSaid = (text: string): Doing | undefined => DOINGS.find((doing) => SAID[doing].includes(text.trim().toLowerCase()));

/** A quiz that is over shortly after nobody arranged another: it stays open for a day. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Does something to the quiz that is arranged here. */
export async function perform(doing: Doing, context: Context): Promise<Reply> {
  const { turn, words, services } = context;
  const { schedules } = recordsOf(context);
  const schedule = await schedules.find(turn.conversation.id);
  await mustManage(context, schedule);
  if (doing === 'now') return openNow(schedule, context);
  if (doing === 'preview') return preview(schedule, context);
  if (doing === 'close') return closeNow(schedule, context);
  if (!schedule) throw new UserError((said) => said.dailyNone);
  const { conversation, timetable } = schedule;
  switch (doing) {
    case 'pause':
      await schedules.pause(conversation, 'asked');
      return showSchedule(context);
    case 'resume':
      await schedules.resume(conversation, nextOccurrence(timetable, services.now()));
      return showSchedule(context, [words.dailyResumed]);
    case 'off':
      await schedules.remove(conversation);
      return showSchedule(context, [words.dailyRemoved]);
    default:
      await schedules.setQuiet(conversation, doing === 'quiet');
      return showSchedule(context);
  }
}

/** What is asked where nothing is arranged: one question about everything. */
async function arrangementFor(schedule: KeptSchedule | undefined, { turn, language, services }: Context): Promise<Arrangement> {
  if (schedule) return schedule;
  const { zone = services.zone } = await turn.actor.account();
  const { id, space, isDirect } = turn.conversation;
  return {
    ...{ conversation: id, space, isDirect, language, setBy: turn.actor.id },
    timetable: { minuteOfDay: 0, zone, days: EVERY_DAY },
    questions: 1,
    isQuiet: false,
  };
}

/** Opens today's quiz before its time, or without one. */
async function openNow(schedule: KeptSchedule | undefined, context: Context): Promise<Reply> {
  const { words, services } = context;
  const arrangement = await arrangementFor(schedule, context);
  const { conversation, timetable } = arrangement;
  const now = services.now();
  const day = localDay(now, timetable.zone);
  const { quizzes } = recordsOf(context);
  const isThere = (await quizzes.ofDay(conversation, day)) !== undefined;
  if (isThere) return notice(words.dailyOpenedAlready);
  const lane = services.laneOf(arrangement);
  if (!lane) throw new UserError(() => words.dailyNotHere);
  const questions = await compose(arrangement, services);
  if (questions.length === 0) throw new UserError((said) => said.noQuestions);
  // Today's time, if it is still to come, brings no second quiz: that of the day after ends this one.
  const coming = schedule && nextOccurrence(timetable, now);
  const following = coming && coming.day <= day ? nextOccurrence(timetable, coming.at) : coming;
  const closesAt = following ? closingTime(now, following, timetable) : new Date(now.getTime() + DAY_MS);
  const opened = await quizzes.open({ ...arrangement, day, questions, lane, closesAt });
  services.wake();
  return notice(opened === undefined ? words.dailyOpenedAlready : words.dailyOpened);
}

async function closeNow(schedule: KeptSchedule | undefined, context: Context): Promise<Reply> {
  const { conversation, timetable } = await arrangementFor(schedule, context);
  const { quizzes } = recordsOf(context);
  const id = await quizzes.ofDay(conversation, localDay(context.services.now(), timetable.zone));
  if (id === undefined) throw new UserError((said) => said.unknownQuiz);
  await quizzes.endNow(id);
  context.services.wake();
  return notice(context.words.dailyClosed);
}

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'caption', text }] });

/** Shows the one who asks what the next quiz would look like; another one may come, since it is chosen at its time. */
async function preview(schedule: KeptSchedule | undefined, context: Context): Promise<Reply> {
  const { services, words, language } = context;
  const arrangement = await arrangementFor(schedule, context);
  const questions = await compose(arrangement, services);
  if (questions.length === 0) throw new UserError((said) => said.noQuestions);
  const quiz: Quiz = { ...arrangement, id: 0, language, questions };
  const { blocks, summary } = openMessage(quiz, { people: 0, choices: [] }, words);
  return {
    summary,
    blocks: [{ kind: 'caption', text: words.dailyPreviewTitle }, ...blocks.filter(({ kind }) => kind !== 'buttons')],
  };
}
