import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import { type Reply, shorten } from '../reply.ts';
import { timetableOf } from '../review/remind.ts';
import { parseClock } from '../schedule/clock.ts';
import { clockLabel, zoneLabel } from '../schedule/describe.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { parseSchedule } from '../schedule/parse-schedule.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import { findZone, zonesToOffer } from '../schedule/zones.ts';
import { OFF_WORDS } from './off-words.ts';
import { ownZone, reviewsOf } from './review-room.ts';
import { askZone } from './which-zone.ts';

/** Reminds a person once a day, in private, where something is due. */
export const remind = defineCommand({
  name: 'remind',
  typed: ['remind me at', 'remind me', 'remind', '提醒我', '提醒'],
  audience: 'actor',
  args: z.object({
    at: z.coerce.number().int().min(0).max(1439).optional(),
    zone: z.string().max(64).optional(),
    off: z.literal('1').optional(),
    unclear: z.string().max(400).optional(),
    lang: languageArg,
  }),
  read: (rest) => {
    if (rest === '') return {};
    if (OFF_WORDS.includes(rest.toLowerCase())) return { off: '1' };
    const clock = parseClock(rest);
    if (clock?.kind === 'clock') return { at: String(clock.minuteOfDay) };
    if (clock) return { unclear: rest };
    return LANGUAGES.map((language) => timeAndZone(rest, language)).find((said) => said !== undefined);
  },
  run: async ({ at, zone, off, unclear }, context): Promise<Reply> => {
    const { words, turn } = context;
    if (unclear !== undefined) throw new UserError(() => words.remindUnclear(shorten(unclear, LONGEST_SAID)));
    const { reminders } = reviewsOf(context);
    if (off) {
      await reminders.remove(turn.actor.id);
      return notice(words.remindOff);
    }
    if (at !== undefined) return remindAt(at, zone, context);
    const kept = await reminders.find(turn.actor.id);
    return notice(kept ? words.remindSet(clockLabel(kept.minuteOfDay), zoneOf(kept.zone, context)) : words.remindHow);
  },
});

/** What is typed is only read here: which zones are at UTC+8 plays no part. */
const ANY_TIME = new Date(0);

/** "remind me what port 6443 is for" is a question. */
const BEGINS_WITH_TIME = /^(?:at\s+)?\d/i;
const LONGEST_SAID = 60;

/** Reads `every day at 18:00 Asia/Shanghai`; of a zone that may be several, what was said, to be asked back. */
function timeAndZone(text: string, language: Language): Record<string, string> | undefined {
  const reading = parseSchedule(text, { now: ANY_TIME, language });
  if (reading.kind === 'ambiguous zone') {
    const clock = parseClock(text.replace(reading.said, ' ').trim());
    return clock?.kind === 'clock' ? { at: String(clock.minuteOfDay), zone: reading.said } : undefined;
  }
  if (reading.kind !== 'schedule') return undefined;
  const { minuteOfDay, zone, days = EVERY_DAY, ...more } = reading.schedule;
  if (minuteOfDay === undefined) return undefined;
  if (days.length === EVERY_DAY.length && Object.keys(more).length === 0)
    return { at: String(minuteOfDay), ...(zone !== undefined && { zone }) };
  return BEGINS_WITH_TIME.test(text) ? { unclear: text } : undefined;
}

async function remindAt(minuteOfDay: number, said: string | undefined, context: Context): Promise<Reply> {
  const { words, turn, language, services } = context;
  const { id: conversation, space, isDirect } = turn.conversation;
  if (!isDirect) throw new UserError(() => words.remindElsewhere);
  if (!services.laneOf({ conversation, space })) throw new UserError(() => words.remindNotHere);
  const own = await ownZone(context);
  const zone = said === undefined ? own : findZone(said);
  if (zone === undefined) {
    // Nobody is reminded at an hour that was guessed.
    const at = String(minuteOfDay);
    return askZone(
      zonesFor(said ?? '', own, context),
      (choice) => ({ command: 'remind', args: { at, zone: choice, lang: language } }),
      context,
    );
  }
  const next = nextOccurrence(timetableOf({ minuteOfDay, zone }), services.now());
  if (!next) throw new Error(`no clock in ${zone} shows a time every day`);
  const { reminders, habits } = reviewsOf(context);
  if (said !== undefined) await habits.set(turn.actor.id, { zone });
  await reminders.save(turn.actor.id, { conversation, space, language, minuteOfDay, zone }, next);
  return notice(words.remindSet(clockLabel(minuteOfDay), zoneOf(zone, context)));
}

/** Which zones may have been meant by what was said, or by nothing. */
function zonesFor(said: string, own: string | undefined, { services, language }: Context): readonly string[] {
  const reading = parseSchedule(said, { now: services.now(), zone: own, language });
  return reading.kind === 'ambiguous zone' ? reading.candidates : zonesToOffer(services.zone, language);
}

const zoneOf = (zone: string, { services, language }: Context): string => zoneLabel(zone, services.now(), language);

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'prose', text }] });
