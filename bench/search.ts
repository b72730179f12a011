import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureColdStart } from './cold-start.ts';
import { goalsFor } from './goals.ts';
import type { SizeResult } from './one-size.ts';
import { describeGoals, describeLoad, describeMachine, describeSize } from './report.ts';

/**
 * Compares this project's search with MiniSearch and plain fuse.js over the same
 * notes in one run: `npm run bench:search [-- --sizes 200,1000]`. Prints
 * figures, and asserts none: they say something only next to each other.
 */

const ONE_SIZE = fileURLToPath(new URL('one-size.ts', import.meta.url));
const NOTES = `Times are median, p99 (number of queries) of the first pass; "undisturbed" is the p99 of each query's best of up to three passes.
Memory is what the index keeps after garbage collection, without the notes. recall@1: what is shown first is right.
Off-topic questions must be refused, which only kubetutor knows how to do.`;

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '200,1000,10000,100000' } } });
await compare(values.sizes.split(',').map(sizeFrom));

async function compare(sizes: readonly number[]): Promise<void> {
  const began = performance.now();
  print(describeMachine());
  const coldStart = measureColdStart();
  print(NOTES);
  const results: SizeResult[] = [];
  for (const size of sizes) {
    const result = await measureApart(size);
    print(describeSize(result));
    results.push(result);
  }
  print(describeGoals(goalsFor(results, coldStart)));
  print(`load at the end ${describeLoad()}, ${Math.round((performance.now() - began) / 1000)} s in all`);
}

function sizeFrom(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 10) throw new RangeError(`--sizes: ${text} is no whole number from 10 on`);
  return size;
}

function measureApart(size: number): Promise<SizeResult> {
  return new Promise((resolve, reject) => {
    const child = fork(ONE_SIZE, [String(size)], { execArgv: ['--expose-gc'] });
    child.once('message', (result) => resolve(result as SizeResult));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`measuring ${size} concepts ended with ${code}`)));
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
