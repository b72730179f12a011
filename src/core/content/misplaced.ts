import { isMap, isSeq } from 'yaml';
import { z } from 'zod';
import { ANY, type Group, groupsOf, type Schema } from './schema-groups.ts';

type Path = readonly PropertyKey[];

/** How a file is laid out. */
export interface Layout {
  /** What the parser has at a path. */
  nodeAt(path: Path): unknown;
  /** The column of the part at a path, counted from 1. */
  columnOf(path: Path): number;
}

/** A key, where it stands, and what it holds. */
export interface StrayKey {
  /** The path of the group that it stands in. */
  readonly path: Path;
  readonly key: string;
  readonly value: unknown;
}

/** How to mend a key that its group does not know, but another one does; nothing where none knows it. */
export function mendMisplaced(stray: StrayKey, schema: Schema, layout: Layout): string | undefined {
  const knowing = groupsOf(schema).filter(({ keys }) => Object.hasOwn(keys, stray.key));
  const [best, second] = leastOf(
    leastOf(knowing, (group) => countWrong(group, stray)),
    (group) => stepsBetween(group, stray.path),
  );
  if (!best) return undefined;
  const where = second ? `${nameOf(best)} or ${nameOf(second)}` : nameOf(best);
  return `it belongs to ${where}: ${howToMove(stray, best, layout)}`;
}

function leastOf<Item>(items: readonly Item[], measure: (item: Item) => number): Item[] {
  const least = Math.min(...items.map(measure));
  return items.filter((item) => measure(item) === least);
}

/** How badly what the key holds would fit into a group. */
function countWrong({ keys }: Group, { key, value }: StrayKey): number {
  const part = keys[key];
  return part ? (z.core.safeParse(part, value).error?.issues.length ?? 0) : Number.POSITIVE_INFINITY;
}

/** How far a group is from a path: outwards first, then inwards, then elsewhere. */
function stepsBetween({ path }: Group, from: Path): number {
  const shared = commonSteps(path, from);
  if (shared === path.length) return from.length - shared;
  return (shared === from.length ? 100 : 200) + path.length - shared;
}

function commonSteps(path: readonly string[], from: Path): number {
  const end = path.findIndex((step, at) => at >= from.length || (step !== ANY && step !== from[at]));
  return end === -1 ? path.length : end;
}

const ENTRIES: Readonly<Record<string, string>> = { concepts: 'a concept', questions: 'a question', distractors: 'a wrong choice' };

function nameOf({ path }: Group): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file itself';
  if (last !== ANY) return last;
  const list = path.at(-2) ?? '';
  return ENTRIES[list] ?? `an entry of ${list}`;
}

/** Whether it is enough to shift the key, and by how much; else where to. */
function howToMove({ path, key, value }: StrayKey, to: Group, layout: Layout): string {
  const target = placeOf(to, path, layout);
  const group = layout.nodeAt(target);
  const here = layout.nodeAt(path);
  const neighbour = keysOf(group).find((name) => name !== key);
  const move = neighbour === undefined ? 'move it there' : `move it there, beside ${neighbour}`;
  if (!isMap(group) || group.flow || !isMap(here) || here.flow || neighbour === undefined) return move;
  const keys = keysOf(here);
  const at = keys.indexOf(key);
  const isInside = target.length > path.length;
  // Shifted inwards it joins the group right above it; shifted outwards it takes along all that comes after it.
  const joins = isInside ? keys[at - 1] === target[path.length] : value === null || at === keys.length - 1;
  const by = layout.columnOf([...target, neighbour]) - layout.columnOf([...path, key]);
  if (!joins || by === 0) return move;
  const spaces = `${Math.abs(by)} ${by > 0 ? 'more ' : ''}${Math.abs(by) === 1 ? 'space' : 'spaces'}`;
  const along = typeof value === 'object' && value !== null ? ', and shift the lines that belong to it along' : '';
  return `${by > 0 ? `put ${spaces} before it` : `take ${spaces} away`}, so that it begins as ${neighbour} does${along}`;
}

const keysOf = (node: unknown): string[] => (isMap(node) ? node.items.map(({ key: name }) => String(name)) : []);

/** The place of a group in the file: along the way to the key as far as both go, then the last entry of each list. */
function placeOf({ path }: Group, from: Path, { nodeAt }: Layout): Path {
  const shared = commonSteps(path, from);
  const place = from.slice(0, shared);
  for (const step of path.slice(shared)) {
    const node = nodeAt(place);
    place.push(step === ANY && isSeq(node) ? node.items.length - 1 : step);
  }
  return place;
}
