import type { Day } from '../../src/core/schedule/schedule.ts';
import { HOUR, MINUTE } from './timeline.ts';

/** No clock is changed within a quarter of an hour. */
const QUARTER = 15 * MINUTE;

/** What the clocks on the walls show, as `Intl` says it quarter by quarter; none of our own reckoning is in it. */
export interface WallClocks {
  /** What a zone's clock shows at an instant, as if that were UTC. */
  shownAt(zone: string, at: number): number;
  /** The first instant at which a zone's clock shows a time of a day, or a later one where it leaps over it. */
  instantOf(day: Day, minuteOfDay: number, zone: string): number;
}

/** Clocks that remember what they have looked up. */
export function createWallClocks(): WallClocks {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const known = new Map<string, Map<number, number>>();
  const lookUp = (zone: string, at: number): number => {
    // The Swedish way to write dates is that of ISO 8601.
    const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
    return Date.parse(`${format.format(at).replace(' ', 'T')}:00Z`);
  };
  const shownAt = (zone: string, at: number): number => {
    const own = known.get(zone) ?? new Map<number, number>();
    known.set(zone, own);
    const shown = own.get(at) ?? lookUp(zone, at);
    own.set(at, shown);
    return shown;
  };
  return {
    shownAt: (zone, at) => shownAt(zone, Math.floor(at / QUARTER) * QUARTER) + (at % QUARTER),
    instantOf(day, minuteOfDay, zone) {
      const wanted = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE;
      // No clock is further ahead of UTC than 14 hours, so that here all show an earlier time.
      for (let at = Math.floor((wanted - 15 * HOUR) / QUARTER) * QUARTER; at < wanted + 15 * HOUR; at += QUARTER) {
        const shown = shownAt(zone, at);
        if (shown + QUARTER > wanted) return at + Math.max(0, wanted - shown);
      }
      throw new Error(`no clock in ${zone} shows ${day}`);
    },
  };
}
