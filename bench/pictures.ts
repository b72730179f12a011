import { readFile } from 'node:fs/promises';
import type { Chart } from '../src/core/chart.ts';
import { flowSchema } from '../src/core/content/schema.ts';
import { parseYaml } from '../src/core/content/yaml-file.ts';
import { createPictures, type Picture, type Pictures, type Refused } from '../src/pictures/index.ts';
import { describeGoals, describeLoad, describeMachine } from './report.ts';
import { megabytes, time } from './units.ts';

/**
 * Measures the pictures: `npm run bench:pictures`. Cold means not drawn before,
 * by a thread that runs; the first picture of a process also waits for its
 * thread. Prints figures, and asserts none.
 */

const LOOK = { language: 'en', theme: 'light' } as const;
const COLD = 25;
const CACHED = 200;
const FOR_MEMORY = 1000;
const COLD_GOAL = 300;
const CACHED_GOAL = 5;
/** What the process may grow by over a thousand pictures once it is warm: a tenth of what it takes. */
const FLAT = 0.1;

const FLOW = new URL('../content/kubernetes/apply.flow.yaml', import.meta.url);
const { value: flow } = parseYaml({ path: 'apply.flow.yaml', text: await readFile(FLOW, 'utf8') }, flowSchema);
const source = flow?.diagram.mermaid.en ?? '';

const diagram = (pictures: Pictures, unlike: number) => pictures.diagram(`${source}\nextra[${unlike}]`, LOOK);
const chart = (pictures: Pictures, unlike: number) => pictures.chart(board(unlike), LOOK);

function board(unlike: number): Chart {
  const rows = Array.from({ length: 10 }, (_, index) => ({
    place: index + 1,
    name: `学员 ${index}`,
    score: 1000 + unlike - index * 90,
    figure: `${1000 + unlike - index * 90} right`,
  }));
  return { kind: 'leaderboard', title: 'Leaderboard', caption: 'This week', rows };
}

async function timed(drawing: () => Promise<Picture | Refused>): Promise<number> {
  const began = performance.now();
  const result = await drawing();
  if (result.kind === 'refused') throw new Error(`refused: ${result.reason}`);
  return performance.now() - began;
}

const medianOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const slowestOf = (times: readonly number[]): number => Math.max(...times);

async function timesOf(count: number, drawing: (index: number) => Promise<Picture | Refused>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await timed(() => drawing(index)));
  return times;
}

/** Different pictures, one after another: a diagram, then nineteen charts. */
const manyFrom = (first: number, count: number): Promise<number[]> =>
  timesOf(count, (index) => (index % 20 === 0 ? diagram : chart)(pictures, first + index));

function line(what: string, times: readonly number[]): void {
  print(`${what.padEnd(28)} median ${time(medianOf(times))}, slowest ${time(slowestOf(times))} of ${times.length}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const began = performance.now();
print(`${describeMachine()}\n`);
const pictures = createPictures();
print(`first picture of a process   ${time(await timed(() => diagram(pictures, -1)))} (a thread starts)`);
await timesOf(5, (index) => diagram(pictures, -2 - index));
const coldDiagrams = await timesOf(COLD, (index) => diagram(pictures, index));
const coldCharts = await timesOf(COLD, (index) => chart(pictures, index));
const cachedDiagrams = await timesOf(CACHED, () => diagram(pictures, 0));
const cachedCharts = await timesOf(CACHED, () => chart(pictures, 0));
line('diagram, cold', coldDiagrams);
line('chart, cold', coldCharts);
line('diagram, cached', cachedDiagrams);
line('chart, cached', cachedCharts);

// Some first, so that all that is made once is made. Both threads have work, as on a busy day.
await Promise.all([manyFrom(10_000, 150), manyFrom(20_000, 150)]);
const before = process.memoryUsage.rss();
await Promise.all([manyFrom(30_000, FOR_MEMORY / 2), manyFrom(40_000, FOR_MEMORY / 2)]);
const after = process.memoryUsage.rss();
print(`memory of the process        ${megabytes(before)}, after ${FOR_MEMORY} more pictures ${megabytes(after)}\n`);
await pictures.close();

print(
  describeGoals([
    ...[coldDiagrams, coldCharts].map((times, index) => ({
      goal: `${index === 0 ? 'diagram' : 'chart'}, cold ≤ ${time(COLD_GOAL)}`,
      measured: `${time(medianOf(times))} (slowest ${time(slowestOf(times))})`,
      isMet: medianOf(times) <= COLD_GOAL,
    })),
    ...[cachedDiagrams, cachedCharts].map((times, index) => ({
      goal: `${index === 0 ? 'diagram' : 'chart'}, cached ≤ ${time(CACHED_GOAL)}`,
      measured: `${time(medianOf(times))} (slowest ${time(slowestOf(times))})`,
      isMet: medianOf(times) <= CACHED_GOAL,
    })),
    {
      goal: `memory flat over ${FOR_MEMORY} pictures (+${FLAT * 100}%)`,
      measured: megabytes(after - before),
      isMet: after <= before * (1 + FLAT),
    },
  ]),
);
print(`load at the end ${describeLoad()}, ${Math.round((performance.now() - began) / 1000)} s in all`);
