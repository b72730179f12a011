import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from './simulate.ts';

/** One world, in a thread of its own: takes a plan, and sends what became of it. */
parentPort?.postMessage(await simulate(workerData));
