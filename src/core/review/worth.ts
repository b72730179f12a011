import type { Concept } from '../content/concept.ts';

const TIERS = 3;

/**
 * How much each concept is worth remembering, by id: from 1 on, three times as
 * much where everyone needs it first (tier 1) as where some need it some day
 * (tier 3), and more the more others build on it, by the logarithm of their number.
 */
export function worthOf(concepts: readonly Concept[]): Map<string, number> {
  const builtOn = new Map<string, number>();
  for (const id of concepts.flatMap(({ needs }) => needs)) builtOn.set(id, (builtOn.get(id) ?? 0) + 1);
  return new Map(concepts.map(({ id, tier }) => [id, (TIERS + 1 - tier) * (1 + Math.log2(1 + (builtOn.get(id) ?? 0)))]));
}
