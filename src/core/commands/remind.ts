import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { timetableOf } from '../review/remind.ts';
import { parseClock } from '../schedule/clock.ts';
import { clockLabel, zoneLabel } from '../schedule/describe.ts';
import { nextOccurrence } from '../schedule/occurrences.ts';
import { habitsOf, reviewsOf } from './review-room.ts';

const OFF = ['off', 'stop', 'no', '关闭', '關閉', '取消', '停止', '不用'];

/** Reminds a person once a day, in private, where something is due. */
export const remind = defineCommand({
  name: 'remind',
  typed: ['remind me at', 'remind me', 'remind', '提醒我', '提醒'],
  audience: 'actor',
  args: z.object({ at: z.coerce.number().int().min(0).max(1439).optional(), off: z.literal('1').optional(), lang: languageArg }),
  read: (rest) => {
    if (rest === '') return {};
    if (OFF.includes(rest.toLowerCase())) return { off: '1' };
    const clock = parseClock(rest);
    return clock?.kind === 'clock' ? { at: String(clock.minuteOfDay) } : undefined;
  },
  run: async ({ at, off }, context): Promise<Reply> => {
    const { words, turn } = context;
    const { reminders } = reviewsOf(context);
    if (off) {
      await reminders.remove(turn.actor.id);
      return notice(words.remindOff);
    }
    if (at !== undefined) return remindAt(at, context);
    const kept = await reminders.find(turn.actor.id);
    return notice(kept ? words.remindSet(clockLabel(kept.minuteOfDay), zoneOf(kept.zone, context)) : words.remindHow);
  },
});

async function remindAt(minuteOfDay: number, context: Context): Promise<Reply> {
  const { words, turn, language, services } = context;
  const { id: conversation, space, isDirect } = turn.conversation;
  if (!isDirect) throw new UserError(() => words.remindElsewhere);
  if (!services.laneOf({ conversation, space })) throw new UserError(() => words.remindNotHere);
  const { zone } = await habitsOf(context);
  const next = nextOccurrence(timetableOf({ minuteOfDay, zone }), services.now());
  if (!next) throw new Error(`no clock in ${zone} shows a time every day`);
  await reviewsOf(context).reminders.save(turn.actor.id, { conversation, space, language, minuteOfDay, zone }, next);
  return notice(words.remindSet(clockLabel(minuteOfDay), zoneOf(zone, context)));
}

const zoneOf = (zone: string, { services, language }: Context): string => zoneLabel(zone, services.now(), language);

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'prose', text }] });
