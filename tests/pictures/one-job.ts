import { createWorkers } from '../../src/pictures/workers.ts';

// A program for the tests that has one job done and closes nothing.
const script = new URL('unruly-worker.ts', import.meta.url);
const workers = createWorkers<string, string>({ script, threads: 1, waiting: 1, deadlineMs: 10_000, startMs: 20_000, memoryMb: 64 });
const { kind } = await workers.run('job');
process.stdout.write(kind);
