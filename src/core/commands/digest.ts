import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { LANGUAGES } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import type { Digests } from '../inbox/digests.ts';
import { type Reply, withoutMarks } from '../reply.ts';
import { describeSchedule } from '../schedule/describe.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { parseSchedule, type SaidSchedule } from '../schedule/parse-schedule.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { mustLookAfterNotes } from './gaps.ts';
import { mustBeMember } from './membership.ts';
import { OFF_WORDS } from './off-words.ts';

const MONDAY = 1;
const NINE = 9 * 60;
/** What is typed is only held against the grammar: which zones are at UTC+8 plays no part. */
const ANY_TIME = new Date(0);

/** Tells a channel once a week what is lacking in the notes, and what has been mended; off unless somebody who manages it says so. */
export const digest = defineCommand({
  name: 'digest',
  typed: ['digest', '周报', '週報', '每周汇总'],
  audience: 'actor',
  args: z.object({ text: z.string().max(200).optional(), off: z.literal('1').optional(), lang: languageArg }),
  read: (rest) => {
    if (rest === '') return {};
    if (OFF_WORDS.includes(rest.toLowerCase())) return { off: '1' };
    return LANGUAGES.some((language) => isAboutTime(rest, language)) ? { text: rest } : undefined;
  },
  run: async ({ text, off }, context): Promise<Reply> => {
    const { words, turn, services, language } = context;
    const { id } = turn.conversation;
    if (!off) await mustBeMember(context);
    const digests = digestsOf(context);
    await mustLookAfterNotes(context);
    if (off) {
      await digests.remove(id);
      return notice(words.digestOff);
    }
    if (text !== undefined) return arrange(text, digests, context);
    const kept = await digests.find(id);
    const command = `/${services.commandName}`;
    if (kept?.remark) return notice(words.digestPaused(command));
    return notice(kept ? words.digestSet(describeSchedule(kept.timetable, {}, services.now(), language)) : words.digestHow(command));
  },
});

function digestsOf({ services }: Context): Digests {
  if (!services.digests) throw new UserError((words) => words.gapsNotHere);
  return services.digests;
}

/** "digest authentication" is a question. */
function isAboutTime(text: string, language: (typeof LANGUAGES)[number]): boolean {
  const reading = parseSchedule(text, { now: ANY_TIME, language });
  if (reading.kind !== 'schedule') return true;
  const { minuteOfDay, days, zone, topic } = reading.schedule;
  return topic === undefined && (minuteOfDay ?? days ?? zone) !== undefined;
}

async function arrange(text: string, digests: Digests, context: Context): Promise<Reply> {
  const { turn, services, language, words } = context;
  const { id: conversation, space, isDirect } = turn.conversation;
  if (!services.laneOf({ conversation, space })) throw new UserError(() => words.dailyNotHere);
  const { zone } = await turn.actor.account();
  const reading = parseSchedule(text, { now: services.now(), zone, language });
  if (reading.kind === 'ambiguous zone') throw new UserError((said) => said.dailySayZone);
  if (reading.kind !== 'schedule') throw new UserError((said) => said.dailyUnclear(reading.said));
  const timetable = await timetableFor(reading.schedule, context);
  const next = nextOccurrence(timetable, services.now());
  if (!next) throw new UserError((said) => said.dailyUnclear(text));
  await digests.save({ conversation, space, isDirect, language, timetable, setBy: turn.actor.id }, next);
  return notice(words.digestSet(describeSchedule(timetable, {}, next.at, language)));
}

/** Mondays at nine, where nothing else is said, by the clock of the channel's quiz, else of the person. */
async function timetableFor({ minuteOfDay = NINE, days = [MONDAY], zone }: SaidSchedule, { turn, services }: Context): Promise<Schedule> {
  if (days.length > 1) throw new UserError((words) => words.digestOneDay);
  const quiz = await services.records?.schedules.find(turn.conversation.id);
  return { minuteOfDay, days, zone: zone ?? quiz?.timetable.zone ?? (await turn.actor.account()).zone ?? services.zone };
}

const notice = (text: string): Reply => ({ summary: withoutMarks(text), blocks: [{ kind: 'prose', text }] });
