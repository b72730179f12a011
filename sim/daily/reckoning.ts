import type { Day } from '../../src/core/schedule/schedule.ts';
import type { SimBot } from './bots.ts';
import type { Channel, Version } from './channels.ts';
import type { History } from './history.ts';
import { DAY, HOUR, MINUTE } from './timeline.ts';
import type { WallClocks } from './wall-clocks.ts';

/** Later than this, a quiz is not to be posted. */
export const LATEST_MS = 3 * HOUR;
/** While all is well for so long, whatever is due is posted: leases have ended, and platforms have been waited for. */
const WELL_FOR_MS = 20 * MINUTE;
/** Clocks that are no further apart than this are right. */
const RIGHT_MS = 5 * MINUTE;
/** What is due is opened within this time, also where a bot died over it. */
const OPENED_WITHIN_MS = 2 * MINUTE;

/** Why a day's quiz may rightly have been left out. */
export type Reason =
  | 'the platform or all bots were away'
  | 'a clock was wrong'
  | 'a clock was hours off'
  | 'the bot may not post there'
  | 'it was changed just then'
  | 'in doubt where one cannot look, and given up';

/** The day of a channel's quiz, and the instant at which it is due. */
export interface Obligation {
  readonly channel: Channel;
  readonly day: Day;
  readonly at: number;
  /** The next change of the schedule. */
  readonly until: number;
}

interface Past {
  readonly walls: WallClocks;
  readonly bots: readonly SimBot[];
  /** Whether the platform of a channel was down. */
  outageOf(channel: Channel): History<boolean>;
  /** Whether a day's quiz was given up, and may stand there for all that one knows. */
  isInDoubt(channel: Channel, day: Day): boolean;
}

/** All that a channel's schedule, as it was from time to time, has promised from one instant to another. */
export function obligationsOf(channel: Channel, begin: number, end: number, walls: WallClocks): Obligation[] {
  return channel.versions.flatMap((version, number) => {
    const until = channel.versions[number + 1]?.from ?? end;
    return version.isOn
      ? promised(version, Math.max(begin, version.promisesFrom), until, walls).map((due) => ({ channel, until, ...due }))
      : [];
  });
}

function promised({ timetable }: Version, from: number, until: number, walls: WallClocks): { day: Day; at: number }[] {
  const { minuteOfDay, zone, days } = timetable;
  const found: { day: Day; at: number }[] = [];
  for (let midnight = Math.floor(from / DAY) * DAY - DAY; midnight < until + DAY; midnight += DAY) {
    const weekday = new Date(midnight).getUTCDay();
    if (!days.some((day) => day % 7 === weekday)) continue;
    const day = new Date(midnight).toISOString().slice(0, 10) as Day;
    const at = walls.instantOf(day, minuteOfDay, zone);
    if (at > from && at < until) found.push({ day, at });
  }
  return found;
}

/** Why a quiz that was due did not come; `undefined` where there is no reason. */
export function excuseFor({ channel, day, at, until }: Obligation, past: Past): Reason | undefined {
  const last = at + LATEST_MS;
  if (channel.isForbidden.during(at, last).includes(true)) return 'the bot may not post there';
  if (wasHoursOff(past.bots, at - LATEST_MS, last)) return 'a clock was hours off';
  // A second quiz for that day would be worse than none.
  if (past.isInDoubt(channel, day)) return 'in doubt where one cannot look, and given up';
  if (wasWell(channel, at, Math.min(until, last) - WELL_FOR_MS, past)) return undefined;
  if (until < at + OPENED_WITHIN_MS) return 'it was changed just then';
  const isClockWrong = past.bots.some((bot) => bot.ahead.during(at, last).some((ahead) => Math.abs(ahead) > RIGHT_MS));
  return isClockWrong ? 'a clock was wrong' : 'the platform or all bots were away';
}

/**
 * Whether a bot's clock was hours ahead or behind between two instants: then it
 * opens, or gives up as too late, what is none of its business yet.
 */
export const wasHoursOff = (bots: readonly SimBot[], from: number, to: number): boolean =>
  bots.some((bot) => bot.ahead.during(from, to).some((ahead) => Math.abs(ahead) > LATEST_MS / 2));

/** Whether there was a while, which began between two instants, in which nothing was amiss. */
function wasWell(channel: Channel, from: number, to: number, { bots, outageOf }: Past): boolean {
  for (let begin = from; begin <= to; begin += MINUTE) {
    const end = begin + WELL_FOR_MS;
    const isUp = !outageOf(channel).during(begin, end).includes(true);
    const isRight = bots.every((bot) => bot.ahead.during(begin, end).every((ahead) => Math.abs(ahead) <= RIGHT_MS));
    const isServed = bots.some((bot) => !bot.isRunning.during(begin, end).includes(false));
    if (isUp && isRight && isServed) return true;
  }
  return false;
}

/** By how much the nearest time that a channel's schedules have for a day lies before an instant; below 0 when behind it. */
export function latenessOf(channel: Channel, day: Day, at: number, walls: WallClocks): number {
  const latenesses = channel.versions.map(({ timetable }) => at - walls.instantOf(day, timetable.minuteOfDay, timetable.zone));
  return latenesses.toSorted((one, other) => distance(one) - distance(other))[0] ?? Number.NaN;
}

/** 0 where a quiz is neither early nor too late. */
const distance = (lateness: number): number => Math.max(0, -lateness, lateness - LATEST_MS);
