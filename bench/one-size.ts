import { loadCorpus } from './content.ts';
import { ENGINES, type EngineName } from './engines.ts';
import { type Allowance, type Measurement, measure, type Trial } from './measure.ts';
import { type Kind, makeQuestions } from './questions.ts';
import { createDice } from './random.ts';

/**
 * Measures one size in a process of its own, so that no size sees the heap that
 * another left: `node --expose-gc bench/one-size.ts SIZE [ENGINE]`, which with
 * `--cpu-prof` also shows where the time goes.
 */

/** What came out for one number of concepts. */
export interface SizeResult {
  readonly size: number;
  readonly shipped: number;
  /** The kinds of the questions, in the order of asking. */
  readonly kinds: readonly Kind[];
  readonly measurements: readonly Measurement[];
}

const QUESTIONS = 2_500;
const NAMES = 5_000;
const LARGE = 10_000;
const LARGEST = 100_000;

/** fuse.js reads every record for every query, and MiniSearch walks its tree for every word: what takes seconds is asked less often. */
function allowanceFor(engine: EngineName, size: number): Allowance {
  if (engine === 'kubetutor') return { names: NAMES, questions: QUESTIONS, warmUp: 1_000, passes: 3, seconds: 15, atLeast: 1 };
  if (engine === 'MiniSearch') {
    const isSlow = size >= LARGE;
    return { names: 1_000, questions: QUESTIONS, warmUp: isSlow ? 50 : 300, passes: 1, seconds: size >= LARGEST ? 6 : 8, atLeast: 5 };
  }
  if (size >= LARGEST) return { names: 2, questions: 8, warmUp: 0, passes: 1, seconds: 15, atLeast: 1 };
  return { names: 60, questions: QUESTIONS, warmUp: 5, passes: 1, seconds: size >= LARGE ? 15 : 3, atLeast: 10 };
}

/** Measures all engines over one corpus, one after another, each index gone before the next is made. */
async function measureSize(size: number, only: string | undefined): Promise<SizeResult> {
  const { entries, shipped, named, made } = await loadCorpus(size);
  const dice = createDice(3);
  const names = Array.from({ length: NAMES }, (_, at) => (at % 2 === 0 ? dice.pick(named).en : dice.pick(named).zh));
  const questions = makeQuestions(QUESTIONS, named, made, 1);
  const trial: Trial = { entries, names, questions, warmUp: makeQuestions(QUESTIONS, named, made, 2) };
  const engines = ENGINES.filter(({ name }) => only === undefined || name === only);
  const measurements = engines.map((engine) => measure(engine, trial, allowanceFor(engine.name, size)));
  return { size, shipped, kinds: questions.map(({ kind }) => kind), measurements };
}

const [size, only] = process.argv.slice(2);
const result = await measureSize(Number(size), only);
if (process.send) process.send(result);
else process.stdout.write(`${JSON.stringify(result.measurements, (key, value) => (key === 'right' ? undefined : value), 2)}\n`);
