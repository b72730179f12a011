import { knownAtTheEnd, type Plan, STRATEGIES, type Strategy } from './team.ts';

/**
 * Does choosing what people would most probably miss teach more than asking in
 * turn, or by chance? `npm run sim:memory` prints what it finds: in each row the
 * same teams get the same number of questions.
 *
 * Where people meet some concepts in their work, the bot finds out which, and
 * asks the others. Where nobody knows anything and time is short, asking in
 * turn is as good or better: what is forgotten most is also what is hardest.
 */

const SEEDS = 20;
/** Student's t for 19 degrees of freedom, 97.5 %. */
const T = 2.093;
const TEAM = { people: 8, days: 60, questionsADay: 5 } as const;
const PLANS: readonly Plan[] = [true, false].flatMap((isAtWork) => [20, 40, 60, 100].map((concepts) => ({ ...TEAM, concepts, isAtWork })));

const began = performance.now();
print(`Concepts with a true recall above 90 % for each of ${TEAM.people} people after ${TEAM.days} days of ${TEAM.questionsADay} questions: mean and 95 % interval
over ${SEEDS} teams. "Ahead of" is the difference between runs with the same team. One answer in four is guessed right.`);
for (const plan of PLANS) {
  const known = new Map(STRATEGIES.map((strategy) => [strategy, runs(strategy, plan)]));
  const columns = STRATEGIES.map((strategy) => `${strategy} ${estimate(known.get(strategy) ?? [])}`);
  const others = STRATEGIES.slice(1).map((other) => `${other} ${estimate(difference(known, other))}`);
  print(`${plan.concepts} concepts, ${plan.isAtWork ? 'some of them also met at work' : 'met in the quiz alone'}:
  ${columns.join('   ')}
  chooser ahead of: ${others.join(', ')}`);
}
print(`${((performance.now() - began) / 1000).toFixed(1)} s`);

function runs(strategy: Strategy, plan: Plan): number[] {
  return Array.from({ length: SEEDS }, (_, seed) => knownAtTheEnd(strategy, plan, String(seed)));
}

function difference(known: ReadonlyMap<Strategy, readonly number[]>, other: Strategy): number[] {
  return (known.get('chooser') ?? []).map((each, at) => each - (known.get(other)?.[at] ?? 0));
}

function estimate(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(2)} ± ${(T * Math.sqrt(variance / values.length)).toFixed(2)}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
