import type { Context } from '../command.ts';
import { UserError } from '../errors.ts';
import type { PauseReason, Remark } from '../quiz/records.ts';
import type { Reply } from '../reply.ts';
import { localDay } from '../schedule/calendar.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { parseDates } from '../schedule/parse-dates.ts';
import type { Day, Schedule } from '../schedule/schedule.ts';
import { recordsOf } from './answering.ts';
import { mustManage } from './daily-managers.ts';
import { showSchedule } from './daily-show.ts';

/** Days that are left out of a schedule, or added to it, as they were typed; an empty text takes them all back. */
export interface DaysOff {
  readonly kind: 'holidays' | 'makeUpDays';
  readonly dates: string;
}

const SAID: readonly (readonly [RegExp, DaysOff['kind']])[] = [
  [/^(?:holidays?|节假日|節假日|假期|放假)(?:\s+|$)/i, 'holidays'],
  [/^(?:make-?up(?: days?)?|补班|補班|调休|調休)(?:\s+|$)/i, 'makeUpDays'],
];

/** Reads "holidays 2026-10-01..2026-10-07" and "补班 10月10日". */
export function daysOffSaid(text: string): DaysOff | undefined {
  const said = SAID.find(([word]) => word.test(text));
  return said && { kind: said[1], dates: text.replace(said[0], '') };
}

/** Puts a list of days in the place of the one before. */
export function changeDays({ kind, dates }: DaysOff, context: Context): Promise<Reply> {
  return changeTimetable(
    (timetable) => ({ ...timetable, [kind]: daysIn(dates, localDay(context.services.now(), timetable.zone), context) }),
    context,
  );
}

/** Changes when the quiz that is arranged here comes and closes; one that is paused stays so. */
export async function changeTimetable(change: (timetable: Schedule) => Schedule, context: Context): Promise<Reply> {
  const { schedules } = recordsOf(context);
  const { turn, services } = context;
  const schedule = await schedules.find(turn.conversation.id);
  await mustManage(context, schedule);
  if (!schedule) throw new UserError((words) => words.dailyNone);
  const timetable = change(schedule.timetable);
  await schedules.save({ ...schedule, timetable }, nextOccurrence(timetable, services.now()));
  if (schedule.state === 'paused') await schedules.pause(schedule.conversation, pauseOf(schedule.remark));
  return showSchedule(context, [context.words.dailySet]);
}

const pauseOf = (remark: Remark | undefined): PauseReason => (remark === undefined || remark === 'skipped' ? 'asked' : remark);

function daysIn(dates: string, today: Day, { language }: Context): readonly Day[] {
  if (dates.trim() === '') return [];
  const reading = parseDates(dates, today, language);
  if (reading.kind === 'unclear dates') throw new UserError((words) => words.dailyUnclearDates(reading.said));
  return reading.days;
}
