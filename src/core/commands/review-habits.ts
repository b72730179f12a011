import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Button, Reply } from '../reply.ts';
import { dayAround, type LearnerDay } from '../review/day.ts';
import { DEFAULT_LIMITS } from '../review/queue.ts';
import { parseDates } from '../schedule/parse-dates.ts';
import type { Day } from '../schedule/schedule.ts';
import { OFF_WORDS } from './off-words.ts';
import { dayLabel, habitsOf, reviewsOf } from './review-room.ts';

const ENDINGS = [...OFF_WORDS, 'end', 'over', '结束', '結束'];
const UNTIL = /^(?:from|until|till|to|从|到|至)\s*/i;
/** Days that are said without a date, which is then asked for. */
const SOME_DAY = /^(?:(?:today|tomorrow|this|next|for)\b|今天|明天|后天|後天|这|這|本|下|[一二三两兩几幾]个?[天周週])/i;
const HOUR_MS = 3_600_000;

/** Takes a holiday from reviews. */
export const hold = defineCommand({
  name: 'hold',
  typed: ['hold', 'holiday', '假期', '休假'],
  audience: 'actor',
  args: z.object({ dates: z.string().max(200).optional(), end: z.literal('1').optional(), lang: languageArg }),
  read: (rest) => {
    if (ENDINGS.includes(rest.toLowerCase())) return { end: '1' };
    return rest === '' || /\d/.test(rest) || UNTIL.test(rest) || SOME_DAY.test(rest) ? { dates: rest } : undefined;
  },
  run: async ({ dates = '', end }, context): Promise<Reply> => {
    const { words, turn, services, language } = context;
    const { habits } = reviewsOf(context);
    const { zone } = await habitsOf(context);
    if (end) {
      await habits.hold(turn.actor.id, undefined);
      return told(words.holdEnded, startReview(context), true);
    }
    const today = dayAround(services.now(), zone);
    const reading = parseDates(dates.replace(UNTIL, ''), today.day, language);
    if (reading.kind !== 'dates') throw new UserError(() => words.holdHow);
    const [first, last] = [reading.days[0], reading.days.at(-1)];
    if (!first || !last || last < today.day) throw new UserError(() => words.holdHow);
    // One day is the last one: "until 10 October".
    const from = reading.days.length === 1 || first <= today.day ? services.now() : dayNamed(first, zone).start;
    const until = dayNamed(last, zone).end;
    await habits.hold(turn.actor.id, { from, until });
    const text = words.holdSet(dayLabel(from, zone, context), dayLabel(until, zone, context));
    return told(text, from > services.now() ? startReview(context) : endHold(context));
  },
});

/** Ends a holiday before its time. */
export const endHold = ({ words, language }: Pick<Context, 'words' | 'language'>): Button => ({
  label: words.endHold,
  intent: { command: 'hold', args: { end: '1', lang: language } },
});

/** A day of a learner by its name. */
function dayNamed(day: Day, zone: string): LearnerDay {
  // Where it is furthest ahead or behind, noon in UTC is in the day before or after.
  const tries = [12, 24, 0].map((hour) => dayAround(new Date(Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS), zone));
  const found = tries.find((each) => each.day === day);
  if (!found) throw new Error(`no learner's day is ${day}`);
  return found;
}

const LIMITS = /^(\d{1,3})?\s*(?:(?:new|新)\s*(\d{1,3}))?$/i;
/** Numbers, though none that can be a limit; "limit 2 CPUs" is a question. */
const NUMBERS = /^(?=.*\d)[-+\d.,/\s]*(?:(?:new|新)[-+\d.,/\s]*)?$/i;
const limit = z.coerce.number().int().min(0).max(999).optional();

/** Sets how much is offered a day. */
export const limits = defineCommand({
  name: 'limits',
  // Not "limits", which are a container's.
  typed: ['limit', '上限'],
  audience: 'actor',
  args: z.object({ due: limit, fresh: limit, isUnclear: z.literal('1').optional(), lang: languageArg }),
  read: (rest) => {
    const typed = rest.normalize('NFKC').trim();
    const said = LIMITS.exec(typed);
    if (!said && NUMBERS.test(typed)) return { isUnclear: '1' };
    return said ? { ...(said[1] !== undefined && { due: said[1] }), ...(said[2] !== undefined && { fresh: said[2] }) } : undefined;
  },
  run: async ({ due, fresh, isUnclear }, context): Promise<Reply> => {
    const { turn, words } = context;
    if (isUnclear) throw new UserError(() => words.limitsHow);
    const { habits } = reviewsOf(context);
    const before = (await habits.of(turn.actor.id)).limits ?? DEFAULT_LIMITS;
    const now = { due: due ?? before.due, fresh: fresh ?? before.fresh };
    if (due !== undefined || fresh !== undefined) await habits.set(turn.actor.id, { limits: now });
    return told(words.limitsAre(now.due, now.fresh), startReview(context));
  },
});

/** Whether a channel's quiz is chosen by this person's memory too. */
export const opt = defineCommand({
  name: 'opt',
  typed: ['opt out', 'opt in', '不参与选题', '不參與選題', '参与选题', '參與選題'],
  audience: 'actor',
  args: z.object({ is: z.enum(['in', 'out']), lang: languageArg }),
  read: (rest, word) => (rest === '' ? { is: word.startsWith('不') || word.endsWith('out') ? 'out' : 'in' } : undefined),
  run: async ({ is }, context): Promise<Reply> => {
    await reviewsOf(context).habits.set(context.turn.actor.id, { isOptedOut: is === 'out' });
    return told(is === 'out' ? context.words.optedOut : context.words.optedIn, startReview(context));
  },
});

const startReview = ({ words, language }: Context): Button => ({
  label: words.startReview,
  intent: { command: 'review', args: { lang: language } },
});

const told = (text: string, onward: Button, replaces = false): Reply => ({
  summary: text,
  replaces,
  blocks: [
    { kind: 'prose', text },
    { kind: 'buttons', buttons: [onward] },
  ],
});
