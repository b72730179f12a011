import type { ConversationId, SpaceId } from '../../src/core/places.ts';
import { EVERY_DAY, type Schedule, WEEKEND, type Weekday, WORKDAYS } from '../../src/core/schedule/schedule.ts';
import { createHistory, type History } from './history.ts';
import type { Luck } from './luck.ts';

/** Zones of all sorts: with and without summer time, at halves and quarters of an hour, at both ends of the world, with clocks that leap by half an hour or at midnight. */
export const ZONES = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Tehran',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Nuuk',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

/** How a channel's quiz was arranged from an instant on. */
export interface Version {
  readonly from: number;
  /** What was due before this instant was past already by the clock of whoever arranged it. */
  readonly promisesFrom: number;
  readonly timetable: Schedule;
  readonly isOn: boolean;
}

/** A channel, and all that became of its schedule, as one sees it from outside. */
export interface Channel {
  readonly id: ConversationId;
  readonly space: SpaceId;
  readonly versions: Version[];
  /** Whether the bot may not post there. */
  readonly isForbidden: History<boolean>;
}

const DAYS: readonly (readonly Weekday[])[] = [EVERY_DAY, WORKDAYS, WORKDAYS, [1, 3, 5], WEEKEND];

/** Some days of the week. */
export const someDays = (luck: Luck): readonly Weekday[] => luck.pick(DAYS);

/** A time at which people want their quiz: mostly in the morning, at times in the middle of the night. */
export const someMinute = (luck: Luck): number => (luck.happens(0.7) ? 15 * luck.between(28, 72) : luck.between(0, 1439));

/** The timetable that the channel of a number begins with. */
export const firstTimetable = (number: number, luck: Luck): Schedule => ({
  minuteOfDay: someMinute(luck),
  zone: ZONES[number % ZONES.length] ?? 'UTC',
  days: someDays(luck),
});

/** A channel; every tenth one is on a platform that cannot be asked. */
export const channelCalled = (number: number): Channel => ({
  id: `${number % 10 === 9 ? 'blind' : 'test'}:c${number}`,
  space: `test:s${Math.floor(number / 10)}`,
  versions: [],
  isForbidden: createHistory(false),
});
