import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Plan } from './simulate.ts';
import type { Outcome } from './verdict.ts';

/** Channels of one world: each of the zones once, with two bots, a database and troubles of their own. */
const CHANNELS = 20;

/** Plays a plan in worlds of 20 channels, as many at once as there are processors, and adds up what became of them. */
export async function playWorlds(plan: Plan, tell: (line: string) => void): Promise<Outcome> {
  const plans = Array.from({ length: Math.ceil(plan.channels / CHANNELS) }, (_, number) => ({
    ...plan,
    seed: `${plan.seed}.${number}`,
    channels: Math.min(CHANNELS, plan.channels - number * CHANNELS),
  }));
  const began = performance.now();
  const outcomes: Outcome[] = [];
  const waiting = plans.values();
  const playNext = async (): Promise<void> => {
    for (const each of waiting) {
      const outcome = await playApart(each);
      outcomes.push(named(each.seed, outcome));
      tell(`world ${each.seed}: ${outcome.posted} posted in ${outcome.seconds.toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, playNext));
  return { ...outcomes.reduce(sumOf), seconds: (performance.now() - began) / 1000 };
}

async function playApart(plan: Plan): Promise<Outcome> {
  const worker = new Worker(new URL('./world.ts', import.meta.url), { workerData: plan });
  const [outcome] = await once(worker, 'message');
  return outcome as Outcome;
}

/** What went wrong, with the world in which it did: its seed plays it again. */
function named(seed: string, outcome: Outcome): Outcome {
  const inWorld = (wrong: readonly string[]) => wrong.map((each) => `world ${seed}: ${each}`);
  const { lost, doubled, untimely, leftOpen, incidents } = outcome;
  return {
    ...outcome,
    ...{ lost: inWorld(lost), doubled: inWorld(doubled), untimely: inWorld(untimely) },
    ...{ leftOpen: inWorld(leftOpen), incidents: inWorld(incidents) },
  };
}

const sumOf = (one: Outcome, other: Outcome): Outcome => ({
  expected: one.expected + other.expected,
  posted: one.posted + other.posted,
  skipped: new Map(sums([...one.skipped], [...other.skipped])),
  lost: [...one.lost, ...other.lost],
  doubled: [...one.doubled, ...other.doubled],
  doubledBlind: one.doubledBlind + other.doubledBlind,
  untimely: [...one.untimely, ...other.untimely],
  leftOpen: [...one.leftOpen, ...other.leftOpen],
  incidents: [...one.incidents, ...other.incidents],
  counts: Object.fromEntries(sums(Object.entries(one.counts), Object.entries(other.counts))),
  seconds: one.seconds + other.seconds,
});

type Counts = readonly (readonly [string, number])[];

/** Counts under the same name, added. */
const sums = (one: Counts, other: Counts): [string, number][] =>
  [...Map.groupBy([...one, ...other], ([name]) => name)].map(([name, counts]) => [name, counts.reduce((sum, [, count]) => sum + count, 0)]);
