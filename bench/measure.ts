import type { SearchEntry } from '../src/core/search/build.ts';
import type { Engine, EngineName, Hit } from './engines.ts';
import { KINDS, type Kind, type Question } from './questions.ts';

/** The middle and the slow end of many queries, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  /** The p99 of each query's best pass, which other work on the machine hardly touches; as `p99` where there was time for one pass only. */
  readonly undisturbed: number;
}

/** What one engine did with one corpus. */
export interface Measurement {
  readonly engine: EngineName;
  readonly indexMs: number;
  /** What part of that the thread had a processor. */
  readonly indexProcessorMs: number;
  /** What the index keeps after garbage collection, without the entries themselves. */
  readonly bytes: number;
  readonly names: Times;
  readonly questions: Times;
  readonly byKind: Readonly<Record<Kind, Times>>;
  /** For each question asked, in order: whether it came out right. Off-topic ones do when none is answered. */
  readonly right: readonly boolean[];
  /** What share of the time of the questions the thread had a processor: less than 1 on a busy machine. */
  readonly processorShare: number;
}

/** How much an engine is asked; it stops at the first limit that it meets. */
export interface Allowance {
  readonly names: number;
  readonly questions: number;
  readonly warmUp: number;
  /** How often all is asked; only the first pass counts but for {@link Times.undisturbed}. */
  readonly passes: number;
  /** For each of the three, all passes together. */
  readonly seconds: number;
  /** So many are asked however long they take. */
  readonly atLeast: number;
}

/** What is asked. */
export interface Trial {
  readonly entries: readonly SearchEntry[];
  readonly names: readonly string[];
  readonly questions: readonly Question[];
  /** Made from another seed than `questions`. */
  readonly warmUp: readonly Question[];
}

/** Builds one engine's index, weighs it, and asks it everything. */
export function measure(engine: Engine, trial: Trial, allowance: Allowance): Measurement {
  const before = bytesInUse();
  const index = timed(() => engine.build(trial.entries));
  const bytes = bytesInUse() - before;
  const find = index.result;
  ask(find, textsOf(trial.warmUp.slice(0, allowance.warmUp)), { ...allowance, passes: 1, atLeast: 0 });
  const names = ask(find, trial.names.slice(0, allowance.names), allowance);
  const questions = timed(() => ask(find, textsOf(trial.questions.slice(0, allowance.questions)), allowance));
  const kindAt = (at: number) => trial.questions[at]?.kind;
  return {
    engine: engine.name,
    indexMs: index.milliseconds,
    indexProcessorMs: index.processorMs,
    bytes,
    names: timesOf(names),
    questions: timesOf(questions.result),
    byKind: Object.fromEntries(KINDS.map((kind) => [kind, timesOf(questions.result, (at) => kindAt(at) === kind)])) as Record<Kind, Times>,
    right: questions.result.hits.map((hit, at) => isRight(hit, trial.questions[at])),
    processorShare: questions.processorMs / questions.milliseconds,
  };
}

const textsOf = (questions: readonly Question[]): string[] => questions.map(({ text }) => text);

/** What came of a list of questions, each at the place of its question. */
interface Asked {
  readonly hits: readonly Hit[];
  readonly first: readonly number[];
  readonly best: readonly number[];
}

function ask(find: (question: string) => Hit, texts: readonly string[], { passes, seconds, atLeast }: Allowance): Asked {
  const hits: Hit[] = [];
  const first: number[] = [];
  const best: number[] = [];
  const began = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass++) {
    for (const [at, text] of texts.entries()) {
      if (hits.length >= atLeast && millisecondsSince(began) > seconds * 1_000) break;
      const asked = process.hrtime.bigint();
      const hit = find(text);
      const took = millisecondsSince(asked);
      if (pass === 0) {
        hits.push(hit);
        first.push(took);
      }
      best[at] = Math.min(best[at] ?? took, took);
    }
  }
  return { hits, first, best };
}

function isRight(hit: Hit, question: Question | undefined): boolean {
  return question?.reach === undefined ? !hit.isAnswer : hit.id === question.reach;
}

function timesOf({ first, best }: Asked, counts: (at: number) => boolean = () => true): Times {
  const sorted = first.filter((_, at) => counts(at)).toSorted((a, b) => a - b);
  const sortedBest = best.filter((_, at) => counts(at)).toSorted((a, b) => a - b);
  return { count: sorted.length, median: shareOf(sorted, 0.5), p99: shareOf(sorted, 0.99), undisturbed: shareOf(sortedBest, 0.99) };
}

/** The time within which a share of the queries was done, by nearest rank: of fewer than a hundred queries the p99 is the slowest. */
const shareOf = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

function timed<Result>(work: () => Result): { result: Result; milliseconds: number; processorMs: number } {
  const processor = process.threadCpuUsage();
  const began = process.hrtime.bigint();
  const result = work();
  const milliseconds = millisecondsSince(began);
  const { user, system } = process.threadCpuUsage(processor);
  return { result, milliseconds, processorMs: (user + system) / 1_000 };
}

const millisecondsSince = (began: bigint): number => Number(process.hrtime.bigint() - began) / 1e6;

/** Objects and typed arrays; the latter live outside the heap. */
function bytesInUse(): number {
  if (!globalThis.gc) throw new Error('needs node --expose-gc');
  // What the first collection frees may let go of more.
  for (let round = 0; round < 3; round++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
