import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { LANGUAGES } from '../content/schema.ts';
import { findSubject, type Subject } from '../content/shelves.ts';
import { UserError } from '../errors.ts';
import { encodeIntent, type Intent, MAX_INTENT } from '../intent.ts';
import type { KeptSchedule } from '../quiz/records.ts';
import type { Reply } from '../reply.ts';
import { describeSchedule } from '../schedule/describe.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { MAX_QUESTIONS, parseSchedule, type SaidSchedule } from '../schedule/parse-schedule.ts';
import { EVERY_DAY, type Weekday, WORKDAYS } from '../schedule/schedule.ts';
import { findZone, zoneChoices, zonesToOffer } from '../schedule/zones.ts';
import { recordsOf } from './answering.ts';
import { changeClosing, closingSaid } from './daily-closing.ts';
import { changeDays, daysOffSaid } from './daily-days.ts';
import { DOINGS, type Doing, doingSaid, perform } from './daily-doings.ts';
import { mustManage } from './daily-managers.ts';
import { showSchedule } from './daily-show.ts';
import { mustBeMember } from './membership.ts';
import { askZone, zoneButtons } from './which-zone.ts';

const DAYS = /^[1-7]{1,7}$/;
/** What is typed is only held against the grammar: which zones are at UTC+8 plays no part. */
const ANY_TIME = new Date(0);

/** Arranges, shows and changes the quiz of the day. */
export const daily = defineCommand({
  name: 'daily',
  typed: ['daily', '每日一测', '每日'],
  audience: 'actor',
  args: z.object({
    text: z.string().max(400).optional(),
    do: z.enum(DOINGS).optional(),
    at: z.coerce.number().int().min(0).max(1439).optional(),
    zone: z.string().max(64).optional(),
    days: z.string().regex(DAYS).optional(),
    n: z.coerce.number().int().min(1).max(MAX_QUESTIONS).optional(),
    topic: z.string().max(64).optional(),
    isSure: z.literal('1').optional(),
    lang: languageArg,
  }),
  read: (rest) => {
    if (rest === '') return {};
    const doing = doingSaid(rest);
    if (doing) return { do: doing };
    if (daysOffSaid(rest) || closingSaid(rest) !== undefined) return { text: rest };
    return LANGUAGES.some((language) => isAboutTime(rest, language)) ? { text: rest } : undefined;
  },
  run: async (args, context): Promise<Reply> => {
    // What is here already can be taken away from outside too.
    if (args.do !== 'off' && args.do !== 'pause') await mustBeMember(context);
    if (args.do) return perform(args.do as Doing, context);
    if (args.text !== undefined) return readText(args.text, context);
    if (args.at === undefined) return showSchedule(context);
    const said: SaidSchedule = {
      minuteOfDay: args.at,
      ...(args.zone !== undefined && { zone: args.zone }),
      ...(args.days !== undefined && { days: [...args.days].map((day) => Number(day) as Weekday) }),
      ...(args.n !== undefined && { questions: args.n }),
      ...(args.topic !== undefined && { topic: args.topic }),
    };
    return arrange(said, args.isSure === '1', context);
  },
});

/** Whether a text behind the word is meant for the schedule; "daily backups" is a question. */
function isAboutTime(text: string, language: (typeof LANGUAGES)[number]): boolean {
  const reading = parseSchedule(text, { now: ANY_TIME, language });
  if (reading.kind !== 'schedule') return true;
  const { minuteOfDay, zone, days, questions } = reading.schedule;
  return minuteOfDay !== undefined || zone !== undefined || days !== undefined || questions !== undefined;
}

async function readText(text: string, context: Context): Promise<Reply> {
  const daysOff = daysOffSaid(text);
  if (daysOff) return changeDays(daysOff, context);
  const closing = closingSaid(text);
  if (closing !== undefined) return changeClosing(closing, context);
  const { language, services, turn } = context;
  const { zone } = await turn.actor.account();
  const reading = parseSchedule(text, { now: services.now(), zone, language });
  switch (reading.kind) {
    case 'unclear time':
    case 'no days':
      throw new UserError((words) => words.dailyUnclear(reading.said));
    case 'unclear number':
      throw new UserError((words) => words.dailyTooMany);
    case 'ambiguous zone': {
      const rest = parseSchedule(text.replace(reading.said, ' '), { now: services.now(), zone, language });
      if (rest.kind !== 'schedule') throw new UserError((words) => words.dailyUnclear(text));
      await mustManage(context);
      return askZoneOf(planFor(rest.schedule, context), reading.candidates, context);
    }
    case 'schedule':
      return arrange(reading.schedule, true, context);
  }
}

/** Arranges the quiz as was said; asks back what must be known, and shows a zone that was guessed before it is set. */
async function arrange(newly: SaidSchedule, isSure: boolean, context: Context): Promise<Reply> {
  const { schedules } = recordsOf(context);
  const before = await schedules.find(context.turn.conversation.id);
  await mustManage(context, before);
  const said = completed(newly, before);
  const zone = said.zone === undefined ? undefined : findZone(said.zone);
  const plan = planFor(said, context);
  if (zone === undefined) {
    const own = said.zone === undefined ? (await context.turn.actor.account()).zone : undefined;
    return own === undefined
      ? askZoneOf(plan, zonesToOffer(context.services.zone, context.language), context)
      : confirm(plan, own, context);
  }
  if (!isSure) return confirm(plan, zone, context);
  const { turn, language, services } = context;
  const { id, space, isDirect } = turn.conversation;
  // Holidays and make-up days stay.
  const timetable = { ...before?.timetable, minuteOfDay: plan.minuteOfDay, zone, days: plan.days };
  const arrangement = {
    ...{ conversation: id, space, isDirect, language, setBy: turn.actor.id },
    timetable,
    questions: plan.questions,
    topic: plan.topic?.key,
    isQuiet: before?.isQuiet ?? false,
  };
  await schedules.save(arrangement, nextOccurrence(timetable, services.now()));
  return showSchedule(context, [context.words.dailySet]);
}

/** What is not said stays as it was, where a quiz is arranged already. */
function completed(said: SaidSchedule, before: KeptSchedule | undefined): SaidSchedule {
  if (!before) return said;
  const { timetable, questions, topic } = before;
  return { ...timetable, questions, ...(topic !== undefined && { topic }), ...said };
}

/** All that is to be known of a quiz but where its clock stands. */
interface Plan {
  readonly minuteOfDay: number;
  readonly days: readonly Weekday[];
  readonly questions: number;
  readonly topic?: Subject | undefined;
}

function planFor({ minuteOfDay, days, questions = 1, topic }: SaidSchedule, { knowledge, turn }: Context): Plan {
  if (minuteOfDay === undefined) throw new UserError((words) => words.dailyNoTime);
  const subject = topic === undefined ? undefined : findSubject(knowledge.library, topic);
  if (topic !== undefined && !subject) throw new UserError((words) => words.dailyUnknownTopic(topic));
  // By oneself one may learn at the weekend too.
  return { minuteOfDay, questions, topic: subject, days: days ?? (turn.conversation.isDirect ? EVERY_DAY : WORKDAYS) };
}

function askZoneOf(plan: Plan, zones: readonly string[], context: Context): Reply {
  const asked = askZone(zones, (zone) => intentFor(plan, zone, context), context);
  return { ...asked, blocks: [{ kind: 'heading', text: context.words.dailyTitle }, ...asked.blocks] };
}

/** Shows what was understood, with a zone that nobody has said. */
function confirm(plan: Plan, zone: string, context: Context): Reply {
  const { words, language, services } = context;
  const { minuteOfDay, days, questions, topic } = plan;
  const others = zoneChoices(language).filter((choice) => choice !== zone);
  return {
    summary: words.dailyConfirm,
    blocks: [
      { kind: 'heading', text: words.dailyConfirm },
      {
        kind: 'prose',
        text: describeSchedule({ minuteOfDay, zone, days }, { questions, topic: topic?.title(language) }, services.now(), language),
      },
      {
        kind: 'buttons',
        buttons: [
          { label: words.dailySetIt, intent: intentFor(plan, zone, context) },
          ...zoneButtons(others.slice(0, 4), (choice) => intentFor(plan, choice, context), context),
        ],
      },
    ],
  };
}

/** Sets a quiz by the clock of a zone. */
function intentFor({ minuteOfDay, days, questions, topic }: Plan, zone: string, { language }: Context): Intent {
  const args = { at: String(minuteOfDay), zone, days: days.join(''), n: String(questions), isSure: '1', lang: language };
  const whole = { command: 'daily', args: { ...args, ...(topic && { topic: topic.key }) } };
  // The longest names of topics do not fit beside the longest names of zones.
  if (!fits(whole)) throw new UserError((words) => words.dailySayZone);
  return whole;
}

function fits(intent: Intent): boolean {
  try {
    return encodeIntent(intent).length <= MAX_INTENT;
  } catch {
    return false;
  }
}
