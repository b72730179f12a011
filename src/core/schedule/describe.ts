import type { Language } from '../content/schema.ts';
import { scheduleWordsIn } from '../i18n/schedule.ts';
import { PLACES } from './places.ts';
import { EVERY_DAY, type Schedule, WEEKEND, type Weekday, WORKDAYS } from './schedule.ts';
import { isFixedOffset, offsetMinutes } from './zones.ts';

/** What is asked at the times of a schedule. */
export interface Asked {
  readonly questions?: number | undefined;
  /** The name of a topic or deck, in the language of the sentence. */
  readonly topic?: string | undefined;
}

/** A zone with what people know it by, at an instant: `Asia/Shanghai (UTC+8, Beijing time)`. Where there is summer time, the offset changes. */
export function zoneLabel(zone: string, at: Date, language: Language): string {
  const words = scheduleWordsIn(language);
  const offset = offsetLabel(zone, at);
  if (isFixedOffset(zone)) return words.fixedZone(offset);
  return words.zone({ zone, offset, name: zoneName(zone, at, language) });
}

/**
 * A schedule in one sentence: `Every workday at 09:30, Asia/Shanghai (UTC+8): 3 questions about Kubernetes.`
 *
 * @param at - the instant whose offset to UTC is shown: that of the next occurrence.
 */
export function describeSchedule({ minuteOfDay, zone, days }: Schedule, { questions, topic }: Asked, at: Date, language: Language): string {
  const words = scheduleWordsIn(language);
  const offset = offsetLabel(zone, at);
  const time = clockLabel(minuteOfDay);
  const when = isFixedOffset(zone)
    ? words.atFixed(daysLabel(days, language), time, offset)
    : words.at(daysLabel(days, language), time, { zone, offset, name: zoneName(zone, at, language) });
  const asked = questions === undefined ? '' : words.questions(questions);
  return words.sentence(when, topic === undefined ? asked : words.about(asked, topic));
}

/** Minutes from midnight as a 24-hour clock shows them: 570 is `09:30`. */
export const clockLabel = (minuteOfDay: number): string =>
  [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** `UTC+8`, `UTC-3:30`, `UTC`. */
function offsetLabel(zone: string, at: Date): string {
  const minutes = offsetMinutes(zone, at);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

function zoneName(zone: string, at: Date, language: Language): string {
  const known = PLACES.find((place) => place.zone === zone);
  if (known) return scheduleWordsIn(language).placeTime(known.names[language][0]);
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function daysLabel(days: readonly Weekday[], language: Language): string {
  const words = scheduleWordsIn(language);
  const inOrder = EVERY_DAY.filter((day) => days.includes(day));
  const isSet = (set: readonly Weekday[]) => inOrder.join() === set.join();
  if (isSet(EVERY_DAY)) return words.everyDay;
  if (isSet(WORKDAYS)) return words.everyWorkday;
  if (isSet(WEEKEND)) return words.everyWeekend;
  return words.onDays(inOrder.map((day) => words.weekdays[day - 1] ?? ''));
}
