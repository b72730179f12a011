import { isMap, isScalar } from 'yaml';
import type { Explained } from './issue.ts';
import type { Fault } from './yaml-document.ts';
import type { FindPart } from './yaml-parts.ts';

/** What is wrong in a file. */
interface Wrong {
  readonly explained: readonly Explained[];
  readonly faults: readonly Fault[];
}

/**
 * Leaves out what only follows from something else that is told: a key is not
 * missing that stands in the wrong place or is misspelt; and where a key was
 * meant to hold the keys below it, those do not stand there twice. What is
 * told in the same words of the same place is told once.
 */
export function causesAmong(explained: readonly Explained[], faults: readonly Fault[], { nodeAt }: Pick<FindPart, 'nodeAt'>): Wrong {
  const strays = explained.filter(({ meant }) => meant !== undefined);
  const isMeant = ({ path, isMissing }: Explained) =>
    isMissing === true && strays.some((stray) => stray.meant === path.at(-1) && areKin(path.slice(0, -1), stray.path.slice(0, -1)));
  const broken = new Map(explained.filter((each) => !isMeant(each)).map((each) => [`${each.path.join('/')} ${each.message}`, each]));
  const hollow = strays.map(({ path }) => ({ group: nodeAt(path.slice(0, -1)), key: path.at(-1) }));
  const isHeld = ({ group, offset }: Fault) => hollow.some((stray) => stray.group === group && isHollowBefore(group, stray.key, offset));
  return { explained: [...broken.values()], faults: faults.filter((fault) => fault.group === undefined || !isHeld(fault)) };
}

/** Whether one of two groups is the other, or stands in it. */
const areKin = (one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean =>
  one.slice(0, other.length).every((step, at) => step === other[at]);

/** Whether a key with nothing behind it stands in a group before a place. */
function isHollowBefore(group: unknown, key: PropertyKey | undefined, offset: number): boolean {
  if (!isMap(group)) return false;
  return group.items.some(
    (pair) => String(pair.key) === key && isScalar(pair.value) && pair.value.value === null && (pair.value.range?.[0] ?? offset) < offset,
  );
}
