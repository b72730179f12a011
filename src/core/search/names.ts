import { nameKey, type Unit } from './text.ts';

/** Where a name stands among the units of a question: from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The entries that bear this name; more than one when it is ambiguous. */
  readonly entries: readonly number[];
  /** Whether it is a listed misspelling. */
  readonly isMisspelt: boolean;
}

/** Whether two names have the same bearers. */
export const isSameThing = (one: Span, other: Span): boolean => one.entries.join() === other.entries.join();

/** Finds entries by name, whatever the spelling of case, spaces and hyphens, in constant time. */
export interface Names {
  /** The entries that bear the name with this key, or `undefined`. */
  find(key: string): readonly number[] | undefined;
  /** The names in a question, none overlapping, in order: those that leave the least of it over ("image pull policy", not "image"). */
  spot(units: readonly Unit[]): Span[];
}

const LONGEST_NAME = 10;
/** A unit in no name weighs more than any number of names do. */
const LEFT_OVER = 1_000;

/** One number where a name has one bearer, which nearly all have: at 100,000 entries, arrays would cost 20 MB. */
type Bearers = Map<string, number | number[]>;

export function createNames(): Names & { add(name: string, entry: number): void; addMisspelling(name: string, entry: number): void } {
  const right: Bearers = new Map();
  const misspelt: Bearers = new Map();
  const find = (key: string) => bearersOf(right, key) ?? bearersOf(misspelt, key);
  return {
    find,
    add: (name, entry) => addBearer(right, nameKey(name), entry),
    addMisspelling: (name, entry) => addBearer(misspelt, nameKey(name), entry),
    spot: (units) =>
      bestCover(units, find).map(({ key, ...span }) => ({ ...span, isMisspelt: !right.has(key) && !right.has(singular(key)) })),
  };
}

function addBearer(bearers: Bearers, key: string, entry: number): void {
  const known = bearers.get(key);
  if (key === '' || known === entry) return;
  if (known === undefined) bearers.set(key, entry);
  else if (typeof known === 'number') bearers.set(key, [known, entry]);
  else if (!known.includes(entry)) known.push(entry);
}

function bearersOf(bearers: Bearers, key: string): readonly number[] | undefined {
  const known = bearers.get(key) ?? bearers.get(singular(key));
  return typeof known === 'number' ? [known] : known;
}

interface Found extends Omit<Span, 'isMisspelt'> {
  readonly key: string;
}

/** The names that leave the fewest units over, of as few names as will do, the longest last: English and Chinese put what a thing is at the end. */
function bestCover(units: readonly Unit[], find: Names['find']): Found[] {
  const cost = new Array<number>(units.length + 1).fill(0);
  const choice: (Found | undefined)[] = [];
  // From the end to the beginning: what stands at a place is chosen when the best for all behind it is known.
  for (let from = units.length - 1; from >= 0; from--) {
    cost[from] = cost[from + 1]! + LEFT_OVER;
    let key = '';
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST_NAME); to++) {
      key += units[to - 1]!.text;
      const entries = find(key);
      if (!entries || cost[to]! + 1 >= cost[from]!) continue;
      cost[from] = cost[to]! + 1;
      choice[from] = { from, to, entries, key };
    }
  }
  const cover: Found[] = [];
  for (let at = 0; at < units.length; ) {
    const found = choice[at];
    if (found) cover.push(found);
    at = found?.to ?? at + 1;
  }
  return cover;
}

/** `pods` → `pod`, `proxies` → `proxy`, `ingresses` → `ingress`; a word that is no plural comes back as it is. */
export function singular(key: string): string {
  if (key.length < 4 || !key.endsWith('s') || key.endsWith('ss')) return key;
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(key)) return key.slice(0, -2);
  return key.slice(0, -1);
}

/** How a name stands in the question, its words set apart. */
export const wordsOf = ({ from, to }: Span, units: readonly Unit[]): string =>
  units
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
