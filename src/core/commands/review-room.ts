import type { Context } from '../command.ts';
import { UserError } from '../errors.ts';
import { type Room, type Sitting, sitDown } from '../review/desk.ts';
import type { Habits, ReviewRecords } from '../review/records.ts';
import { localDay } from '../schedule/calendar.ts';

/** What is kept of what people remember; a bot without a memory says so. */
export function reviewsOf({ services }: Context): ReviewRecords {
  if (!services.reviews) throw new UserError((words) => words.notSaved);
  return services.reviews;
}

/** How a person wants to review, and by whose clock; that of the bot's machine where nothing is known of them. */
export async function habitsOf(context: Context): Promise<Habits & { readonly zone: string }> {
  const kept = await reviewsOf(context).habits.of(context.turn.actor.id);
  return { ...kept, zone: (await settledZone(kept, context)) ?? context.services.zone };
}

/** The time zone of a person, where it is known. */
export const ownZone = async (context: Context): Promise<string | undefined> =>
  settledZone(await reviewsOf(context).habits.of(context.turn.actor.id), context);

/** The zone that was chosen or, from the first time on, that of the account. */
async function settledZone(kept: Habits, context: Context): Promise<string | undefined> {
  if (kept.zone !== undefined) return kept.zone;
  const { actor } = context.turn;
  const { zone } = await actor.account();
  if (zone !== undefined) await reviewsOf(context).habits.set(actor.id, { zone });
  return zone;
}

/** By whose clock a person lives; a bot that keeps nothing goes by its own. */
export async function zoneOf(context: Context): Promise<string> {
  return context.services.reviews ? (await habitsOf(context)).zone : context.services.zone;
}

/** What a person may review now. */
export async function sittingOf(context: Context, asked: Pick<Room, 'wantsMore' | 'after'> = {}): Promise<Sitting> {
  const { turn, services, knowledge } = context;
  const habits = await habitsOf(context);
  const { model, now } = services;
  return sitDown({ actor: turn.actor.id, reviews: reviewsOf(context), model, knowledge, habits, zone: habits.zone, now: now(), ...asked });
}

/** A day as people say it: `Saturday 10 October`, with the year where it is not this one. */
export function dayLabel(at: Date, zone: string, { language, services }: Pick<Context, 'language' | 'services'>): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const [year, thisYear] = [at, services.now()].map((each) => localDay(each, zone).slice(0, 4));
  const label = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: zone },
    ...(year !== thisYear && { year: 'numeric' }),
  }).format(at);
  return label
    .replace(/(\d)(?=\p{Script=Han})/gu, '$1 ')
    .replace(/(\p{Script=Han})(?=\d)/gu, '$1 ')
    .replace(/(?<=日)(星期.)/u, '（$1）');
}
