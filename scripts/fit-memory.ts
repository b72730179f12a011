import { readFile } from 'node:fs/promises';
import { historiesOf, logInExport, logLossOf, numberOf, together } from '../src/core/review/fit.ts';
import { createMemoryModel, DEFAULT_SETTINGS } from '../src/core/review/memory.ts';

/**
 * Fits FSRS's weights to what people have reviewed: `npm run fit-memory -- ANN.json BOB.json`,
 * each what `export` gave one person. Prints how well the new weights predict
 * beside the default ones, and the line for `.env` that sets them.
 */

/** Fewer ratings say too little to fit 21 weights to; a guess of ours, no rule. */
const ENOUGH = 400;

const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import('@open-spaced-repetition/binding').catch((cause) => {
  throw new Error('The optimizer is an optional package, which npm has not installed on this machine: @open-spaced-repetition/binding', {
    cause,
  });
});
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Name what export gave each person: npm run fit-memory -- ann.json bob.json');
const log = together(await Promise.all(files.map(async (file) => logInExport(await readFile(file, 'utf8')))));
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
print(`WEIGHTS=${weights.join(',')}`);

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
