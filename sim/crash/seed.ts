import { localDay } from '../../src/core/schedule/calendar.ts';
import { EVERY_DAY } from '../../src/core/schedule/schedule.ts';
import { fixedZone } from '../../src/core/schedule/zones.ts';
import { openStore } from '../../src/store/store.ts';
import { arrangement } from '../../tests/support/quiz.ts';

/** How many channels a space has: a lane of posts is shared by so many. */
const CHANNELS_A_SPACE = 10;
/** Schedules that are written at once. */
const AT_ONCE = 50;

/** Arranges quizzes for some conversations, all of them due a minute ago. */
export async function dueNow(where: string, conversations: number): Promise<void> {
  const now = new Date();
  // It is about noon there, so that no midnight comes between.
  const zone = fixedZone((12 - now.getUTCHours()) * 60) ?? 'UTC';
  const at = new Date(Math.floor(now.getTime() / 60_000) * 60_000 - 60_000);
  const minuteOfDay = 12 * 60 + at.getUTCMinutes();
  const day = localDay(at, zone);
  const store = await openStore(where, { as: 'tool', now: () => now });
  const save = (number: number) => {
    const places = { conversation: `test:c${number}`, space: `test:s${Math.floor(number / CHANNELS_A_SPACE)}` } as const;
    const hours = at.getUTCHours() === now.getUTCHours() ? 0 : -60;
    return store.records.schedules.save(
      arrangement({ ...places, timetable: { minuteOfDay: minuteOfDay + hours, zone, days: EVERY_DAY } }),
      { at, day },
    );
  };
  for (let number = 0; number < conversations; number += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, conversations - number) }, (_, at) => number + at);
    await Promise.all(some.map(save));
  }
  await store.close();
}
