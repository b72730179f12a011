import { createIds } from './ids.ts';
import type { Reason, Remembered, Unnamed } from './remembered.ts';
import { matchByName } from './same-name.ts';
import { matchVanished } from './vanished.ts';

/** A fresh concept that keeps a remembered one's id. */
export interface Match {
  readonly id: string;
  /** The first names, then and now. */
  readonly was: string;
  readonly now: string;
  readonly why: Reason;
}

/** Which concept is which, after a load. */
export interface Identities {
  /** One for each fresh concept, in their order; no two alike. */
  readonly ids: readonly string[];
  readonly matches: readonly Match[];
  /** All to remember from now on, by id: the fresh ones, and the vanished ones, which may come back. */
  readonly remembered: readonly Remembered[];
}

/**
 * Finds out which concepts of edited notes are which, so that no edit costs
 * anyone their progress.
 *
 * First, a concept with a name of a remembered one is that one, wherever it
 * stands now and whatever is said of it. What is left takes the id of the one
 * vanished concept that it matches: in the same place by a near name or
 * definition, elsewhere by a nearly identical definition. Where two could be
 * meant, and for all that is new, there is a new id. The order of
 * `remembered` does not matter.
 *
 * @param taken - the ids of concepts from elsewhere (shipped ones, YAML
 *   files). A remembered id among them is not given again.
 */
export function matchIdentities(fresh: readonly Unnamed[], remembered: readonly Remembered[], taken: ReadonlySet<string>): Identities {
  const known = remembered.filter(({ id }) => !taken.has(id)).toSorted((a, b) => compareIds(a.id, b.id));
  const byName = matchByName(fresh, known);
  const pairs = [...byName, ...matchVanished(fresh, known, byName)].toSorted((a, b) => a.fresh - b.fresh);
  const kept = new Map(pairs.map((pair) => [pair.fresh, known[pair.old]?.id]));
  const newIds = createIds([...taken, ...remembered.map(({ id }) => id)]);
  const ids = fresh.map(({ names }, index) => kept.get(index) ?? newIds.next(names));
  const matches = pairs.map(({ fresh: now, old, why }) => ({
    id: ids[now] ?? '',
    was: known[old]?.names[0] ?? '',
    now: fresh[now]?.names[0] ?? '',
    why,
  }));
  const current = fresh.map(({ names, definition, place }, index) => ({ id: ids[index] ?? '', names, definition, place }));
  const all = new Map([...remembered, ...current].map((concept) => [concept.id, concept]));
  return { ids, matches, remembered: [...all.values()].toSorted((a, b) => compareIds(a.id, b.id)) };
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
