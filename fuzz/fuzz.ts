import { parseArgs } from 'node:util';
import { findFaults, type Growth, measureGrowth } from './find-faults.ts';
import { createTargets } from './targets.ts';

/**
 * Feeds everything that reads what people write with a million texts:
 * `npm run fuzz`, or `npm run fuzz -- --inputs 20000 --seed mine`. Nothing may
 * throw but what tells people what to do, nothing may take 50 ms, and time may
 * grow with the length of a text, not with its square.
 */
const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });
const STEEPEST = 1.5;
const SHOWN = 200;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const targets = await createTargets();
const shares = targets.reduce((sum, { share }) => sum + share, 0);
let faults = 0;
for (const target of targets) {
  const course = findFaults(target, Math.ceil((Number(values.inputs) * target.share) / shares), values.seed);
  print(
    `${course.target.padEnd(26)} ${String(course.inputs).padStart(8)} texts, ${course.refused} refused kindly, slowest ${course.slowestMs.toFixed(1)} ms`,
  );
  for (const { what, text } of course.faults.slice(0, 5)) print(`  ${what}: ${JSON.stringify(text).slice(0, SHOWN)}`);
  const steep = measureGrowth(target).filter(({ exponent }) => exponent > STEEPEST);
  for (const growth of steep.slice(0, 5)) print(`  ${describe(growth)}`);
  faults += course.faults.length + steep.length;
}
print(`${faults} faults, ${((performance.now() - began) / 1000).toFixed(0)} s, seed ${values.seed}`);
if (faults > 0) process.exitCode = 1;

function describe({ part, exponent, ms }: Growth): string {
  return `grows with the power ${exponent.toFixed(1)} of its length, to ${ms.toFixed(0)} ms: ${JSON.stringify(part)} again and again`;
}
