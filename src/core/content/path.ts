import type { Concept } from './concept.ts';

/**
 * The order in which to learn: nothing before what it needs, the concepts that
 * everyone needs (tier 1) as early as that allows, else as the files have them.
 * What is in a circle of needs comes where it is met first.
 */
export function learningPath(concepts: ReadonlyMap<string, Concept>): Concept[] {
  const path: Concept[] = [];
  const visited = new Set<string>();
  const visit = (concept: Concept): void => {
    if (visited.has(concept.id)) return;
    visited.add(concept.id);
    for (const id of concept.needs) {
      const needed = concepts.get(id);
      if (needed) visit(needed);
    }
    path.push(concept);
  };
  for (const concept of [...concepts.values()].toSorted((a, b) => a.tier - b.tier)) visit(concept);
  return path;
}
