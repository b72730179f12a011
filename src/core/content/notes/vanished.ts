import { keyOf } from './found.ts';
import { areKeysNear, likeness, type Pieces, piecesOf } from './near.ts';
import type { Pair, Reason, Remembered, Unnamed } from './remembered.ts';

/** How alike two definitions in one place have to be, and how alike anywhere. */
const ALIKE = 0.6;
const NEARLY_IDENTICAL = 0.9;
/** The pieces that a definition needs to be told from others by itself. */
const LONG_ENOUGH = 8;
/** So many vanished concepts are compared with a fresh one, those with the rarest pieces in common. */
const MAX_COMPARED = 64;

interface Likely extends Pair {
  /** 3: name and definition are near; 2: the definition is nearly the same; 1: one of them is near. */
  readonly strength: 1 | 2 | 3;
}

/**
 * Pairs the concepts that no name paired: a fresh one takes the vanished one
 * that it matches, if it matches only one and no other fresh one matches that
 * as well. Stronger evidence goes first, and what it settles is no candidate
 * for the weaker.
 */
export function matchVanished(fresh: readonly Unnamed[], known: readonly Remembered[], named: readonly Pair[]): Pair[] {
  const takenFresh = new Set(named.map((pair) => pair.fresh));
  const takenOld = new Set(named.map((pair) => pair.old));
  const likely = findLikely(fresh, known, takenFresh, takenOld);
  const pairs: Pair[] = [];
  for (const least of [3, 2, 1]) {
    const open = likely.filter((pair) => pair.strength >= least && !takenFresh.has(pair.fresh) && !takenOld.has(pair.old));
    for (const pair of onlyChoices(open)) {
      takenFresh.add(pair.fresh);
      takenOld.add(pair.old);
      pairs.push(pair);
    }
  }
  return pairs.map(({ fresh: now, old, why }) => ({ fresh: now, old, why }));
}

/** The pairs of which neither side could be paired with another. */
function onlyChoices(pairs: readonly Likely[]): Likely[] {
  const byFresh = Map.groupBy(pairs, (pair) => pair.fresh);
  const byOld = Map.groupBy(pairs, (pair) => pair.old);
  return pairs.filter((pair) => byFresh.get(pair.fresh)?.length === 1 && byOld.get(pair.old)?.length === 1);
}

interface Traits {
  readonly index: number;
  readonly keys: readonly string[];
  readonly place: string;
  readonly definition: Pieces;
}

const traitsOf = (concepts: readonly Unnamed[], without: ReadonlySet<number>): Traits[] =>
  concepts.flatMap(({ names, definition, place }, index) =>
    without.has(index) ? [] : [{ index, keys: names.map(keyOf), place, definition: piecesOf(definition) }],
  );

function findLikely(
  fresh: readonly Unnamed[],
  known: readonly Remembered[],
  takenFresh: ReadonlySet<number>,
  takenOld: ReadonlySet<number>,
): Likely[] {
  const oldsByClue = new Map<string, Traits[]>();
  for (const old of traitsOf(known, takenOld)) {
    for (const clue of cluesOf(old)) {
      const olds = oldsByClue.get(clue);
      if (olds) olds.push(old);
      else oldsByClue.set(clue, [old]);
    }
  }
  return traitsOf(fresh, takenFresh).flatMap((traits) => withRarestClues(traits, oldsByClue).flatMap((old) => compare(traits, old) ?? []));
}

/** What two concepts must share to be compared at all: pairs of letters in a name, pieces of the definition. */
function cluesOf({ keys, definition }: Traits): Set<string> {
  const clues = new Set(definition.keys());
  for (const key of keys) {
    for (let index = 1; index < key.length; index++) clues.add(`name ${key.slice(index - 1, index + 1)}`);
  }
  return clues;
}

function withRarestClues(traits: Traits, oldsByClue: ReadonlyMap<string, readonly Traits[]>): Traits[] {
  const shared = [...cluesOf(traits)].flatMap((clue) => {
    const olds = oldsByClue.get(clue);
    return olds ? [olds] : [];
  });
  const found = new Set<Traits>();
  for (const olds of shared.sort((a, b) => a.length - b.length)) {
    for (const old of olds.slice(0, MAX_COMPARED)) found.add(old);
    if (found.size >= MAX_COMPARED) break;
  }
  return [...found];
}

function compare(fresh: Traits, old: Traits): Likely | undefined {
  const pair = { fresh: fresh.index, old: old.index };
  const alike = likeness(fresh.definition, old.definition);
  if (fresh.place !== old.place) {
    const isSure = alike >= NEARLY_IDENTICAL && Math.min(fresh.definition.size, old.definition.size) >= LONG_ENOUGH;
    return isSure ? { ...pair, why: 'near-identical definition', strength: 1 } : undefined;
  }
  const isNearName = fresh.keys.some((key) => old.keys.some((other) => areKeysNear(key, other)));
  const why: Reason = isNearName ? 'same place, near name' : 'same place, near definition';
  if (isNearName && alike >= ALIKE) return { ...pair, why, strength: 3 };
  if (alike >= NEARLY_IDENTICAL) return { ...pair, why, strength: 2 };
  return isNearName || alike >= ALIKE ? { ...pair, why, strength: 1 } : undefined;
}
