import type { Concept } from './concept.ts';

/**
 * The order in which to learn: nothing before what it needs, the concepts that
 * everyone needs (tier 1) as early as that allows, else as the files have them.
 * What is in a circle of needs comes where it is met first.
 */
export function learningPath(concepts: ReadonlyMap<string, Concept>): Concept[] {
  const path = new Set<Concept>();
  const begun = new Set<Concept>();
  for (const concept of [...concepts.values()].toSorted((a, b) => a.tier - b.tier)) {
    // A stack of our own: a chain of needs may be as long as there are concepts.
    const waiting = [concept];
    for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
      if (begun.has(next)) {
        waiting.pop();
        path.add(next);
        continue;
      }
      begun.add(next);
      const needed = next.needs.flatMap((id) => concepts.get(id) ?? []).filter((need) => !begun.has(need));
      waiting.push(...needed.toReversed());
    }
  }
  return [...path];
}
