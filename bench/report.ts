import { cpus, loadavg, totalmem } from 'node:os';
import type { Goal } from './goals.ts';
import type { Measurement, Times } from './measure.ts';
import type { SizeResult } from './one-size.ts';
import { KINDS } from './questions.ts';
import { recallOf, recallOfKind, type Share } from './recall.ts';
import { megabytes, percent, time, times } from './units.ts';

const LABEL_WIDTH = 26;
const COLUMN_WIDTH = 27;

/** The machine, and how busy it is: other work on it slows all engines. */
export function describeMachine(): string {
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model.trim() || 'unknown processor'}, ${megabytes(totalmem())}, ${process.platform} ${process.arch}`,
    `Node ${process.version}, V8 ${process.versions.v8}`,
    `load at the start ${describeLoad()}`,
  ].join('\n');
}

/** The load of the last 1, 5 and 15 minutes. */
export const describeLoad = (): string =>
  loadavg()
    .map((load) => load.toFixed(2))
    .join(' ');

/** The table of one size: a line for each figure, a column for each engine. */
export function describeSize({ size, shipped, kinds, measurements }: SizeResult): string {
  const line = (label: string, cell: (measurement: Measurement) => string) =>
    label.padEnd(LABEL_WIDTH) + measurements.map((measurement) => cell(measurement).padStart(COLUMN_WIDTH)).join('');
  const base = measurements[0]?.questions.median ?? Number.NaN;
  return [
    `${size.toLocaleString('en')} concepts (${shipped} shipped, the rest generated)`,
    line('', ({ engine }) => engine),
    line('index: time', ({ indexMs, indexProcessorMs }) => `${time(indexMs)} (processor ${time(indexProcessorMs)})`),
    line('index: memory', ({ bytes }) => megabytes(bytes)),
    line('exact name: median, p99', ({ names }) => cellOf(names)),
    line('question: median, p99', ({ questions }) => cellOf(questions)),
    ...KINDS.map((kind) => line(`  ${kind}`, ({ byKind }) => cellOf(byKind[kind]))),
    line('  median, to ours', ({ questions }) => times(questions.median / base)),
    line('  had a processor', ({ processorShare }) => percent(processorShare)),
    line('recall@1', ({ right }) => shareCell(recallOf(right, kinds))),
    ...KINDS.filter((kind) => kind !== 'off-topic').map((kind) =>
      line(`  ${kind}`, ({ right }) => shareCell(recallOfKind(right, kinds, kind))),
    ),
    line('off-topic refused', ({ right }) => shareCell(recallOfKind(right, kinds, 'off-topic'))),
  ].join('\n');
}

const cellOf = ({ count, median, p99 }: Times): string =>
  count === 0 ? '–' : `${time(median)}, ${time(p99)} (${count.toLocaleString('en')})`;

const shareCell = ({ count, share }: Share): string => `${percent(share)} (${count.toLocaleString('en')})`;

/** Each goal with what came out. */
export function describeGoals(goals: readonly Goal[]): string {
  const widest = Math.max(...goals.map(({ goal }) => goal.length));
  const lines = goals.map(({ goal, measured, isMet }) => `${isMet ? 'met    ' : 'NOT MET'}  ${goal.padEnd(widest)}  ${measured}`);
  return ['Goals', ...lines].join('\n');
}
