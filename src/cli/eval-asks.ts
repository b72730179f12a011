import type { Config } from '../config.ts';
import { type LeftOut, leaveEachOut, leftOutScores, placeOf } from '../core/search/leave-one-out.ts';
import { percent, ratesTable } from './rates.ts';
import { openTutor } from './tutor.ts';

interface EvalAsksOptions {
  readonly config: Config;
  readonly json?: boolean;
  /** Show the ways to ask that do not find their concept first, of files whose name holds this. */
  readonly misses?: string;
}

/** Asks all ways to ask that the notes hold, each as if it had not been written, and prints how many find their concept. */
export async function evaluateAsks({ config, json = false, misses }: EvalAsksOptions): Promise<void> {
  const all = leaveEachOut((await openTutor(config)).knowledge());
  const scores = leftOutScores(all);
  const lines = scores.map(({ lang, asks, at1, at3 }) => [lang, String(asks), percent(at1), percent(at3)]);
  const table = ratesTable('ways to ask, each left out of the index', ['language', 'n', 'recall@1', 'recall@3'], lines);
  process.stdout.write(json ? `${JSON.stringify({ leftOut: scores })}\n` : table);
  if (misses === undefined) return;
  const shown = all.filter((one) => one.concept.origin.file.includes(misses) && placeOf(one) !== 0);
  for (const one of shown) process.stdout.write(`${describe(one)}\n`);
}

function describe({ concept, language, ask, finding: { kind, ids, others } }: LeftOut): string {
  return `  ${language} "${ask}" wanted ${concept.id}, got ${kind} ${[...ids, ...others].slice(0, 3).join(', ')}`;
}
