import type { Plan } from './simulate.ts';
import type { Outcome } from './verdict.ts';

/** So many of what went wrong are named. */
const NAMED = 10;

/** Whether nothing was lost, doubled or untimely, and no bug was logged. */
export const isFlawless = ({ lost, doubled, untimely, leftOpen, incidents }: Outcome): boolean =>
  [lost, doubled, untimely, leftOpen, incidents].every(({ length }) => length === 0);

/** What became of all quizzes, as lines to read. */
export function describeOutcome({ seed, days, channels }: Plan, outcome: Outcome): string {
  const { expected, posted, skipped, lost, doubled, doubledBlind, untimely, leftOpen, incidents, counts, seconds } = outcome;
  const line = (label: string, value: number | string) => `${label.padEnd(52)}${value.toLocaleString('en').padStart(10)}`;
  return [
    `seed ${seed}: ${channels} channels for ${days} days`,
    line('expected', expected),
    line('posted', posted),
    ...[...skipped].toSorted().map(([reason, count]) => line(`skipped as late: ${reason}`, count)),
    line('lost', lost.length),
    line('doubled', doubled.length),
    line('doubled where one cannot look', doubledBlind),
    line('too late or too early by right clocks', untimely.length),
    line('over, and left open', leftOpen.length),
    line('bugs logged', incidents.length),
    ...Object.entries(counts).map(([label, count]) => line(label, count)),
    line('seconds', seconds.toFixed(1)),
    ...[lost, doubled, untimely, leftOpen, incidents].flatMap((wrong) => wrong.slice(0, NAMED)),
  ].join('\n');
}
