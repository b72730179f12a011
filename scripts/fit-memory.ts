import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { historiesOf, logLossOf, numberOf } from '../src/core/review/fit.ts';
import { createMemoryModel, DEFAULT_SETTINGS, RATINGS } from '../src/core/review/memory.ts';

/**
 * Fits FSRS's weights to a log: `npm run fit-memory -- LOG`, where each line of
 * the file LOG is an object {"id","at","concept","what"} as in `LogLine`, and
 * `what` is {"kind":"rated","rating":"good"}, {"kind":"hit","choices":4}, ….
 * Prints the weights, and how well they predict beside the default ones.
 */

/** Fewer ratings say too little to fit 21 weights to; a guess of ours, no rule. */
const ENOUGH = 400;

const logLine = z.object({
  id: z.string(),
  at: z.coerce.date(),
  concept: z.string(),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rated'), rating: z.enum(RATINGS) }),
    z.object({ kind: z.literal('hit'), choices: z.int().min(2) }),
    z.object({ kind: z.enum(['missed', 'unsure', 'known']) }),
    z.object({ kind: z.literal('undone'), line: z.string() }),
  ]),
});

const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import('@open-spaced-repetition/binding').catch((cause) => {
  throw new Error('The optimizer is an optional package, which npm has not installed on this machine: @open-spaced-repetition/binding', {
    cause,
  });
});
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file of the log: npm run fit-memory -- log.jsonl');
const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
const log = lines.map((line) => logLine.parse(JSON.parse(line)));
const histories = historiesOf(log);
if (histories.length < ENOUGH)
  print(`Only ${histories.length} ratings can be learnt from; below ${ENOUGH} the default weights are the better ones.`);
const items = histories.map(
  (history) => new FSRSBindingItem(history.map(({ rating, days }) => new FSRSBindingReview(numberOf(rating), days))),
);
const fitted = await computeParameters(items, { enableShortTerm: false });
const weights = fitted.map((weight) => Number(weight.toFixed(4)));
const models = [createMemoryModel(), createMemoryModel({ ...DEFAULT_SETTINGS, weights })];
const [before, after] = models.map((model) => logLossOf(log, model).toFixed(4));
print(`log loss on the same log: ${before} with the default weights, ${after} with these`);
print(JSON.stringify(weights));

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
