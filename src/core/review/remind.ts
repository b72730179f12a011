import { wordsIn } from '../i18n/words.ts';
import { platformOf, type SpaceId } from '../places.ts';
import type { Knowledge, Poster } from '../ports.ts';
import type { Reply } from '../reply.ts';
import { addDays } from '../schedule/calendar.ts';
import { missed, nextOccurrence } from '../schedule/occurrences.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import { type Sitting, sitDown } from './desk.ts';
import type { MemoryModel } from './memory.ts';
import type { DueReminder, Reminder, ReviewRecords } from './records.ts';

/** What reminders need of the world. */
export interface RemindServices {
  readonly reviews: ReviewRecords;
  readonly model: MemoryModel;
  knowledge(space?: SpaceId): Knowledge;
  readonly now: () => Date;
}

/** Calls people to their reviews. */
export interface Reminding {
  claimDue(platforms: readonly string[], limit: number): Promise<readonly DueReminder[]>;
  /** Queues the message of a learner who has something to review; whoever has nothing is left alone, and one that comes hours late is let go. */
  open(reminder: DueReminder): Promise<void>;
  /** Ends the reminders of a learner whom we cannot reach. */
  end(learner: number): Promise<void>;
}

/** A reminder comes every day, weekends too: whoever wants none on a day has nothing due, or takes a holiday. */
export const timetableOf = ({ minuteOfDay, zone }: Pick<Reminder, 'minuteOfDay' | 'zone'>) => ({ minuteOfDay, zone, days: EVERY_DAY });

/** Reminds people by the posters of some platforms. */
export function createReminding(services: RemindServices, posters: ReadonlyMap<string, Poster>): Reminding {
  const { reviews, now } = services;
  return {
    claimDue: (platforms, limit) => reviews.reminders.claimDue(platforms, limit),
    async open(reminder) {
      const next = nextOccurrence(timetableOf(reminder), now());
      if (!next) throw new Error(`no clock in ${reminder.zone} shows a time every day`);
      // Of several that were missed, the newest counts.
      const due = missed(timetableOf(reminder), addDays(reminder.next.day, -1), now());
      const isWanted = due.kind === 'due' && (await dueNow(reminder, services)) > 0;
      const lane = isWanted ? posters.get(platformOf(reminder.conversation))?.laneOf(reminder) : undefined;
      await reviews.reminders.goOn(reminder, next, lane && due.kind === 'due' ? { lane, ...due.occurrence } : undefined);
    },
    end: (learner) => reviews.reminders.removeFor(learner),
  };
}

/** The message that reminds a learner; `undefined` where they no longer want it, or have nothing left to do. */
export async function reminderFor(learner: number, services: RemindServices): Promise<Reply | undefined> {
  const reminder = await services.reviews.reminders.ofLearner(learner);
  if (!reminder) return undefined;
  const { language } = reminder;
  const count = await dueNow(reminder, services);
  if (count === 0) return undefined;
  const words = wordsIn(language);
  const text = words.remindText(count);
  return {
    summary: text,
    language,
    blocks: [
      { kind: 'prose', text },
      {
        kind: 'buttons',
        buttons: [
          { label: words.startReview, intent: { command: 'review', args: { lang: language } } },
          { label: words.remindNoMore, intent: { command: 'remind', args: { off: '1', lang: language } } },
        ],
      },
    ],
  };
}

/** How many concepts are due, within the limits of the day; new ones are no reason to call somebody. */
async function dueNow({ actor, zone, space }: DueReminder, { reviews, model, knowledge, now }: RemindServices): Promise<number> {
  const habits = await reviews.habits.of(actor);
  const sitting: Sitting = await sitDown({
    actor,
    reviews,
    model,
    knowledge: knowledge(space),
    habits,
    zone: habits.zone ?? zone,
    now: now(),
  });
  return sitting.queue.offers.filter(({ kind }) => kind === 'due').length;
}
