import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/core/content/concept.ts';
import { learningPath } from '../../../src/core/content/path.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';

const [TEMPLATE] = libraryOf([{ path: 'a.yaml', text: 'concepts:\n  - { id: a, en: { name: A, definition: D. } }\n' }]).concepts.values();

/** Concepts in the order of their file. */
const conceptsFrom = (all: readonly Pick<Concept, 'id' | 'needs' | 'tier'>[]): Map<string, Concept> =>
  new Map(all.map((each) => [each.id, { ...(TEMPLATE as Concept), ...each }]));

/** What a concept needs, and what that needs, and so on. */
function needsOf(concepts: ReadonlyMap<string, Concept>, id: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const need of concepts.get(next)?.needs ?? []) {
      if (!concepts.has(need) || reached.has(need)) continue;
      reached.add(need);
      waiting.push(need);
    }
  }
  return reached;
}

/** Expects that every concept is there once, and that nothing stands before what it needs, but for circles. */
function expectOrder(concepts: ReadonlyMap<string, Concept>): void {
  const path = learningPath(concepts).map(({ id }) => id);
  expect(path.toSorted()).toEqual([...concepts.keys()].toSorted());
  const places = new Map(path.map((id, at) => [id, at]));
  for (const id of concepts.keys()) {
    for (const need of concepts.get(id)?.needs ?? []) {
      if (!concepts.has(need) || needsOf(concepts, need).has(id) || need === id) continue;
      expect([id, need, (places.get(need) ?? 0) < (places.get(id) ?? 0)]).toEqual([id, need, true]);
    }
  }
}

describe('the learning path', () => {
  test('of the shipped concepts holds each once, after all that it needs', async () => {
    const { concepts } = await shippedLibrary();
    expect(concepts.size).toBeGreaterThan(200);
    expectOrder(concepts);
  });

  test('holds each concept once, after all that it needs, whatever that is, unless they are in a circle', () => {
    const id = fc.constantFrom(...'abcdefgh');
    const concept = fc.record({
      id,
      needs: fc.array(fc.constantFrom(...'abcdefgh', 'gone'), { maxLength: 4 }),
      tier: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(concept, { selector: (each) => each.id }), (all) => {
        expectOrder(conceptsFrom(all));
      }),
    );
  });

  test('begins with what everyone needs, else it is in the order of the files', () => {
    const all = [
      { id: 'some-day', needs: [], tier: 3 },
      { id: 'soon', needs: [], tier: 2 },
      { id: 'sooner', needs: [], tier: 2 },
      { id: 'first', needs: ['before'], tier: 1 },
      { id: 'before', needs: [], tier: 3 },
    ];
    expect(learningPath(conceptsFrom(all)).map(({ id }) => id)).toEqual(['before', 'first', 'soon', 'sooner', 'some-day']);
  });

  test('breaks a circle where it is met first', () => {
    const all = [...'abc'].map((id, at) => ({ id, needs: ['bca'.charAt(at)], tier: 1 }));
    expect(learningPath(conceptsFrom(all)).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('follows a chain of any length', () => {
    const all = Array.from({ length: 30_000 }, (_, at) => ({ id: `c${at}`, needs: [`c${at + 1}`], tier: 1 }));
    expect(learningPath(conceptsFrom(all))[0]?.id).toBe('c29999');
  });
});
