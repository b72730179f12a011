import { parentPort } from 'node:worker_threads';

// A thread for the tests of threads: it answers a text with the text, and has its moods.
const MOODS: Readonly<Record<string, () => void>> = {
  spin: () => {
    for (;;);
  },
  throw: () => {
    throw new Error('thrown');
  },
  exit: () => process.exit(3),
  hoard: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${index}-${kept.length}`));
  },
  fail: () => parentPort?.postMessage({ kind: 'failed', message: 'not today' }),
};

parentPort?.on('message', (job: string) => {
  const mood = MOODS[job];
  if (mood) mood();
  else parentPort?.postMessage({ kind: 'done', answer: job });
});
parentPort?.postMessage({ kind: 'ready' });
