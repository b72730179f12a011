import { Worker } from 'node:worker_threads';

/** What a worker's script says: first that it is ready, then one thing about each job. */
export type Said<Answer> = { readonly kind: 'ready' } | Outcome<Answer>;

/** What came of a job; `message` is for a log. */
export type Outcome<Answer> = { readonly kind: 'done'; readonly answer: Answer } | { readonly kind: 'failed'; readonly message: string };

/** Threads that work jobs off, one each at a time. */
export interface Workers<Job, Answer> {
  /** Never rejects, and always ends: by the deadline at the latest, counted from when a thread takes the job on. */
  run(job: Job): Promise<Outcome<Answer>>;
  close(): Promise<void>;
}

interface Options {
  /** As `import.meta.url` sees it. */
  readonly script: URL;
  readonly threads: number;
  /** How many jobs may wait; what comes on top fails at once. */
  readonly waiting: number;
  readonly deadlineMs: number;
  readonly startMs: number;
  /** How large the heap of a thread may grow before it is ended. */
  readonly memoryMb: number;
}

interface Task<Job, Answer> {
  readonly job: Job;
  settle(outcome: Outcome<Answer>): void;
}

/**
 * Small, so that what survives one collection stays within the 16 MB that Node
 * grants a thread to end in; beyond them the whole process would be aborted.
 */
const YOUNG_MB = 8;

/**
 * Starts threads as jobs come, and keeps them for the next ones. A thread that
 * fails, dies or misses the deadline is ended, and another one takes its place.
 * Threads without work do not keep the process alive.
 */
export function createWorkers<Job, Answer>({ script, threads, waiting, deadlineMs, startMs, memoryMb }: Options): Workers<Job, Answer> {
  const queue: Task<Job, Answer>[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const ready = new WeakSet<Worker>();
  let busy = 0;
  let isClosed = false;

  const next = (): void => {
    const task = busy < threads ? queue.shift() : undefined;
    if (!task) return;
    busy += 1;
    void workOff(task).then(() => {
      busy -= 1;
      next();
    });
    next();
  };

  const workOff = async ({ job, settle }: Task<Job, Answer>): Promise<void> => {
    const worker = idle.pop() ?? start();
    worker.ref();
    if (!ready.has(worker)) {
      const started = await hear<Answer>(worker, startMs, 'a thread did not start in time');
      if (started.kind === 'failed') return end(worker, started, settle);
      ready.add(worker);
    }
    const heard = hear<Answer>(worker, deadlineMs, `not done within ${deadlineMs / 1000} s`);
    hand(job, worker);
    const said = await heard;
    if (said.kind !== 'done') return end(worker, said.kind === 'failed' ? said : { kind: 'failed', message: 'out of turn' }, settle);
    worker.unref();
    if (isClosed) await worker.terminate();
    else idle.push(worker);
    settle(said);
  };

  /** What cannot be handed over to a thread fails there, as if the thread had failed. */
  const hand = (job: Job, worker: Worker): void => {
    try {
      worker.postMessage(job);
    } catch (error) {
      worker.emit('error', error);
    }
  };

  const start = (): Worker => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB } });
    all.add(worker);
    // Whoever waits for it hears of it too; without a listener an error would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  };

  const end = async (worker: Worker, outcome: Outcome<Answer>, settle: (outcome: Outcome<Answer>) => void): Promise<void> => {
    settle(outcome);
    await worker.terminate();
  };

  return {
    run: (job) => {
      if (isClosed) return Promise.resolve({ kind: 'failed', message: 'closed' });
      if (busy >= threads && queue.length >= waiting) return Promise.resolve({ kind: 'failed', message: 'too many at once' });
      return new Promise((settle) => {
        queue.push({ job, settle });
        next();
      });
    },
    close: async () => {
      isClosed = true;
      for (const { settle } of queue.splice(0)) settle({ kind: 'failed', message: 'closed' });
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** The next thing that a worker says, or how it failed. */
function hear<Answer>(worker: Worker, withinMs: number, late: string): Promise<Said<Answer>> {
  return new Promise((resolve) => {
    const finish = (said: Said<Answer>) => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', onError).off('exit', onExit);
      resolve(said);
    };
    const onError = (error: unknown) => finish({ kind: 'failed', message: String(error) });
    const onExit = () => finish({ kind: 'failed', message: 'the thread ended' });
    const timer = setTimeout(() => finish({ kind: 'failed', message: late }), withinMs);
    worker.on('message', finish).on('error', onError).on('exit', onExit);
  });
}
