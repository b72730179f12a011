import { keyOf } from './found.ts';
import { likeness, piecesOf } from './near.ts';
import type { Pair, Remembered, Unnamed } from './remembered.ts';

/** A pair that shares a name. */
interface Candidate {
  readonly fresh: number;
  readonly old: number;
  /** The higher, the surer. */
  readonly grade: number;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** A name that more concepts share says little; so many of them are compared. */
const MAX_NAMESAKES = 40;

/**
 * Pairs concepts that share a name, the surest first: those with the same
 * first name before those where one's alias is the other's name, then those
 * in the same place, then those whose definitions are more alike. So, of two
 * concepts with one translation, each keeps its own id.
 */
export function matchByName(fresh: readonly Unnamed[], known: readonly Remembered[]): Pair[] {
  const unchanged = matchUnchanged(fresh, known);
  const takenFresh = new Set(unchanged.map((pair) => pair.fresh));
  const takenOld = new Set(unchanged.map((pair) => pair.old));
  const pairs = [...unchanged];
  for (const candidate of findCandidates(fresh, known, takenFresh, takenOld)) {
    if (takenFresh.has(candidate.fresh) || takenOld.has(candidate.old)) continue;
    takenFresh.add(candidate.fresh);
    takenOld.add(candidate.old);
    pairs.push(candidate);
  }
  return pairs.map(({ fresh: now, old }) => ({ fresh: now, old, why: 'same name' }));
}

/** Those with the same first name in the same place: nearly all, at every load. */
function matchUnchanged(fresh: readonly Unnamed[], known: readonly Remembered[]): { fresh: number; old: number }[] {
  const keyAt = ({ names, place }: Unnamed) => `${keyOf(names[0] ?? '')}\n${place}`;
  const olds = new Map(known.map((concept, old) => [keyAt(concept), old]));
  return fresh.flatMap((concept, index) => {
    const key = keyAt(concept);
    const old = olds.get(key);
    olds.delete(key);
    return old === undefined ? [] : [{ fresh: index, old }];
  });
}

function findCandidates(
  fresh: readonly Unnamed[],
  known: readonly Remembered[],
  takenFresh: ReadonlySet<number>,
  takenOld: ReadonlySet<number>,
): Candidate[] {
  const oldsByName = new Map<string, number[]>();
  for (const [old, { names }] of known.entries()) {
    if (takenOld.has(old)) continue;
    for (const key of new Set(names.map(keyOf))) {
      const olds = oldsByName.get(key) ?? [];
      if (olds.length < MAX_NAMESAKES) oldsByName.set(key, [...olds, old]);
    }
  }
  const candidates = fresh.flatMap((concept, index) => {
    if (takenFresh.has(index)) return [];
    const olds = new Set(concept.names.flatMap((name) => oldsByName.get(keyOf(name)) ?? []));
    return [...olds].flatMap((old) => {
      const other = known[old];
      return other ? [{ fresh: index, old, grade: gradeOf(concept, other), likeness: likenessOf(concept, other) }] : [];
    });
  });
  return candidates.sort((a, b) => b.grade - a.grade || b.likeness - a.likeness || a.fresh - b.fresh || a.old - b.old);
}

function gradeOf(one: Unnamed, other: Unnamed): number {
  const [ones, others] = [one.names.map(keyOf), other.names.map(keyOf)];
  const [first = '', otherFirst = ''] = [ones[0], others[0]];
  const byName = first === otherFirst ? 2 : Number(others.includes(first) || ones.includes(otherFirst));
  return 2 * byName + Number(one.place === other.place);
}

const likenessOf = (one: Unnamed, other: Unnamed): number => likeness(piecesOf(one.definition), piecesOf(other.definition));
