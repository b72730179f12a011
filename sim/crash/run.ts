import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLuck, type Luck } from '../daily/luck.ts';
import type { Counts } from './platform.ts';
import { dueNow } from './seed.ts';

/** One crash test. */
export interface CrashPlan {
  readonly store: 'PostgreSQL' | 'SQLite';
  /** Where the store is, as `openStore` takes it. */
  readonly where: string;
  readonly canLook: boolean;
  readonly workers: number;
  readonly conversations: number;
  /** How often a worker is killed while there is something to post. */
  readonly kills: number;
  /** How far apart posts to one space are, in milliseconds. */
  readonly gapMs: number;
  readonly seed: string;
}

export interface CrashOutcome extends Counts {
  readonly plan: CrashPlan;
  readonly kills: number;
  /** How long it took until 99 of 100 channels had their quiz, and until all had. */
  readonly mostMs: number;
  readonly allMs: number;
}

/** Whoever is not done by then has lost something. */
const LIMIT_MS = 900_000;
/** How often one looks whether all is done. */
const LOOK_MS = 250;

const start = (script: string, args: readonly (string | number)[]): ChildProcess =>
  fork(fileURLToPath(new URL(script, import.meta.url)), args.map(String), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

/** Lets workers post while they are killed, until every channel has its quiz. */
export async function crash(plan: CrashPlan): Promise<CrashOutcome> {
  const luck = createLuck(plan.seed);
  await dueNow(plan.where, plan.conversations);
  const platform = start('platform.ts', [Math.max(1, Math.floor(plan.conversations / (plan.kills + 2)))]);
  const [{ port }] = (await once(platform, 'message')) as [{ port: number }];
  const workers = createWorkers(plan, `http://127.0.0.1:${port}`, luck);
  try {
    return { plan, ...(await untilAllIsPosted(plan, platform, workers)), kills: workers.kills() };
  } finally {
    await workers.end();
    platform.kill('SIGKILL');
  }
}

interface Workers {
  /** Kills one that is at work, and starts another in its place. Says whether there was one. */
  killOne(): boolean;
  kills(): number;
  end(): Promise<void>;
}

function createWorkers({ where, canLook, workers: count, gapMs }: CrashPlan, platform: string, luck: Luck): Workers {
  const atWork = new Set<ChildProcess>();
  const running = new Set<ChildProcess>();
  let kills = 0;
  let isOver = false;
  const startOne = (): void => {
    const worker = start('worker.ts', [where, platform, canLook ? 'look' : 'blind', gapMs]);
    running.add(worker);
    worker.once('message', () => atWork.add(worker));
    worker.once('exit', () => {
      running.delete(worker);
      atWork.delete(worker);
      if (!isOver) startOne();
    });
  };
  for (let number = 0; number < count; number++) startOne();
  return {
    killOne() {
      if (atWork.size === 0) return false;
      const victim = luck.pick([...atWork]);
      atWork.delete(victim);
      victim.kill('SIGKILL');
      kills += 1;
      return true;
    },
    kills: () => kills,
    async end() {
      isOver = true;
      const ended = [...running].map((worker) => once(worker, 'exit'));
      for (const worker of running) worker.kill('SIGKILL');
      await Promise.all(ended);
    },
  };
}

async function untilAllIsPosted({ conversations, kills }: CrashPlan, platform: ChildProcess, workers: Workers) {
  const began = performance.now();
  let mostMs = Number.NaN;
  const asking = setInterval(() => platform.send('count'), LOOK_MS);
  let killedAt = 0;
  try {
    for (;;) {
      const [counts] = (await once(platform, 'message')) as [Counts];
      const elapsed = performance.now() - began;
      const share = counts.channels / conversations;
      if (Number.isNaN(mostMs) && share >= 0.99) mostMs = elapsed;
      if (share === 1 || elapsed > LIMIT_MS) return { ...counts, mostMs, allMs: elapsed };
      const wanted = Math.floor((counts.posts * (kills + 2)) / conversations);
      if (wanted > killedAt && workers.killOne()) killedAt = wanted;
    }
  } finally {
    clearInterval(asking);
  }
}
