import type { Context } from '../command.ts';
import type { Reply } from '../reply.ts';
import { parseClock } from '../schedule/clock.ts';
import { changeTimetable } from './daily-days.ts';

/** When a quiz is to close: at a minute of the day, or when the next one comes. */
export type ClosingSaid = number | 'with the next';

const SAID = [
  /^(?:closes?|closing|until|till|ends?)(?:\s+at)?\s+(?<when>.+)$/i,
  /^(?:截止时间|截止到|截止|到)\s*(?<when>.+)$/,
  /^(?<when>.+?)\s*(?:截止|结束)$/,
];
const NEXT = /^(?:with\s+)?(?:the\s+)?next(?:\s+(?:quiz|one))?$|^下一?[次题個个场]$/i;

/** Reads "closes 17:00", "until the next", "下午5点截止". */
export function closingSaid(text: string): ClosingSaid | undefined {
  const when = SAID.map((phrase) => phrase.exec(text)?.groups?.when).find((said) => said !== undefined);
  if (when === undefined) return undefined;
  if (NEXT.test(when)) return 'with the next';
  const clock = parseClock(when);
  return clock?.kind === 'clock' ? clock.minuteOfDay : undefined;
}

/** From the next quiz on, each closes at that time. */
export function changeClosing(said: ClosingSaid, context: Context): Promise<Reply> {
  return changeTimetable(
    ({ closes: _before, ...timetable }) => (said === 'with the next' ? timetable : { ...timetable, closes: said }),
    context,
  );
}
