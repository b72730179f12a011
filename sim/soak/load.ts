import { setTimeout as delay } from 'node:timers/promises';
import { createLuck } from '../daily/luck.ts';
import type { Ledger } from './ledger.ts';
import { answerQuestion, DOINGS } from './people.ts';
import { PEOPLE, type Site } from './site.ts';

/** How many people of a platform do something at a time, and how long each rests in between. */
const AT_ONCE = 4;
const REST_MS = [200, 1_000] as const;
/** How often people look whether the quiz of the day stands there. */
const LOOK_MS = 500;

/** A channel with a quiz of the day. */
export interface DailyChannel {
  readonly site: Site;
  readonly channel: string;
  /** When the quiz is due, in milliseconds since 1970. */
  readonly dueAt: number;
}

/** Arranges quizzes in new channels, some for each of the coming minutes. */
export async function arrangeDailies(sites: readonly Site[], minutes: number, perMinute: number): Promise<DailyChannel[]> {
  const channels: DailyChannel[] = [];
  // Time enough to arrange the last of them.
  const first = Math.ceil(Date.now() / 60_000) + 1;
  for (let minute = first; minute < first + minutes; minute++) {
    const at = new Date(minute * 60_000);
    const when = `${at.toISOString().slice(11, 16)} UTC every day`;
    for (const site of sites) {
      for (let number = 0; number < perMinute; number++) {
        const { channel, shown } = await site.arrange(when);
        if (!shown?.text.includes(when.slice(0, 5))) throw new Error(`"daily ${when}" was answered with ${shown?.text}`);
        channels.push({ site, channel, dueAt: at.getTime() });
      }
    }
  }
  return channels;
}

/** Lets people do this and that until told to stop; resolves when the last of them has been answered. */
export async function keepBusy(sites: readonly Site[], seed: string, ledger: Ledger, until: AbortSignal): Promise<void> {
  const one = async (site: Site, number: number) => {
    const luck = createLuck(`${seed} ${site.platform} ${number}`);
    while (!until.aborted) {
      // Nobody does two things at a time.
      const at = luck.between(0, PEOPLE / AT_ONCE - 1) * AT_ONCE + number;
      await luck.pick(DOINGS)({ site, at }, luck, ledger);
      await delay(luck.between(...REST_MS), undefined, { signal: until }).catch(() => {});
    }
  };
  await Promise.all(sites.flatMap((site) => Array.from({ length: AT_ONCE }, (_, number) => one(site, number))));
}

/** Has everyone press at once where a quiz of the day has come, each a choice of their own; gives how late each came, in milliseconds. */
export async function pressDailies(
  channels: readonly DailyChannel[],
  { seed, ledger, until, onCrowd }: { seed: string; ledger: Ledger; until: AbortSignal; onCrowd: () => void },
): Promise<number[]> {
  const luck = createLuck(`${seed} crowd`);
  const waiting = new Set(channels);
  const crowds: Promise<unknown>[] = [];
  const late: number[] = [];
  while (!until.aborted) {
    for (const daily of waiting) {
      const [quiz] = daily.site.posts(daily.channel);
      if (!quiz) continue;
      waiting.delete(daily);
      late.push(Math.max(0, Date.now() - daily.dueAt));
      const all = Array.from({ length: PEOPLE }, (_, at) => answerQuestion('crowd answer', { site: daily.site, at }, quiz, luck, ledger));
      crowds.push(Promise.all(all));
      onCrowd();
    }
    await delay(LOOK_MS, undefined, { signal: until }).catch(() => {});
  }
  await Promise.all(crowds);
  return late;
}
