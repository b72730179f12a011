import { parseArgs } from 'node:util';
import { describeLoad, describeMachine } from '../bench/report.ts';
import { describeOutcome, isFlawless } from './daily/report.ts';
import { playWorlds } from './daily/worlds.ts';

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
print(describeMachine());
const outcome = await playWorlds(plan, print);
print(describeOutcome(plan, outcome));
print(`load at the end ${describeLoad()}`);
process.exitCode = isFlawless(outcome) ? 0 : 1;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
