import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryModel, type Memory } from '../../../src/core/review/memory.ts';
import { FEWEST_PEOPLE, memoryMap } from '../../../src/core/review/memory-map.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-02T12:00:00Z');
const TIMES = [0, 7, 30].map((days) => new Date(NOW.getTime() + days * DAY_MS));
const model = createMemoryModel();

const memory = (stability: number): Memory => ({
  ...{ stability, difficulty: 5, misses: 0 },
  due: NOW,
  seenAt: new Date(NOW.getTime() - 3 * DAY_MS),
  since: new Date(NOW.getTime() - 9 * DAY_MS),
});
const person = (known: Readonly<Record<string, number>>) =>
  new Map(Object.entries(known).map(([concept, stability]) => [concept, memory(stability)]));

describe('what a team remembers', () => {
  test('is the average over those who have met a concept, the weakest first', () => {
    const people = [...Array.from({ length: 4 }, () => person({ pod: 10, etcd: 1 })), person({ pod: 10, etcd: 100 }), person({ pod: 10 })];
    const [etcd, pod] = memoryMap(people, TIMES, model);
    expect([etcd?.concept, pod?.concept]).toEqual(['etcd', 'pod']);
    expect(pod?.recall).toEqual(TIMES.map((at) => expect.closeTo(model.recall(memory(10), at), 10)));
    expect(etcd?.recall[0]).toBeCloseTo((4 * model.recall(memory(1), NOW) + model.recall(memory(100), NOW)) / 5, 10);
  });

  const team = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.1, max: 500, noNaN: true })), {
    maxLength: 12,
  });

  test('says nothing of a concept that fewer than five have met, and of none that five have is silent', () => {
    fc.assert(
      fc.property(team, (people) => {
        const told = memoryMap(people.map(person), TIMES, model).map(({ concept }) => concept);
        const met = ['a', 'b', 'c', 'd'].filter((concept) => people.filter((known) => concept in known).length >= FEWEST_PEOPLE);
        expect(told.toSorted()).toEqual(met);
      }),
    );
  });

  test('is the same in whatever order people come, and falls with time', () => {
    fc.assert(
      fc.property(team, (people) => {
        const map = memoryMap(people.map(person), TIMES, model);
        expect(memoryMap(people.toReversed().map(person), TIMES, model)).toEqual(map);
        for (const { recall } of map) expect(recall.toSorted((a, b) => b - a)).toEqual(recall);
      }),
    );
  });
});
