import type { ColdStart } from './cold-start.ts';
import type { EngineName } from './engines.ts';
import type { Measurement, Times } from './measure.ts';
import type { SizeResult } from './one-size.ts';
import { recallOf } from './recall.ts';
import { megabytes, percent, time, times } from './units.ts';

/** One of the project's goals for speed, with what came out. Not asserted: figures depend on the machine. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** How fast whole questions must be, by the number of concepts: milliseconds at the 99th percentile. */
const QUESTION_P99 = new Map([
  [1_000, 0.5],
  [10_000, 1],
  [100_000, 5],
]);
const NAME_P99 = 0.02;
const COMPARED_AT = 10_000;
const INDEXED_AT = 100_000;
const COLD_START = 700;

/** The goals that this run can tell of: those of other sizes are left out. */
export function goalsFor(results: readonly SizeResult[], coldStart: ColdStart): Goal[] {
  return [
    ...results.flatMap(speedGoals),
    ...results.filter(({ size }) => size === COMPARED_AT).flatMap(comparedGoals),
    ...results.filter(({ size }) => size === INDEXED_AT).flatMap(indexGoals),
    {
      goal: `cold start to first answer ≤ ${time(COLD_START)}`,
      measured: `${time(coldStart.median)} (fastest ${time(coldStart.fastest)})`,
      isMet: coldStart.median <= COLD_START,
    },
  ];
}

function speedGoals(result: SizeResult): Goal[] {
  const { names, questions } = measurementOf(result, 'kubetutor');
  const limit = QUESTION_P99.get(result.size);
  return [
    p99Goal('exact names', names, NAME_P99, result.size),
    ...(limit === undefined ? [] : [p99Goal('whole question', questions, limit, result.size)]),
  ];
}

function p99Goal(what: string, { p99, undisturbed }: Times, limit: number, size: number): Goal {
  return {
    goal: `${what} p99 < ${time(limit)} at ${size.toLocaleString('en')}`,
    measured: `${time(p99)} (undisturbed ${time(undisturbed)})`,
    isMet: p99 < limit,
  };
}

function comparedGoals(result: SizeResult): Goal[] {
  return [...comparedWith(result, 'fuse.js', 1_000), ...comparedWith(result, 'MiniSearch', 2)];
}

function comparedWith(result: SizeResult, name: EngineName, factor: number): Goal[] {
  const [own, other] = [measurementOf(result, 'kubetutor'), measurementOf(result, name)];
  const ratio = other.questions.median / own.questions.median;
  // Over the questions that both were asked.
  const [ownRecall, otherRecall] = [own, other].map(({ right }) => recallOf(right.slice(0, other.right.length), result.kinds));
  const [mine, theirs] = [ownRecall?.share ?? 0, otherRecall?.share ?? 0];
  const at = `at ${result.size.toLocaleString('en')}`;
  return [
    { goal: `median ≥ ${times(factor)} as fast as ${name} ${at}`, measured: times(ratio), isMet: ratio >= factor },
    {
      goal: `better recall@1 than ${name} ${at}`,
      measured: `${percent(mine)} against ${percent(theirs)} of ${otherRecall?.count ?? 0}`,
      isMet: mine > theirs,
    },
  ];
}

function indexGoals(result: SizeResult): Goal[] {
  const { indexMs, indexProcessorMs, bytes } = measurementOf(result, 'kubetutor');
  const size = result.size.toLocaleString('en');
  return [
    { goal: `${size} indexed in < 8 s`, measured: `${time(indexMs)} (processor ${time(indexProcessorMs)})`, isMet: indexMs < 8_000 },
    { goal: `${size} indexed in < 160 MB`, measured: megabytes(bytes), isMet: bytes < 160e6 },
  ];
}

function measurementOf({ measurements }: SizeResult, name: EngineName): Measurement {
  const found = measurements.find(({ engine }) => engine === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}
