import { describe, expect, test } from 'vitest';
import { createLearner } from '../../sim/learners.ts';
import { knownAtTheEnd, type Plan, STRATEGIES } from '../../sim/team.ts';
import { seededRandom } from '../../src/core/random.ts';

const PLAN: Plan = { people: 8, days: 60, questionsADay: 5, concepts: 30, isAtWork: true };
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('a simulated team', () => {
  test('knows more concepts in the end where the chooser asks than in turn or by chance', () => {
    const [chooser = 0, inTurn = 0, byChance = 0] = STRATEGIES.map((strategy) =>
      SEEDS.reduce((sum, seed) => sum + knownAtTheEnd(strategy, PLAN, seed), 0),
    );
    expect(chooser).toBeGreaterThan(inTurn);
    expect(chooser).toBeGreaterThan(byChance);
  });

  test('is the same team for the same seed', () => {
    const short = { ...PLAN, days: 5 };
    expect(knownAtTheEnd('chooser', short, 'a')).toBe(knownAtTheEnd('chooser', short, 'a'));
    expect(knownAtTheEnd('chooser', short, 'a')).not.toBe(knownAtTheEnd('chooser', short, 'b'));
  });
});

describe('a simulated learner', () => {
  const learner = () => createLearner([{ ease: 0, metAtWork: 0 }], 60, seededRandom('x'));

  test('recalls nothing that was never met, and forgets by a power law', () => {
    const person = learner();
    expect(person.recall(0, 0)).toBe(0);
    person.answer(0, 0, 4);
    const recalls = [1, 2, 4, 8, 16].map((day) => person.recall(0, day));
    expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
    // With the power law, the logit falls alike with each doubling of the time.
    const logits = recalls.map((each) => Math.log(each / (1 - each)));
    const steps = logits.slice(1).map((logit, at) => (logits[at] ?? 0) - logit);
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
  });

  test('keeps longer what was met far apart', () => {
    const [spaced, massed] = [learner(), learner()];
    for (const day of [0, 10, 20]) spaced.answer(0, day, 4);
    for (const day of [18, 19, 20]) massed.answer(0, day, 4);
    expect(spaced.recall(0, 59)).toBeGreaterThan(massed.recall(0, 59));
  });

  test('guesses one in four of what is not known', () => {
    const random = seededRandom('guess');
    const rights = Array.from({ length: 4000 }, () => createLearner([{ ease: -9, metAtWork: 0 }], 1, random).answer(0, 0, 4));
    expect(rights.filter((isRight) => isRight).length / 4000).toBeCloseTo(0.25, 1);
  });
});
