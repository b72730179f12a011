import { editDistance } from '../../search/edit-distance.ts';
import { hasHan } from '../../search/text.ts';

/** Names shorter than this are all near each other: PV and PVC, CMD and ADD. */
const SHORTEST = 5;
/** One letter in so many may differ. */
const LETTERS_AN_EDIT = 4;

/** Whether one name, by its key, is likely a misspelling or another form of the other: Respository, Repository. */
export function areKeysNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  // The numbers in a name tell things apart: Kubernetes 1.33, Kubernetes 1.34.
  if (shorter < SHORTEST || one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  const limit = Math.floor(shorter / LETTERS_AN_EDIT);
  return editDistance(one, other, limit) <= limit;
}

/** How often each piece of a text is in it: words of Latin letters and digits, pairs of neighbouring Han characters. */
export type Pieces = ReadonlyMap<string, number>;

/** Counts a text’s pieces; width and case make no difference. */
export function piecesOf(text: string): Pieces {
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const { 0: run } of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)) {
    if (!hasHan(run) || run.length === 1) add(run);
    else for (let index = 1; index < run.length; index++) add(run.slice(index - 1, index + 1));
  }
  return counts;
}

/** The share of pieces that two texts have in common (Dice), from 0 to 1. */
export function likeness(a: Pieces, b: Pieces): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [piece, count] of fewer) shared += Math.min(count, more.get(piece) ?? 0);
  const total = sum(a) + sum(b);
  return total === 0 ? 0 : (2 * shared) / total;
}

const sum = (pieces: Pieces): number => pieces.values().reduce((total, count) => total + count, 0);
