import { megabytes, time } from '../../bench/units.ts';
import { floorsOf } from './judge.ts';
import type { Act } from './ledger.ts';
import type { Soaked } from './run.ts';

/** What a run came to, for people to read. */
export function describeSoak({ ledger, posts, late, struck, samples, violations, incidents, counted }: Soaked): string {
  const kinds = [...Map.groupBy(ledger.acts, ({ kind }) => kind)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const saidOf = (said: Act['said']) => ledger.acts.filter((act) => act.said === said).length;
  const [heap, resident] = [floorsOf(samples, 'heap'), floorsOf(samples, 'resident')];
  const [handles, files] = [floorsOf(samples, 'handles'), floorsOf(samples, 'files')];
  return [
    'From the first try until something was seen, with everything that went wrong meanwhile; “calm”: seen at the first try',
    ...kinds.map(([kind, acts]) => kindLine(kind, acts)),
    `answered ${saidOf('answered')}, told that it was not saved ${saidOf('not saved')}, apologies ${saidOf('apology')}, silent ${saidOf('silent')}`,
    `acknowledged presses ${ledger.presses.filter(({ isAccepted }) => isAccepted).length}, counted ${[...counted.values()].reduce((sum, count) => sum + count, 0)}`,
    `quizzes due ${posts.size}, posts ${[...posts.values()].reduce((sum, count) => sum + count, 0)}; ${late.length} came in time to be pressed at once, after ${late.map(time).join(', ')}`,
    `went wrong: ${[...Map.groupBy(struck, ({ name }) => name)].map(([name, all]) => `${name} ${all.length} ×`).join('; ')}`,
    `in the bot’s log: ${incidents.length} incidents; Slack’s rules broken: ${[...violations].map(([rule, count]) => `${rule} ${count} ×`).join('; ') || 'none'}`,
    `${samples.length} samples of the last process after garbage collection; floors of the first and last third of the time, without the first quarter:`,
    `  heap ${heap.map(megabytes).join(' → ')}, resident ${resident.map(megabytes).join(' → ')}, handles ${handles.join(' → ')}, open files ${files.join(' → ')}`,
  ].join('\n');
}

function kindLine(kind: string, acts: readonly Act[]): string {
  const calm = acts.filter(({ tries }) => tries === 1);
  return `  ${kind.padEnd(13)} ${String(acts.length).padStart(6)}   p50 ${share(acts, 0.5)}   p99 ${share(acts, 0.99)}   calm p99 ${share(calm, 0.99)}   tried again ${acts.length - calm.length}`;
}

const share = (acts: readonly Act[], of: number): string => {
  const sorted = acts.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return time(sorted[Math.max(0, Math.ceil(of * sorted.length) - 1)] ?? Number.NaN).padStart(7);
};
