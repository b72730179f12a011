import type { Context } from '../command.ts';
import { subjectsOf } from '../content/shelves.ts';
import type { Words } from '../i18n/words.ts';
import type { KeptSchedule } from '../quiz/records.ts';
import { type Block, type Button, type Reply, shorten } from '../reply.ts';
import { clockLabel, describeSchedule } from '../schedule/describe.ts';
import type { Day, Schedule } from '../schedule/schedule.ts';
import { recordsOf } from './answering.ts';
import { languageButton } from './buttons.ts';
import { dayLabel } from './review-room.ts';

const LONGEST_LIST = 200;

/** Shows what is arranged here, when the next quiz comes, and what can be done. */
export async function showSchedule(context: Context, remarks: readonly string[] = []): Promise<Reply> {
  const { words, services, turn } = context;
  const schedule = await recordsOf(context).schedules.find(turn.conversation.id);
  const heading: Block = { kind: 'heading', text: words.dailyTitle };
  const notes = remarks.map((text): Block => ({ kind: 'caption', text }));
  if (!schedule) {
    const blocks: Block[] = [
      heading,
      ...notes,
      ...(remarks.length === 0 ? [{ kind: 'prose', text: words.dailyNone } as const] : []),
      { kind: 'prose', text: words.dailyHow(`/${services.commandName}`) },
    ];
    return {
      summary: words.dailyNone,
      blocks: [...blocks, { kind: 'buttons', buttons: [doing('now', words.dailyNow, context), other(context)] }],
    };
  }
  const sentence = sentenceOn(schedule, context);
  return {
    summary: sentence,
    blocks: [
      heading,
      ...notes,
      { kind: 'prose', text: sentence },
      { kind: 'caption', text: stateOf(schedule, context).join('\n') },
      { kind: 'buttons', buttons: buttonsFor(schedule, context) },
    ],
  };
}

const other = ({ language }: Context): Button => languageButton(language, 'daily');

/** A button that does something to the quiz that is arranged here. */
export const doing = (what: string, label: string, { language }: Context): Button => ({
  label,
  intent: { command: 'daily', args: { do: what, lang: language } },
});

/** A quiz of the day in one sentence: when it comes, and what is asked. */
export function sentenceOn({ timetable, questions, topic, next }: KeptSchedule, { language, services, knowledge }: Context): string {
  const title =
    topic === undefined
      ? undefined
      : subjectsOf(knowledge.library)
          .find(({ key }) => key === topic)
          ?.title(language);
  return describeSchedule(timetable, { questions, topic: title ?? topic }, next?.at ?? services.now(), language);
}

function stateOf({ state, remark, next, timetable, isQuiet }: KeptSchedule, context: Context): string[] {
  const { words, language } = context;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: timetable.zone });
  const reasons = { asked: words.dailyPaused, gone: words.remarkGone, forbidden: words.remarkForbidden, skipped: words.remarkSkipped };
  const coming = next ? words.dailyNext(dayLabel(next.at, timetable.zone, context), clock.format(next.at)) : words.dailyNever;
  return [
    ...(state === 'on' ? [coming] : []),
    ...(remark === undefined ? [] : [reasons[remark]]),
    ...(timetable.closes === undefined ? [] : [words.dailyCloses(clockLabel(timetable.closes))]),
    ...daysOff(timetable, words),
    ...(isQuiet ? [words.quietHere] : []),
  ];
}

/** Runs of days, shortened, since a year has many holidays. */
function daysOff({ holidays = [], makeUpDays = [] }: Schedule, words: Words): string[] {
  const list = (days: readonly Day[]) => shorten(days.join(words.listJoin), LONGEST_LIST);
  return [
    ...(holidays.length > 0 ? [words.dailyHolidays(list(holidays))] : []),
    ...(makeUpDays.length > 0 ? [words.dailyMakeUpDays(list(makeUpDays))] : []),
  ];
}

function buttonsFor({ state, isQuiet }: KeptSchedule, context: Context): Button[] {
  const { words } = context;
  return [
    doing('now', words.dailyNow, context),
    doing('preview', words.dailyPreview, context),
    state === 'on' ? doing('pause', words.dailyPause, context) : doing('resume', words.dailyResume, context),
    isQuiet ? doing('loud', words.dailyQuietOff, context) : doing('quiet', words.dailyQuietOn, context),
    doing('off', words.dailyOff, context),
    other(context),
  ];
}
