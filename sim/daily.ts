import { parseArgs } from 'node:util';
import { describeOutcome, isFlawless } from './daily/report.ts';
import { simulate } from './daily/simulate.ts';

/**
 * Plays three years of daily quizzes in minutes, with all that can go wrong:
 * `npm run sim:daily [-- --seed 7 --days 30 --channels 20]`. Ends with 1 when a quiz is lost or comes twice.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '1096' },
    channels: { type: 'string', default: '200' },
    strikes: { type: 'string', default: '0.002' },
  },
});

const plan = { seed: values.seed, days: Number(values.days), channels: Number(values.channels), strikes: Number(values.strikes) };
const outcome = await simulate(plan);
process.stdout.write(`${describeOutcome(plan, outcome)}\n`);
process.exitCode = isFlawless(outcome) ? 0 : 1;
